"""From intervals to verdicts."""

import pytest

from truceline.measure.verdicts import judged, overall
from truceline.terms.results import Verdict


@pytest.mark.parametrize(
    ("low", "high", "verdict"),
    [
        (1.01, 3.0, "supported"),
        (1.0, 3.0, "cannot say"),
        (0.7, 1.24, "contradicted"),
        (0.7, 1.25, "cannot say"),
        (1.02, 1.2, "mixed"),
        (1.5, None, "supported"),
        (None, 1.2, "contradicted"),
        (None, None, "cannot say"),
    ],
)
def test_an_interval_is_judged_by_one_and_one_and_a_quarter(
    low: float | None, high: float | None, verdict: Verdict
) -> None:
    assert judged(low, high) == verdict


@pytest.mark.parametrize(
    ("several", "one"),
    [
        (["contradicted", "contradicted"], "contradicted"),
        (["supported", "contradicted"], "mixed"),
        (["supported", "cannot say", "contradicted"], "cannot say"),
        (["mixed", "supported"], "mixed"),
        ([], "cannot say"),
    ],
)
def test_series_are_never_added_up_and_all_must_be_firm(
    several: list[Verdict], one: Verdict
) -> None:
    assert overall(several) == one
