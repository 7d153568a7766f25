"""Points put through both models: by hand, and with parts taken out."""

import numpy as np
import pytest

from truceline.reason.models import Layout, evaluate, gap, saving, settles_over_forts, terms_of

NAMES = ("power", "uncertainty", "discount", "cost.a", "cost.b", "backers.a", "backers.b", "shift")
BASE = (0.5, 0.2, 0.9, 0.1, 0.2, 0.0, 0.1, 0.0)


def point(**more: float) -> tuple[Layout, np.ndarray]:
    held = dict(zip(NAMES, BASE, strict=True)) | {
        name.replace("_of_", "."): value for name, value in more.items()
    }
    return Layout(names=tuple(held), a="a", b="b"), np.array([list(held.values())])


def test_a_point_by_hand() -> None:
    layout, points = point()
    found = evaluate(layout, points)
    # saved: .1 + .2 - .1 = .2; the band of B's cost is [.1, .3]
    # (C - c_A + S_B - .1) / 2C = (.2 - .1 + .1 - .1) / .4 = .25
    assert float(found.width[0]) == pytest.approx(0.2)
    assert float(found.pr_war[0]) == pytest.approx(0.25)
    # without a shift the commitment model saves c_A + c_B, supply aside: .3, at once
    assert float(found.room[0]) == pytest.approx(0.3)
    assert bool(found.open()[0])
    assert float(saving(layout, points)[0]) == pytest.approx(0.2)


def test_supply_is_money_for_fighting_in_one_model_and_power_after_a_truce_in_the_other() -> None:
    def both(supply: float, kept: float) -> tuple[float, float]:
        found = evaluate(*point(backers_of_b=supply, after_truce_of_b=kept, shift=0.35))
        return float(found.pr_war[0]), float(found.room[0])

    (risk, room), (more_risk, more_room) = both(0.05, 1.0), both(0.15, 1.0)
    assert more_risk > risk
    assert more_room == pytest.approx(room + 0.9 * 0.1)  # by the weight of the time after
    assert both(0.15, 0.0)[1] == pytest.approx(both(0.05, 0.0)[1])


@pytest.mark.parametrize("side", ["a", "b"])
def test_supply_is_no_gain_from_fighting_in_the_commitment_model(side: str) -> None:
    less, more = (evaluate(*point(**{f"backers_of_{side}": each})) for each in (0.02, 0.08))
    assert float(more.room[0]) == float(less.room[0])
    assert float(more.width[0]) == pytest.approx(float(less.width[0]) - 0.06)


def test_a_bargain_that_would_not_last_is_no_settlement() -> None:
    found = evaluate(*point(shift=0.45))
    assert float(found.width[0]) > 0
    assert not bool(found.lumpy[0])
    assert float(found.room[0]) < 0
    assert not bool(found.open()[0])


def test_a_guarantee_works_in_both_models() -> None:
    how = {"office_of_b": 0.4, "ouster_settle_of_b": 0.5, "shift": 0.35}
    bare = evaluate(*point(**how))
    held = evaluate(*point(**how, guarantee_of_b=0.5))
    # half of .4 x .5 less to gain from fighting
    assert float(held.width[0] - bare.width[0]) == pytest.approx(0.1)
    # and in the other model as well half of the shift, by the weight of the time after
    assert float(held.room[0] - bare.room[0]) == pytest.approx(0.1 + 0.9 * 0.175)


def test_a_guarantee_leaves_an_office_alone_that_settling_makes_safer() -> None:
    assert float(gap(0.1, 0.3, 1.0)) == pytest.approx(-0.2)
    assert float(gap(0.3, 0.1, 1.0)) == 0.0


def test_lumps_close_a_range_that_is_there() -> None:
    found = evaluate(*point(step=0.4, power=0.55, cost_of_a=0.05, cost_of_b=0.15))
    assert float(found.width[0]) > 0  # [.50, .60]
    assert bool(found.lumpy[0])
    assert not bool(found.open()[0])


def test_who_names_tomorrows_terms_matters_to_commitment_alone() -> None:
    layout, points = point(shift=0.2, tomorrow=0.5)
    own, powell = evaluate(layout, points), evaluate(layout, points, tomorrow=1.0)
    fearon = evaluate(layout, points, tomorrow=0.0)
    assert float(fearon.room[0]) < float(own.room[0]) < float(powell.room[0])
    assert float(fearon.pr_war[0]) == float(powell.pr_war[0])


def test_bs_cost_lies_in_a_band_around_its_value() -> None:
    terms, cost_b = terms_of(*point())
    assert float(np.squeeze(terms.cost_b_min)) == pytest.approx(0.1)
    assert float(np.squeeze(cost_b)) == pytest.approx(0.2)


def test_the_war_over_forts_is_settled_where_fighting_costs_more_than_it_pays() -> None:
    settled, solved = settles_over_forts(*point(discount=0.999))
    assert bool(solved[0])
    assert bool(settled[0])
    settled, solved = settles_over_forts(*point(discount=0.999, backers_of_b=0.6))
    assert bool(solved[0])
    assert not bool(settled[0])
