"""Whose offer, charge or deed is answered."""

from collections.abc import Callable

import pytest

from truceline.coding.syntax.candidates import CHOSEN
from truceline.terms.events import Coding


@pytest.mark.parametrize(
    ("told", "answer", "target"),
    [
        ("Kenya urged Chad and Niger to stop fighting.", "Niger accepted it at once.", "KEN"),
        ("Kenya offered Niger a truce.", "Niger rejected the offer.", "KEN"),
        ("Niger's army shelled Chad; Chad accused Niger of murder.", "Niger dismissed the charge.",
         "TCD"),
        ("Kenya urged Niger to stop fighting.", "Niger's president agreed on Monday.", "KEN"),
        ("Kenya urged Niger to stop fighting.", "Niger rejected Chad's offer.", "TCD"),
        ("Kenya urged Niger to stop fighting.", "Niger accused Chad of murder.", "TCD"),
    ],
)  # fmt: skip
def test_an_answer_is_aimed_at_whose_word_it_answers(
    told: str, answer: str, target: str, code: Callable[..., Coding]
) -> None:
    event = code(f"{told} {answer}").events[-1]
    assert [each.code for each in event.target] == [target]


def test_what_was_told_long_before_is_not_answered(code: Callable[..., Coding]) -> None:
    told, rain = "Kenya offered Niger a truce. Chad offered aid to Mali.", "The rain went on."
    near = code(f"{told} Niger rejected the offer.").events[-1]
    far = code(f"{told} {' '.join([rain] * 6)} Niger rejected the offer.").events[-1]
    assert [each.code for each in near.target] == ["TCD"]
    assert near.roles.get("target") is None
    learnt = far.roles.get("target") == CHOSEN  # the weights may find Chad likely, no rule does
    assert learnt or "TCD" not in [each.code for each in far.target]


def test_two_answer_the_same_text(code: Callable[..., Coding]) -> None:
    told = "Kenya urged Chad and Niger to sign a plan."
    first, last = code(f"{told} Chad rejected the plan, while Niger welcomed it.").events[-2:]
    assert [each.code for each in (*first.target, *last.target)] == ["KEN", "KEN"]
