"""What the tests of the command line share: a report, a brief that stands already, a store."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from truceline.cli import main

REPORT = """Delegations meet as drones fall

2 June 2025

Russian and Ukrainian delegations met in Istanbul on Monday and agreed to exchange prisoners, both
sides said. On Sunday Ukraine struck four airfields in Russia with drones, officials in Kyiv said.
At least three people were killed in Kharkiv when Russia attacked the city with missiles on Monday.
The Ukrainian president said that talks would go on. Moscow rejected a ceasefire of thirty days.
"""
Words = Callable[..., list[str]]


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "report.txt"
    path.write_text(REPORT, encoding="utf-8")
    return path


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """Return a brief that stands already, and must stand untouched after a failure."""
    folder = tmp_path / "out"
    folder.mkdir()
    path = folder / "brief.html"
    path.write_text("as it was", encoding="utf-8")
    return path


@pytest.fixture
def brief() -> Words:
    """Return the words of a command that writes a brief."""
    return lambda source, out, *more: [
        "brief", str(source), "--war", "ukraine", "-o", str(out), *more
    ]  # fmt: skip


@pytest.fixture
def one_line() -> Callable[[str], str]:
    """Return a check that what was said is one clear line; it gives the line back."""

    def check(said: str) -> str:
        lines = said.strip().splitlines()
        assert len(lines) == 1, said
        assert lines[0].startswith("truceline: ")
        assert "Traceback" not in said
        assert "Errno" not in said
        return lines[0]

    return check


@pytest.fixture
def store(tmp_path: Path, report: Path) -> Path:
    path = tmp_path / "kept.duckdb"
    for words in (["init", path], ["add", path, report]):
        done = CliRunner().invoke(main, ["record", *map(str, words)], prog_name="truceline")
        assert done.exit_code == 0, done.output
    return path
