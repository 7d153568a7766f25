"""The answer to `front`, on made-up wars and on a map in the shared folder."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import numpy as np
import polars as pl
import pytest
from tests.measure.made_war import START, held, panel, series, steps, war

from truceline.measure.front import front
from truceline.pipeline import ask

MAP, COST = series("map", "area"), series("lost", "losses")
STILL = {"map": held((20, 420), (2, 420)), "lost": steps((300, 420), (1500, 420))}
MOVING = {"map": held((2, 420), (20, 420)), "lost": steps((300, 420), (1500, 420))}


def test_a_still_and_costly_front_is_supported() -> None:
    found = front(panel(**STILL), war(MAP, COST))
    assert found.verdict == "supported", found.statement
    assert "100%" in found.statement
    first = found.estimates[0]
    assert "(primary)" in first.name
    assert first.low is not None
    assert first.low > 0.5


def test_a_moving_front_is_contradicted() -> None:
    assert front(panel(**MOVING), war(MAP, COST)).verdict == "contradicted"


def test_the_pace_and_its_cost_are_what_was_planted() -> None:
    made = {each.name: each for each in front(panel(**MOVING), war(MAP, COST)).estimates}
    pace = made["net change of area, last 52 weeks of the map"]
    assert pace.value == pytest.approx(20 * 365.25 / 12, rel=0.05)
    cost = made["losses per km2 of net change, last 52 weeks of the map"]
    assert cost.value == pytest.approx(1500 / 20, rel=0.05)
    length = made["front on which the net pace would be 80 m a day"]
    assert length.value == pytest.approx(20 / 0.08, rel=0.05)


def test_a_map_that_ended_long_ago_says_nothing_of_now() -> None:
    until = START + timedelta(days=1000)
    found = front(panel(**STILL), war(MAP, COST), as_of=until)
    assert found.verdict == "cannot say"
    assert "the map ends" in found.statement


def test_two_maps_are_never_joined() -> None:
    other = series("other_map", "area")
    whole = panel(**STILL)
    found = front(pl.concat([whole, panel(other_map=held((500, 300)))]), war(MAP, other, COST))
    alone = front(whole, war(MAP, COST))
    assert found.estimates == alone.estimates
    assert any("other_map is another map and was not joined" in each for each in found.limits)


def test_rescaling_the_losses_changes_no_verdict() -> None:
    louder = {**STILL, "lost": 10 * STILL["lost"]}
    one, two = (front(panel(**each), war(MAP, COST)) for each in (STILL, louder))
    assert one.verdict == two.verdict
    assert one.estimates[0].value == pytest.approx(two.estimates[0].value, abs=0.02)


def test_nothing_after_as_of_is_read() -> None:
    cut = START + timedelta(days=700)
    whole = panel(**STILL)
    spoilt = whole.with_columns(
        pl.when(pl.col("date") > cut).then(pl.lit(9e6)).otherwise("value").alias("value")
    )
    assert front(whole, war(MAP, COST), as_of=cut) == front(spoilt, war(MAP, COST), as_of=cut)


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"lost": STILL["lost"]}, "map: it has 0 rows"),
        ({"map": STILL["map"]}, "no daily series of losses"),
        ({"map": np.full(800, 50.0), "lost": STILL["lost"]}, "constant"),
        ({"map": STILL["map"][:90], "lost": STILL["lost"]}, "weeks hold both"),
    ],
)
def test_what_is_too_thin_says_why(values: dict[str, np.ndarray], words: str) -> None:
    found = front(panel(**values), war(MAP, COST))
    assert found.verdict == "cannot say"
    assert words in found.statement
    assert found.limits


def test_ukraine_in_2024_is_near_the_published_area_of_the_year() -> None:
    record = ask.load("ukraine")
    found = ask.ask("front", record, as_of=date(2024, 12, 31))
    net = [each.value or 0 for each in found.estimates if ": net change of area" in each.name]
    assert len(net) == 12
    # CSIS (Jones & McCabe 2026) counts 3,604 km2 for 2024, on another map.
    assert sum(net) == pytest.approx(3604, rel=0.2)


def test_a_published_redrawing_is_flagged(shared: Callable[[str], Path]) -> None:
    rows = pl.read_csv(shared("data/ukraine/front_area_daily.csv"), try_parse_dates=True)
    frame = rows.select("date", value="held_km2", series=pl.lit("map"))
    record = ask.load("ukraine")
    losses = record.panel.filter(pl.col("series") == "losses_claimed")
    whole = pl.concat([frame, losses.select("date", "value", "series")])
    cost = next(each for each in record.war.series if each.name == "losses_claimed")
    found = front(whole, replace(record.war, series=(replace(MAP, side="RUS"), cost)))
    check = next(each for each in found.checks if "redraw" in each.name)
    assert "2026-08-13 (-116 km2)" in check.detail
    assert found.verdict in {"supported", "contradicted", "cannot say"}
