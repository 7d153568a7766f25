"""A search for a shape in 190 countries by 480 months, beside a loop over pandas and dtaidistance.

The loop is run on one series in ninety-five and counted up: it does the same to every window.
"""

import importlib
import math
from collections.abc import Iterator
from typing import Any

import numpy as np

from benchmarks.timing import Row, seconds
from truceline.compare.dtw import scan
from truceline.compare.shapes import DEFAULT, SHAPE_ALONE, search

COUNTRIES, MONTHS, AHEAD = 190, 480, 12
SAMPLE = 2
LENGTHS = (8, 9, 10, 11, 12)
QUERY = np.array([0.0, 3, 9, 20, 40, 66, 50, 30, 20, 9])


def rows() -> Iterator[Row]:
    """Ours, with the level kept and by shape alone."""
    rng = np.random.default_rng(8)
    panel = rng.negative_binomial(0.3, 0.01, (COUNTRIES, MONTHS)).astype(float)
    search(panel, QUERY, after=AHEAD)  # compiled once
    what = f"shapes: a search over {MONTHS} months x {COUNTRIES} countries"
    plain, beside = _loop(panel)
    for name, rule in (("", DEFAULT), (", shape alone", SHAPE_ALONE)):
        taken = seconds(lambda rule=rule: search(panel, QUERY, after=AHEAD, rule=rule))  # type: ignore[misc]
        yield Row(f"{what}{name}", taken, 0.3, plain, beside)


def _loop(panel: np.ndarray[Any, np.dtype[np.float64]]) -> tuple[float | None, str]:
    """Return what a plain loop takes for the whole panel, and what it is."""
    try:
        pandas = importlib.import_module("pandas")
        dtw = importlib.import_module("dtaidistance.dtw")
    except ModuleNotFoundError as error:
        return None, f"{error.name} is not installed"
    shape = (QUERY - QUERY.min()) / (QUERY.max() - QUERY.min())
    frame = pandas.DataFrame(panel[:SAMPLE].T)
    found: list[tuple[float, int, int, int]] = []

    def loop() -> None:
        found.clear()
        for series in frame.columns:
            for begin in range(MONTHS - AHEAD):
                for size in LENGTHS:
                    window = frame[series].iloc[begin : begin + size]
                    if begin + size > MONTHS - AHEAD or window.max() == window.min():
                        continue
                    part = ((window - window.min()) / (window.max() - window.min())).to_numpy()
                    found.append((dtw.distance(shape, part, use_c=True), int(series), begin, size))

    taken = seconds(loop, times=1) * COUNTRIES / SAMPLE
    seen = panel[:SAMPLE, : MONTHS - AHEAD]
    ours = scan(seen, QUERY, LENGTHS, level=math.inf, limit=math.inf)
    agree = all(
        math.isclose(ours[row, begin, LENGTHS.index(size)], gap, abs_tol=1e-9)
        for gap, row, begin, size in found
    )
    same = "the same distances" if agree else "OTHER DISTANCES"
    return taken, f"pandas and dtaidistance in C, {SAMPLE} series counted up; {same}"
