"""The gold is well written, and the coder does not fall under the floors measured on it."""

import json
from collections import Counter
from pathlib import Path

import pytest
from tests.gold import reader
from tests.gold.reader import BadGold, Sentence

from gate import coders, pins, scoring, tables
from truceline.terms.ontology import HEDGES, STATUSES, TYPES

HERE = Path(__file__).parent
DOCS = Path(__file__).resolve().parents[2] / "docs" / "methods"
SENTENCES = reader.read()
FLOORS = pins.read(HERE / "floors.toml")
HALVES = [half for half in reader.HALVES if half in FLOORS]


def of(half: str) -> list[Sentence]:
    return [each for each in SENTENCES if each.half == half]


@pytest.fixture(scope="module")
def coded() -> scoring.Coded:
    """Every sentence with what the coder of `truceline code` says of it."""
    return coders.said_of(SENTENCES, coders.maker(coders.DEFAULT))


@pytest.mark.parametrize("half", HALVES)
def test_the_coder_does_not_fall_under_its_floors(half: str, coded: scoring.Coded) -> None:
    scores = scoring.scored([each for each in coded if each[0].half == half])
    assert pins.under(FLOORS[half]["floors"], scores) == []


@pytest.mark.parametrize("half", HALVES)
def test_floors_were_measured_on_these_sentences(half: str) -> None:
    assert FLOORS[half]["fingerprint"] == reader.fingerprint(of(half)), "run `make gate`"


def test_the_list_of_wrong_sentences_is_exact_both_ways(coded: scoring.Coded) -> None:
    mine = [each for each in coded if each[0].half == "open"]
    assert pins.strays(mine, pins.read(HERE / "wrong.toml")) == [], "run `make gate`"


def test_no_sentence_of_the_held_half_is_listed_as_wrong() -> None:
    listed = pins.read(HERE / "wrong.toml")
    assert {name[0] for name in listed} <= {"o"}
    assert all(row["reason"] and row["fields"] for row in listed.values())


def test_the_page_shows_the_results_that_were_committed() -> None:
    results = json.loads((DOCS / "results" / "coding_gate.json").read_text("utf-8"))
    page = (DOCS / "coding.md").read_text("utf-8")
    assert tables.spliced(page, results) == page, "run `make gate`"


def test_no_two_sentences_share_a_frame() -> None:
    assert reader.shared_frames(SENTENCES) == []


def test_every_quoted_word_of_a_nameless_actor_stands_in_its_paragraph() -> None:
    for each in SENTENCES:
        text = each.paragraph().casefold()
        for event in each.events:
            for actor in (*event.source, *event.target, *event.by):
                assert actor.words.casefold() in text, (each.id, actor.words)


def test_each_half_has_sentences_without_any_event() -> None:
    for half in HALVES:
        share = sum(not each.events for each in of(half)) / len(of(half))
        assert 0.05 <= share <= 0.2, half


ROW = """
[[sentence]]
id = "o900"
text = "Libya accused Chad of shelling a village."
events = [{EVENT}]
"""
GOOD = '{type="ACCUSE", status="happened", source=["LBY"], target=["TCD"]}'


@pytest.mark.parametrize(
    ("event", "words"),
    [
        (GOOD.replace("ACCUSE", "BLAME"), "BLAME"),
        (GOOD.replace("happened", "done"), "status"),
        (GOOD.replace("LBY", "Libya"), "actor"),
        (GOOD.replace("}", ', colour="red"}'), "colour"),
        (GOOD.replace("}", ', date=["2025-02-30","2025-03-01","day"]}'), "ValueError"),
        (GOOD.replace("}", ', counts=[["killed",5,3]]}'), "ends before"),
        (GOOD.replace("}", ', counts=[["killed",5,5,"children",4]]}'), "part of count"),
        (GOOD.replace("}", ', issues=[["ceasefire","broken"]]}'), "outcome"),
        (GOOD.replace("}", ', mode="drone"}'), "mode"),
    ],
)
def test_a_coding_that_breaks_the_format_is_refused(event: str, words: str, tmp_path: Path) -> None:
    (tmp_path / "open").mkdir()
    (tmp_path / "open" / "a.toml").write_text(ROW.replace("{EVENT}", event), "utf-8")
    with pytest.raises(BadGold, match=words):
        reader.read(tmp_path)


def test_a_well_written_coding_is_read_and_marked(tmp_path: Path) -> None:
    (tmp_path / "open").mkdir()
    (tmp_path / "open" / "a.toml").write_text(ROW.replace("{EVENT}", GOOD), "utf-8")
    [one] = reader.read(tmp_path)
    assert one.events[0].source[0].code == "LBY"
    (tmp_path / "open" / "a.toml").write_text(ROW.replace("{EVENT}", GOOD).replace("TCD", "SDN"))
    assert reader.fingerprint(reader.read(tmp_path)) != reader.fingerprint([one])
    (tmp_path / "open" / "b.toml").write_text(ROW.replace("{EVENT}", GOOD), "utf-8")
    with pytest.raises(BadGold, match="twice"):
        reader.read(tmp_path)


def test_the_same_sentence_with_other_names_shares_a_frame() -> None:
    one, two = (
        Sentence(name, "open", text, ())
        for name, text in (
            (
                "o1",
                "In March the army of Chad shelled three villages near Faya, killing 12 people.",
            ),
            ("o2", "In May the army of Mali shelled nine villages near Gao, killing 30 people."),
        )
    )
    assert reader.shared_frames([one, two]) == [("o1", "o2")]


def test_every_type_status_and_hedge_is_asked_for() -> None:
    events = [event for each in SENTENCES for event in each.events]
    assert {each.status for each in events} == set(STATUSES)
    assert {each.hedge for each in events} == set(HEDGES)
    for half in reader.HALVES:
        many = Counter(event.type for each in of(half) for event in each.events)
        assert min(many[kind] for kind in TYPES) >= 15, half


def test_there_are_at_least_eight_hundred_sentences() -> None:
    assert len(SENTENCES) >= 800
