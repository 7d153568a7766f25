"""Whose weapons were shot down, and what else plain sentences say of attacks."""

from collections.abc import Callable

import pytest

from truceline.terms.events import Coding


def told(coding: Coding) -> list[tuple[str, str, list[str | None], list[str | None]]]:
    """Return type, status and codes of each event of a coding."""
    return [
        (each.type, each.status, [a.code for a in each.source], [a.code for a in each.target])
        for each in coding.events
    ]


@pytest.mark.parametrize(
    ("text", "source", "target"),
    [
        ("Three Syrian drones were shot down over Haifa.", [], ["SYR"]),
        ("Three Syrian drones were shot down by Israel.", ["ISR"], ["SYR"]),
        ("Oman shot down Iranian rockets in its airspace.", ["OMN"], ["IRN"]),
    ],
)
def test_owner_of_what_was_shot_down_is_the_target(
    code: Callable[..., Coding], text: str, source: list[str], target: list[str]
) -> None:
    [event, *_] = told(code(text))
    assert event == ("ASSAULT", "happened", source, target)


def test_where_a_missile_came_from_is_whom_its_interception_faces(
    code: Callable[..., Coding],
) -> None:
    events = told(code("Israel intercepted a missile fired from Yemen."))
    assert ("ASSAULT", "happened", ["ISR"], ["YEM"]) in events


def test_attack_called_off_is_no_deed(code: Callable[..., Coding]) -> None:
    assert [each[0] for each in told(code("Chad called off an attack on Niger."))] == ["RETREAT"]


def test_talks_broken_off_are_not_held(code: Callable[..., Coding]) -> None:
    coding = code("Chad broke off talks with Niger.")
    assert told(coding) == [("SANCTION", "happened", ["TCD"], ["NER"])]


def test_who_is_struck_by_a_silence_is_not_hit(code: Callable[..., Coding]) -> None:
    assert not told(code("The head of the army was struck by the silence of the villagers."))
