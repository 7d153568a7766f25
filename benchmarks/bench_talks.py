"""The talks test: 1,600 days, two series, four windows, every shift, intervals by inversion."""

from collections.abc import Iterator
from datetime import date

import numpy as np
import pandas as pd

from benchmarks.timing import Row, seconds
from truceline.measure.calendar import Calendar, Window, calendar, clusters, offsets
from truceline.measure.placebo import placebo_rate
from truceline.measure.shifts import shift_test
from truceline.measure.talks import talks
from truceline.read import wars
from truceline.simulate.cases import Kind, case

DAYS = 1_600
WINDOWS = (Window("before", 3), Window("before", 7), Window("before", 14), Window("after", 7))
EVERY = 20  # the plain loop does one shift in twenty, and its time is multiplied


def rows() -> Iterator[Row]:
    """Ours beside a plain pandas loop, then whole answers."""
    rng = np.random.default_rng(1)
    kind = Kind(what="two sides", days=DAYS, clusters=9, size=1, level=60.0)
    one, two = case(kind, rng), case(kind, rng)
    inner = [each for each in one.starts if 300 < each < 1300]
    rounds = calendar((each, each + 1) for each in inner)
    both = (one.values, two.values)

    def ours() -> None:
        for values in both:
            for window in WINDOWS:
                shift_test(values, rounds, window)

    yield Row(
        f"talks: {DAYS} days, 2 series, 4 windows, every shift, with intervals", seconds(ours),
        0.5, EVERY * seconds(lambda: plain(both, rounds), times=1),
        f"pandas loop over shifts, no interval, one shift in {EVERY} timed",
    )  # fmt: skip
    yield Row(
        "talks: false-positive rate of one series, 400 placebo calendars",
        seconds(lambda: placebo_rate(one.values, rounds, WINDOWS[1], (), rng=rng)),
    )
    war, panel = wars.load("ukraine"), wars.panel("ukraine")
    other = wars.panel_other_dating("ukraine")
    count = max(clusters(calendar((each.start.toordinal(),) * 2 for each in war.rounds))) + 1
    yield Row(
        f"talks: whole answer for Ukraine, {len(war.series)} series, {count} clusters of rounds",
        seconds(lambda: talks(panel, war, other_dating=other)), 1.5,
    )  # fmt: skip


def plain(both: tuple[np.ndarray, ...], rounds: Calendar) -> list[float]:
    """The statistic at some shifts, as one would write it in a notebook."""
    found = []
    for values in both:
        days = pd.date_range(date(2022, 1, 1), periods=DAYS)
        series = pd.Series(values, index=days)
        for window in WINDOWS:
            pairs = [offsets(rounds, each, window) for each in range(len(rounds.starts))]
            for shift in range(-250, DAYS - 1350, EVERY):
                logs = []
                for start, (near, far) in zip(rounds.starts, pairs, strict=True):
                    here = days[start + shift]
                    above = series.reindex([here + pd.Timedelta(days=each) for each in near])
                    below = series.reindex([here + pd.Timedelta(days=each) for each in far])
                    logs.append(np.log((above.mean() + 0.1) / (below.mean() + 0.1)))
                found.append(float(np.mean(logs)))
    return found
