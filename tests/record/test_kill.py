"""A process killed in the middle of an import: whole transactions only, and the same in the end."""

import hashlib
import select
import signal
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import polars as pl
import pytest
from tests.record.rows import DATASET, VERSION, many

import truceline
from truceline.record import bulk
from truceline.record.export import export
from truceline.record.store import Store
from truceline.terms.tables import ROW

SRC = Path(truceline.__file__).parents[1]
IMPORT = """
import sys
sys.path.insert(0, sys.argv[1])
from pathlib import Path
import polars as pl
from truceline.record import bulk
from truceline.record.store import Store
bulk.BATCH = int(sys.argv[4])
rows = pl.read_parquet(sys.argv[2])
store = Store(Path(sys.argv[3]))
store.init()
print("ready", flush=True)
print(store.import_frame(
    rows, file_sha256="f", dataset=sys.argv[5], version=sys.argv[6], at="2025-06-05T00:00:00"
), flush=True)
"""


@dataclass
class Case:
    """A file to import, and what an undisturbed import of it gives."""

    file: Path
    rows: int
    batch: int
    seconds: float = 0.0
    sha256: str = ""

    def start(self, store: Path) -> subprocess.Popen[str]:
        """Start an import in a process of its own; return when it is about to begin."""
        words = [SRC, self.file, store, self.batch, DATASET, VERSION]
        process = subprocess.Popen(
            [sys.executable, "-c", IMPORT, *map(str, words)], stdout=subprocess.PIPE, text=True
        )
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        return process


def undisturbed(folder: Path, rows: int, batch: int) -> Case:
    case = Case(folder / "rows.parquet", rows, batch)
    to_import(rows).write_parquet(case.file)
    with case.start(folder / "whole.duckdb") as process:
        begun = time.perf_counter()
        assert process.stdout is not None
        assert process.stdout.readline() == f"({rows}, 0)\n"
        case.seconds = time.perf_counter() - begun
    case.sha256 = exported(folder / "whole.duckdb")
    return case


def to_import(rows: int) -> pl.DataFrame:
    """Return rows with their place in a file, and with what the file says besides."""
    headline = pl.Series([f"Clashes, no. {each}" for each in range(rows)])
    frame = many(rows).with_row_index(ROW, offset=1).with_columns(pl.col(ROW).cast(pl.Int64))
    return frame.with_columns(pl.struct(headline.alias("source_headline")).alias("written"))


def exported(path: Path) -> str:
    """Return the hash of all that a store says, events and the rows of their files."""
    said = "\n".join(map(str, Store(path).events_json()))
    return hashlib.sha256(export(Store(path), ".csv") + said.encode()).hexdigest()


def held(store: Store) -> int:
    """Return the rows of the file that the store has gone through, seen or not yet."""
    found = store.log().filter(pl.col("kind") == "events")
    return int(found["done"].sum())


def killed(case: Case, path: Path, moment: float) -> bool:
    """Kill an import into a fresh store; False if it was done before: then its time is learnt."""
    for left in path.parent.glob(f"{path.name}*"):
        left.unlink()
    with case.start(path) as process:
        begun = time.perf_counter()
        assert process.stdout is not None
        done, _, _ = select.select([process.stdout], [], [], moment * case.seconds)
        if done:
            case.seconds = min(case.seconds, time.perf_counter() - begun)
        process.send_signal(signal.SIGKILL)
    return not done


def kill_and_resume(case: Case, folder: Path, moment: float) -> int:
    """Kill an import at a share of its time, take it up again; return how far it had come."""
    path = folder / f"{moment:.3f}.duckdb"
    for _ in range(3):
        if killed(case, path, moment):
            break
    store = Store(path)
    store.init()
    assert store.broken() == []
    come = held(store)
    assert come == case.rows or come % case.batch == 0
    assert store.events().height == (case.rows if come == case.rows else 0)
    new, known = store.import_frame(
        to_import(case.rows),
        file_sha256="f",
        dataset=DATASET,
        version=VERSION,
        at="2025-06-06T00:00:00",
    )
    assert (new, known) == (case.rows - come, come)
    assert store.broken() == []
    assert exported(path) == case.sha256
    path.unlink()
    return come


def test_a_killed_import_is_taken_up_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bulk, "BATCH", 4_000)
    case = undisturbed(tmp_path, 20_000, 4_000)
    for moment in (0.3, 0.6, 0.9):
        kill_and_resume(case, tmp_path, moment)


@pytest.mark.slow
def test_an_import_of_400_000_rows_killed_at_twenty_moments(tmp_path: Path) -> None:
    case = undisturbed(tmp_path, 400_000, bulk.BATCH)
    come = [kill_and_resume(case, tmp_path, 0.2 + 0.78 * each / 19) for each in range(20)]
    running = sum(each < case.rows for each in come)
    assert running >= 15, f"{20 - running} kills came when all was done: {come}"
    assert len(set(come)) > 2, "every kill came too early or too late to try anything"
