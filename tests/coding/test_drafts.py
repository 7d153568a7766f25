"""Events of one sentence."""

import pytest
from tests.coding.scenes import scene_of

from truceline.coding.counts import counts_of
from truceline.coding.draft import Found
from truceline.coding.drafts import drafts_of
from truceline.coding.lexicon import lexicons


def read(text: str) -> tuple[list[tuple[str, list[str | None], list[str | None]]], list[str]]:
    """Return type, sources and targets of each draft, and why others were dropped."""
    scene = scene_of(text)
    arms = lexicons().instruments.anywhere(scene.tokens)
    found = Found(counts_of(text, scene.tokens, frozenset()), [], arms)
    drafts, dropped = drafts_of(scene, found, lexicons())
    shown = [(d.type, [a.code for a in d.source], [a.code for a in d.target]) for d in drafts]
    return shown, [reason for reason, _ in dropped]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Iran attacked Iraq, killing ten people", [("ASSAULT", ["IRN"], ["IRQ"])]),
        ("Ten people were killed in an Iranian strike on Iraq", [("ASSAULT", ["IRN"], [None])]),
        ("An Iranian strike on Iraq killed ten people", [("ASSAULT", ["IRN"], ["IRQ"])]),
        ("Chad and Mali met", [("CONSULT", ["TCD"], ["MLI"])]),
        ("Chad attacked Mali and Niger attacked Benin",
         [("ASSAULT", ["TCD"], ["MLI"]), ("ASSAULT", ["NER"], ["BEN"])]),
        ("Chad is willing to meet Mali", [("AGREE", ["TCD"], ["MLI"])]),
    ],
)  # fmt: skip
def test_drafts(text: str, expected: list[tuple[str, list[str], list[str]]]) -> None:
    assert read(text)[0] == expected


def test_the_content_of_speech_is_no_event_of_its_own() -> None:
    shown, reasons = read("Chad threatened to attack Mali and occupy Niger")
    assert [kind for kind, _, _ in shown] == ["THREATEN"]
    assert set(reasons) == {"SPEECH_CONTENT"}


def test_what_is_told_after_but_is_an_event_of_its_own() -> None:
    shown, _ = read("Chad rejected the demand, but Mali attacked Niger")
    assert [kind for kind, _, _ in shown] == ["REJECT", "ASSAULT"]
