"""Attacks before and after acts of third parties."""

import numpy as np
import pytest
from tests.measure.made_words import day, fallen, gdelt, panel, war

from truceline.measure.backers import Backing, backers
from truceline.measure.calendar import Calendar, Window
from truceline.measure.shifts import shift_test
from truceline.terms.wars import Support


def made(kind: str = "aid", side: str | None = "XSO", ratio: float = 0.5) -> Backing:
    values, days = fallen(ratio)
    support = tuple(
        Support(date=day(each), backer="XME", kind=kind, what="x", side=side) for each in days
    )
    return backers(panel(raids=values), war(support=support), as_of=day(900))


def test_a_fall_after_acts_is_found_by_the_same_test_as_talks() -> None:
    (found,) = [e for e in made().estimates if "7 days after aid to the other side" in e.name]
    values, days = fallen(0.5)
    alone = shift_test(values, Calendar(days, days), Window("after", 7))
    assert (found.value, found.low, found.high) == (alone.ratio, alone.low, alone.high)
    assert found.n == 12
    assert found.p is not None
    assert found.p == pytest.approx(min(1.0, 3 * (alone.p or 0)))
    assert "raw p" in (found.method or "")


@pytest.mark.parametrize(
    ("kind", "side", "said"),
    [
        ("aid", "XNO", "aid to this side"),
        ("pause", "XSO", "aid held back from the other side"),
        ("sanction", "XNO", "sanctions on this side"),
        ("easing", "XNO", "sanctions on this side eased"),
        ("summit", None, "summits and mediation"),
        ("mediation", "XSO", "summits and mediation"),
        ("parade", "XSO", "parade"),
    ],
)
def test_groups_by_how_an_act_bears_on_the_side(kind: str, side: str | None, said: str) -> None:
    names = [each.name for each in made(kind, side).estimates]
    assert f"backers, raids: 28 days after {said}" in names


def test_counts_are_of_the_list_and_no_verdict_is_given() -> None:
    found = made()
    (count,) = [each for each in found.estimates if each.name == "backers, Southland: aid"]
    assert (count.value, count.n) == (12, 12)
    assert [each.passed for each in found.checks] == [None]
    assert "No act toward Norland is listed." in found.limits


def test_acts_are_read_from_events_only_where_none_is_listed() -> None:
    events = gdelt([(each, "XME", "XSO", 2) for each in (100, 200)])
    values, _ = fallen(1.0)
    read = backers(panel(raids=values), war(), events, as_of=day(900))
    assert [each.day for each in read.acts] == [day(100), day(200)]
    assert any("quad class" in each for each in read.limits)
    own = (Support(date=day(5), backer="XME", kind="aid", what="x", side="XSO"),)
    listed = backers(panel(raids=values), war(support=own), events, as_of=day(900))
    assert [each.day for each in listed.acts] == [day(5)]


def test_without_acts_nothing_is_said() -> None:
    found = backers(panel(raids=np.ones(400)), war(), as_of=day(400))
    assert (found.estimates, found.acts) == ((), ())
    assert found.limits == ("No act of a third party is listed: nothing is said of backers.",)
