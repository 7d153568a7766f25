"""How a sentence was read, as data."""

from tests.coding.conftest import story_of

from truceline.coding.parsed import ParsedCoder


def test_each_trigger_says_what_became_of_it() -> None:
    text = "Iran shelled Basra, killing ten. Two men met."
    _, traces = ParsedCoder().traced(story_of(text))
    assert [[reason for _, reason in each.read] for each in traces] == [
        [None, "JOINED"], ["NO_ACTOR"]]  # fmt: skip
    assert [text[a:b] for a, b in traces[1].spans] == ["Two", "men", "met", "."]
    assert all(each.parse is not None for each in traces)


def test_each_event_has_its_grounds_in_the_trace_of_its_sentence() -> None:
    coding, traces = ParsedCoder().traced(story_of("Two men met. Iran shelled Basra."))
    [event] = coding.events
    assert [set(each.grounds) for each in traces] == [set(), {event.event_id}]


def test_without_parses_the_words_alone_are_read() -> None:
    coding, [trace] = ParsedCoder().traced(story_of("Iran shelled Basra."), {})
    assert trace.parse is None
    assert "read without a parse" in trace.grounds[coding.events[0].event_id]
