"""A wrong report, date, war or store: one clear line, exit 1, and nothing lost."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from truceline.cli import main

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
Words = Callable[..., list[str]]


@pytest.fixture
def refused(out: Path, one_line: Callable[[str], str]) -> Run:
    """Return a runner of commands that must be refused in one line; it returns the line."""

    def run(*words: object) -> str:
        done = CliRunner().invoke(main, [str(word) for word in words], prog_name="truceline")
        assert done.exit_code == 1, done.output
        assert done.stdout == ""
        assert out.read_text(encoding="utf-8") == "as it was"
        assert [path.name for path in out.parent.iterdir()] == [out.name]
        return one_line(done.stderr)

    return run


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
    name: str, content: bytes, told: str, tmp_path: Path, out: Path, refused: Run, brief: Words
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    line = refused(*brief(path, out))
    assert name in line
    assert told in line


@pytest.mark.slow
def test_a_page_of_fifty_megabytes(
    tmp_path: Path, out: Path, refused: Run, brief: Words, report: Path
) -> None:
    path = tmp_path / "huge.txt"
    path.write_bytes(
        report.read_text(encoding="utf-8").encode()
        * (50_000_000 // len(report.read_text(encoding="utf-8")))
    )
    line = refused(*brief(path, out))
    assert "huge.txt" in line
    assert "MB" in line


def test_a_report_that_is_not_there(tmp_path: Path, out: Path, refused: Run, brief: Words) -> None:
    assert "gone.txt" in refused(*brief(tmp_path / "gone.txt", out))
    assert "folder" in refused(*brief(tmp_path, out))


@pytest.mark.parametrize("day", ["2025-13-40", "yesterday", "05.06.2025", ""])
def test_a_date_that_is_none(day: str, report: Path, out: Path, refused: Run, brief: Words) -> None:
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


def test_an_output_of_a_kind_nobody_writes(
    report: Path, out: Path, refused: Run, brief: Words
) -> None:
    line = refused(*brief(report, out.with_suffix(".docx")))
    assert ".html" in line
    assert "folder" in refused(*brief(report, out.parent / "deeper" / "brief.html"))
    assert "suffix" in refused(*brief(report, out.parent))


def test_one_bad_report_does_not_stop_the_rest(
    tmp_path: Path, report: Path, out: Path, one_line: Callable[[str], str]
) -> None:
    empty = tmp_path / "empty.txt"
    empty.touch()
    words = ["brief", str(empty), str(report), "--war", "ukraine", "-o", str(out)]
    done = CliRunner().invoke(main, words, prog_name="truceline")
    assert done.exit_code == 0, done.output
    assert "empty.txt" in one_line(done.stderr)
    assert "Istanbul" in out.read_text(encoding="utf-8")
