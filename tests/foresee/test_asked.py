"""Which war is asked about: its kind, its age, and why nothing may be said."""

from dataclasses import replace
from datetime import date

import pytest

from truceline.foresee.asked import Silence, Subject, subject
from truceline.foresee.past import MONTH, Definition, Past
from truceline.foresee.past_table import pasts
from truceline.read import past_wars, wars
from truceline.terms.wars import Side, Truce, War

PASTS = pasts(past_wars.load())
UKRAINE, KOREA = wars.load("ukraine"), wars.load("korea")
OWN = War(
    folder="x", name="X", start=date(2025, 1, 1),
    sides=(Side(code="RUS", name="A"), Side(code="GEO", name="B")),
)  # fmt: skip


def ask(war: War, day: date, table: tuple[Past, ...] = PASTS) -> Subject | Silence:
    return subject(war, table, as_of=day, definition=Definition())


def test_a_war_of_the_table_is_found_by_its_codes() -> None:
    for war, row, day in ((UKRAINE, "ucdp-13243-2022", date(2025, 6, 5)),
                          (KOREA, "cow-151", date(1953, 6, 1))):  # fmt: skip
        found = ask(war, day)
        assert isinstance(found, Subject)
        assert found.row == row
        assert found.kind == "interstate"
        assert found.months == (day - war.start).days / MONTH


@pytest.mark.parametrize(
    ("war", "day", "reason", "lacking"),
    [
        (UKRAINE, date(2022, 2, 24), "the war began on 2022-02-24", "2022-03-27"),
        (UKRAINE, date(2022, 3, 1), "5 days old", "from 2022-03-27"),
        (KOREA, date(1953, 7, 27), "the war ended on 1953-07-27", "earlier --as-of"),
        (replace(OWN, sides=(Side(code="A1", name="A"), Side(code="B1", name="B"))),
         date(2025, 6, 1), "its kind cannot be told", "codes.cow"),
        (replace(OWN, truces=(Truce(start=date(2025, 3, 1), declared_by=("RUS", "GEO")),)),
         date(2025, 6, 1), "a general truce has stood since 2025-03-01", "fought again"),
        (replace(OWN, truces=(Truce(start=date(2025, 3, 1), end=date(2025, 5, 20),
                                    declared_by=("RUS", "GEO")),)),
         date(2025, 6, 1), "since it was resumed the war is 12 days old", "2025-06-20"),
    ],
)  # fmt: skip
def test_why_nothing_is_said_and_what_would_let_it_be_said(
    war: War, day: date, reason: str, lacking: str
) -> None:
    found = ask(war, day)
    assert isinstance(found, Silence)
    assert reason in found.reason
    assert lacking in found.lacking


def test_a_war_not_in_the_table_is_told_by_its_sides() -> None:
    between, within = (
        ask(OWN, date(2025, 6, 1)),
        ask(replace(OWN, sides=(OWN.sides[0], Side(code="REBELS", name="B"))), date(2025, 6, 1)),
    )
    assert isinstance(between, Subject)
    assert isinstance(within, Subject)
    assert (between.kind, within.kind) == ("interstate", "civil")
    assert between.row is None
    assert "not in the table" in between.because


def test_limited_one_sided_and_short_truces_do_not_stop_the_clock() -> None:
    for truce in (
        Truce(start=date(2025, 2, 1), declared_by=("RUS", "GEO"), limited_to="energy"),
        Truce(start=date(2025, 2, 1), declared_by=("RUS",)),
        Truce(start=date(2025, 2, 1), end=date(2025, 2, 4), declared_by=("RUS", "GEO")),
    ):
        found = ask(replace(OWN, truces=(truce,)), date(2025, 6, 1))
        assert isinstance(found, Subject)
        assert found.since == OWN.start


def test_the_end_of_a_truce_is_not_known_while_it_stands() -> None:
    ends = [date(2025, 3, 10), date(2026, 1, 1), None]
    said = {
        ask(replace(OWN, truces=(Truce(start=date(2025, 3, 1), end=end,
                                       declared_by=("RUS", "GEO")),)), date(2025, 3, 5))
        for end in ends
    }  # fmt: skip
    assert len(said) == 1
