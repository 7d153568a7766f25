"""What a parsed sentence leaves to the next, and to those hit."""

from tests.coding.syntax.views import view_of

from truceline.coding.attribution import Speaker
from truceline.coding.draft import Draft
from truceline.coding.predicates import Trigger
from truceline.coding.status import Reading
from truceline.coding.syntax.sentence import acquainted, heard, own, remembered
from truceline.terms.events import Actor


def test_the_last_subject_of_each_kind_is_remembered() -> None:
    first = remembered(view_of("Vladimir Putin met the Chinese leader."), ())
    assert [(actor.name, how) for actor, how in first if how != "named"] == [
        ("Vladimir Putin", "he")
    ]
    second = remembered(view_of("Ukraine attacked."), first)
    assert [how for _, how in second if how != "named"] == ["he", "it"]
    third = remembered(view_of("The rebels fled."), second)
    assert [how for _, how in third if how != "named"] == ["he", "it", "they"]


def test_all_who_were_named_with_a_code_are_remembered_in_order_and_not_for_ever() -> None:
    first = remembered(view_of("Chad met Mali."), ())
    second = remembered(view_of("Niger met Benin."), first)
    assert [actor.code for actor, how in second if how == "named"] == ["TCD", "MLI", "NER", "BEN"]
    third = remembered(view_of("Kenya, Ghana and Togo met Sudan."), second)
    assert len([how for _, how in third if how == "named"]) == 6


def test_those_hit_are_of_the_land_they_were_hit_in() -> None:
    view = view_of("They hit Tuapse.")
    draft = Draft(Trigger(0, 1, 0, "ASSAULT", None, "attack", "past"), Reading())
    draft.target = [Actor("Tuapse", "RUS"), Actor("refinery")]
    own(view, draft)
    assert [a.text for a in draft.target] == ["Tuapse", "refinery"], "not from a place"
    draft.basis["target"] = "country of the place"
    own(view, draft)
    assert draft.target == [Actor("refinery", "RUS")]


def test_a_person_named_in_full_is_known_by_each_name() -> None:
    known = acquainted(view_of("Prime Minister Abiy Ahmed spoke."), {})
    assert {known[each].code for each in ("Abiy", "Ahmed")} == {"ETH"}
    assert acquainted(view_of("The rebels fled."), known) == known


def test_who_stands_after_said_without_speaking_does_not_speak() -> None:
    view = view_of("Turkey said Armenia must leave.")
    spoken = [Speaker(Actor(each), "reported", 0, 5, 1, at=at) for each, at in
              (("Turkey", 0), ("Armenia", 2))]  # fmt: skip
    assert [heard(view, each) for each in spoken] == [True, False]


def test_a_town_that_was_taken_is_its_states_with_no_word_before_it() -> None:
    view = view_of("Somali troops overran Jijiga.")
    draft = Draft(Trigger(0, 1, 0, "COERCE", "seize", "seize", "past"), Reading())
    draft.source, draft.target = [Actor("Somali troops", "SOM")], [Actor("Jijiga")]
    own(view, draft)
    assert [a.code for a in draft.target] == ["ETH"]
    assert draft.basis["target"] == "country of the place"
    draft.source, draft.target = [Actor("Ethiopia", "ETH")], [Actor("Jijiga")]
    own(view, draft)
    assert [a.code for a in draft.target] == [None], "one's own town is not the other side's"
