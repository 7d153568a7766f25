"""The registry of what is tested, and that nothing else is."""

from pathlib import Path

from truceline.measure.calendar import PRIMARY, Window
from truceline.measure.registry import calendars, registry, windows
from truceline.measure.words import described, told


def test_one_endpoint_is_primary_and_it_stands_first() -> None:
    first, *rest = registry()
    assert (first.role, first.window, first.calendar) == ("primary", PRIMARY, "announced")
    assert [each for each in rest if each.role == "primary"] == []


def test_lists_follow_each_other_so_that_a_later_endpoint_is_seen_to_be_later() -> None:
    declared = [each.declared for each in registry()]
    assert declared == sorted(declared)
    assert declared.count(1) == 12
    assert [each.order for each in registry()] == list(range(1, len(declared) + 1))


def test_no_endpoint_is_tested_twice() -> None:
    tested = [(each.window, each.quantity, each.calendar) for each in registry()]
    assert len(tested) == len(set(tested))


def test_the_secondary_windows_hold_barrages_and_the_days_after_against_the_days_before() -> None:
    assert Window("after", 7, "peak") in windows()
    assert Window("across", 7) in windows()
    assert len(windows()) == 11


def test_every_calendar_beside_has_words() -> None:
    assert set(calendars()) == {"held", "direct", "announcements", "first", "truces"}
    assert described(registry()[9]) == "7 days before, rounds held only"


def test_one_share_is_declared_so_that_each_part_is_tested_once() -> None:
    assert sum(each.quantity == "share" for each in registry()) == 1


def test_the_line_counts_every_endpoint_in_its_list() -> None:
    line = told()
    assert line.startswith("list 1: 1 7 days before (primary); ")
    assert ". list 2: 13 " in line
    assert f"; {len(registry())} 7 days before, truces instead of rounds" in line


def test_the_method_page_prints_the_registry_in_its_order() -> None:
    page = Path(__file__).resolve().parents[2] / "docs" / "methods" / "talks.md"
    rows = [
        f"| {each.order} | {each.declared} | {described(each)} | {each.role} |"
        for each in registry()
    ]
    assert "\n".join(rows) in page.read_text("utf-8")
