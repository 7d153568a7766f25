"""Why something is no event."""

import pytest
from tests.coding.scenes import scene_of

from truceline.coding.counts import counts_of
from truceline.coding.draft import Draft, Found
from truceline.coding.drafts import drafts_of
from truceline.coding.lexicon import lexicons
from truceline.coding.refusals import pair_up, refusal
from truceline.coding.status import Reading
from truceline.terms.events import Actor


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("The earthquake killed 300 people", "ACCIDENT"),
        ("Inflation hit Turkey", "NO_TARGET"),
        ("A bridge collapsed", "NO_ATTACK"),
        ("Twelve people were killed", "NO_CAUSE"),
        ("An attack failed", "NO_ACTOR"),
        ("The ceasefire held", "NOUN_ALONE"),
    ],
)
def test_reason(text: str, reason: str) -> None:
    scene = scene_of(text)
    found = Found(counts_of(text, scene.tokens, frozenset()), [], [])
    assert drafts_of(scene, found, lexicons())[1][0][0] == reason


def test_within_a_war_the_dead_of_nobody_named_are_an_event() -> None:
    scene = scene_of("Twelve people were killed")
    draft = Draft(scene.triggers[0], Reading())
    counts = counts_of("Twelve people were killed", scene.tokens, frozenset())
    assert refusal(scene, draft, Found(counts, [], [], war_known=True)) is None


def test_two_who_act_together_are_source_and_target() -> None:
    scene = scene_of("Chad and Mali met")
    draft = Draft(scene.triggers[0], Reading(), source=[Actor("Chad", "TCD"), Actor("Mali", "MLI")])
    pair_up(draft, [])
    assert ([a.code for a in draft.source], [a.code for a in draft.target]) == (["TCD"], ["MLI"])
