"""What a story carries on."""

from collections.abc import Callable
from datetime import date

from truceline.coding.dates import When
from truceline.coding.draft import Draft
from truceline.coding.lexicon import lexicons
from truceline.coding.narrative import (
    Memory,
    carried,
    date_story,
    has_time,
    is_past_day,
    names_elsewhere,
    names_past_war,
    opens_afresh,
)
from truceline.coding.places import Where
from truceline.coding.predicates import Trigger
from truceline.coding.status import Reading
from truceline.coding.tokens import tokens_of
from truceline.terms.events import Coding, Place


def memory(war_start: date | None, *words: str) -> Memory:
    """Return the memory at the start of a story of 2025."""
    return Memory(date(2025, 6, 5), war_start, frozenset(), frozenset(words))


def year(number: int) -> When:
    """Return a whole year as a date."""
    return When(0, 1, date(number, 1, 1), date(number, 12, 31), "year", str(number))


def test_two_calendar_years_back_is_past_where_no_war_is_given() -> None:
    assert is_past_day(memory(None), year(2023))
    assert not is_past_day(memory(None), year(2024))


def test_within_a_war_nothing_is_past() -> None:
    assert not is_past_day(memory(date(2022, 2, 24)), year(2022))
    assert is_past_day(memory(date(2022, 2, 24)), year(2021))
    assert not is_past_day(memory(date(2026, 1, 1)), year(2025))  # a report from before the war


def test_a_war_is_not_another_to_itself() -> None:
    words = tokens_of("as in the Korean War")
    assert names_past_war(memory(None, "russia"), words, lexicons())
    assert not names_past_war(memory(None, "korean", "war"), words, lexicons())


def test_this_time_leaves_the_day_told_of() -> None:
    assert opens_afresh(tokens_of("This time, nobody came"))
    assert not opens_afresh(tokens_of("At this time of year"))


def test_numbers_told_later_join_the_attack(code: Callable[..., Coding]) -> None:
    text = ("On Sunday, Chad attacked Malian bases. The damage reportedly reached $2bn. Twelve "
            "aircraft were destroyed.")  # fmt: skip
    [event] = code(text, war=True).events
    assert [(c.what, c.low, c.hedge) for c in event.counts] == [
        ("money", 2e9, "reported"), ("aircraft", 12, None)]  # fmt: skip
    assert len(event.roles["continued_in"]) == 2


def test_numbers_told_of_something_else_do_not_join(code: Callable[..., Coding]) -> None:
    text = "On Sunday, Chad attacked Malian bases. Meanwhile, twelve civilians were killed."
    assert code(text, war=True).events[0].counts == ()


def test_no_progress_is_told_of_the_talks_before(code: Callable[..., Coding]) -> None:
    [talks] = code("Chad and Mali met in Geneva. There was no progress on a truce.").events
    assert [(i.issue, i.outcome) for i in talks.issues] == [("ceasefire", "no progress")]


def test_what_they_agreed_is_told_of_the_talks_before(code: Callable[..., Coding]) -> None:
    text = (
        "Chad and Mali met in Geneva. They agreed to exchange at least 1,200 prisoners from each "
        "side, but made no progress on a ceasefire."
    )
    coding = code(text)
    talks, deal = coding.events
    assert coding.set_aside == (), "a sentence that was used is called left out"
    both = ["TCD", "MLI"]
    assert (deal.type, [a.code for a in deal.source]) == ("AGREE", both)
    assert [a.code for a in deal.target] == both
    assert [(i.issue, i.outcome) for i in talks.issues] == [
        ("prisoner exchange", "agreed"), ("ceasefire", "no progress")]  # fmt: skip
    [(start, end)] = talks.roles["continued_in"]
    assert text[start:end].startswith("They agreed")
    assert all(each.quote in text[start:end] for each in talks.issues)


def test_what_others_agreed_and_what_was_not_agreed_is_not(code: Callable[..., Coding]) -> None:
    for later in ("They disagreed on prisoners.", "They had agreed on nothing.", "They sat down."):
        talks, *others = code(f"Chad and Mali met in Geneva. {later}").events
        assert talks.issues == ()
        assert all(each.status == "denied" for each in others)


def test_a_number_told_later_keeps_who_says_so(code: Callable[..., Coding]) -> None:
    text = "On Sunday, Chad attacked Malian bases. The Malian army said that 12 aircraft were hit."
    [event] = code(text, war=True).events
    [count] = event.counts
    assert event.attributed_to is None
    assert (count.low, count.hedge) == (12, "reported")
    assert count.attributed_to is not None
    assert count.attributed_to.text == "Malian army"


def dated(found: Coding) -> list[date | None]:
    """Return the first days of the events."""
    return [each.date_start for each in found.events]


def test_a_time_that_is_not_understood_takes_no_day_from_before(
    code: Callable[..., Coding],
) -> None:
    first, monday = "On Monday rebels attacked Sake. ", date(2025, 6, 2)
    assert dated(code(first + "Rebels shelled Goma.")) == [monday, monday]
    for other in ("Rebels later shelled Goma.", "Rebels shelled Goma at noon.",
                  "Rebels have shelled Goma for weeks."):  # fmt: skip
        assert dated(code(first + other)) == [monday, None], other


def test_an_answer_may_come_on_another_day(code: Callable[..., Coding]) -> None:
    text = "On Monday Chad attacked Mali. "
    monday = date(2025, 6, 2)
    assert dated(code(text + "Kenya condemned Chad.")) == [monday, None]
    assert dated(code(text + "Chad accused Mali of treachery.")) == [monday, None]
    assert dated(code(text + "Chad met Mali in Geneva.")) == [monday, None]


def test_a_new_paragraph_takes_no_day_from_before(code: Callable[..., Coding]) -> None:
    found = code("Chad attacked Mali on Tuesday. Rebels shelled Goma.", "Rebels shelled Sake.")
    assert dated(found) == [date(2025, 6, 3), date(2025, 6, 3), None]


def test_a_press_release_goes_back_to_the_day_of_its_lead(code: Callable[..., Coding]) -> None:
    found = code("NAIROBI, Kenya (June 5, 2025) Chad attacked Mali on Tuesday. On Sunday rebels "
                 "attacked Sake.", "Rebels shelled Goma.")  # fmt: skip
    assert dated(found) == [date(2025, 6, 3), date(2025, 6, 1), date(2025, 6, 3)]


def test_the_day_of_a_relative_clause_is_not_the_storys(code: Callable[..., Coding]) -> None:
    found = code("Goma, which Rwanda attacked on Sunday, was quiet. Rebels shelled Sake.")
    assert dated(found)[-1] is None


def test_words_of_a_time_are_known() -> None:
    assert has_time(tokens_of("in recent weeks"))
    assert has_time(tokens_of("at 2:30 a.m. it fell"))
    assert not has_time(tokens_of("weeks of fighting ended"))


def test_nothing_is_carried_before_a_day_was_told() -> None:
    draft = Draft(Trigger(0, 1, 0, "ASSAULT", None, "attack", "past"), Reading())
    assert carried(memory(None), tokens_of("it fell"), draft, []) is None
    story = memory(None)
    date_story(story, [draft], [When(0, 1, date(2025, 6, 2), date(2025, 6, 2), "day", "Monday")])
    assert story.lead is story.when
    assert carried(story, tokens_of("it fell"), draft, []) is story.when


def test_an_attack_in_a_place_nobody_knows_does_not_stand_where_the_last_one_did(
    code: Callable[..., Coding],
) -> None:
    def stands(second: str) -> str | None:
        place = code(f"Rebels attacked soldiers in Goma. {second}").events[-1].place
        return place.name if place else None

    assert stands("Rebels shot two farmers there.") == "Goma"
    assert stands("Rebels shot two farmers.") is None
    assert stands("Rebels shot two farmers in Mbolowe.") == "Mbolowe"
    assert stands("Rebels shot two farmers along the Kizani.") is None
    words = tokens_of("shots in Goma on Monday")
    assert names_elsewhere(words, [], [])
    assert not names_elsewhere(words, [], [Where(2, 3, Place("Goma"), "in")])
