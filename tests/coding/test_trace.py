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
