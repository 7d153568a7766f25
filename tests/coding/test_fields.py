"""When, where and who says so."""

from collections.abc import Callable
from datetime import date

from truceline.terms.events import Coding


def test_a_date_is_carried_to_the_next_sentence_and_said_to_be(code: Callable[..., Coding]) -> None:
    [event] = code("On Sunday, a new blow fell.", "Chad attacked Mali.").events
    assert event.date_start == date(2025, 6, 1)
    assert event.roles["date"] == "carried on from the sentence before"


def test_a_date_is_not_carried_over_a_paragraph_between(code: Callable[..., Coding]) -> None:
    found = code("On Sunday, a blow fell.", "Nobody spoke.", "It rained.", "Chad attacked Mali.")
    assert found.events[0].date_start is None


def days(found: Coding) -> list[date | None]:
    return [each.date_start for each in found.events]


def test_a_day_that_dates_a_deed_is_carried_through_its_paragraph_and_no_further(
    code: Callable[..., Coding],
) -> None:
    rest = ("Rebels shelled Goma.", "Rwanda rejected the charge.", "Kenya sent aid to Congo.")
    for text, day in (("On Monday", date(2025, 1, 27)), ("On 6 January", date(2025, 1, 6))):
        lead = f"{text} rebels attacked Sake."
        found = code(lead, *rest, published=date(2025, 2, 1))
        assert days(found) == [day, None, None, None]
        found = code(f"{lead} {' '.join(rest)}", published=date(2025, 2, 1))
        assert days(found) == [day, day, None, None]  # an answer or aid may come on any day


def test_the_day_of_a_remark_is_not_the_day_of_the_deed(code: Callable[..., Coding]) -> None:
    [event] = code("Chad attacked Mali, officials said on Friday.").events
    assert event.date_start is None


def test_local_authorities_are_those_of_the_land(code: Callable[..., Coding]) -> None:
    [event] = code("Two bridges collapsed in a Russian region; the local authorities said they "
                   "suspected sabotage.").events  # fmt: skip
    assert event.attributed_to is not None
    assert event.attributed_to.code == "RUS"
    assert (event.source, event.hedge) == ((), "suspected")


def test_another_war_and_its_paragraph_are_background(code: Callable[..., Coding]) -> None:
    found = code("Much recalls the Korean War. China attacked South Korea.", war=True)
    assert [e.status for e in found.events] == ["background"]


def test_news_after_a_look_back_is_news(code: Callable[..., Coding]) -> None:
    found = code("Much recalls the Korean War. On Sunday, Russia attacked Ukraine.", war=True)
    assert [e.status for e in found.events] == ["happened"]


def test_without_a_date_for_the_report_a_weekday_keeps_its_text(
    code: Callable[..., Coding],
) -> None:
    [event] = code("On Sunday, Chad attacked Mali.", published=None).events
    assert (event.date_start, event.date_prec, event.date_text) == (None, "unknown", "On Sunday")


def test_a_target_taken_from_a_place_is_said_to_be(code: Callable[..., Coding]) -> None:
    [event] = code("Ukrainian drones struck Bryansk.").events
    assert [a.code for a in event.target] == ["RUS"]
    assert event.roles["target"] == "country of the place"


def test_the_day_of_a_plea_is_its_own_and_a_day_to_come_is_no_deeds(
    code: Callable[..., Coding],
) -> None:
    text = "On Monday Chad attacked Mali. Mali said two days later that it accused Chad of murder."
    assert days(code(text))[0] == date(2025, 6, 2)
    [event] = code("Kenya invited Chad to talks on 9 July.").events
    assert event.date_start is None


def test_a_day_by_which_a_deed_was_done_is_its_day_and_a_term_is_none(
    code: Callable[..., Coding],
) -> None:
    assert days(code("Chadian soldiers cleared the town of rebels by 1 June.")) == [
        date(2025, 6, 1)
    ]
    assert days(code("Kenya urged Chad to leave Sake by 1 June."))[:1] == [None]


def test_that_day_is_the_last_one_named(code: Callable[..., Coding]) -> None:
    found = code("Goma, which Rwanda attacked on Sunday, was quiet. That day, rebels shelled Sake.")
    assert days(found)[-1] == date(2025, 6, 1)
