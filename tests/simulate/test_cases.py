"""Small made-up series hold what they say."""

import numpy as np
import pytest

from truceline.measure.calendar import calendar, clusters
from truceline.simulate.cases import CURVES, KINDS, TWELVE, Kind, case
from truceline.terms.errors import BadInput


@pytest.mark.parametrize("name", KINDS)
def test_a_case_has_the_clusters_it_says(name: str) -> None:
    kind = KINDS[name]
    made = case(kind, np.random.default_rng(3))
    found = clusters(calendar((each, each) for each in made.starts))
    assert len(made.starts) == 12
    assert max(found) + 1 == kind.clusters
    assert made.values.shape == (kind.days,)


def test_the_planted_ratio_is_in_the_rate() -> None:
    kind = Kind(what="flat", days=900, clusters=12, size=1, spread=0.0, level=400.0)
    made = case(kind, np.random.default_rng(1), ratio=2.0)
    days = [day for start in made.starts for day in range(start - 7, start)]
    rest = np.delete(made.values, days)
    assert made.values[days].mean() / rest.mean() == pytest.approx(2.0, rel=0.01)


def test_growth_is_the_log_growth_from_first_to_last_day() -> None:
    kind = Kind(what="grows", spread=0.0, growth=3.0, level=500.0)
    made = case(kind, np.random.default_rng(1))
    assert np.log(made.values[-30:].mean() / made.values[:30].mean()) == pytest.approx(3, rel=0.06)


def test_late_rounds_stand_in_the_second_half() -> None:
    made = case(KINDS["trend, rounds late"], np.random.default_rng(5))
    assert made.starts[0] >= 350


def test_missing_days_are_about_as_many_as_asked() -> None:
    made = case(KINDS["missing days"], np.random.default_rng(5))
    assert np.isnan(made.values).mean() == pytest.approx(0.2 + 0.8 * 30 / 700, abs=0.04)


def test_persistence_is_the_correlation_of_neighbouring_days() -> None:
    kind = Kind(what="long", days=20_000, persistence=0.9, spread=0.5, level=1e5)
    logs = np.log(case(kind, np.random.default_rng(2)).values)
    assert np.corrcoef(logs[1:], logs[:-1])[0, 1] == pytest.approx(0.9, abs=0.02)
    assert logs.std() == pytest.approx(0.5, rel=0.1)


def test_rounds_that_do_not_fit_are_refused() -> None:
    with pytest.raises(BadInput, match="do not fit into 200 days"):
        case(Kind(what="full", days=200, clusters=12), np.random.default_rng(1))


def test_a_ratio_of_nothing_is_refused() -> None:
    with pytest.raises(BadInput, match="ratio is 0"):
        case(TWELVE, np.random.default_rng(1), ratio=0.0)


def test_louder_reports_raise_the_week_before_and_after_and_no_other_day() -> None:
    kind = Kind(what="loud", days=900, clusters=12, size=1, spread=0.0, level=400.0, louder=1.25)
    made = case(kind, np.random.default_rng(1))
    near = sorted({day for start in made.starts for day in range(start - 7, start + 8)})
    rest = np.delete(made.values, near)
    assert rest.mean() == pytest.approx(400, rel=0.01)
    assert made.values[near].mean() / rest.mean() == pytest.approx(1.25, rel=0.01)


def test_a_day_later_is_the_same_series_moved_by_a_day() -> None:
    on_time = case(Kind(what="x"), np.random.default_rng(4)).values
    late = case(Kind(what="x", later=1), np.random.default_rng(4)).values
    assert late[1:].tolist() == on_time[:-1].tolist()


def test_smoothed_days_are_means_of_three() -> None:
    on_time = case(Kind(what="x"), np.random.default_rng(4)).values
    smooth = case(Kind(what="x", smooth=3), np.random.default_rng(4)).values
    assert smooth[50] == pytest.approx(on_time[48:51].mean())


def test_sides_that_answer_each_other_take_no_planted_ratio() -> None:
    with pytest.raises(BadInput, match="nothing is planted where sides answer"):
        case(KINDS["mutual reply"], np.random.default_rng(1), ratio=2.0)


def test_every_curve_has_the_clusters_that_it_names() -> None:
    for name, kind in CURVES.items():
        made = case(kind, np.random.default_rng(3))
        assert len(made.starts) == int(name.split()[0])
        assert made.values.size == kind.days
