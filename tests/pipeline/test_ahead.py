"""Questions asked ahead: the same answers, taken back at will, none lost with the process."""

import time
from datetime import date
from multiprocessing import util
from pathlib import Path

import pytest

from truceline.pipeline import ask, brief, check
from truceline.pipeline.ahead import Ahead, Key, asking

KOREA: Key = ("incentives", date(1953, 1, 1))
FRONT: Key = ("front", date(1953, 1, 1))
EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "report.txt"


def waited(ahead: Ahead, seconds: float = 60.0) -> None:
    """Wait until the process has said something."""
    for _ in range(int(seconds * 20)):
        if ahead.pipe.poll():
            return
        time.sleep(0.05)
    raise AssertionError("the process said nothing")


def test_an_answer_asked_ahead_is_the_one_asked_here() -> None:
    with asking("korea", 2) as ahead:
        assert ahead is not None
        ahead.want([KOREA])
        waited(ahead)
        assert ahead.take(KOREA) == ask.ask(KOREA[0], ask.load("korea"), as_of=KOREA[1])


def test_a_question_that_was_not_begun_is_left_to_who_asks_and_not_asked_twice() -> None:
    with asking("korea", 2) as ahead:
        assert ahead is not None
        ahead.want([FRONT, KOREA])
        assert ahead.take(FRONT) is None  # it still loads the war
        waited(ahead)
        assert ahead.take(KOREA) is not None
        assert FRONT not in ahead.found | dict.fromkeys(ahead.begun)


def test_one_job_lends_no_process() -> None:
    with asking("korea", 1) as ahead:
        assert ahead is None


def test_where_no_process_can_be_had_one_goes_on_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> int:
        raise BlockingIOError(11, "Resource temporarily unavailable")

    monkeypatch.setattr(util, "spawnv_passfds", refuse)
    with asking("korea", 2) as ahead:
        assert ahead is None


@pytest.mark.parametrize("war", ["no such war", "korea"])
def test_a_process_that_is_gone_leaves_every_question_to_who_asks(war: str) -> None:
    with asking(war, 2) as ahead:
        assert ahead is not None
        if war == "korea":
            ahead.want([])  # it has nothing to do, and leaves
        waited(ahead)
        assert ahead.take(KOREA) is None
        ahead.want([KOREA])
        assert ahead.take(KOREA) is None


def test_a_brief_and_a_check_are_the_same_with_two_jobs() -> None:
    wanted = brief.Wanted("korea", published=date(1953, 6, 1))
    with asking("korea", 2) as ahead:
        there = brief.brief([EXAMPLE], wanted, ahead)
    assert there == brief.brief([EXAMPLE], wanted)
    with asking("korea", 2) as ahead:
        claims = check.check([EXAMPLE], war="korea", published=date(1953, 6, 1), ahead=ahead)
    assert claims == check.check([EXAMPLE], war="korea", published=date(1953, 6, 1))
