"""A report of 1,500 words checked against the built-in Ukraine war, once everything is loaded."""

import tomllib
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.timing import Row, seconds
from truceline.pipeline.check import check

ALLOWED = 3.0
WORDS = 1500
STATEMENTS = Path(__file__).resolve().parents[1] / "tests" / "claims" / "seen.toml"


def rows() -> Iterator[Row]:
    """Yield the time of one report, made of our own statements until it has 1,500 words."""
    told = [each["text"] for each in tomllib.loads(STATEMENTS.read_text("utf-8"))["statement"]]
    words = " ".join(told * 3).split()[:WORDS]
    text = " ".join(words)
    with TemporaryDirectory() as folder:
        path = Path(folder) / "report.txt"
        path.write_text(f"A long report\n\n5 June 2025\n\n{text}\n", "utf-8")

        def job() -> None:
            check([path], war="ukraine", published=date(2025, 6, 5))

        job()
        found = check([path], war="ukraine", published=date(2025, 6, 5))
        many = sum(len(each) for each in found.claims)
        yield Row(f"a report of {WORDS:,} words checked, {many} claims", seconds(job), ALLOWED)
