"""Whom of a story's earlier deeds a later one may be aimed at."""

from collections.abc import Callable
from datetime import date

import pytest

from truceline.coding.parsed import ParsedCoder
from truceline.coding.trace import Trace
from truceline.terms.events import Coding
from truceline.terms.stories import Passage, Story


def aims(text: str, kind: str) -> dict[tuple[str | None, ...], list[str]]:
    """Return the candidates of the last event of a type, by their codes, with their grounds."""
    passages = (Passage(0, len(text), "paragraph"),)
    story = Story("s", "s.txt", text, "", published=date(1996, 4, 19), passages=passages)
    traces: list[Trace]
    coding, traces = ParsedCoder(least=0.0).traced(story)
    event = [each for each in coding.events if each.type == kind][-1]
    found = {name: those for trace in traces for name, those in trace.aims.items()}
    return {
        tuple(one.code for one in each.actors): list(each.grounds) for each in found[event.event_id]
    }


def test_a_noun_points_at_the_deed_told_before() -> None:
    found = aims("Israeli guns shelled a Lebanese village. Iran denounced the shelling.", "ACCUSE")
    assert "source of the deed named again, ACCUSE" in found["ISR",]


def test_a_noun_of_another_kind_points_at_nothing() -> None:
    found = aims("Israel shelled a Lebanese village. Iran criticised the talks.", "ACCUSE")
    assert not [each for each in found.get(("ISR",), []) if "named again" in each]


def test_who_was_most_often_against_the_source_is_told() -> None:
    text = (
        "Chad attacked Libya. Chad shelled Libya again. Sudan accused Chad of lying. "
        "Chad fired rockets at a convoy."
    )
    found = aims(text, "ASSAULT")
    assert "most often against the source, 2 times" in found["LBY",]
    assert not [each for each in found.get(("SDN",), []) if each.startswith("most often")]


def test_a_deed_long_before_is_not_the_last_one() -> None:
    filler = "It rained. The market was open. The harvest was good. "
    near = aims("Israel shelled Lebanon. Iran issued a warning.", "THREATEN")
    far = aims(f"Israel shelled Lebanon. {filler}Iran issued a warning.", "THREATEN")
    assert "source of the last deed, 1 back" in near["ISR",]
    assert not [each for each in far.get(("ISR",), []) if "last deed" in each]


def test_without_a_deed_before_nobody_is_added() -> None:
    assert ("ISR",) not in aims("It rained. Iran denounced the shelling.", "ACCUSE")


@pytest.mark.parametrize(
    ("texts", "target"),
    [
        (("Chad attacked Libya.", "Chadian jets struck a single radar."), "LBY"),
        (("Libya shelled Chad.", "Chadian troops seized three hills."), "LBY"),
        (("Chad praised Libya.", "Chadian jets struck a single radar."), None),
        (("Chad denied that it had shelled Libya.", "Chadian troops seized a radar."), None),
        (("Libya shelled Chad.", "Chadian jets struck a school."), None),
        (("Chad's army shelled Chadian rebels.", "Chadian jets struck a single radar."), "TCD"),
    ],
)
def test_what_one_side_of_a_story_hits_is_its_enemys(
    texts: tuple[str, ...], target: str | None, code: Callable[..., Coding]
) -> None:
    event = code(" ".join(texts)).events[-1]
    assert target is None or [each.code for each in event.target] == [target]
    told = "whom the story tells to be against the source"
    assert (event.roles.get("target") == told) is (target is not None)
