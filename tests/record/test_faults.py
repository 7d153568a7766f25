"""Accidents of a long import: two at once, a full disk, a folder that may only be read."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from tests.record.rows import DATASET, VERSION, many

import truceline
from truceline.record.store import Store
from truceline.terms.errors import StoreBroken, StoreError

SRC = Path(truceline.__file__).parents[1]
ROWS, BATCH = 20_000, 2_000
IMPORT = """
import sys
sys.path.insert(0, sys.argv[1])
from pathlib import Path
import polars as pl
from truceline.record import bulk
from truceline.record.store import Store
bulk.BATCH = int(sys.argv[4])
rows = pl.read_parquet(sys.argv[2])
print(*Store(Path(sys.argv[3]), wait=60).import_frame(
    rows, file_sha256=sys.argv[5], dataset=sys.argv[6], version=sys.argv[7], at="2025"
))
"""


def bring(store: Store, rows: int = ROWS) -> tuple[int, int]:
    return store.import_frame(
        many(rows), file_sha256="f", dataset=DATASET, version=VERSION, at="2025"
    )


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Callable[[str], Path]]:
    """Return a maker of a small disk; only root may, so that others skip."""
    if os.geteuid() != 0 or shutil.which("mount") is None:
        pytest.skip("only root can mount a small disk to fill")
    folder = tmp_path / "disk"
    folder.mkdir()
    made: list[Path] = []

    def mount(options: str) -> Path:
        words = f"remount,{options}" if made else options
        command = ["mount", "-t", "tmpfs", "-o", words, "tmpfs", str(folder)]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode:
            pytest.skip(f"this machine lets nobody mount a disk: {done.stderr.strip()}")
        made.append(folder)
        return folder

    yield mount
    if made:
        subprocess.run(["umount", str(folder)], check=True)


@pytest.mark.parametrize("other", ["f", "g"])
def test_two_imports_at_once_bring_every_row_once(tmp_path: Path, other: str) -> None:
    file, path = tmp_path / "rows.parquet", tmp_path / "a.duckdb"
    many(ROWS).write_parquet(file)
    Store(path).init()
    started = [
        subprocess.Popen(
            [sys.executable, "-c", IMPORT, str(SRC), str(file), str(path), str(BATCH), sha,
             DATASET, VERSION],
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        )
        for sha in ("f", other)
    ]  # fmt: skip
    told = [process.communicate(timeout=300) for process in started]
    assert [process.returncode for process in started] == [0, 0], told
    store = Store(path)
    assert store.broken() == []
    assert store.events().height == ROWS
    assert store.counts()["events"] == ROWS


def test_a_full_disk_is_said_and_the_import_goes_on_when_there_is_room(
    disk: Callable[[str], Path],
) -> None:
    store = Store(disk("size=3m") / "a.duckdb")
    store.init()
    with pytest.raises(StoreError, match="full"):
        bring(store, 100_000)
    disk("size=200m")
    assert store.broken() == []
    assert store.events().height == 0
    assert sum(bring(store, 100_000)) == 100_000
    assert store.events().height == 100_000
    assert store.broken() == []


def test_a_folder_that_may_only_be_read_can_be_read_and_not_written(
    disk: Callable[[str], Path],
) -> None:
    store = Store(disk("size=20m") / "a.duckdb")
    store.init()
    bring(store, 1_000)
    disk("ro")
    assert store.events().height == 1_000
    with pytest.raises(StoreError, match=r"cannot be written|read-only"):
        store.snapshot("june", at="2025")


def test_a_store_cut_short_after_an_import_is_said_to_be_damaged(tmp_path: Path) -> None:
    store = Store(tmp_path / "a.duckdb")
    store.init()
    bring(store)
    whole = store.path.read_bytes()
    store.path.write_bytes(whole[: len(whole) // 2])
    with pytest.raises(StoreBroken, match="damaged"):
        bring(store)
