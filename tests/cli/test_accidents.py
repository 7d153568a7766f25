"""A full disk, a folder that may only be read, Ctrl-C: one clear line, nothing half-written."""

import fcntl
import os
import select
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import truceline

SRC = Path(truceline.__file__).parents[1]
Words = Callable[..., list[str]]


def start(*words: object) -> subprocess.Popen[str]:
    """Start a real process, for what no runner inside this one can show."""
    run = "import sys; from truceline.cli import main; main(sys.argv[1:], prog_name='truceline')"
    return subprocess.Popen(
        [sys.executable, "-c", run, *map(str, words)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(SRC)},
    )


@pytest.fixture
def mounted(tmp_path: Path) -> Iterator[Callable[[str], Path]]:
    """Return a maker of small disks; only root may, so that others skip."""
    if os.geteuid() != 0 or shutil.which("mount") is None:
        pytest.skip("only root can mount a small disk to fill")
    made: list[Path] = []

    def mount(options: str) -> Path:
        folder = tmp_path / "disk"
        folder.mkdir(exist_ok=True)
        again = ["-o", f"remount,{options}"] if made else ["-o", options]
        done = subprocess.run(
            ["mount", "-t", "tmpfs", *again, "tmpfs", str(folder)],
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode:
            pytest.skip(f"this machine lets nobody mount a disk: {done.stderr.strip()}")
        made[:] = [folder]
        return folder

    yield mount
    for folder in made:
        subprocess.run(["umount", str(folder)], check=True)


def test_a_full_disk_leaves_the_old_brief(
    mounted: Callable[[str], Path], report: Path, brief: Words, one_line: Callable[[str], str]
) -> None:
    disk = mounted("size=16k")
    (disk / "brief.html").write_text("as it was", encoding="utf-8")
    process = start(*brief(report, disk / "brief.html"))
    assert "space" in one_line(process.communicate(timeout=60)[1])
    assert process.returncode == 1
    assert (disk / "brief.html").read_text(encoding="utf-8") == "as it was"
    assert [path.name for path in disk.iterdir()] == ["brief.html"]


def test_a_full_disk_leaves_the_store_as_it_was(
    mounted: Callable[[str], Path],
    store: Path,
    tmp_path: Path,
    one_line: Callable[[str], str],
    report: Path,
) -> None:
    size = store.stat().st_size
    disk = mounted(f"size={size + 16_384}")
    kept = shutil.copy(store, disk / "kept.duckdb")
    many = tmp_path / "many.jsonl"
    text = report.read_text(encoding="utf-8").replace("\n", "\\n").replace('"', "'")
    lines = [f'{{"id": "{each}", "text": "{text}{each}"}}' for each in range(300)]
    many.write_text("\n".join(lines), encoding="utf-8")
    process = start("record", "add", kept, many)
    one_line(process.communicate(timeout=60)[1])
    assert process.returncode == 1
    mounted(f"size={size * 20}")
    check = start("record", "check", kept)
    said, wrong = check.communicate(timeout=60)
    assert check.returncode == 0, wrong
    assert "1 stories" in said


def test_a_folder_that_may_only_be_read(
    mounted: Callable[[str], Path], report: Path, brief: Words, one_line: Callable[[str], str]
) -> None:
    disk = mounted("size=1m")
    (disk / "brief.html").write_text("as it was", encoding="utf-8")
    mounted("ro")
    process = start(*brief(report, disk / "brief.html"))
    assert "disk" in one_line(process.communicate(timeout=60)[1])
    assert process.returncode == 1
    init = start("record", "init", disk / "new.duckdb")
    assert "new.duckdb" in one_line(init.communicate(timeout=60)[1])
    assert init.returncode == 1
    assert [path.name for path in disk.iterdir()] == ["brief.html"]


@pytest.mark.parametrize("verb", ["brief", "add"])
def test_ctrl_c_in_the_middle(
    verb: str,
    tmp_path: Path,
    out: Path,
    store: Path,
    brief: Words,
    one_line: Callable[[str], str],
    report: Path,
) -> None:
    pipe = tmp_path / "pipe.txt"
    os.mkfifo(pipe)
    before = store.read_bytes()
    words = brief(pipe, out) if verb == "brief" else ["record", "add", str(store), str(pipe)]
    # The test holds both ends, and fills the pipe: when there is room again, the process has begun
    # to read its report and waits for the rest.
    end = os.open(pipe, os.O_RDWR | os.O_NONBLOCK)
    fcntl.fcntl(end, fcntl.F_SETPIPE_SZ, 4096)
    os.write(end, (report.read_text(encoding="utf-8") * 10).encode()[:4096])
    process = start(*words)
    try:
        assert select.select([], [end], [], 60)[1], "the report was never opened"
        state = Path(f"/proc/{process.pid}/stat")
        while state.read_text(encoding="ascii").rpartition(")")[2].split()[0] != "S":
            pass
        process.send_signal(signal.SIGINT)
        said = process.communicate(timeout=60)[1]
    finally:
        process.kill()
        os.close(end)
    assert "interrupted" in one_line(said)
    assert process.returncode in {1, 130}
    assert out.read_text(encoding="utf-8") == "as it was"
    assert [path.name for path in out.parent.iterdir()] == [out.name]
    assert store.read_bytes() == before


def test_ctrl_c_between_two_documents_keeps_the_first_whole(
    tmp_path: Path, one_line: Callable[[str], str]
) -> None:
    process = start("code", "--jsonl", "-")
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write('{"id": "1", "text": "Russia attacked Kharkiv with drones on Monday."}\n')
    process.stdin.flush()
    first = process.stdout.readline()
    process.send_signal(signal.SIGINT)
    rest, said = process.communicate(timeout=60)
    assert first.startswith('{"id": "1"')
    assert first.endswith("}\n")
    assert rest == ""
    assert "interrupted" in one_line(said)
    assert process.returncode in {1, 130}


def test_a_reader_that_stops_reading_is_no_error(report: Path) -> None:
    with start("code", report, report) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert "Traceback" not in process.stderr.read()
        assert process.wait(timeout=60) in {0, 1}
