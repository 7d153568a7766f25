"""The fit of how sure the coder is: `make sureness`."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.gold import reader

import sureness as fit
from truceline.coding.sureness import FIELDS, sureness


def rows(*those: tuple[str, str, bool]) -> list[fit.Row]:
    return [fit.Row(file, tuple(g.split(",")), True, (good,)) for file, g, good in those]


def test_without_grounds_the_chance_is_the_share_right() -> None:
    start, weights = fit.fitted(np.zeros((4, 1)), np.array([True, True, True, False]))
    assert start == pytest.approx(np.log(3), abs=1e-3)
    assert weights == pytest.approx([0.0])


def test_a_ground_of_what_is_right_weighs_for_it_and_its_opposite_against() -> None:
    matrix = np.array([[1.0, 0.0]] * 20 + [[0.0, 1.0]] * 20)
    _, (good, bad) = fit.fitted(matrix, np.array([True] * 20 + [False] * 20))
    assert good > 0.5
    assert bad == pytest.approx(-good, abs=1e-3)


@given(st.lists(st.booleans(), min_size=6, max_size=30))
def test_the_fit_is_where_the_slope_is_nought(right: list[bool]) -> None:
    found = np.array(right)
    matrix = np.array([[float(i % 2), float(i % 3 == 0)] for i in range(len(right))])
    if found.all() or not found.any():
        return
    start, weights = fit.fitted(matrix, found)
    wrong = fit.chances((start, weights), matrix) - found
    assert wrong.sum() == pytest.approx(0, abs=1e-2)
    assert matrix.T @ wrong == pytest.approx(-fit.STIFFNESS * weights, abs=1e-2)


@given(st.floats(0.05, 0.95))
def test_a_moved_start_has_the_wanted_mean(share: float) -> None:
    matrix = np.array([[0.0], [1.0], [1.0]])
    weights = np.array([1.5])
    start = fit.moved((0.3, weights), matrix, share)
    assert fit.chances((start, weights), matrix).mean() == pytest.approx(share)


def test_rare_grounds_get_no_weight() -> None:
    names, matrix = fit.laid_out(rows(*[("f", "common", True)] * 4, ("f", "rare", False)))
    assert names == ["common"]
    assert matrix.sum() == 4


def test_files_left_out_are_judged_by_the_others_alone() -> None:
    found = rows(*[("a", "x", True)] * 9, *[("b", "x", False)] * 9)
    _, matrix = fit.laid_out(found)
    right = np.array([row.right[0] for row in found])
    assert fit.left_out(found, matrix, right) > 0.9  # each file teaches the opposite


def test_the_weights_that_ship_were_fitted_on_this_gold() -> None:
    mark = reader.fingerprint(e for e in reader.read() if e.half == "open")
    assert mark in fit.WEIGHTS.read_text("utf-8")
    assert {len(row) for row in sureness().weights.values()} == {len(FIELDS)}
