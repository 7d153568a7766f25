"""Who it was done to after all."""

from collections.abc import Callable

import pytest

from truceline.terms.events import Coding


@pytest.mark.parametrize(
    ("text", "kind", "target"),
    [
        ("Somali troops recaptured the town from Hamas militants.", "COERCE", ["PSE"]),
        ("Iran fired missiles at Israel in retaliation for a raid in Syria.", "ASSAULT", ["ISR"]),
        ("Chad condemned the storming of the mosque by a Malian minister.", "ACCUSE", ["MLI"]),
        ("Mali recalled its ambassador to Algeria.", "SANCTION", ["DZA"]),
        ("Denmark closed its embassy in Mali.", "SANCTION", ["MLI"]),
        ("Jordan closed its airspace.", "COERCE", []),
        ("Iran freed an envoy, a move that Iraq denounced.", "ACCUSE", ["IRN"]),
        ("Mali attacked a village in Chad on the night of Tuesday.", "ASSAULT", ["TCD"]),
        ("Chad and Mali accused each other of an attack.", "ACCUSE", ["TCD", "MLI"]),
        ("Cuba said it would not lift the ban until Panama freed the envoy.", "REJECT", ["PAN"]),
        ("France mobilised troops for a war against Mali.", "MOBILIZE", ["MLI"]),
        ("Chad agreed to open its borders to Libyan refugees.", "AGREE", ["LBY"]),
        ("Bolivia declared a state of siege in Pando.", "COERCE", ["BOL"]),
        ("Haiti's government imposed a curfew after gangs stormed a jail.", "COERCE", ["HTI"]),
        ("Peru declared a truce with Shining Path.", "RETREAT", ["PER"]),
        ("Chad eased a ban imposed on Togo in March.", "RETREAT", ["TGO"]),
        ("Mali rejected a truce proposed by Togo.", "REJECT", ["TGO"]),
        ("A Malian lawyer filed a lawsuit in Paris against Togo.", "ACCUSE", ["TGO"]),
        ("A Kenyan court ordered the government to free Chad's envoy.", "REQUEST", ["KEN"]),
        ("A US envoy threatened that if Cuba balked, the CIA would act.", "THREATEN", ["CUB"]),
    ],
)
def test_the_target_stands_where_the_deed_puts_it(
    text: str, kind: str, target: list[str], code: Callable[..., Coding]
) -> None:
    event = next(each for each in code(text).events if each.type == kind)
    assert [a.code for a in event.target if a.code] == target


def test_a_government_that_talks_to_its_own_rebels_is_not_given_the_host(
    code: Callable[..., Coding],
) -> None:
    event = code("The Colombian government and the FARC signed an agreement in Havana.").events[0]
    assert [a.code for a in event.target] == ["COL"]


def test_what_was_shot_down_was_the_attackers(code: Callable[..., Coding]) -> None:
    text = "Iran fired missiles at Israel, and American jets intercepted most of them."
    _, defence = code(text).events
    assert [a.code for a in defence.target] == ["IRN"]


def test_who_is_met_somewhere_is_not_the_host(code: Callable[..., Coding]) -> None:
    event = code("The leaders of Armenia and Azerbaijan met in Brussels.").events[0]
    assert {a.code for a in (*event.source, *event.target)} == {"ARM", "AZE"}


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("Kenya's president promised in Kampala to free the captives.", None),
        ("In Kampala, Kenya's president voiced full support for the plan.", None),
        ("Kenya closed its embassy in Kampala.", "UGA"),
    ],
)
def test_the_town_where_somebody_is_says_nothing_of_whom_it_is_done_to(
    text: str, target: str | None, code: Callable[..., Coding]
) -> None:
    event = code(text).events[0]
    assert next((each.code for each in event.target if each.code), None) == target
