"""The answer to `phases`, on made-up wars whose truth is known, and on Ukraine's record."""

from datetime import timedelta

import numpy as np
import polars as pl
import pytest
from tests.measure.made_war import START, held, panel, series, steps, war

from truceline.measure.laid import Floats
from truceline.measure.phases import phases
from truceline.pipeline import ask
from truceline.terms.results import Verdict

RAIDS, MAP = series("raids", "attacks"), series("map", "area")
UP, FLAT = steps((20, 420), (60, 420)), steps((30, 840))
STILLS, MOVES = held((20, 420), (4, 420)), held((4, 420), (20, 420))
SAME = held((20, 840))


@pytest.mark.parametrize(
    ("raids", "area", "verdict", "words"),
    [
        (UP, STILLS, "supported", "movement of the front fell about 2025-0"),
        (UP, SAME, "mixed", "did not change then"),
        (UP, MOVES, "mixed", "rose with the attacks"),
        (FLAT, STILLS, "contradicted", "no rise was found"),
    ],
)
def test_the_verdict_is_what_was_planted(
    raids: Floats, area: Floats, verdict: Verdict, words: str
) -> None:
    found = phases(panel(raids=raids, map=area), war(RAIDS, MAP))
    assert found.verdict == verdict, found.statement
    assert words in found.statement


def test_without_a_map_over_that_date_it_cannot_be_said() -> None:
    for area in (None, STILLS[:300]):
        values = {"raids": UP} if area is None else {"raids": UP, "map": area}
        found = phases(panel(**values), war(RAIDS, MAP))
        assert found.verdict == "cannot say"
        assert "no map reaches over that date" in found.statement


def test_a_fall_at_another_time_does_not_support() -> None:
    early = held((20, 140), (4, 700))
    found = phases(panel(raids=UP, map=early), war(RAIDS, MAP))
    assert found.verdict == "mixed"


def test_rescaling_the_attacks_changes_no_verdict() -> None:
    one, two = (phases(panel(raids=each, map=STILLS), war(RAIDS, MAP)) for each in (UP, 3 * UP))
    assert one.verdict == two.verdict == "supported"


def test_nothing_after_as_of_is_read() -> None:
    cut = START + timedelta(days=600)
    whole = panel(raids=UP, map=STILLS)
    spoilt = whole.with_columns(
        pl.when(pl.col("date") > cut).then(pl.lit(1e6)).otherwise("value").alias("value")
    )
    assert phases(whole, war(RAIDS, MAP), as_of=cut) == phases(spoilt, war(RAIDS, MAP), as_of=cut)


@pytest.mark.parametrize(
    ("values", "words"),
    [
        (np.full(400, 9.0), "constant"),
        (steps((20, 40)), "two spans of 28"),
        (np.full(400, np.nan), "no rows"),
    ],
)
def test_what_is_too_thin_says_why(values: Floats, words: str) -> None:
    found = phases(panel(raids=values), war(RAIDS))
    assert found.verdict == "cannot say"
    assert words in found.statement
    assert found.limits


def test_a_pandas_frame_gives_the_same() -> None:
    whole = panel(raids=UP, map=STILLS)
    import pandas as pd

    other = pd.DataFrame(whole.to_dict(as_series=False))
    assert phases(other, war(RAIDS, MAP)) == phases(whole, war(RAIDS, MAP))


def test_ukraines_own_record_has_no_map_of_the_latest_rise() -> None:
    found = ask.ask("phases", ask.load("ukraine"))
    assert found.verdict == "cannot say"
    assert found.estimates
    assert any("area_liveuamap" in each.name for each in found.estimates)
