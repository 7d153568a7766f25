"""The fit of who is meant: `make sureness`."""

import numpy as np
import pytest
from tests.gold import whole

import choice as fit
from truceline.coding.choice import Candidate, Choice
from truceline.coding.choice import choice as shipped

GOOD, BAD = Candidate((), ("near",)), Candidate((), ("far",), now=True)


def case(file: str, *, near: bool) -> fit.Case:
    return fit.Case(file, (GOOD, BAD), (near, not near))


def test_grounds_of_the_right_candidates_weigh_for_them() -> None:
    weights = fit.fitted([case("a", near=True)] * 20).weights
    assert weights["near"] > 0.5
    assert weights["far"] == pytest.approx(-weights["near"], abs=1e-2)


def test_the_fit_is_where_the_slope_is_nought() -> None:
    found = [case("a", near=True)] * 14 + [case("a", near=False)] * 6
    weights = fit.fitted(found)
    chance = weights.chances((GOOD, BAD))[0]
    assert 20 * chance - 14 == pytest.approx(-fit.STIFFNESS * weights.weights["near"], abs=0.05)


def test_rare_grounds_get_no_weight() -> None:
    assert fit.common([case("a", near=True)] * (fit.RARE - 1)) == []
    assert fit.common([case("a", near=True)] * fit.RARE) == ["far", "near"]


def test_events_without_a_right_candidate_teach_nothing() -> None:
    lost = fit.Case("a", (GOOD, BAD), (False, False))
    found = [case("a", near=True)] * 20
    both = fit.fitted([*found, *[lost] * 9]).weights
    assert both == pytest.approx(fit.fitted(found).weights, abs=1e-2)


def test_files_left_out_are_judged_by_the_others_alone() -> None:
    found = [case("a", near=True)] * 9 + [case("b", near=False)] * 9
    assert fit.score(found, fit.left_out(found)) == (9, 0)  # each file teaches the opposite


def test_a_candidate_has_a_one_where_it_has_a_ground() -> None:
    laid = fit.laid_out([GOOD, BAD], ["far", "near"]).toarray()
    assert np.array_equal(laid, [[0, 1], [1, 0]])


def test_files_kept_to_measure_are_whole_reports_that_teach_nothing() -> None:
    files = {each.sentences[0].file for each in whole.read() if each.half == "open"}
    taught = {each.sentences[0].file for each in fit.reports("open")}
    assert files - taught == fit.KEPT
    assert taught


def test_the_text_of_the_weights_is_read_back_as_they_are() -> None:
    text = fit.text_of(Choice({"near": 0.5, "far": 0.0}), "nine events")
    assert '"near" = 0.5' in text
    assert "far" not in text


def test_the_weights_that_ship_were_fitted_on_this_gold() -> None:
    assert fit.fingerprint() in fit.WEIGHTS.read_text("utf-8")
    assert len(shipped().weights) > 100
