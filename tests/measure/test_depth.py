"""Attacks sorted by depth: each rule, their order, and a plain loop over rows and rules."""

from datetime import date, timedelta

import numpy as np
import polars as pl
import pytest
from tests.measure.made_strikes import FIRST, RULES, attack, frame

from truceline.measure.depth import attacks_by_depth, plain
from truceline.terms.wars import Depth

LATER = FIRST + timedelta(days=900)


def depth(**given: object) -> str:
    found = attacks_by_depth(frame([attack(**given)]), RULES, as_of=LATER)  # type: ignore[arg-type]
    return str(found["depth"].item())


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"admin1": "Farland"}, "deep"),
        ({"admin1": "farland oblast"}, "deep"),
        ({"admin1": "Nearland", "where_prec": 4}, "near"),
        ({"admin1": "Nearland", "place": "Capital"}, "deep"),
        ({"admin1": "Nearland", "place": "Capital", "where_prec": 4}, "near"),
        ({"admin1": "Elsewhere"}, "unknown"),
        ({"admin1": "Farland", "country": "ZZZ"}, "unknown"),
        ({"admin1": "Anywhere", "country": "XSO"}, "deep"),
        ({"admin1": "Halfway", "country": "XSO"}, "unknown"),
        ({"admin1": None, "country": "XSO", "where_prec": 6}, "unknown"),
        ({"admin1": "Farland", "where_prec": 6}, "unknown"),
        ({"admin1": None, "country": None, "place": None, "where_prec": None}, "unknown"),
    ],
)
def test_the_narrowest_rule_decides(given: dict[str, object], said: str) -> None:
    assert depth(**given) == said


@pytest.mark.parametrize(
    "given",
    [{"type": "AID"}, {"status": "planned"}, {"status": "denied"}, {"source_dataset": "ucdp-ged"},
     {"date_prec": "month"}, {"again": True}, {"day": LATER + timedelta(days=1)}],
)  # fmt: skip
def test_what_is_no_dated_attack_of_a_report_is_left_out(given: dict[str, object]) -> None:
    made = frame([attack(**given)])  # type: ignore[arg-type]
    assert attacks_by_depth(made, RULES, as_of=LATER).is_empty()


def test_rules_that_disagree_say_unknown_and_only_in_their_span() -> None:
    since = Depth(depth="near", country="XNO", admin1=("Farland",), since=FIRST + timedelta(days=5))
    rows = frame([attack(FIRST), attack(FIRST + timedelta(days=9))])
    found = attacks_by_depth(rows, (*RULES, since), as_of=LATER)
    assert found["depth"].to_list() == ["deep", "unknown"]


@pytest.mark.parametrize("lacking", ["admin1", "type", "where_prec"])
def test_events_that_do_not_say_where_give_no_rows(lacking: str) -> None:
    assert attacks_by_depth(frame([attack()]).drop(lacking), RULES, as_of=LATER).is_empty()
    assert attacks_by_depth(None, RULES, as_of=LATER).is_empty()
    assert attacks_by_depth(frame([attack()]), (), as_of=LATER).is_empty()


def slow(row: dict[str, object], rules: tuple[Depth, ...]) -> str:
    """The page's words, one row and one rule at a time."""
    day, prec = row["date_start"], row["where_prec"]
    assert isinstance(day, date)
    prec = 9 if prec is None else prec
    assert isinstance(prec, int)

    def holds(rule: Depth) -> bool:
        return (
            rule.country == row["country"]
            and (rule.since is None or rule.since <= day)
            and (rule.until is None or day <= rule.until)
        )

    named = {each.depth for each in rules if holds(each) and prec <= 3 and str(
        row["place"]).casefold() in [name.casefold() for name in each.places]}  # fmt: skip
    region = plain(str(row["admin1"] or ""))
    regions = {each.depth for each in rules if holds(each) and prec <= 4
               and region in [plain(name) for name in each.admin1]}  # fmt: skip
    rest = {each.depth for each in rules if holds(each) and not each.places and not each.admin1
            and prec <= 4 and row["admin1"] is not None}  # fmt: skip
    for said in (named, regions, rest):
        if said:
            return said.pop() if len(said) == 1 else "unknown"
    return "unknown"


def test_a_plain_loop_sorts_alike() -> None:
    rng = np.random.default_rng(2)
    rules = (
        *RULES,
        Depth(depth="near", country="XNO", admin1=("Farland",), since=FIRST + timedelta(days=50)),
        Depth(depth="near", country="XSO", places=("Port",), until=FIRST + timedelta(days=70)),
    )
    rows = [
        attack(
            FIRST + timedelta(days=day), country=rng.choice(["XNO", "XSO"]).item(),
            admin1=("Farland", "Nearland", "Halfway", "Z", None)[rng.integers(5)],
            place=rng.choice(["Capital", "Port", "Town"]).item(),
            where_prec=int(rng.integers(1, 8)),
        )
        for day in range(300)
    ]  # fmt: skip
    found = attacks_by_depth(frame(rows), rules, as_of=LATER)["depth"].to_list()
    assert found == [slow(row, rules) for row in rows]
    assert set(found) == {"deep", "near", "unknown"}


def test_moving_all_days_alike_changes_nothing() -> None:
    rows = [attack(FIRST, admin1=name) for name in ("Farland", "Nearland", "Z")]
    moved = [{**row, "date_start": LATER} for row in rows]
    one, two = (attacks_by_depth(frame(each), RULES, as_of=LATER) for each in (rows, moved))
    assert one["depth"].equals(two["depth"])
    assert isinstance(one, pl.DataFrame)
