"""What an attack was made with, by the parse."""

from collections.abc import Callable

import pytest

from truceline.terms.events import Coding


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Soldiers shot dead nine villagers in Mali on Monday.", ["firearm"]),
        ("Nigerian police opened fire on marchers in Kano.", ["firearm"]),
        ("Libyan jets bombed a market in Chad.", ["aircraft"]),
        ("Chadian troops shot down a Libyan plane.", []),
        ("Rebels attacked Goma with mortars.", ["artillery"]),
        (
            "Gunmen attacked a patrol in Mali with hand grenades and assault rifles.",
            ["bomb", "firearm"],
        ),
        ("An explosive device killed three policemen in Lima.", ["bomb"]),
        ("Chad accused Libya of smuggling missiles to rebels.", []),
        ("Soldiers in Chad arrested a man with a pistol.", []),
    ],
)
def test_an_event_has_the_weapons_that_its_own_words_name(
    text: str, kinds: list[str], code: Callable[..., Coding]
) -> None:
    event = code(text).events[0]
    assert [each.kind for each in event.instruments] == kinds


def test_a_weapon_before_the_verb_is_that_of_the_verb_it_hangs_on(
    code: Callable[..., Coding],
) -> None:
    found = code("Chad condemned Libya on Monday as helicopters strafed refugees in Darfur.").events
    arms = {each.type: [one.kind for one in each.instruments] for each in found}
    assert arms["ACCUSE"] == []
    assert arms["ASSAULT"] == ["aircraft"]
