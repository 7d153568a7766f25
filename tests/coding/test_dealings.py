"""Who has dealt with whom in a story."""

from dataclasses import replace

from truceline.coding.dealings import Dealings
from truceline.coding.draft import Draft
from truceline.coding.predicates import Trigger
from truceline.coding.status import Reading
from truceline.terms.events import Actor

CHAD, LIBYA, SUDAN = Actor("Chad", "TCD"), Actor("Libya", "LBY"), Actor("Sudan", "SDN")
VILLAGERS = Actor("villagers", None)


def deed(source: list[Actor], target: list[Actor]) -> Draft:
    trigger = Trigger(0, 1, 0, "ASSAULT", None, "attack", "VBD")
    return replace(Draft(trigger, Reading("happened")), source=source, target=target)


def test_both_sides_are_known_to_have_dealt_with_the_other_last() -> None:
    told = Dealings()
    told.note(deed([CHAD], [LIBYA]), 0)
    told.note(deed([SUDAN], [CHAD]), 2)
    assert told.last == {"TCD": (SUDAN,), "LBY": (CHAD,), "SDN": (CHAD,)}
    assert [(3 - each.sentence, each.source) for each in told.deeds] == [
        (3, (CHAD,)),
        (1, (SUDAN,)),
    ]


def test_those_without_a_code_are_left_out() -> None:
    told = Dealings()
    told.note(deed([], [VILLAGERS]), 0)
    assert told.deeds == []
    told.note(deed([CHAD], [VILLAGERS]), 1)
    assert told.deeds[0].target == ()
    assert told.last == {}


def test_only_parties_of_the_talks_told_last_have_met() -> None:
    told = Dealings()
    assert not told.have_met(deed([CHAD], []))
    told.note(
        replace(deed([CHAD], [LIBYA]), trigger=Trigger(0, 1, 0, "CONSULT", None, "meet", "VBD")), 0
    )
    assert told.have_met(deed([LIBYA], []))
    assert not told.have_met(deed([SUDAN], [CHAD]))
    assert not told.have_met(deed([VILLAGERS], []))
    told.note(deed([CHAD], [LIBYA]), 1)
    assert not told.have_met(deed([CHAD], []))
