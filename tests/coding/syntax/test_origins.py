"""Who did it after all."""

from collections.abc import Callable

import pytest

from truceline.terms.events import Coding


@pytest.mark.parametrize(
    ("text", "source", "target"),
    [
        ("American F-16s bombed Iraqi tanks.", ["USA"], ["IRQ"]),
        ("Three American bombs hit the Chinese embassy.", ["USA"], ["CHN"]),
        ("A torpedo fired by an Iranian submarine sank a Chinese ship.", ["IRN"], ["CHN"]),
        ("Kosovo Albanians were driven out, the UN said, by Serbian police.", ["SRB"], ["XKX"]),
        ("Nigeria's army apologised for a strike that killed ten villagers.", ["NGA"], [None]),
        ("Two Indian soldiers were killed in a gunbattle with Pakistani rebels.", ["PAK"], ["IND"]),
    ],
)
def test_the_doer_stands_where_the_words_around_put_it(
    text: str, source: list[str], target: list[str | None], code: Callable[..., Coding]
) -> None:
    event = code(text).events[-1]
    assert [a.code for a in event.source] == source
    assert [a.code for a in event.target] == target


def test_who_is_only_for_a_state_is_not_that_states(code: Callable[..., Coding]) -> None:
    event = code("Pro-Russian gunmen seized a police station in Ukraine.").events[0]
    assert [(a.text, a.code) for a in event.source] == [("Pro-Russian gunmen", None)]


def test_a_weapon_that_nobody_owns_has_no_doer(code: Callable[..., Coding]) -> None:
    event = code("A missile hit an Iraqi barracks.").events[0]
    assert [a.code for a in event.source if a.code] == []
