"""How the estimates of `phases` are said."""

from tests.measure.made_war import panel, series, steps, war

from truceline.measure.phases import phases

RAIDS = series("raids", "attacks")


def test_each_break_has_a_ratio_and_a_day_with_an_interval() -> None:
    found = phases(panel(raids=steps((20, 300), (50, 300))), war(RAIDS))
    primary = [each for each in found.estimates if "primary" in each.name]
    assert [each.name.rsplit(", ", 1)[1] for each in primary] == [
        "ratio of levels (primary)",
        "when (primary)",
    ]
    for each in primary:
        assert each.value is not None
        assert each.low is not None
        assert each.high is not None
        assert each.low <= each.value <= each.high
        assert each.level == 0.95


def test_a_series_without_a_break_says_what_would_have_been_found() -> None:
    found = phases(panel(raids=steps((30, 600))), war(RAIDS))
    first = found.estimates[0]
    assert first.value == 0
    assert "half way is found 1" in (first.method or "")


def test_regimes_of_weeks_are_counted() -> None:
    found = phases(panel(raids=steps((20, 300), (50, 300))), war(RAIDS))
    made = {each.name: each.value for each in found.estimates}
    assert made["raids: regimes of weeks"] == 2
    assert (made["raids: chance that the last week is in the highest regime"] or 0) > 0.95


def test_breaks_that_agree_in_date_are_named() -> None:
    lost = series("lost", "losses")
    together = panel(raids=steps((20, 300), (50, 300)), lost=steps((90, 300), (200, 300), seed=8))
    check = next(each for each in phases(together, war(RAIDS, lost)).checks if "agree" in each.name)
    assert "raids 2024-10" in check.detail
    assert "lost 2024-10" in check.detail
