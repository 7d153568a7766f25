"""One question about one war."""

from dataclasses import replace
from datetime import date

import polars as pl
import pytest

from truceline.pipeline import ask
from truceline.terms.errors import BadInput
from truceline.terms.results import QUESTIONS


def test_every_question_has_an_answer_with_limits(war: str) -> None:
    record = ask.load(war)
    for question in QUESTIONS:
        found = ask.ask(question, record)
        assert found.question == question
        assert found.verdict == "cannot say"
        assert found.limits


def test_an_unknown_question_names_the_eight(war: str) -> None:
    with pytest.raises(BadInput, match="talks, balance, retaliation"):
        ask.ask("weather", ask.load(war))


def test_nothing_after_as_of_moves_the_answer() -> None:
    record, cut = ask.load("ukraine"), date(2025, 6, 5)
    after = pl.col("date") > cut
    spoilt = replace(
        record,
        panel=record.panel.with_columns(value=pl.when(after).then(pl.lit(1e6)).otherwise("value")),
        war=replace(
            record.war,
            rounds=tuple(
                each if each.start <= cut else replace(each, status="collapsed", agreed=("all",))
                for each in record.war.rounds
            ),
        ),
    )
    said, spoilt_said = (ask.ask("talks", each, as_of=cut) for each in (record, spoilt))
    assert said.estimates == spoilt_said.estimates
    assert said.statement == spoilt_said.statement


def test_the_records_last_date_is_never_the_clock(war: str) -> None:
    assert ask.load(war).last() == date(2030, 1, 1)


def test_a_what_if_moves_incentives_alone() -> None:
    record = ask.load("ukraine")
    plain = ask.ask("incentives", record)
    moved = ask.ask("incentives", record, what_if=["backers.ukraine=0.1:0.3"])
    assert plain.statement != moved.statement
    with pytest.raises(BadInput, match="talks takes no --set"):
        ask.ask("talks", record, what_if=["backers.ukraine=0.1:0.3"])


def test_ukraines_strikes_are_set_against_russias_launches_alone() -> None:
    found = ask.ask("retaliation", ask.load("ukraine"))
    first = found.estimates[0]
    assert found.verdict == "cannot say"
    assert first.name == "launched: 7 days after symbolic strikes (primary)"
    assert (first.n, first.low is not None and first.low < 1) == (4, True)
    assert "one-sided" in found.statement
    assert {each.dataset for each in found.data} == {"launched"}


def test_balance_is_asked_of_the_war_that_ships() -> None:
    found = ask.ask("balance", ask.load("ukraine"))
    assert found.claim.startswith("Deeds follow words")
    assert [each.n for each in found.estimates if "primary" in each.name] == [7]
    assert any(each.name == "ledger, Russia: kept" for each in found.estimates)


def test_an_answer_is_used_twice_only_where_asking_again_gives_the_same() -> None:
    record, before = ask.load("ukraine"), date(2025, 6, 5)
    after = record.last()
    assert ask.is_the_same("incentives", record, before, after)
    once = ask.ask("incentives", record, as_of=after)
    again = ask.ask("incentives", record, as_of=before)
    assert replace(once, as_of=before.isoformat()) == again
    assert ask.is_the_same("talks", record, after, after)
    assert not ask.is_the_same("talks", record, before, after)


def test_ranges_that_became_known_between_two_days_are_asked_again() -> None:
    record, before = ask.load("ukraine"), date(2025, 6, 5)
    reason = dict(record.war.reason)
    reason["ranges"] = [{**reason["ranges"][0], "date": date(2025, 7, 1)}, *reason["ranges"][1:]]
    later = replace(record, war=replace(record.war, reason=reason))
    assert not ask.is_the_same("incentives", later, before, record.last())
