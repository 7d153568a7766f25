"""An answer's JSON is the contract's: every key of an estimate is there, null where unknown."""

import json

from truceline.terms.results import QUESTIONS, Answer, Check, Estimate

KEYS = "question war as_of statement claim verdict estimates checks data evidence limits method"


def test_an_answer_has_the_keys_of_the_contract_and_may_have_more_after_them() -> None:
    answer = Answer(
        question="talks",
        war="x",
        as_of="2025-06-05",
        statement="Cannot say.",
        claim="they escalate",
        verdict="cannot say",
        estimates=(Estimate(name="ratio", value=None),),
        checks=(Check("placebo", None, "too few"),),
        limits=("thin",),
        method="docs/methods/talks.md",
    )
    found = json.loads(json.dumps(answer.as_dict()))
    assert list(found)[:12] == KEYS.split()
    estimate = found["estimates"][0]
    assert {"name", "value", "low", "high", "level", "measured_in", "n", "method"} <= set(estimate)
    assert estimate["value"] is None
    assert found["checks"] == [{"name": "placebo", "passed": None, "detail": "too few"}]


def test_there_are_eight_questions_and_talks_is_the_first() -> None:
    assert (len(QUESTIONS), QUESTIONS[0]) == (8, "talks")
