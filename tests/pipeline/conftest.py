"""Reports of our own, and a war of our own, for the jobs."""

from pathlib import Path

import pytest

REPORT = """Norland strikes bridge

Published: 5 June 2030

On Tuesday Norland struck a bridge in Southland with drones, killing at least 12 people.

Officials of Norland and Southland met for talks on Wednesday but there was no ceasefire.
"""
WAR = """
name = "Made-up war"
start = 2030-01-01
[[sides]]
code = "XNO"
name = "Norland"
[[sides]]
code = "XSO"
name = "Southland"
"""


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "report.txt"
    path.write_text(REPORT)
    return path


@pytest.fixture
def war(tmp_path: Path) -> str:
    folder = tmp_path / "made-up"
    folder.mkdir()
    (folder / "war.toml").write_text(WAR)
    return str(folder)
