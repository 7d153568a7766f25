"""The type of a deed by who does it and to whom."""

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
        ("A Russian missile destroyed a house in Kyiv.", "ASSAULT"),
        ("Soldiers of Myanmar burned ten houses in Sittwe.", "COERCE"),
        ("Turkish soldiers landed in Cyprus.", "MOBILIZE"),
        ("The German chancellor landed in Beijing.", "CONSULT"),
        ("Chad's president called on the Pope.", "CONSULT"),
        ("Chad's president called on Libya to withdraw.", "REQUEST"),
        ("Mali expelled 500 citizens of Niger.", "COERCE"),
        ("Mali expelled the ambassador of Niger.", "SANCTION"),
        ("The port of Goma is in the hands of Rwanda's army.", "COERCE"),
    ],
)
def test_who_does_it_to_whom_says_what_it_is(text: str, kind: str, code: Code) -> None:
    assert kind in told(code, text)
