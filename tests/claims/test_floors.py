"""The statements are balanced, and the checker does not fall under its floors on them."""

from collections import Counter

import pytest
from tests.claims import scored

from gate import claims, pins
from gate.claims import COVERAGE, LEAST, PRECISION


def test_there_are_at_least_150_statements_and_each_truth_has_its_share() -> None:
    every = [each for part in scored.PARTS for each in scored.statements(part)]
    counted = Counter(each.truth for each in every)
    assert len(every) >= 150
    assert min(counted.values()) >= 30
    assert {each.war for each in every} == {"ukraine", "korea"}
    assert len({each.id for each in every}) == len({each.text for each in every}) == len(every)
    assert all(each.source for each in every)


@pytest.mark.parametrize("part", scored.PARTS)
def test_the_checker_holds_its_floors(part: str) -> None:
    found = claims.measured(part)
    there = pins.read(claims.FLOORS)[part]
    assert there["fingerprint"] == claims.fingerprint(part), "run `make gate`"
    assert pins.under(there["floors"], claims.scores(found)) == []
    assert there["floors"][PRECISION] >= LEAST
    page = claims.PAGE.read_text("utf-8")
    assert f"**{part}**, {len(found)} statements" in page


def test_a_wrong_firm_verdict_costs_precision_and_a_silent_one_coverage() -> None:
    right = {("true", "supported"): 9, ("false", "contradicted"): 9}
    wrong = {**right, ("uncheckable", "supported"): 2}
    silent = {**right, ("true", "cannot say"): 2}
    assert scored.precision(wrong) == (18, 20)
    assert scored.precision(silent) == (18, 18)
    assert scored.coverage(silent) == (18, 20)


@pytest.mark.parametrize(
    ("verdicts", "together"),
    [
        (["supported", "contradicted"], "contradicted"),
        (["supported", "cannot say"], "supported"),
        (["mixed", "supported"], "mixed"),
        ([], "cannot say"),
    ],
)
def test_one_refuted_claim_refutes_a_statement(verdicts: list[str], together: str) -> None:
    assert scored.together(verdicts) == together


def test_a_floor_cannot_be_lowered_without_a_reason() -> None:
    old = {"fingerprint": "x", "lowered": [], "floors": {PRECISION: 0.99, COVERAGE: 0.9}}
    worse = {PRECISION: {"f1": 0.95}, COVERAGE: {"f1": 0.95}}
    new, lines = pins.raised(old, worse, "x", None)
    assert len(lines) == 1
    assert new["floors"] == {PRECISION: 0.99, COVERAGE: 0.95}
