"""The type of a deed by who does it, and words that mean something else here."""

from collections.abc import Callable

import pytest

from truceline.terms.events import Coding

Code = Callable[..., Coding]


def told(code: Code, text: str) -> list[str]:
    return [each.type for each in code(text).events]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Protesters in Sudan torched a police station on Monday.", "PROTEST"),
        ("Soldiers in Sudan torched a police station on Monday.", "COERCE"),
        ("Greek farmers blocked a bridge to Bulgaria.", "PROTEST"),
        ("Greek soldiers blocked a bridge to Bulgaria.", "COERCE"),
        ("A crowd in Peru killed two policemen with stones.", "ASSAULT"),
    ],
)
def test_what_crowds_burn_or_block_is_a_protest(text: str, kind: str, code: Code) -> None:
    assert told(code, text) == [kind]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Boko Haram fighters hold ten schoolgirls in the forest.", "ASSAULT"),
        ("Nigerian police hold ten suspects in the capital.", "COERCE"),
        ("The rebels disarmed forty Kenyan peacekeepers in Mali.", "COERCE"),
        ("The rebels in Mali disarmed.", "RETREAT"),
        ("A cyberattack crippled Estonia's parliament.", "COERCE"),
        ("France sent jets against the rebels in Mali.", "ASSAULT"),
        ("France sent jets to Mali.", "MOBILIZE"),
        ("Chad freed thirty soldiers of Mali and got back two of its own.", "COOPERATE"),
        ("Turkish troops blasted a base in Syria.", "ASSAULT"),
        ("Turkey's minister blasted Syria over the raid.", "ACCUSE"),
        ("Kenya would hold Sudan responsible, its president said.", "THREATEN"),
    ],
)
def test_who_does_it_to_whom_says_what_it_is(text: str, kind: str, code: Code) -> None:
    assert kind in told(code, text)


@pytest.mark.parametrize(
    "text",
    [
        "Rebels marched with the column in Chad.",
        "The president of Mali walked out.",
        "A film about Kosovo was shot in Spain.",
        "Prices in Ghana fell to a record low.",
        "Ghana's parliament sent the bill back.",
        "Mali's army picked up the bodies.",
        "The general of Kenya was charged with overseeing the truce.",
        "Belarus insists that none of its soldiers was there.",
        "Voters in Ghana went to the polls.",
        "The army of Chad marched them over the bridge.",
    ],
)
def test_words_with_another_sense_are_no_event(text: str, code: Code) -> None:
    assert told(code, text) == []
