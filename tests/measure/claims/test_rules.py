"""The rules are data, and each names things that exist."""

from tests.measure.claims.made_ground import WAR

from truceline.coding.lexicon import read_toml
from truceline.measure.claims.rules import rules, series_for
from truceline.terms.results import QUESTIONS


def test_every_question_named_is_one_of_the_eight() -> None:
    assert set(rules().question.values()) <= set(QUESTIONS)


def test_a_series_is_chosen_by_what_it_holds_and_never_by_its_name() -> None:
    assert [s.name for s, _ in series_for(WAR, "drones", "XNO")] == ["drones"]
    assert [s.name for s, _ in series_for(WAR, "killed", None)] == ["deaths"]
    assert series_for(WAR, "drones", "XSO") == []
    assert series_for(WAR, "nothing", None) == []


def test_every_topic_of_a_series_can_be_read_from_a_sentence_or_a_count() -> None:
    topics = set(read_toml("claims")["about"]) | {"drones and missiles", "destroyed", "killed"}
    assert {each.about for each in rules().series} <= topics


def test_a_contradiction_wants_more_distance_than_a_support_allows() -> None:
    near = rules().near
    assert near["far"] > 1 + near["rough"] > 1 + near["exact"]
    assert near["area_moved"] > near["area_still"]
