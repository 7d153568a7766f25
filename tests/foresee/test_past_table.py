"""The shipped table as the outlook reads it."""

from datetime import date

import polars as pl
import pytest

from truceline.foresee.past_table import pasts
from truceline.read import past_stops, past_wars
from truceline.terms.errors import BadFrame

PASTS = pasts(past_wars.load(), past_stops.load())


def test_korea_ended_in_a_ceasefire_and_kargil_in_a_victory() -> None:
    by_id = {each.war_id: each for each in PASTS}
    assert by_id["cow-151"].ending == "ceasefire"
    assert by_id["cow-223"].ending == "victory"
    assert by_id["cow-100"].stops[0].end == date(1913, 2, 3)
    assert by_id["cow-227"].went_on


def test_a_civil_war_is_at_risk_from_the_year_in_which_it_became_one() -> None:
    nepal = next(each for each in PASTS if each.war_id == "ucdp-269-1996")
    assert nepal.start.year == 1996
    assert nepal.entered == date(2002, 1, 1)
    assert all(each.entered is None for each in PASTS if each.kind == "interstate")


def test_internationalised_wars_are_civil_ones_because_that_is_known_only_later() -> None:
    assert {each.kind for each in PASTS} == {"interstate", "civil"}


def test_every_stop_is_of_a_war_of_the_table() -> None:
    assert sum(len(each.stops) for each in PASTS) == past_stops.load().height
    for each in PASTS:
        for stop in each.stops:
            assert each.end is not None
            assert each.start < stop.start < each.end


def test_a_table_without_its_columns_is_refused() -> None:
    with pytest.raises(BadFrame, match="lacks the columns war_id, name"):
        pasts(pl.DataFrame({"x": [1]}))
