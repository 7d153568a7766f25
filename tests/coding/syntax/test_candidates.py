"""Who may be meant by the target of an event."""

from collections.abc import Callable

from tests.coding.conftest import WAR, story_of

from truceline.coding.choice import Choice
from truceline.coding.parsed import ParsedCoder
from truceline.coding.syntax.candidates import CHOSEN
from truceline.terms.events import Coding, Event


def read(text: str, **weights: float) -> Event:
    """Return the first event of a text with targets chosen by these weights alone."""
    return ParsedCoder(choice=Choice(weights), least=0.0)(story_of(text)).events[0]


def offered(text: str, *, war: bool = False) -> list[set[str]]:
    """Return the codes of each candidate for the first event of a text."""
    _, traces = ParsedCoder(WAR if war else None).traced(story_of(text))
    those = next(iter(traces[0].aims.values()))
    return [{each.code for each in one.actors if each.code} for one in those]


def test_all_with_a_code_may_be_meant() -> None:
    those = offered("Iran bombed a market in Iraq, Qatar said.")
    assert all(each in those for each in ({"IRQ"}, {"QAT"}))
    assert {"IRN"} not in those


def test_what_the_rules_give_comes_first() -> None:
    assert offered("Qatar said Mali bombed Chad.")[0] == {"TCD"}


def test_persons_named_without_a_code_are_not_left_for_nobody_or_for_the_source() -> None:
    those = offered("Malian troops arrested John Smith, Chad said.")
    assert {"TCD"} in those
    assert {"MLI"} not in those
    assert those.count(set()) == 1


def test_no_two_candidates_have_the_same_codes() -> None:
    those = [frozenset(each) for each in offered("Iran's army bombed Basra in Iraq.") if each]
    assert len(those) == len(set(those))


def test_who_only_is_quoted_as_a_source_of_news_is_no_candidate() -> None:
    assert {"YEM"} not in offered("According to Yemen, Iran shelled Basra.")


def test_the_sides_of_the_war_may_be_meant_unnamed() -> None:
    assert {"UKR"} in offered("Shells hit a hospital.", war=True)


def offered_last(*paragraphs: str) -> list[set[str]]:
    """Return the codes of each candidate for the last event of a text."""
    _, traces = ParsedCoder().traced(story_of(*paragraphs))
    those = list(traces[-1].aims.values())[-1]
    return [{each.code for each in one.actors if each.code} for one in those]


def test_of_those_named_before_the_other_side_of_an_earlier_deed_may_be_meant() -> None:
    those = offered_last("Mali bombed Chad, Ghana said. Togo mourned. Mali vowed revenge.")
    assert {"TCD"} in those
    assert {"GHA"} not in those


def test_the_one_other_whom_the_sentence_before_names_may_be_meant() -> None:
    assert {"TCD"} in offered_last("Mali lies west of Chad. Malian troops opened fire.")
    assert {"TCD"} not in offered_last("Chad and Niger are poor. Malian troops opened fire.")
    assert {"TCD"} not in offered_last("Chad is poor.", "Malian troops opened fire.")


def test_rebels_may_mean_their_own_state() -> None:
    assert {"MLI"} in offered_last("Tuareg rebels from Mali blew up a bridge.")
    assert {"MLI"} not in offered_last("Malian soldiers blew up a bridge.")


def test_of_two_that_are_as_likely_neither_is_taken() -> None:
    event = read("Mali bombed a bridge, Chad and Niger said.", **{"a code": 9.0})
    assert "target" not in event.roles


def test_without_weights_what_the_rules_give_stands() -> None:
    event = read("Mali bombed Chad.")
    assert [each.code for each in event.target] == ["TCD"]
    assert "target" not in event.roles


def test_heavier_grounds_move_the_target_and_the_event_says_so() -> None:
    event = read("Mali bombed Chad, Niger said.", **{"up 1 nsubj": 9.0, "way up 1 nsubj": 9.0})
    assert [each.code for each in event.target] == ["NER"]
    assert event.roles["target"] == CHOSEN


def test_those_who_met_stay_as_they_are() -> None:
    event = read("Chad and Mali met in Doha.", nobody=9.0)
    assert [each.code for each in event.target] == ["MLI"]


def test_shipped_weights_find_who_is_meant_where_the_verb_does_not_say(
    code: Callable[..., Coding],
) -> None:
    text = "Chad's planes surprised the Libyan garrison at dawn and destroyed 11 tanks."
    [event] = [each for each in code(text).events if each.type == "ASSAULT"][-1:]
    assert {each.code for each in event.target} == {"LBY"}


def test_who_asks_both_sides_asks_the_other_one(code: Callable[..., Coding]) -> None:
    text = "The Chadian envoy proposed a meeting of the two presidents."
    asked = code("Chadian and Libyan envoys met at Tibesti on Monday. " + text).events[-1]
    assert (asked.type, [each.code for each in asked.target]) == ("REQUEST", ["LBY"])


def test_of_two_whom_the_rules_give_not_one_alone_is_offered() -> None:
    those = offered_last("Libya accused Chadian troops and France of shelling Faya.")
    assert {"TCD", "FRA"} in those
    assert {"FRA"} not in those
