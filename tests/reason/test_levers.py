"""Levers over a box: signs by hand, thresholds by algebra, extremes by search."""

import numpy as np
import pytest

from truceline.reason.box import spread
from truceline.reason.levers import (
    lever,
    region,
    sign,
    signs,
    stated,
    static_sign,
    surplus,
    tornado,
)
from truceline.reason.models import Layout, evaluate, saving
from truceline.reason.moves import Box, Move
from truceline.terms.errors import BadInput

ENDS: dict[str, tuple[float, float]] = {
    "power": (0.5, 0.5),
    "uncertainty": (0.1, 0.1),
    "discount": (0.95, 0.95),
    "cost.a": (0.1, 0.1),
    "cost.b": (0.1, 0.1),
    "backers.a": (0.0, 0.0),
    "backers.b": (0.25, 0.35),
}
ENDS_OF_SUPPLY = Move("backers.b", 0.0, "supply that ends", "pressure")


def box(points: int = 1000, **more: tuple[float, float]) -> Box:
    ends = ENDS | {name.replace("_of_", "."): value for name, value in more.items()}
    low, high = (np.array([each[at] for each in ends.values()]) for at in (0, 1))
    layout = Layout(names=tuple(ends), a="a", b="b")
    return Box(layout=layout, low=low, high=high, points=spread(low, high, points=points))


def test_the_least_change_that_opens_is_what_supply_exceeds_costs_by() -> None:
    # costs save .20, supply is .25 to .35: it must fall by .05 to .15, by .10 in the median
    held = box()
    found = lever(held, ENDS_OF_SUPPLY, evaluate(held.layout, held.points))
    assert found.opens == 1.0
    step = 0.3 / 32  # thresholds are exact to a thirty-second of the change
    assert found.change == pytest.approx(0.10, abs=1.1 * step)
    assert (found.change_low, found.change_high) == pytest.approx((0.075, 0.125), abs=1.1 * step)


def test_a_change_that_opens_nothing_says_so() -> None:
    held = box()
    more = Move("backers.b", 2.0, "supply that doubles", "pressure", relative=True)
    found = lever(held, more, evaluate(held.layout, held.points))
    assert found.opens == 0.0
    assert found.change is None


def test_where_only_one_model_moves_no_sign_is_stated() -> None:
    held = box()  # supply that buys nothing after a truce: the commitment model is silent
    found = lever(held, ENDS_OF_SUPPLY, evaluate(held.layout, held.points))
    assert (found.one, found.settle, found.differ, found.sign) == (1.0, 0.0, 0.0, 0)


def test_where_the_models_contradict_each_other_that_is_the_finding() -> None:
    # the truce would weaken b, and supply that goes on is what holds it: less of it is worse
    held = box(shift=(0.4, 0.4), after_truce_of_b=(0.5, 0.5))
    found = lever(held, ENDS_OF_SUPPLY, evaluate(held.layout, held.points))
    assert found.differ == 1.0
    assert found.sign == 0


def test_where_both_agree_the_sign_is_stated() -> None:
    held = box(office_of_b=(0.2, 0.2), ouster_settle_of_b=(0.5, 0.5), guarantee_of_b=(0.0, 0.0))
    full = Move("guarantee.b", 1.0, "a full guarantee", "assurance")
    found = lever(held, full, evaluate(held.layout, held.points))
    assert (found.settle, found.sign) == (1.0, -1)


def test_shares_of_a_lever_add_to_one() -> None:
    held = box(shift=(-0.3, 0.4), after_truce_of_b=(0.0, 2.0), backers_of_b=(0.0, 0.4))
    found = lever(held, ENDS_OF_SUPPLY, evaluate(held.layout, held.points))
    total = found.settle + found.fight + found.differ + found.one + found.neither
    assert total == pytest.approx(1.0)
    assert min(found.settle, found.differ) > 0


@pytest.mark.parametrize(
    ("one", "two", "expected"),
    [([-1] * 10, [-1] * 10, -1), ([1] * 10, [1] * 10, 1), ([-1] * 10, [-1] * 8 + [1] * 2, 0),
     ([-1] * 10, [-1] * 9 + [0], -1), ([0] * 10, [0] * 10, 0), ([-1] * 10, [1] * 10, 0)],
)  # fmt: skip
def test_a_sign_is_stated_where_nine_tenths_agree(
    one: list[int], two: list[int], expected: int
) -> None:
    assert stated(np.array(one, dtype=float), np.array(two, dtype=float)) == expected


def test_rounding_has_no_sign() -> None:
    assert sign(np.array([1e-12, -1e-12, -1e-6])).tolist() == [0.0, 0.0, -1.0]


def test_the_ultimatums_sign_is_the_ranges_where_its_risk_is_at_its_limit() -> None:
    held = box(points=4)  # supply exceeds costs by more than the band: fighting for certain
    base = evaluate(held.layout, held.points)
    assert (base.pr_war == 1).all()
    fewer = evaluate(held.layout, held.fixed("backers.b", 0.24))
    assert static_sign(base, fewer).tolist() == [-1.0] * 4
    one, two = signs(held, ENDS_OF_SUPPLY, base)
    assert one.tolist() == [-1.0] * 4
    assert two.tolist() == [0.0] * 4


def test_the_surplus_at_corners_bounds_every_point() -> None:
    held = box(
        points=4000,
        office_of_b=(0.0, 0.5),
        ouster_settle_of_b=(0.0, 0.6),
        ouster_fight_of_b=(0.0, 0.4),
        guarantee_of_b=(0.0, 1.0),
    )
    low, high = surplus(held)
    inside = saving(held.layout, held.points)
    assert low == pytest.approx(0.2 - 0.35 - 0.5 * 0.6)
    assert high == pytest.approx(0.2 - 0.25 + 0.5 * 0.4)
    assert low <= inside.min() <= inside.max() <= high


def test_the_tornado_puts_the_longest_bar_first() -> None:
    held = box(backers_of_b=(0.15, 0.25), cost_of_a=(0.08, 0.12))
    bars = tornado(held)
    assert [bar.name for bar in bars] == ["backers.b", "cost.a"]
    assert (bars[0].at_low, bars[0].at_high) == (1.0, 0.0)
    assert bars[1].at_high == pytest.approx(0.7, abs=0.01)  # .25 less supply's .15 to .22
    assert bars[1].at_low == pytest.approx(0.3, abs=0.01)


def test_a_region_opens_along_its_line() -> None:
    held = box(points=300, cost_of_a=(0.1, 0.2))
    found = region(held, "cost.a", "backers.b", {"backers.b": (0.0, 0.4)})
    assert (found.x[0], found.x[-1], found.y[0], found.y[-1]) == (0.1, 0.2, 0.0, 0.4)
    for row, supply in zip(found.open, found.y, strict=True):
        for cell, cost in zip(row, found.x, strict=True):
            if abs(cost + 0.1 - supply) > 1e-9:
                assert cell == (1.0 if cost + 0.1 > supply else 0.0)


def test_a_region_needs_two_parameters() -> None:
    with pytest.raises(BadInput, match="two parameters"):
        region(box(), "cost.a", "cost.a", {})
    with pytest.raises(BadInput, match=r"not cost\.a and rain"):
        region(box(), "cost.a", "rain", {})
