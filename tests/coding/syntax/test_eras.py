"""Which deeds of a sentence an old date tells of."""

from collections.abc import Callable
from datetime import date

import pytest
from tests.coding.syntax.views import view_of

from truceline.coding.dates import dates_of
from truceline.coding.draft import Draft
from truceline.coding.status import Reading
from truceline.coding.syntax.eras import reaches
from truceline.coding.syntax.find import triggers_by_parse
from truceline.terms.events import Coding


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Chad attacked Libya in 1983.", True),
        ("Chad attacked Libya, which took the strip in 1973.", False),
        ("Chad suspended the treaty of 1974 and attacked Libya.", False),
        ("Chad has attacked Libya since 1983.", False),
    ],
)
def test_an_old_date_tells_of_a_deed(text: str, expected: bool) -> None:
    view = view_of(text)
    [when] = dates_of(text, view.tokens, date(2020, 1, 1), date(2020, 1, 1))
    [(node, trigger)] = [each for each in triggers_by_parse(view) if each[1].entry == "attack"]
    assert reaches(view, Draft(trigger, Reading(), node=node), when) == expected


def test_without_a_parse_every_date_does() -> None:
    view = view_of("Chad attacked Libya, which took the strip in 1973.")
    [when] = dates_of(view.text, view.tokens, date(2020, 1, 1), date(2020, 1, 1))
    [(_, trigger)] = [each for each in triggers_by_parse(view) if each[1].entry == "attack"]
    assert reaches(None, Draft(trigger, Reading()), when)


def test_a_deed_of_now_is_no_background(code: Callable[..., Coding]) -> None:
    found = code("Chad bombed Libya, which took the strip in 1973.").events
    assert found[0].status == "happened"
    assert code("Chad bombed Libya in 1973.").events[0].status == "background"
