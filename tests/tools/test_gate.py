"""The accuracy gate: matching, scores, floors that only go up, and the toy."""

from dataclasses import replace
from datetime import date

import pytest
from tests.gold.reader import GoldActor, GoldCount, GoldEvent, Sentence

from gate import development, isaf, pins, scoring, sure, tables, toy
from gate.matching import paired, plain, same_actors
from truceline.terms.events import Actor, CoderId, Count, Event, Evidence, Place

RUS, UKR = Actor("Russia", "RUS", "MIL"), Actor("Kharkiv", "UKR")
SAID = Event(
    event_id="1", story_id="s", sentence=0, sentence_text="", type="ASSAULT",
    quad="material conflict", source=(RUS,), target=(UKR,), date_start=date(2025, 6, 7),
    date_end=date(2025, 6, 7), date_prec="day", place=Place("Kharkiv region"),
    counts=(
        Count("killed", None, 16, None, "persons", "at least 16"),
        Count("killed", "children", 3, 3, "persons", "three", included_in=0),
    ),
    evidence=Evidence("", 0, 0), confidence=0.8, coder=CoderId("c", "1"),
)  # fmt: skip
GOLD = GoldEvent(
    "ASSAULT", "happened", "stated", (GoldActor("RUS", "MIL"),), (GoldActor("UKR"),),
    dates=(date(2025, 6, 7), date(2025, 6, 7), "day"), place="Kharkiv",
    counts=(GoldCount("killed", 16, None), GoldCount("killed", 3, 3, "children", 0)),
)  # fmt: skip
TALKS = replace(GOLD, type="CONSULT", counts=(), place="Istanbul")


def sentence(*events: GoldEvent, name: str = "o001", text: str = "Text.") -> Sentence:
    return Sentence(name, "open", text, events)


def test_an_event_that_is_all_right_scores_one_on_everything() -> None:
    scores = scoring.scored([(sentence(GOLD), (SAID,))])
    assert {each["f1"] for each in scores.values()} == {1.0}
    assert {"counts", "subset link", "date", "place", "sector", "triple + status"} <= set(scores)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("type", replace(SAID, type="COERCE")),
        ("type + status", replace(SAID, status="planned")),
        ("type + source", replace(SAID, source=())),
        ("type + source + target", replace(SAID, target=(UKR, Actor("Poland", "POL")))),
        ("triple + status", replace(SAID, status="denied")),
        ("date", replace(SAID, date_end=date(2025, 6, 8))),
        ("place", replace(SAID, place=Place("Sumy"))),
        ("hedge, type right", replace(SAID, hedge="claimed")),
        ("sector", replace(SAID, source=(Actor("Moscow", "RUS", "GOV"),))),
        ("counts", replace(SAID, counts=())),
        (
            "subset link",
            replace(SAID, counts=tuple(replace(c, included_in=None) for c in SAID.counts)),
        ),
    ],
)
def test_each_mistake_is_noticed(name: str, said: Event) -> None:
    assert scoring.scored([(sentence(GOLD), (said,))])[name]["f1"] < 1


def test_events_are_paired_by_type_first_whatever_their_order() -> None:
    said = (replace(SAID, type="CONSULT", source=(), target=()), replace(SAID, place=None))
    pairs = paired((GOLD, TALKS), said)
    assert [(p.gold.type, p.said.type) for p in pairs if p.gold and p.said] == [
        ("ASSAULT", "ASSAULT"),
        ("CONSULT", "CONSULT"),
    ]


def test_what_is_missed_lowers_recall_and_what_is_made_up_lowers_precision() -> None:
    missed = scoring.scored([(sentence(GOLD, TALKS), (SAID,))])["type"]
    made_up = scoring.scored([(sentence(GOLD), (SAID, SAID))])["type"]
    assert (missed["precision"], missed["recall"]) == (1.0, 0.5)
    assert (made_up["precision"], made_up["recall"]) == (0.5, 1.0)


def test_a_sentence_without_events_asks_for_silence() -> None:
    name = "nothing where there is nothing"
    assert scoring.scored([(sentence(), ())])[name]["f1"] == 1
    assert scoring.scored([(sentence(), (SAID,))])[name]["f1"] == 0


def test_actors_agree_by_code_or_by_words() -> None:
    nobody, gunmen = GoldActor(None, None, "gunmen"), Actor("unknown Gunmen")
    assert same_actors([nobody], [gunmen])
    assert same_actors([GoldActor(None, None, "eight countries")], [Actor("countries")])
    assert not same_actors([nobody], [Actor("men")])
    assert not same_actors([nobody], [Actor("rebels")])
    assert not same_actors([], [gunmen])
    assert not same_actors([GoldActor("UKR")], [gunmen])
    assert same_actors([GoldActor("UKR")], [UKR, Actor("people")])
    assert not same_actors([GoldActor("UKR")], [UKR, RUS])
    assert plain("Kharkiv region") == plain("kharkiv")


def test_an_event_without_a_direction_is_right_however_its_parties_are_split() -> None:
    both = (GoldActor("RUS"), GoldActor("UKR"))
    met = replace(TALKS, source=both, target=both)
    said = replace(SAID, type="CONSULT", place=Place("Istanbul"), counts=())
    assert scoring.scored([(sentence(met), (said,))])["triple + status"]["f1"] == 1
    struck = replace(GOLD, source=both[1:], target=both[:1])
    assert scoring.scored([(sentence(struck), (SAID,))])["type + source"]["f1"] == 0


def test_a_dissolved_state_is_right_by_either_code() -> None:
    assert same_actors([GoldActor("SUN")], [RUS])
    assert same_actors([GoldActor("RUS")], [Actor("Soviet", "SUN")])
    assert not same_actors([GoldActor("SUN")], [UKR])


def test_floors_go_up_by_themselves_and_down_only_with_a_reason() -> None:
    good = scoring.scored([(sentence(GOLD), (SAID,))])
    bad = scoring.scored([(sentence(GOLD), (replace(SAID, status="planned"),))])
    low, lines = pins.raised({}, bad, "a", None)
    assert lines == []
    high, lines = pins.raised(low, good, "a", None)
    assert (lines, high["floors"]["triple + status"]) == ([], 1.0)
    _, lines = pins.raised(high, bad, "a", None)
    assert any("triple + status" in each for each in lines)
    let, lines = pins.raised(high, bad, "a", "a rule was wrong")
    assert lines == []
    assert let["floors"]["triple + status"] == 0
    assert let["lowered"][0]["reason"] == "a rule was wrong"
    assert "triple + status" in let["lowered"][0]["lower"]


def test_floors_of_other_sentences_want_a_reason_too() -> None:
    good = scoring.scored([(sentence(GOLD), (SAID,))])
    pinned, _ = pins.raised({}, good, "a", None)
    assert pins.raised(pinned, good, "b", None)[1] != []
    assert pins.raised(pinned, good, "b", "more sentences")[1] == []


def test_the_list_of_wrong_sentences_is_strict_both_ways() -> None:
    right, wrong = (sentence(GOLD), (SAID,)), (sentence(GOLD, name="o002"), ())
    listed = pins.wrong_of([right, wrong], {"o002": {"fields": [], "reason": "a nominal event"}})
    assert listed == {"o002": {"fields": ["missed"], "reason": "a nominal event"}}
    assert pins.strays([right, wrong], listed) == []
    assert pins.strays([right], listed) == ["o002: listed as ['missed'], comes out as right"]
    assert len(pins.strays([right, wrong], {})) == 1


def test_the_toy_learns_types_and_takes_the_first_country_for_the_attacker() -> None:
    bag = toy.trained([
        sentence(GOLD, text="Troops shelled and bombed the town."),
        sentence(TALKS, text="Delegations met for talks."),
        sentence(text="The weather was cold."),
    ])  # fmt: skip
    [event] = toy.events_of("Iran shelled and bombed a town in Iraq, not in Turkey.", bag)
    assert (event.type, event.source[0].code, event.target[0].code) == ("ASSAULT", "IRN", "IRQ")
    assert toy.events_of("It was cold weather.", bag) == ()


def test_a_side_that_the_set_does_not_mark_is_not_looked_for() -> None:
    tally = development.Sentences()
    for name, found in (("the police", True), ("a court", False), ("a recipient", False)):
        tally.add("COERCE", (SAID,), [found], [found])
        tally.mark("target", name, [found])
    figures = tally.figures()
    assert (figures["target found where marked"], figures["target found, any type"]) == (
        0.5, 0.3333)  # fmt: skip
    assert "source found where marked" not in figures


def test_a_gap_above_the_rule_is_marked() -> None:
    found = development.gaps({"type": 0.9, "date": 0.5}, {"type": 0.7, "date": 0.4, "killed": 1})
    assert found == [("type", 0.9, 0.7, True), ("date", 0.5, 0.4, False)]


def test_tables_replace_what_stands_between_the_marks_only() -> None:
    scores = {"all": scoring.scored([(sentence(GOLD), (SAID,))]), "single": {}}
    results = {
        "default": "ours",
        "coders": {"ours": {"version": "2"}},
        "scores": {"ours": {"open": scores}},
        "corpus": {"open": {"sentences": 1, "events": 1, "without": 0, "fingerprint": "f"}},
    }  # fmt: skip
    page = f"Before.\n{tables.START}\nold\n{tables.END}\nAfter.\n"
    once = tables.spliced(page, results)
    assert once.startswith("Before.\n")
    assert once.endswith("\nAfter.\n")
    assert "\nold\n" not in once
    assert "| **triple + status** | **1.00** |" in once
    assert tables.spliced(once, results) == once


def test_what_counts_as_a_releases_own_news_hangs_on_what_is_printed_alone() -> None:
    printed = date(2025, 6, 8)
    assert isaf.recent(SAID, printed)
    assert isaf.recent(replace(SAID, date_start=None, date_end=None), printed)
    old = replace(SAID, date_start=date(2025, 5, 1), date_end=date(2025, 5, 1))
    assert not isaf.recent(old, printed)
    assert isaf.recent(old, None)


def test_a_number_dated_to_a_wrong_day_is_no_longer_left_out_of_the_toll() -> None:
    truth = {"start_date": "2025-06-05", "province": ["Kharkiv"], "min_killed": 16,
             "min_captured": 0}  # fmt: skip
    found = isaf.judged([SAID], truth, date(2025, 6, 8))
    assert found["killed"]
    assert not found["date"]
    twice = replace(SAID, date_start=date(2025, 6, 5), date_end=date(2025, 6, 5))
    assert not isaf.judged([SAID, twice], truth, date(2025, 6, 8))["killed: least alone"]


def test_who_says_how_sure_he_is_is_held_to_it() -> None:
    wrong = replace(SAID, type="COERCE", confidence=0.2, roles={"sure": {"status": 0.9}})
    right = replace(SAID, roles={"sure": {"status": 0.9}})
    found = sure.reliability([(sentence(GOLD), (right,)), (sentence(GOLD), (wrong,))])
    assert found["type"] == {
        "n": 2, "said": 0.5, "right": 0.5, "brier": 0.04, "brier_rate": 0.25,
        "steps": [[0.2, 0.0], [0.8, 1.0]],
    }  # fmt: skip
    assert found["status"]["n"] == 1  # only where the type is right
    assert "source" not in found


def test_nothing_said_is_neither_sure_nor_unsure() -> None:
    assert sure.reliability([(sentence(GOLD), ())]) == {}
