"""The answer to `analogues`: on the real table, on made ones, and when nothing can be said."""

import json
from dataclasses import replace
from datetime import date, timedelta

import numpy as np
import polars as pl
import pytest
from tests.compare.made_pasts import pasts as made_pasts
from tests.compare.made_pasts import row

from truceline.compare.analogues import analogues, target
from truceline.compare.past import Pasts
from truceline.pipeline.pasts import pasts
from truceline.read import wars
from truceline.terms.results import Answer
from truceline.terms.wars import Round, Side, War

DAY = date(2025, 6, 5)
SIDES = (Side(code="A", name="Ardland"), Side(code="B", name="Brevia"))


@pytest.fixture(scope="module")
def answer() -> Answer:
    return analogues(pasts(), wars.load("ukraine"), as_of=DAY)


def made(**cells: object) -> War:
    rounds = (Round(start=date(2024, 12, 1), end=date(2024, 12, 1)),)
    plain = War(folder="x", name="X war", start=date(2024, 1, 1), sides=SIDES,
                codes={"cow": "t"}, rounds=rounds)  # fmt: skip
    return replace(plain, **cells)  # type: ignore[arg-type]


UNLIKE = {"territory": False, "contiguous": False, "region": "Asia", "strength_a": 0.95}


def table(others: int = 30, *, korea_is_alike: bool = True) -> Pasts:
    """The war asked about, and Korea or the others just like it."""
    far, near = ({}, UNLIKE) if korea_is_alike else (UNLIKE, {})
    own = row("cow-t", date(2024, 1, 1), 9000, end=None, outcome="ongoing",
              observed_to=date(2024, 12, 31), talks_from=date(2024, 12, 1))  # fmt: skip
    korea = row("cow-151", date(1950, 1, 1), 3000, outcome="stalemate",
                talks_from=date(1950, 12, 1), **far)  # fmt: skip
    rest = [
        row(f"cow-{n}", date(1946 + n, 1, 1), 3000, talks_from=date(1946 + n, 12, 1), **near)
        for n in range(others)
    ]  # fmt: skip
    return made_pasts([own, korea, *rest])


def test_where_korea_ranks_with_its_interval_on_the_real_table(answer: Answer) -> None:
    assert "place 6 of 71 past wars (2 to 17" in answer.statement
    assert answer.verdict == "cannot say"
    first = answer.estimates[0]
    assert (first.value, first.low, first.high, first.n) == (6, 2, 17, 71)
    why = next(each for each in answer.checks if each.name == "how alike: Korean war")
    assert "alike: fought between states" in why.detail
    assert "then a stalemate after 676 days" in why.detail


def test_every_field_is_filled(answer: Answer) -> None:
    whole = answer.as_dict()
    assert all(whole[name] for name in whole if name != "profiles")
    assert json.dumps(whole)
    assert len(answer.analogues) == len(answer.evidence) == 10
    assert all(each.method and each.measured_in and each.n is not None for each in answer.estimates)
    named = {each.dataset for each in answer.data}
    assert {"UCDP/PRIO Armed Conflict", "COW Inter-State War Data"} <= named
    assert answer.data[0].last is not None
    assert answer.data[0].last <= DAY.isoformat()


def test_korea_by_its_own_age_had_ended_and_capped_it_is_told_so(answer: Answer) -> None:
    capped = next(each for each in answer.checks if "capped" in each.name)
    assert "96 at risk" in capped.detail
    first = next(each for each in answer.checks if each.name.endswith("talks first opened"))
    assert "it has no place among 37" in first.detail


def test_the_same_question_has_the_same_bytes(answer: Answer) -> None:
    again = analogues(pasts(), wars.load("ukraine"), as_of=DAY)
    assert json.dumps(again.as_dict()) == json.dumps(answer.as_dict())


@pytest.mark.parametrize("day", [date(1995, 3, 1), date(2024, 6, 1)])
def test_shuffling_everything_after_the_day_moves_no_byte(day: date) -> None:
    war = made(start=date(1993, 1, 1), codes={"cow": "t"}, rounds=(
        Round(start=date(1993, 6, 1), end=date(1993, 6, 1)),
        Round(start=date(2023, 9, 1), end=date(2023, 9, 1)),
    ))  # fmt: skip
    own = row("cow-t", date(1993, 1, 1), 20000, end=None, outcome="ongoing",
              observed_to=date(2024, 12, 31), talks_from=date(1993, 6, 1))  # fmt: skip
    real = pasts()
    columns = {name: pl.Series(name, [own.get(name)], dtype=kind)
               for name, kind in real.wars.schema.items()}  # fmt: skip
    there = Pasts(pl.concat([real.wars, pl.DataFrame(columns)]), real.joined, real.read,
                  real.datasets)  # fmt: skip
    rounds = (*war.rounds, Round(start=day + timedelta(days=9), end=day + timedelta(days=9)))
    before = analogues(there, war, as_of=day)
    after = analogues(shuffled(there, day), replace(war, rounds=rounds), as_of=day)
    assert before.analogues
    assert json.dumps(before.as_dict()) == json.dumps(after.as_dict())


def shuffled(there: Pasts, day: date) -> Pasts:
    """Draw anew all that is dated after a day: ends, outcomes, deaths, joiners, what was read."""
    rng = np.random.default_rng(5)
    later = pl.Series([day + timedelta(days=int(each)) for each in rng.integers(1, 9000, 500)])
    size = there.wars.height
    drawn = later[:size]
    ahead = pl.col("end").is_null() | (pl.col("end") > day)
    words = pl.Series(rng.choice(["victory_a", "ceasefire", "other"], size))
    changed = there.wars.with_columns(
        *(
            pl.when(pl.col(name).is_null() | (pl.col(name) > day)).then(drawn).otherwise(name)
            .alias(name)
            for name in ("war_level_from", "internationalised_from", "talks_from",
                         "mediated_from", "deaths_known_from")
        ),
        pl.when(ahead).then(words).otherwise("outcome").alias("outcome"),
        pl.when(ahead).then(pl.lit("year")).otherwise("end_prec").alias("end_prec"),
        pl.when(ahead).then(drawn).otherwise("end").alias("end"),
        pl.when(pl.col("observed_to") > day).then(drawn.reverse()).otherwise("observed_to")
        .alias("observed_to"),
        pl.when(pl.col("deaths_known_from") > day).then(7).otherwise("deaths_best")
        .alias("deaths_best"),
    )  # fmt: skip
    future = changed.filter(pl.col("start") > day)
    if future.height:
        changed = pl.concat([changed.filter(pl.col("start") <= day), future.sample(
            fraction=0.5, seed=1)])  # fmt: skip
    joined = there.joined.filter(pl.col("known_from") <= day)
    read = there.read.with_columns(
        pl.when(pl.col("known_from") > day).then(pl.lit("no")).otherwise("value").alias("value")
    )
    return Pasts(changed, joined, read, there.datasets)


def test_korea_just_like_the_war_is_supported_and_unlike_it_contradicted() -> None:
    assert analogues(table(), made(), as_of=date(2025, 1, 1)).verdict == "supported"
    far = table(korea_is_alike=False)
    assert analogues(far, made(), as_of=date(2025, 1, 1)).verdict == "contradicted"


def test_a_verdict_that_the_other_clock_does_not_bear_out_is_not_firm() -> None:
    there = table()
    korea = pl.col("war_id") == "cow-151"
    others = [row(f"cow-{900 + n}", date(1946 + n, 1, 1), 200, talks_from=None) for n in range(90)]
    more = pl.DataFrame(others, schema=there.wars.schema)
    both = Pasts(pl.concat([there.wars, more]), there.joined, there.read, there.datasets)
    found = analogues(both, made(), as_of=date(2025, 1, 1))
    assert found.estimates[0].high == 1  # nearest by talks, one of ninety alike by age
    assert found.verdict == "cannot say"
    assert there.wars.filter(korea).height == 1


def test_under_ten_wars_at_risk_nothing_can_be_said() -> None:
    found = analogues(table(others=5), made(), as_of=date(2025, 1, 1))
    assert found.verdict == "cannot say"
    assert "fewer than ten past wars" in found.statement


@pytest.mark.parametrize(
    ("war", "day", "said", "needs"),
    [
        (made(), date(2023, 1, 1), "had not begun", "a day after 2024-01-01"),
        (made(), date(2024, 1, 20), "younger than a month", "30 days after its start"),
        (made(end=date(2024, 6, 1)), date(2025, 1, 1), "was over on 2024-06-01", "give --as-of"),
        (made(codes={}), date(2025, 1, 1), "not in the table", "under [codes] in war.toml"),
        (made(codes={"cow": "9"}), date(2025, 1, 1), "codes given: cow = 9", "record wars"),
    ],
)
def test_what_cannot_be_compared_is_told_with_what_would_let_it(
    war: War, day: date, said: str, needs: str
) -> None:
    found = analogues(table(others=8), war, as_of=day)
    assert found.verdict == "cannot say"
    assert said in found.statement
    assert found.limits
    assert any(needs in each.detail for each in found.checks)


def test_a_war_whose_attributes_are_not_known_cannot_be_compared() -> None:
    there = table()
    names = ("territory", "contiguous", "strength_a", "region", "talks_from")
    blank = [pl.lit(None).cast(there.wars.schema[name]).alias(name) for name in names]
    nothing = there.wars.with_columns(blank)
    found = analogues(Pasts(nothing, there.joined, there.read), made(), as_of=date(2025, 1, 1))
    assert found.verdict == "cannot say"


def test_korea_is_not_compared_with_itself() -> None:
    found = analogues(pasts(), wars.load("korea"), as_of=date(1951, 9, 1))
    assert found.verdict == "cannot say"
    assert "it is the war asked about" in found.statement
    assert "cow-151" not in found.evidence


def test_a_war_finds_its_row_by_cows_number_or_by_the_episode_nearest_in_time() -> None:
    frame = pl.DataFrame(
        {
            "war_id": ["cow-1", "cow-15", "ucdp-7-1990", "ucdp-7-2010", "ucdp-77-2010"],
            "start": [date(1900, 1, 1)] * 2 + [date(y, 1, 1) for y in (1990, 2010, 2010)],
        }
    )
    assert target(frame, made(codes={"cow": "1"}), DAY) == "cow-1"
    ucdp = made(codes={"ucdp_conflict": "7"}, start=date(2009, 1, 1))
    assert target(frame, ucdp, DAY) == "ucdp-7-2010"
    assert target(frame, ucdp, date(2009, 6, 1)) == "ucdp-7-1990"
    assert target(frame, made(codes={"gw": "1"}), DAY) is None
