"""Each import contract, broken once on purpose in a copy, must be noticed and named."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
LINTER = Path(sys.executable).with_name("lint-imports")

FLOORS = "Imports point down: doors, pipeline, answers, stages, terms"
MEET = "Stages meet in the pipeline only"
MEASURES = "Only the pipeline, compare, reason and foresee build on measure"
PICTURES = "Only the doors and the brief draw"
DUCKDB = "Only record knows DuckDB"
HEAVY = "Numbers need no text models, no network, no screen"
SHOW = "Pictures compute nothing"
KNOTS = "No cycles"

BREACHES = [
    ("a measure imports the store", "measure/x.py", "import truceline.record", {FLOORS, MEET}),
    ("terms import a stage", "terms/x.py", "import truceline.measure", {FLOORS, MEASURES}),
    ("a picture imports numpy", "show/x.py", "import numpy", {SHOW}),
    ("a measure imports duckdb", "measure/x.py", "import duckdb", {DUCKDB, HEAVY}),
    ("the door reaches past the pipeline", "cli/wars.py", "import truceline.record", {MEET}),
    ("a folder nobody placed", "utils/__init__.py", '"""Anything."""', {FLOORS}),
    ("a cycle in one stage", "coding/x.py", "import truceline.coding.y", {KNOTS}),
    ("a reader draws", "read/x.py", "import truceline.show", {FLOORS, PICTURES}),
    ("the reader calls the coder", "read/x.py", "import truceline.coding", {FLOORS, MEET}),
    ("a measure imports text models", "measure/x.py", "import spacy", {HEAVY}),
    ("a forecast opens the store", "foresee/x.py", "import truceline.record", {MEET}),
    ("made-up wars are measured", "simulate/x.py", "import truceline.measure", {MEASURES}),
    ("an import hidden in a body", "measure/x.py", "def f():\n    import duckdb", {DUCKDB}),
]


def contracts(folder: Path) -> tuple[set[str], set[str]]:
    """Return the names of the contracts kept and broken under `folder`."""
    done = subprocess.run(
        [LINTER, "--no-logo", "--no-cache", "--config", str(folder / "pyproject.toml")],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(folder / "src"), "COLUMNS": "200"},
        capture_output=True,
        text=True,
        check=False,
    )
    lines = done.stdout.splitlines()
    assert any("Contracts:" in line for line in lines), done.stdout + done.stderr
    kept = {line.removesuffix(" KEPT") for line in lines if line.endswith(" KEPT")}
    broken = {line.removesuffix(" BROKEN") for line in lines if line.endswith(" BROKEN")}
    return kept, broken


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Copy the package's modules, so that a breach never touches the checkout."""
    folder = tmp_path_factory.mktemp("copy")
    shutil.copy(ROOT / "pyproject.toml", folder)
    for path in (ROOT / "src").rglob("*.py"):
        copied = folder / path.relative_to(ROOT)
        copied.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(path, copied)
    return folder


@pytest.mark.slow
def test_the_package_keeps_every_contract(copy: Path) -> None:
    kept, broken = contracts(copy)
    assert kept == {FLOORS, MEET, MEASURES, PICTURES, DUCKDB, HEAVY, SHOW, KNOTS}
    assert broken == set()


@pytest.mark.slow
@pytest.mark.parametrize(
    ("where", "line", "noticed"),
    [breach[1:] for breach in BREACHES],
    ids=[breach[0] for breach in BREACHES],
)
def test_a_breach_is_noticed(copy: Path, where: str, line: str, noticed: set[str]) -> None:
    path = copy / "src/truceline" / where
    before = path.read_text(encoding="utf-8") if path.exists() else None
    made = [path]
    path.parent.mkdir(exist_ok=True)
    path.write_text(f"{before or ''}\n{line}\n", encoding="utf-8")
    if line.endswith(".y"):
        made.append(path.with_name("y.py"))
        made[-1].write_text("import truceline.coding.x\n", encoding="utf-8")
    try:
        _, broken = contracts(copy)
    finally:
        for each in made:
            each.unlink()
        if before is not None:
            path.write_text(before, encoding="utf-8")
        elif where.startswith("utils"):
            path.parent.rmdir()
    assert noticed <= broken
