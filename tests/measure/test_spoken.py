"""A side's own words by day."""

from tests.measure.made_words import FIRST, agreed, day, gdelt, war

from truceline.measure.event_rows import coded
from truceline.measure.spoken import CODED, Word, days, heard, listed, openers, spoken
from truceline.terms.wars import Round, Truce

LATE = day(800)


def truce(number: int, *by: str, kept: str | None = None) -> Truce:
    return Truce(start=day(number), end=day(number + 2), declared_by=by, kept=kept)


def test_a_truce_is_dated_by_its_eve_and_an_agreement_by_the_rounds_last_day() -> None:
    made = war(
        (Round(start=day(30), end=day(32), agreed=("a pause",), parties=("XNO", "XSO")),),
        (truce(10, "XNO"), truce(20, "XSO")),
    )
    assert [(each.day, each.kind) for each in listed(made, "XNO", as_of=LATE)] == [
        (day(9), "truce"), (day(32), "agreement"),
    ]  # fmt: skip
    assert days(listed(made, "XSO", as_of=LATE)) == (day(19), day(32))


def test_truces_count_whatever_became_of_them_and_rounds_only_if_something_was_agreed() -> None:
    empty = Round(start=day(40), end=day(40))
    kept, broken = truce(10, "XNO", kept="kept"), truce(60, "XNO", kept="no")
    found = listed(war((empty,), (kept, broken)), "XNO", as_of=LATE)
    assert days(found) == (day(9), day(59))


def test_nothing_that_began_later_is_a_word() -> None:
    made = war(agreed(30), (truce(10, "XNO"),))
    assert days(listed(made, "XNO", as_of=day(10))) == (day(9),)
    assert listed(made, "XNO", as_of=day(9)) == ()


def test_a_party_that_was_not_there_said_nothing() -> None:
    other = Round(start=day(30), end=day(30), agreed=("x",), parties=("XSO", "XME"))
    assert listed(war((other,)), "XNO", as_of=LATE) == ()


def test_coded_words_count_only_where_the_war_lists_none_and_stand_beside_else() -> None:
    rows = coded(gdelt([(each, "XNO", "XSO", 1) for each in (5, 6, 7, 50)]))
    alone = spoken(war(), "XNO", rows, as_of=LATE)
    assert (alone.by, days(alone.said)) == (CODED, (day(5), day(50)))
    beside = spoken(war(agreed(30), (truce(10, "XNO"),)), "XNO", rows, as_of=LATE)
    assert beside.by == "the war's list"
    assert [(name, days(said)) for name, said in beside.beside] == [
        ("truces only", (day(9),)), ("agreements at rounds only", (day(30),)),
        ("words as coded", (day(5), day(50))),
    ]  # fmt: skip
    assert spoken(war(), "XNO", None, as_of=LATE).said == ()


def test_one_coded_word_a_day_with_its_first_id() -> None:
    found = heard(coded(gdelt([(5, "XNO", "XSO", 1), (5, "XNO", "XSO", 1)])), war(), "XNO")
    assert found == (Word(day(5), "coded", "0"),)


def test_openers_wait_for_a_week_without_words() -> None:
    said = [Word(day(each), "coded", "") for each in (0, 7, 14, 22, 40)]
    assert [(each.day - FIRST).days for each in openers(said)] == [0, 22, 40]
