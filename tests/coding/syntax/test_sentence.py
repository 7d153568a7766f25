"""What a parsed sentence leaves to the next, and to those hit."""

from tests.coding.syntax.views import view_of

from truceline.coding.draft import Draft
from truceline.coding.predicates import Trigger
from truceline.coding.status import Reading
from truceline.coding.syntax.sentence import own, remembered
from truceline.terms.events import Actor


def test_the_last_subject_of_each_kind_is_remembered() -> None:
    first = remembered(view_of("Vladimir Putin met the Chinese leader."), ())
    assert [(actor.name, how) for actor, how in first] == [("Vladimir Putin", "he")]
    second = remembered(view_of("Ukraine attacked."), first)
    assert [how for _, how in second] == ["he", "it"]
    assert [how for _, how in remembered(view_of("The rebels fled."), second)] == [
        "he",
        "it",
        "they",
    ]


def test_those_hit_are_of_the_land_they_were_hit_in() -> None:
    draft = Draft(Trigger(0, 1, 0, "ASSAULT", None, "attack", "past"), Reading())
    draft.target = [Actor("Tuapse", "RUS"), Actor("refinery")]
    own(draft)
    assert [a.text for a in draft.target] == ["Tuapse", "refinery"], "not from a place"
    draft.basis["target"] = "country of the place"
    own(draft)
    assert draft.target == [Actor("refinery", "RUS")]
