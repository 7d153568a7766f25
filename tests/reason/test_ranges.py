"""Ranges as the war file gives them and as the user sets them."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from truceline.reason.ranges import lacking, parse_set, ranges
from truceline.terms.errors import BadInput, BadWar
from truceline.terms.wars import War

Made = Callable[..., War]


def entry(name: str, low: float, high: float, **more: Any) -> dict[str, Any]:
    plain = {"name": name, "low": low, "high": high, "sentence": "So it is said.", "source": "A."}
    return plain | more


def test_a_what_if_is_read_as_it_is_written() -> None:
    assert parse_set(["backers.South=0.1:0.3", "shift=-0.2"]) == {
        "backers.south": (0.1, 0.3), "shift": (-0.2, -0.2),
    }  # fmt: skip


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("backers.south", "NAME=LOW:HIGH"),
        ("=0.1:0.2", "NAME=LOW:HIGH"),
        ("shift=a:b", "'a:b' is no range"),
        ("shift=", "'' is no range"),
        ("shift=0.3:0.1", "lower end first"),
        ("shift=0:1:2", "lower end first"),
    ],
)
def test_a_what_if_with_a_mistake_says_how_to_write_it(text: str, words: str) -> None:
    with pytest.raises(BadInput, match=words):
        parse_set([text])


def test_one_name_twice_is_refused() -> None:
    with pytest.raises(BadInput, match="given twice"):
        parse_set(["shift=0:1", "SHIFT=0:0.5"])


@pytest.mark.parametrize("name", ["backers.south", "backers.SOU"])
def test_a_what_if_replaces_the_files_range_and_says_so(made: Made, name: str) -> None:
    found = {each.name: each for each in ranges(made(), set_={name: (0.5, 0.6)})}
    assert (found["backers.south"].low, found["backers.south"].high) == (0.5, 0.6)
    assert found["backers.south"].basis == "what if"
    assert found["backers.north"].basis == "war"


def test_an_alias_of_a_side_is_understood(made: Made) -> None:
    found = {each.name: each for each in ranges(made(), set_={"cost.upper-land": (0.1, 0.2)})}
    assert found["cost.north"].high == 0.2


@pytest.mark.parametrize(
    ("name", "ends", "words"),
    [
        ("backer.south", (0.1, 0.2), r"did you mean backers\.south"),
        ("zzz", (0.1, 0.2), "it knows power"),
        ("power", (0.5, 1.5), "within 0.01:0.99"),
        ("shift", (float("nan"), 0.1), "shift is nan"),
    ],
)
def test_a_what_if_that_cannot_be_is_refused(
    made: Made, name: str, ends: tuple[float, float], words: str
) -> None:
    with pytest.raises(BadInput, match=words):
        ranges(made(), set_={name: ends})


def test_a_range_counts_from_its_date_and_not_before(made: Made) -> None:
    war = made(
        [
            entry("backers.south", 0.1, 0.3),
            entry("backers.south", 0.0, 0.1, date=date(2003, 3, 19)),
        ]
    )

    def top(as_of: date | None) -> float:
        return ranges(war, set_={}, as_of=as_of)[0].high

    assert top(date(2003, 3, 18)) == 0.3
    assert top(date(2003, 3, 19)) == 0.1
    assert top(None) == 0.1


@pytest.mark.parametrize(
    ("broken", "words"),
    [
        (entry("power", 0.1, 0.2, sentence=""), "power of made lacks sentence"),
        (entry("power", 0.1, 0.2, source=None), "power of made lacks source"),
        (entry("power", 0.3, 0.2), "lower end first"),
        (entry("pwer", 0.1, 0.2), "no such parameter"),
        (entry("cost.east", 0.1, 0.2), "no such parameter"),
        (entry("power", True, 0.2), "low is True"),
        (entry("power", 0.1, 0.2, date="2003"), "date is '2003'"),
        ({"low": 0.1}, r"\(no name\) of made lacks name"),
    ],
)
def test_a_mistake_in_the_file_is_named(made: Made, broken: dict[str, Any], words: str) -> None:
    with pytest.raises(BadWar, match=words):
        ranges(made([broken]), set_={})


def test_ranges_must_be_a_list_of_tables(made: Made) -> None:
    with pytest.raises(BadWar, match="should be written as"):
        ranges(replace(made(), reason={"ranges": {"power": 1}}), set_={})


def test_what_the_models_cannot_do_without_is_listed(made: Made) -> None:
    held = ranges(made([entry("power", 0.4, 0.6)]), set_={})
    assert lacking(made(), held) == (
        "uncertainty", "discount", "cost.north", "cost.south", "backers.north", "backers.south",
    )  # fmt: skip
    assert lacking(made(), ranges(made(), set_={})) == ()
