"""Who claims a deed or denies a part in it, by the parse."""

from collections.abc import Callable

import pytest
from tests.coding.syntax.views import view_of

from truceline.coding.syntax.answers import answers, denial
from truceline.terms.events import Coding


def said(text: str) -> list[tuple[str, bool]]:
    """Return the last word of who answers, and whether he denies."""
    return [(each.who[0].text.split()[-1], each.denies) for each in answers(view_of(text))]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Hezbollah denied any part in the raid.", [("Hezbollah", True)]),
        ("Israel denies the attack.", [("Israel", True)]),
        ("Islamic State claimed responsibility.", [("State", False)]),
        ("No group claimed responsibility.", []),
        ("Iran did not deny responsibility.", []),
        ("Iran denied the minister a visa.", []),
        ("Iran claimed a victory.", []),
    ],
)
def test_who_answers_for_a_deed(text: str, found: list[tuple[str, bool]]) -> None:
    assert said(text) == found


def test_an_attack_that_is_denied_in_its_sentence_is_its_deniers(
    code: Callable[..., Coding],
) -> None:
    [event] = code("Hezbollah denied responsibility for rockets that wounded two in Haifa.").events
    assert (event.type, event.status, event.hedge) == ("ASSAULT", "denied", "reported")
    assert [each.code for each in event.source] == ["LBN"]


def test_whose_attack_it_was_said_to_be_it_stays(code: Callable[..., Coding]) -> None:
    [event] = code("Syria denied that Israel had bombed Homs.").events
    assert [each.code for each in event.source] == ["ISR"]


def test_a_denial_is_of_the_deed_or_of_the_charge() -> None:
    view = view_of("Hezbollah denied responsibility.")
    [answer] = answers(view)
    made = [denial(view, answer, kind, None) for kind in ("ASSAULT", "REJECT")]
    assert [each.reading.status for each in made] == ["denied", "happened"]
