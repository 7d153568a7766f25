"""The JSON holds the contracts' shapes, exactly and in a stable order."""

import json
import math
from dataclasses import replace

from truceline.show.structure import as_json
from truceline.terms.briefs import Brief


def test_events_and_answers_have_the_contracts_shapes(brief: Brief) -> None:
    found = json.loads(as_json(brief))
    assert list(found)[:3] == ["war", "date", "as_of"]
    assert found["events"][0]["event_id"] == "event-1"
    assert found["events"][0]["date_start"] == "2031-06-01"
    assert len(found["events"]) == 8
    assert set(found["answers"][0]) == {"question", "then", "now"}
    assert found["answers"][0]["now"]["estimates"][0]["value"] == 1.0512
    assert found["set_aside"][0] == {
        "story_id": "first", "reason": "NO_ACTOR", "quote": "Bridges burn", "start": 6, "end": 18,
    }  # fmt: skip


def test_offsets_count_in_the_text_that_stands_beside_them(brief: Brief) -> None:
    found = json.loads(as_json(brief))
    texts = {each["story_id"]: each["text"] for each in found["stories"]}
    for event in found["events"]:
        said = event["evidence"]
        assert texts[event["story_id"]][said["start"] : said["end"]] == said["quote"]


def test_a_number_that_is_not_finite_is_null(brief: Brief) -> None:
    track = replace(brief.around[0], values=(math.nan, math.inf, *brief.around[0].values[2:]))
    text = as_json(replace(brief, around=(track,)))
    assert "NaN" not in text
    assert "Infinity" not in text
    assert json.loads(text)["around"][0]["values"][:2] == [None, None]


def test_hostile_signs_are_exact_and_harmless(brief: Brief) -> None:
    text = "a\x00\x1b[31m\u202e\ud800\x9b" + brief.stories[0].text
    story = replace(brief.stories[0], text=text)
    written = as_json(replace(brief, stories=(story, brief.stories[1])))
    assert written.encode()  # half characters would refuse
    assert not any(sign in written for sign in "\x00\x1b\u202e\x9b")
    assert json.loads(written)["stories"][0]["text"] == text


def test_the_same_brief_gives_the_same_text(brief: Brief) -> None:
    assert as_json(brief) == as_json(brief)
