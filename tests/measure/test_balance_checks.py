"""What must hold for a firm verdict of `balance`."""

from dataclasses import replace

import numpy as np
from tests.measure.made_words import agreed, day, fallen, panel, war

from truceline.measure.balance_checks import calibrated, checks
from truceline.measure.balance_series import series_of
from truceline.measure.own_deeds import Asked, own
from truceline.terms.results import Check


def asked(ratio: float = 0.5, count: int = 12) -> Asked:
    values, words = fallen(ratio)
    spoken = war(agreed(*words[:count]))
    (made,), _ = series_of(panel(raids=values), spoken, None, panel(raids=values), day(900))
    return made


def by_name(made: Asked) -> dict[str, Check]:
    return {each.name: each for each in checks(own(made))}


def test_a_firm_fall_passes_what_can_be_judged() -> None:
    found = by_name(asked())
    for name in (
        "at least five clusters of words", "survives leaving out each cluster",
        "survives the other dating of overnight attacks", "no fall in the 7 days before words",
        "false-positive rate on placebo calendars", "words left out",
    ):  # fmt: skip
        assert found[name].passed is True, found[name]
    assert "breaks the pattern" in found["what would flip it"].detail


def test_four_clusters_fail_and_say_how_many_are_short() -> None:
    found = by_name(asked(count=4))
    assert found["at least five clusters of words"].passed is False
    assert "1 more cluster of words" in found["what would flip it"].detail


def test_what_would_flip_names_both_thresholds() -> None:
    told = by_name(asked(ratio=1.0))["what would flip it"].detail
    assert "for supported" in told or "lower end above 0.80" in told


def test_divided_counts_are_checked_against_plain_ones() -> None:
    made = replace(asked(), by_volume=True)
    found = by_name(made)
    assert found["survives counting without division by reports"].passed is True
    plain = found["reporting that swells around words is taken out"]
    assert "the plain counts must agree" in plain.detail


def test_without_a_test_every_check_says_so() -> None:
    made = asked()
    empty = replace(made, daily=replace(made.daily, values=np.ones(900)))
    found = by_name(empty)
    assert found["survives leaving out each cluster"].passed is None
    assert "a test at all" in found["what would flip it"].detail


def test_says_where_it_is_not_calibrated() -> None:
    found = calibrated()
    assert found.passed is False
    assert "reporting up a quarter (0.081, more than nominal)" in found.detail
