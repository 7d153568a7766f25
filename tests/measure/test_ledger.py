"""The ledger of what was announced and agreed."""

from dataclasses import replace
from datetime import date

import pytest
from tests.measure.made_words import day, war

from truceline.measure.ledger import Outcome, counted, ledger, outcome
from truceline.terms.wars import Round, Truce

FAR = date(2040, 1, 1)
TALKS = Round(
    start=day(10), end=day(11), parties=("XNO", "XSO", "XME"),
    agreed=("100 prisoners each", "a truce", "maps"),
    done=("kept on 2030-01-20: all came home", "see the truce of 2030-01-15"),
    source="Made-up Herald, 2030-01-13",
)  # fmt: skip
TRUCE = Truce(
    start=day(14), end=day(16), declared_by=("XNO",), limited_to="sea", kept="partly: two breaches"
)


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("kept: all of it", "kept"), ("Yes as an armistice", "kept"), ("held", "kept"),
        ("largely, by both sides' account", "partly"), ("partly: x", "partly"),
        ("no: fighting went on", "broken"), ("never in force", "broken"), ("Broken", "broken"),
        ("disputed: each accuses the other", "unknown"), ("not kept", "unknown"),
        ("nobody knows", "unknown"), ("", "unknown"), (None, "unknown"),
    ],
)  # fmt: skip
def test_reads_an_outcome_from_its_first_word_alone(phrase: str | None, expected: Outcome) -> None:
    assert outcome(phrase) == expected


def test_lists_each_thing_once_with_its_date_side_and_source() -> None:
    found = ledger(war((TALKS,), (TRUCE,)), as_of=FAR)
    assert [(each.day, each.by, each.outcome) for each in found] == [
        (day(11), ("XNO", "XSO"), "kept"),
        (day(11), ("XNO", "XSO"), "unknown"),
        (day(14), ("XNO",), "partly"),
    ]
    assert [each.what for each in found][:2] == ["100 prisoners each", "maps"]
    assert found[0].source == "Made-up Herald, 2030-01-13"
    assert found[0].evidence == "made-up:round:2030-01-11:agreed:1"
    assert found[2].what == "truce, sea, 2030-01-15 to 2030-01-17"
    assert (counted(found, "XNO"), counted(found, "XSO")) == (
        {"kept": 1, "partly": 1, "broken": 0, "unknown": 1},
        {"kept": 1, "partly": 0, "broken": 0, "unknown": 1},
    )


def test_no_outcome_is_known_before_its_day() -> None:
    made = war((TALKS,), (TRUCE,))
    then = ledger(made, as_of=day(15))
    assert [each.outcome for each in then] == ["unknown", "unknown", "unknown"]
    assert all(each.said is None for each in then)
    assert ledger(made, as_of=day(16))[2].outcome == "partly"
    assert ledger(made, as_of=day(18))[0].outcome == "unknown"
    assert ledger(made, as_of=day(19))[0].outcome == "kept"
    assert ledger(made, as_of=day(10)) == ()


def test_a_truces_later_dates_hold_its_outcome_back() -> None:
    later = replace(TRUCE, kept="kept: until it was left on 2031-05-05")
    assert ledger(war((), (later,)), as_of=date(2031, 5, 4))[0].outcome == "unknown"
    assert ledger(war((), (later,)), as_of=date(2031, 5, 5))[0].outcome == "kept"


def test_an_outcome_at_a_round_without_a_real_date_is_unknown() -> None:
    for phrase in ("kept: all came home", "kept on 2030-13-45"):
        undated = replace(TALKS, done=(phrase,))
        assert ledger(war((undated,)), as_of=FAR)[0].outcome == "unknown"


def test_a_round_without_parties_binds_all_sides() -> None:
    open_round = replace(TALKS, parties=())
    assert ledger(war((open_round,)), as_of=FAR)[0].by == ("XNO", "XSO")
