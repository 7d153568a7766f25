"""Answers to strikes, predictions once their time has passed, and questions."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from tests.measure.claims.made_ground import answer, claim, day, ground, span

from truceline.measure.claims.futures import prediction, question, reply


@pytest.mark.parametrize(
    ("fields", "verdict"),
    [
        ({"side": "XNO", "window": day(3, 6)}, "supported"),
        ({"side": "XNO", "window": day(3, 3), "negated": True}, "contradicted"),
        ({"side": "XSO", "window": day(9, 3)}, "cannot say"),
        ({"side": "XNO", "negated": True, "words": {"threat"}}, "cannot say"),
    ],
)
def test_an_answer_meets_the_strikes_that_followed(fields: dict[str, Any], verdict: str) -> None:
    found = reply(ground(), claim("reply", about="reply", **fields))
    assert found.verdict == verdict, found.reason


def test_a_prediction_of_an_answer_is_scored_when_its_time_has_come() -> None:
    said = claim("prediction", about="reply", words={"bridge"}, window=day(3, 2))
    assert prediction(ground(date(2030, 3, 3), date(2030, 3, 3)), said).verdict == "cannot say"
    later = prediction(ground(published=date(2030, 3, 3)), said)
    assert later.verdict == "supported"
    assert "answer" in later.reason


@pytest.mark.parametrize(
    ("fields", "as_of", "verdict"),
    [
        ({"window": span((3, 10), (6, 30))}, date(2030, 12, 31), "contradicted"),
        ({"window": span((3, 10), (6, 30))}, date(2030, 5, 1), "cannot say"),
        ({"window": span((3, 10), (12, 31))}, date(2030, 12, 31), "supported"),
        ({"negated": True}, date(2030, 12, 31), "supported"),  # none within 90 days
        ({"negated": True}, date(2030, 4, 1), "cannot say"),
        ({}, date(2030, 12, 31), "cannot say"),  # a truce, some day
        ({"about": "future"}, date(2030, 12, 31), "cannot say"),
    ],
)
def test_a_prediction_of_a_truce_waits_for_its_day(
    fields: dict[str, Any], as_of: date, verdict: str
) -> None:
    found = prediction(ground(as_of), claim("prediction", **{"about": "truce", **fields}))
    assert found.verdict == verdict, found.reason


def test_a_question_gives_its_own_verdict_turned_round_for_a_denial() -> None:
    assert question(ground(), claim("trend", about="phases")).verdict == "supported"
    assert (
        question(ground(), claim("trend", about="phases", negated=True)).verdict == "contradicted"
    )
    found = question(ground(), claim("trend", about="phases"))
    assert found.answer == answer("phases", date(2030, 12, 31))
    assert found.evidence == ("a row",)


def test_a_likeness_is_judged_only_for_the_war_that_the_question_judges() -> None:
    assert question(ground(), claim("comparison", about="analogues", war="winter war")).verdict == (
        "cannot say"
    )
    here = ground(ask=lambda name, day: replace(answer(name, day), claim="It is like Korea."))
    assert question(here, claim("comparison", about="analogues", war="korean war")).verdict == (
        "supported"
    )


def test_a_forecast_never_makes_a_prediction_firm() -> None:
    assert question(ground(), claim("prediction", about="truce")).verdict == "cannot say"
