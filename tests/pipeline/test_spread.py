"""Many workers give what one gives, in the same order and bytes, and a lost one costs its batch."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from truceline.pipeline import coded, spread
from truceline.pipeline.coded import Line
from truceline.pipeline.spread import Workers, coded_lines
from truceline.terms.errors import BadInput
from truceline.terms.events import Coding
from truceline.terms.stories import Story

DATE = date(2030, 6, 5)
TEXTS = (
    "On Tuesday Norland struck a bridge in Southland with drones, killing at least 12 people.",
    "Officials of Russia and Ukraine met for talks in Istanbul on Monday; no ceasefire was agreed.",
    "The president of France called on Israel to end the attacks on Lebanon.",
)


def documents(count: int) -> list[Line]:
    made = [
        json.dumps(
            {"id": f"d{n}", "text": f"{TEXTS[n % 3]} That was report {n}.", "title": f"t{n}"}
        )
        for n in range(count)
    ]
    made[3] = "{not json"
    return [Line(f"{text}\n".encode(), "docs.jsonl", n) for n, text in enumerate(made, start=1)]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "docs.jsonl"
    path.write_bytes(b"".join(each.raw for each in documents(40)))
    return path


@pytest.fixture
def alone(file: Path) -> list[str]:
    """The documents as the plain way gives them, one after another."""
    found = coded.documents([file], war=None, published=DATE, jsonl=True)
    return [spread.as_line(each) for each in found]


@pytest.mark.parametrize("count", [1, 2, 3])
def test_local_workers_give_the_bytes_of_one(alone: list[str], count: int) -> None:
    found = list(coded_lines(documents(40), None, DATE, Workers(count=count)))
    assert found == alone
    assert json.loads(found[3])["set_aside"][0]["reason"] == "UNREADABLE"


@pytest.mark.parametrize("size", [1, 7, 1000])
def test_the_size_of_batches_changes_nothing(
    alone: list[str], size: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(spread, "BATCH", size)
    assert list(coded_lines(documents(40), None, DATE, Workers(count=1))) == alone


def test_lines_are_read_no_further_ahead_than_the_workers_need() -> None:
    taken = []

    def given() -> Iterator[Line]:
        for each in documents(1_000):
            taken.append(each.number)
            yield each

    next(coded_lines(given(), None, DATE, Workers(count=1)))
    assert max(taken) <= spread.BATCH * spread._AHEAD


class Deadly:
    """A coder whose process dies at one document: always, or only while a file stands."""

    name = "deadly"
    version = "1"

    def __call__(self, story: Story) -> Coding:
        if "report 20." in story.text:
            mark = Path(os.environ["TRUCELINE_TEST_MARK"])
            if mark.exists():
                if mark.read_text() == "once":
                    mark.unlink()
                os.kill(os.getpid(), signal.SIGKILL)
        return Coding(story.story_id)


DEADLY = """
import os, sys
from datetime import date
sys.path.insert(0, sys.argv[1])
from tests.pipeline import test_spread as t
from truceline.pipeline import spread

def main():
    spread.BATCH = 4
    spread.code_batch = t.code_deadly
    crew = spread.Workers(count=2, engine=sys.argv[2])
    for line in spread.coded_lines(t.documents(40), None, t.DATE, crew):
        print(line)

if __name__ == "__main__":
    main()
"""


def code_deadly(batch: list[Line], wanted: object, published: date) -> list[str]:
    del wanted
    coder = Deadly()
    return [
        spread.as_line(coded.document(each.raw, each.file_name, each.number, published, coder))
        for each in batch
    ]


def run_deadly(tmp_path: Path, mark: str, engine: str) -> list[dict[str, object]]:
    """Code 40 documents by two workers, one of which dies at the document 20."""
    script, file = tmp_path / "deadly.py", tmp_path / "mark"
    script.write_text(DEADLY)
    file.write_text(mark)
    root = Path(__file__).parents[2]
    environment = os.environ | {
        "TRUCELINE_TEST_MARK": str(file), "PYTHONPATH": f"{root}:{root / 'src'}",
        "DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES": "1",
    }  # fmt: skip
    done = subprocess.run(
        [sys.executable, str(script), str(root), engine],
        capture_output=True, text=True, check=False, env=environment, timeout=300,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-2000:]
    return [json.loads(line) for line in done.stdout.splitlines()]


@pytest.mark.parametrize("engine", ["local", "dask"])
def test_a_batch_whose_worker_is_lost_once_is_coded_after_all(tmp_path: Path, engine: str) -> None:
    found = run_deadly(tmp_path, "once", engine)
    assert [each["id"] for each in found if each["id"] != "line 4"] == [
        f"d{n}" for n in range(40) if n != 3
    ]
    assert not any(each["set_aside"] for each in found if each["id"] != "line 4")


@pytest.mark.parametrize("engine", ["local", "dask"])
def test_a_batch_that_kills_every_worker_is_set_aside_and_the_rest_is_coded(
    tmp_path: Path, engine: str
) -> None:
    found = run_deadly(tmp_path, "always", engine)
    assert len(found) == 40
    lost = [each["id"] for each in found if each["set_aside"] and each["id"] != "line 4"]
    assert lost == ["d20", "d21", "d22", "d23"]
    assert {each["set_aside"][0]["reason"] for each in found if each["id"] in lost} == {spread.LOST}  # type: ignore[index]


def test_two_dask_workers_give_the_bytes_of_one(file: Path, alone: list[str]) -> None:
    """A real cluster: a scheduler and two worker processes of this machine."""
    done = subprocess.run(
        [sys.executable, "-c", "from truceline.cli import main; main()", "code", "--jsonl",
         str(file), "--date", "2030-06-05", "--workers", "2", "--engine", "dask"],
        capture_output=True, text=True, check=False, timeout=300,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-2000:]
    assert done.stdout.splitlines() == alone


def test_a_cluster_that_does_not_answer_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spread, "_PATIENCE", 1)
    crew = Workers(count=2, engine="dask", scheduler="tcp://127.0.0.1:9")
    with pytest.raises(BadInput, match=r"no Dask cluster answers at tcp://127.0.0.1:9"):
        list(coded_lines(documents(5), None, DATE, crew))


def test_without_dask_one_is_told_how_to_have_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(BadInput, match=r"pip install 'truceline\[dask\]'"):
        list(coded_lines(documents(5), None, DATE, Workers(count=2, engine="dask")))


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ({"count": 0}, "--workers is 0"),
        ({"count": 2, "engine": "ray"}, "--engine is ray"),
        ({"count": 2, "scheduler": "tcp://x:1"}, "add --engine dask"),
    ],
)
def test_workers_that_cannot_be_are_refused(given: dict[str, object], says: str) -> None:
    with pytest.raises(BadInput, match=says):
        Workers(**given)  # type: ignore[arg-type]
