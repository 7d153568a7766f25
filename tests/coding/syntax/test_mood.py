"""Statuses by the parse."""

from collections.abc import Callable

import pytest

from truceline.terms.events import Coding


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Iran attacked Iraq.", "happened"),
        ("Iran did not attack Iraq.", "denied"),
        ("Nobody attacked Iraq.", "denied"),
        ("Iran may attack Iraq.", "hypothetical"),
        ("Iran will attack Iraq.", "planned"),
        ("Iran must release the prisoners.", "demanded"),
        ("Iran failed to seize Basra.", "failed"),
        ("Iran is attacking Iraq.", "ongoing"),
        ("Iran has been attacking Iraq.", "ongoing"),
        ("Iran had been attacking Iraq.", "happened"),
        ("Iran plans to attack Iraq.", "planned"),
        ("If Iran attacked Iraq, Kuwait reacted late.", "hypothetical"),
        ("The army retook Basra, but not before rebels had shot six soldiers.", "happened"),
        ("Iran began to shell Basra on Monday.", "happened"),
        ("Iran has begun to shell Basra.", "ongoing"),
        ("Iran decided to expel the envoy of Iraq.", "planned"),
        ("Iran's parliament voted to expel the envoy of Iraq.", "happened"),
        ("Iran is investigating the Iraqi embassy.", "ongoing"),
    ],
)
def test_a_deed_is(text: str, status: str, code: Callable[..., Coding]) -> None:
    assert code(text).events[-1].status == status


def test_the_first_of_several_to_do_it_did_it(code: Callable[..., Coding]) -> None:
    [event] = code("Canada was the first of all to recognise Kosovo.").events
    assert (event.type, event.status) == ("SUPPORT", "happened")


def test_a_purpose_is_no_deed(code: Callable[..., Coding]) -> None:
    assert code("Iran built roads to attack Iraq.").events == ()


def test_a_habit_is_set_aside(code: Callable[..., Coding]) -> None:
    found = code("Iran often attacks Iraq.")
    assert [each.reason for each in found.set_aside] == ["HABITUAL"]
