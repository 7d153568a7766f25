"""Who says so."""

import pytest
from tests.coding.scenes import scene_of

from truceline.coding.attribution import speakers_of
from truceline.coding.lexicon import lexicons


@pytest.mark.parametrize(
    ("text", "speaker", "hedge", "covers"),
    [
        ("The ministry said that Iran attacked Iraq", "ministry", "reported", "attacked"),
        ("Iran attacked Iraq, the ministry said", "ministry", "reported", "attacked"),
        ("According to the ministry, Iran attacked Iraq", "ministry", "reported", "attacked"),
        ("Iran attacked Iraq, according to the ministry", "ministry", "reported", "attacked"),
        ("The ministry claimed Iran attacked Iraq", "ministry", "claimed", "attacked"),
        ("The ministry grudgingly acknowledged that Iraq lost", "ministry", "stated", "lost"),
        ("Iran attacked Iraq, a doctor there said", "doctor", "reported", "attacked"),
        ("The ministry states that Iran attacked Iraq", "ministry", "reported", "attacked"),
        ("Iran attacked Iraq, the ministry informed the press", "ministry", "reported", "attacked"),
        ("Iran attacked Iraq, the ministry concedes", "ministry", "stated", "attacked"),
        (
            "Iran attacked Iraq, the army said on Sunday, calling it a reply",
            "army",
            "reported",
            "attacked",
        ),
        ("Iran attacked Iraq, according to relief workers", "workers", "reported", "attacked"),
    ],
)
def test_speaker(text: str, speaker: str, hedge: str, covers: str) -> None:
    scene = scene_of(text)
    [found] = speakers_of(scene.tokens, scene.mentions, lexicons())
    place = next(i for i, t in enumerate(scene.tokens) if t.low == covers)
    assert (found.actor.text, found.hedge) == (speaker, hedge)
    assert found.first <= place < found.last


def test_what_follows_but_is_not_the_speakers() -> None:
    scene = scene_of("The ministry said that Iraq lost, but attacked Iran")
    [found] = speakers_of(scene.tokens, scene.mentions, lexicons())
    assert found.last <= next(i for i, t in enumerate(scene.tokens) if t.low == "attacked")


def test_a_denial_is_marked() -> None:
    scene = scene_of("The ministry denied that Iran attacked Iraq")
    assert [s.denies for s in speakers_of(scene.tokens, scene.mentions, lexicons())] == [True]


@pytest.mark.parametrize(
    "text",
    [
        "The ministry found ten bodies, and Iran left",
        "Iran attacked Iraq after the army warned that it would",
        "Iran left, according to a plan, to rest workers",
    ],
)
def test_a_verb_that_ends_no_sentence_may_say_something_else(text: str) -> None:
    scene = scene_of(text)
    assert speakers_of(scene.tokens, scene.mentions, lexicons()) == []
