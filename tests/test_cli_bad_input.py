"""Whatever goes wrong: one clear line, exit 1, and nothing lost or half-written."""

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
from click.testing import CliRunner

import truceline
from truceline.cli import main

SRC = Path(truceline.__file__).parents[1]
REPORT = """Delegations meet as drones fall

2 June 2025

Russian and Ukrainian delegations met in Istanbul on Monday and agreed to exchange prisoners, both
sides said. On Sunday Ukraine struck four airfields in Russia with drones, officials in Kyiv said.
At least three people were killed in Kharkiv when Russia attacked the city with missiles on Monday.
The Ukrainian president said that talks would go on. Moscow rejected a ceasefire of thirty days.
"""
GERMAN = """Delegationen treffen sich

Die russische und die ukrainische Delegation trafen sich am Montag in Istanbul und vereinbarten
den Austausch von Gefangenen. Am Sonntag griff die Ukraine mit Drohnen vier Flugplätze an, wie die
Behörden in Kiew mitteilten. Mindestens drei Menschen wurden in Charkiw getötet, als Russland die
Stadt mit Raketen angriff. Der Präsident sagte, dass die Gespräche weitergehen sollen.
"""
WAR = """name = "A war of the test"
start = 2020-01-01
[[sides]]
code = "AAA"
name = "Aland"
[[sides]]
code = "BBB"
name = "Beland"
[[series]]
name = "strikes"
file = "strikes.csv"
unit = "strikes"
"""
Run = Callable[..., str]


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
def refused(out: Path) -> Run:
    """Return a runner of commands that must be refused in one line; it returns the line."""

    def run(*words: object) -> str:
        done = CliRunner().invoke(main, [str(word) for word in words], prog_name="truceline")
        assert done.exit_code == 1, done.output
        assert done.stdout == ""
        assert out.read_text(encoding="utf-8") == "as it was"
        assert [path.name for path in out.parent.iterdir()] == [out.name]
        return one_line(done.stderr)

    return run


def one_line(said: str) -> str:
    lines = said.strip().splitlines()
    assert len(lines) == 1, said
    assert lines[0].startswith("truceline: ")
    assert "Traceback" not in said
    assert "Errno" not in said
    return lines[0]


def brief(source: Path, out: Path, *more: str) -> list[str]:
    return ["brief", str(source), "--war", "ukraine", "-o", str(out), *more]


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("empty.txt", b"", "empty"),
        ("blank.txt", b" \n\t\n", "blank"),
        ("picture.txt", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40, "text"),
        ("program.txt", b"\x7fELF" + bytes(4096), "text"),
        ("german.txt", GERMAN.encode(), "English"),
        ("empty.html", b"<html><body><script>x()</script></body></html>", ""),
        ("empty.jsonl", b"", "empty"),
        ("broken.jsonl", b'{"id": "1", "text": ', "line 1"),
        ("list.jsonl", b"[1, 2]\n", "line 1"),
    ],
)
def test_a_report_that_cannot_be_read(
    name: str, content: bytes, told: str, tmp_path: Path, out: Path, refused: Run
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    line = refused(*brief(path, out))
    assert name in line
    assert told in line


@pytest.mark.slow
def test_a_page_of_fifty_megabytes(tmp_path: Path, out: Path, refused: Run) -> None:
    path = tmp_path / "huge.txt"
    path.write_bytes(REPORT.encode() * (50_000_000 // len(REPORT)))
    line = refused(*brief(path, out))
    assert "huge.txt" in line
    assert "MB" in line


def test_a_report_that_is_not_there(tmp_path: Path, out: Path, refused: Run) -> None:
    assert "gone.txt" in refused(*brief(tmp_path / "gone.txt", out))
    assert "folder" in refused(*brief(tmp_path, out))


@pytest.mark.parametrize("day", ["2025-13-40", "yesterday", "05.06.2025", ""])
def test_a_date_that_is_none(day: str, report: Path, out: Path, refused: Run) -> None:
    assert "2025-06-05" in refused(*brief(report, out, "--date", day)), "it shows how to write one"
    assert "2025-06-05" in refused(*brief(report, out, "--as-of", day))


def test_a_war_nobody_knows_is_answered_with_those_that_are_known(
    report: Path, out: Path, refused: Run
) -> None:
    line = refused("brief", report, "--war", "atlantis", "-o", out)
    assert "atlantis" in line
    assert "korea" in line
    assert "ukraine" in line
    assert "ukraine" in refused("ask", "talks", "--war", "atlantis")


def test_a_question_nobody_knows_is_answered_with_those_that_are_known(refused: Run) -> None:
    line = refused("ask", "weather", "--war", "ukraine")
    assert "weather" in line
    assert "talks" in line


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ('name = "A war', 'nam = "A war', "name"),
        ("start = 2020-01-01", 'start = "soon"', "start"),
        ('code = "BBB"\n', "", "code"),
        ('[[sides]]\ncode = "BBB"\nname = "Beland"\n', "", "sides"),
        ('name = "A war of', "name = A war of", "line 1"),
        ('file = "strikes.csv"', 'file = "gone.csv"', "gone.csv"),
        ('file = "strikes.csv"', 'file = "../../secret.csv"', "secret.csv"),
    ],
)
def test_a_war_file_with_a_mistake(
    before: str, after: str, told: str, tmp_path: Path, refused: Run
) -> None:
    folder = war_folder(tmp_path, WAR.replace(before, after))
    assert WAR.replace(before, after) != WAR
    assert told in refused("ask", "talks", "--war", folder)


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        ("date,value\n2020-01-01,3\n2020-01-02,many\n", "3"),
        ("date,value\n2020-01-01,3\n2020-13-02,4\n", "3"),
        ("date,value\n2020-01-01,3\n2020-01-01,4\n", "2020-01-01"),
        ("day,number\n2020-01-01,3\n", "date"),
    ],
)
def test_a_series_with_a_mistake_names_file_and_line(
    rows: str, told: str, tmp_path: Path, refused: Run
) -> None:
    line = refused("ask", "talks", "--war", war_folder(tmp_path, WAR, rows))
    assert "strikes.csv" in line
    assert told in line.partition("strikes.csv")[2]


def war_folder(tmp_path: Path, text: str, rows: str = "date,value\n2020-01-01,3\n") -> Path:
    folder = tmp_path / "war"
    folder.mkdir()
    (folder / "war.toml").write_text(text, encoding="utf-8")
    (folder / "strikes.csv").write_text(rows, encoding="utf-8")
    return folder


@pytest.fixture
def store(tmp_path: Path, report: Path) -> Path:
    path = tmp_path / "kept.duckdb"
    for words in (["init", path], ["add", path, report]):
        done = CliRunner().invoke(main, ["record", *map(str, words)], prog_name="truceline")
        assert done.exit_code == 0, done.output
    return path


@pytest.mark.parametrize("part", [0.0, 0.3, 0.9])
def test_a_truncated_store_is_named_and_left_as_it_is(
    part: float, store: Path, report: Path, refused: Run
) -> None:
    whole = store.read_bytes()
    cut = whole[: int(len(whole) * part)]
    for words in (["check", store], ["add", store, report], ["export", store, "x.csv"]):
        store.write_bytes(cut)
        assert "kept.duckdb" in refused("record", *words)
        assert store.read_bytes() == cut


def test_a_store_that_is_something_else(report: Path, refused: Run) -> None:
    before = report.read_bytes()
    assert "report.txt" in refused("record", "check", report)
    assert "report.txt" in refused("record", "add", report, report)
    assert report.read_bytes() == before


def test_an_output_of_a_kind_nobody_writes(report: Path, out: Path, refused: Run) -> None:
    line = refused(*brief(report, out.with_suffix(".docx")))
    assert ".html" in line
    assert "folder" in refused(*brief(report, out.parent / "deeper" / "brief.html"))
    assert "suffix" in refused(*brief(report, out.parent))


def test_one_bad_report_does_not_stop_the_rest(tmp_path: Path, report: Path, out: Path) -> None:
    empty = tmp_path / "empty.txt"
    empty.touch()
    words = ["brief", str(empty), str(report), "--war", "ukraine", "-o", str(out)]
    done = CliRunner().invoke(main, words, prog_name="truceline")
    assert done.exit_code == 0, done.output
    assert "empty.txt" in one_line(done.stderr)
    assert "Istanbul" in out.read_text(encoding="utf-8")


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


def test_a_full_disk_leaves_the_old_brief(mounted: Callable[[str], Path], report: Path) -> None:
    disk = mounted("size=16k")
    (disk / "brief.html").write_text("as it was", encoding="utf-8")
    process = start(*brief(report, disk / "brief.html"))
    assert "space" in one_line(process.communicate(timeout=60)[1])
    assert process.returncode == 1
    assert (disk / "brief.html").read_text(encoding="utf-8") == "as it was"
    assert [path.name for path in disk.iterdir()] == ["brief.html"]


def test_a_full_disk_leaves_the_store_as_it_was(
    mounted: Callable[[str], Path], store: Path, tmp_path: Path
) -> None:
    size = store.stat().st_size
    disk = mounted(f"size={size + 16_384}")
    kept = shutil.copy(store, disk / "kept.duckdb")
    many = tmp_path / "many.jsonl"
    text = REPORT.replace("\n", "\\n").replace('"', "'")
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


def test_a_folder_that_may_only_be_read(mounted: Callable[[str], Path], report: Path) -> None:
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
def test_ctrl_c_in_the_middle(verb: str, tmp_path: Path, out: Path, store: Path) -> None:
    pipe = tmp_path / "pipe.txt"
    os.mkfifo(pipe)
    before = store.read_bytes()
    words = brief(pipe, out) if verb == "brief" else ["record", "add", str(store), str(pipe)]
    # The test holds both ends, and fills the pipe: when there is room again, the process has begun
    # to read its report and waits for the rest.
    end = os.open(pipe, os.O_RDWR | os.O_NONBLOCK)
    fcntl.fcntl(end, fcntl.F_SETPIPE_SZ, 4096)
    os.write(end, (REPORT * 10).encode()[:4096])
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


def test_ctrl_c_between_two_documents_keeps_the_first_whole(tmp_path: Path) -> None:
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
