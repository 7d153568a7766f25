"""How `balance` says it."""

from tests.measure.made_words import SIDES, agreed, day, fallen, panel, war

from truceline.measure.balance_series import series_of
from truceline.measure.balance_words import ledger_words, left_out, limits, sentence
from truceline.measure.ledger import ledger
from truceline.measure.own_deeds import Own, own
from truceline.terms.wars import Truce

NAMES = {each.code: each.name for each in SIDES}


def found(ratio: float = 0.5, *more: int) -> Own:
    values, words = fallen(ratio)
    (asked,), _ = series_of(panel(raids=values), war(agreed(*words, *more)), None, None, day(900))
    return own(asked)


def test_the_sentence_has_side_unit_range_and_count() -> None:
    said = sentence(found(), NAMES)
    assert said.startswith("In the 7 days after words of its own (the war's list), Norland's")
    assert "raids a day" in said
    assert "over 12 clusters of words" in said


def test_words_left_out_are_named() -> None:
    made = found(0.5, 3)
    assert left_out(made).startswith("2030-01-04 (window or baseline outside")
    said = limits(war(), day(900), [made], [], ["More."])
    assert any("cannot judge: 2030-01-04" in each for each in said)
    assert any("No daily series holds the attacks of Southland" in each for each in said)
    assert "More." in said
    assert any("picture only" in each for each in said)


def test_the_ledger_is_told_side_by_side() -> None:
    truces = (
        Truce(start=day(5), declared_by=("XNO",), kept="kept"),
        Truce(start=day(9), declared_by=("XNO",), kept="no"),
    )
    made = war((), truces)
    assert ledger_words(ledger(made, as_of=day(90)), made) == (
        "of 2 things Norland announced or agreed to: 1 kept, 0 partly, 1 broken, 0 unknown"
    )
    assert ledger_words((), made) == ""
