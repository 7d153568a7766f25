"""The tables of past wars are what the scripts derive from the originals, to the byte."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def test_the_tables_are_derived_again_to_the_byte(
    shared: Callable[[str], Path], tmp_path: Path
) -> None:
    data = shared("data/wars/InterStateWarData_v4.0.csv").parents[1]
    script = ROOT / "tools" / "derive_past_wars.py"
    subprocess.run([sys.executable, str(script), str(data), str(tmp_path)], check=True, timeout=120)
    made = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    shelf = ROOT / "src" / "truceline" / "wars"
    assert sorted(made) == ["past.csv", "past_joined.csv"]
    assert made == {name: (shelf / name).read_bytes() for name in made}
