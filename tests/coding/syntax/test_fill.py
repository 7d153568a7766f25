"""Source and target by voice."""

from collections.abc import Callable

import pytest

from truceline.terms.events import Coding


@pytest.mark.parametrize(
    ("text", "source", "target"),
    [
        ("Iraq was attacked by Iran.", ["IRN"], ["IRQ"]),
        ("Iran and Iraq met in Geneva.", ["IRN"], ["IRQ"]),
        ("An attack was launched by Iran against Iraq.", ["IRN"], ["IRQ"]),
        ("Iranian forces, which had attacked Iraq, fled.", ["IRN"], ["IRQ"]),
        ("The UN condemned Iran's attack on Iraq.", ["IGO"], ["IRN"]),
        ("Chad filed a lawsuit in a French court against Mali.", ["TCD"], ["MLI"]),
        ("Chad and Mali signed a pact in Geneva.", ["TCD"], ["MLI"]),
        ("Iran withdrew its troops from Iraq.", ["IRN"], ["IRQ"]),
        ("Chad discussed Libya with Mali.", ["TCD"], ["MLI"]),
        ("Chad and Mali, which are mediating, urged Iran to halt.", ["TCD", "MLI"], ["IRN"]),
        ("Chad and Mali failed to reach agreement on trade.", ["TCD"], ["MLI"]),
        ("Syria gave Lebanon a list of prisoners and demanded their return.", ["SYR"], ["LBN"]),
    ],
)
def test_who_did_it_to_whom(
    text: str, source: list[str], target: list[str], code: Callable[..., Coding]
) -> None:
    event = code(text).events[0]
    assert [a.code for a in event.source] == source
    assert [a.code for a in event.target] == target


def test_a_soldier_who_is_hit_is_no_mode_of_attack(code: Callable[..., Coding]) -> None:
    [event] = code("Two Malian soldiers were killed in an ambush.").events
    assert event.mode is None


def test_a_short_name_is_the_person_named_before(code: Callable[..., Coding]) -> None:
    text = "Prime Minister Abiy Ahmed visited Kenya. Abiy refused to negotiate."
    events = code(text).events
    assert [a.code for a in events[-1].source] == ["ETH"]


@pytest.mark.parametrize(
    "text",
    [
        "Rwandan guns shelled Goma on Monday. Shelling of the town resumed on Friday.",
        "Rwandan guns shelled Goma on Monday. The bombardment went on through Tuesday.",
    ],
)
def test_an_attack_that_goes_on_is_that_of_who_began_it(
    text: str, code: Callable[..., Coding]
) -> None:
    event = code(text).events[-1]
    assert [each.code for each in (*event.source, *event.target)] == ["RWA", "COD"]
    assert event.roles["source"] == "whom the story told to attack before"


def test_an_attack_that_goes_on_is_nobodys_where_none_was_told(code: Callable[..., Coding]) -> None:
    events = code("Talks failed. The shelling resumed on Friday.").events
    assert "ASSAULT" not in [each.type for each in events]
    told = [each.type for each in code("Rwanda shelled Goma. Attacks went on for weeks.").events]
    assert told.count("ASSAULT") == 1


@pytest.mark.parametrize(
    "text",
    [
        "Fighting between Chad and Libya went on in Faya.",
        "A battle between Chad and Libya raged at Faya.",
    ],
)
def test_both_fight_between_whom_fighting_is(text: str, code: Callable[..., Coding]) -> None:
    event = code(text).events[0]
    both = ["TCD", "LBY"]
    assert [a.code for a in event.source] == [a.code for a in event.target] == both


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Talks opened in Geneva on Monday between Chad and Libya.", "CONSULT"),
        ("Fighting broke out on Monday between Chad and Libya.", "ASSAULT"),
    ],
)
def test_what_opens_between_two_is_of_both(
    text: str, kind: str, code: Callable[..., Coding]
) -> None:
    [event] = code(text).events
    codes = {each.code for each in (*event.source, *event.target)}
    assert (event.type, codes) == (kind, {"TCD", "LBY"})


def test_who_attacked_stands_behind_what_was_hit(code: Callable[..., Coding]) -> None:
    [event] = code("The war opened with a raid on the airport by Libyan jets.").events
    assert (event.type, [each.code for each in event.source]) == ("ASSAULT", ["LBY"])
