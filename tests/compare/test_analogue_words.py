"""What the answer to `analogues` says in words."""

from dataclasses import replace
from datetime import date

from tests.compare.test_neighbours import found

from truceline.compare.analogue_words import neighbour, refused, statement
from truceline.terms.results import Analogue
from truceline.terms.wars import Side, War

WAR = War(folder="x", name="X", start=date(2024, 1, 1),
          sides=(Side(code="A", name="A"), Side(code="B", name="B")))  # fmt: skip


def test_a_war_a_month_old_is_not_refused() -> None:
    assert refused(WAR, date(2024, 1, 31), 30) is None
    assert refused(WAR, date(2024, 1, 30), 30) is not None


def test_an_end_that_lies_ahead_is_not_a_reason() -> None:
    assert refused(replace(WAR, end=date(2025, 1, 1)), date(2024, 12, 31), 30) is None


def test_the_statement_says_the_place_its_range_and_how_the_nearest_ended() -> None:
    said = statement(found(), "unlike", 2, "cannot say")
    assert said.startswith("At 100 days since talks opened, the unlike war is place 2 of 2 past")
    assert "nearest is the like war; of the 2 nearest: 1 a ceasefire, 1 an agreement" in said
    assert said.endswith("whether it resembles it cannot be said.")


def test_a_war_without_a_place_is_told_so() -> None:
    assert "The short war has no place among 2" in statement(found(), "short", 2, "cannot say")


def test_a_war_that_goes_on_has_no_end_in_words() -> None:
    each = Analogue(war_id="y", name="Y", distance=0.2, rank=1, rank_low=1, rank_high=2,
                    moment="2000-01-01", outcome="ongoing", over=False, days_after=40)  # fmt: skip
    assert "then went on for 40 days at least" in neighbour(each)
    assert "alike: nothing" in neighbour(each)
