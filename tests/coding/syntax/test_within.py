"""Whose clause a date or a place stands in."""

from collections.abc import Callable
from datetime import date

import pytest
from tests.coding.syntax.views import node, view_of

from truceline.coding.dates import dates_of
from truceline.coding.syntax.within import dates_it, of_sentence, own_places
from truceline.terms.events import Coding

PUBLISHED = date(2024, 8, 8)


def test_the_date_of_a_relative_clause_is_not_the_main_deeds() -> None:
    view = view_of("Chad left a fort that it had held since 1998.")
    [when] = dates_of(view.text, view.tokens, PUBLISHED, None)
    assert not dates_it(view, when, node(view, "left"))
    assert dates_it(view, when, node(view, "held"))
    assert of_sentence(view, [when]) == []
    assert of_sentence(None, [when]) == [when]


def test_two_days_after_dates_the_clause_it_opens_alone() -> None:
    view = view_of("Chad bombed a camp on Monday, two days after rebels attacked a convoy.")
    monday, apart = dates_of(view.text, view.tokens, PUBLISHED, None)
    assert dates_it(view, monday, node(view, "bombed"))
    assert not dates_it(view, apart, node(view, "bombed"))
    assert dates_it(view, apart, node(view, "attacked"))


def test_without_a_parse_all_places_are_kept() -> None:
    assert own_places(None, [], None, []) == []  # type: ignore[arg-type]


def test_each_deed_has_the_date_and_the_place_of_its_clause(code: Callable[..., Coding]) -> None:
    found = code("Rebels shelled Goma on Monday, two days after Rwanda attacked the town of Sake.")
    assert [each.date_start for each in found.events] == [date(2025, 6, 2), date(2025, 5, 31)]
    [attack, *_] = code("Sudanese jets bombed a camp on Monday, hours before Chad and Sudan "
                        "met in Geneva.").events  # fmt: skip
    assert attack.place is None


def test_land_held_since_long_ago_does_not_make_its_loss_background(
    code: Callable[..., Coding],
) -> None:
    [event] = code("On Sunday Chad withdrew its troops from a fort that it had held since "
                   "1998.").events  # fmt: skip
    assert (event.status, event.date_start) == ("happened", date(2025, 6, 1))


@pytest.mark.parametrize(
    "text",
    [
        "Rebels killed ten soldiers in Mali, the army said on Monday.",
        "Rebels in Mali have freed a doctor, Paris disclosed on Monday.",
        "Chad denied on Monday that its jets had bombed Goma.",
    ],
)
def test_the_day_of_a_remark_is_not_the_deeds(text: str, code: Callable[..., Coding]) -> None:
    assert code(text).events[0].date_start is None


@pytest.mark.parametrize(
    "text",
    [
        "Chad shelled Sudan on Monday after Sudanese rebels killed ten soldiers.",
        "Chad expelled an envoy on Monday, accusing Sudan of murder.",
        "Chad attacked Sudan on Monday, a raid that Kenya condemned.",
    ],
)
def test_what_stands_beside_a_dated_deed_has_no_day_of_its_own(
    text: str, code: Callable[..., Coding]
) -> None:
    first, second = code(text).events
    assert first.date_start == date(2025, 6, 2)
    assert second.date_start is None


def test_a_deed_at_what_a_day_owns_was_done_that_day(code: Callable[..., Coding]) -> None:
    [event] = code("Kenyan police arrested ten people at Sunday's rally.").events
    assert event.date_start == date(2025, 6, 1)


def test_what_was_voted_on_thursday_did_not_wait_for_the_next(code: Callable[..., Coding]) -> None:
    [event] = code("Kenya's parliament voted on Tuesday to send troops to Haiti.").events
    assert event.date_start == date(2025, 6, 3)
