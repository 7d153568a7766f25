"""Low, best and high of an event, with who said what."""

from dataclasses import replace
from datetime import date
from typing import Any

from tests.record.same.tellings import DAY, dead, told

from truceline.record.same.link import Linked, link
from truceline.record.same.mention import Figure, Mention
from truceline.record.same.reprints import Reprint
from truceline.record.same.tolls import Toll, tolls


def of(linked: Linked) -> Toll:
    [group] = linked.groups
    [toll] = tolls(linked, group)
    return toll


def on(name: str, day: int, **fields: Any) -> Mention:
    return told(name, published=DAY.replace(day=day), **fields)


def test_the_latest_report_is_the_best_and_all_are_kept() -> None:
    toll = of(link([on("a", 25, figures=dead(6, None)), on("b", 27, figures=dead(12)),
                    on("c", 26, figures=dead(14))]))  # fmt: skip
    assert (toll.low, toll.best, toll.high) == (6, 12, 14)
    assert [(each.story_id, each.low) for each in toll.said] == [("a", 6), ("c", 14), ("b", 12)]
    assert toll.differs()


def test_an_open_end_of_the_most_stays_open() -> None:
    assert (
        of(link([on("a", 25, figures=dead(14)), on("b", 26, figures=dead(16, None))])).high is None
    )
    assert of(link([on("a", 25, figures=dead(14, None)), on("b", 26, figures=dead(16))])).high == 16


def test_reports_are_not_added_up_and_parts_of_one_report_are() -> None:
    parts = (Figure("killed", "soldiers", 3, 3, "3"), Figure("killed", "civilians", 2, 2, "2"))
    toll = of(link([on("a", 25, figures=parts), on("b", 25, figures=dead(5))]))
    assert (toll.low, toll.best, toll.high) == (5, 5, 5)


def test_a_reprint_says_nothing_of_its_own() -> None:
    text = "Two missiles hit a market in the middle of the town on Sunday and killed people."
    first = on("a", 25, figures=dead(9), text=text)
    copy = replace(on("b", 26, figures=dead(9), text=text), start=None, end=None)
    toll = of(link([first, copy], [Reprint("b", "a", 1.0, 1.0, 40)]))
    assert [each.story_id for each in toll.said] == ["a"]
    assert not toll.differs()


def test_the_largest_of_two_tellings_in_one_report_counts() -> None:
    one = on("a", 25, figures=dead(7))
    again = replace(one, id="a2", sentence=1, figures=dead(8), text="The toll rose.")
    assert [each.low for each in of(link([one, again])).said] == [8]


def test_an_event_without_numbers_has_none() -> None:
    found = link([told("a", published=date(2024, 5, 26))])
    assert tolls(found, found.groups[0]) == ()
