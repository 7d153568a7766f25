"""Who to whom."""

import pytest
from tests.coding.scenes import scene_of

from truceline.coding.arguments import agent, modifier, objects, preposition, stop_of, subjects


def codes(mentions: list) -> list[str | None]:  # type: ignore[type-arg]
    """Return the codes of mentions."""
    return [a.code for m in mentions for a in m.actors]


@pytest.mark.parametrize(
    ("text", "source", "target"),
    [
        ("Iran attacked Iraq", ["IRN"], ["IRQ"]),
        ("Chad, backed by Mali, attacked Niger", ["TCD"], ["NER"]),
        ("The army of Chad attacked Niger", ["TCD"], ["NER"]),
        ("Chad's bet on Mali attacked Niger", [], ["NER"]),
        ("Chad and Mali attacked Niger", ["TCD", "MLI"], ["NER"]),
        ("Chad gave Mali a list and attacked Niger", ["TCD"], ["NER"]),
        ("Chad attacked Niger and Mali", ["TCD"], ["NER", "MLI"]),
    ],
)
def test_source_and_target(text: str, source: list[str], target: list[str]) -> None:
    scene = scene_of(text)
    trigger = next(t for t in scene.triggers if t.type == "ASSAULT")
    assert codes(subjects(scene, trigger)[0]) == source
    assert codes(objects(scene, trigger, stop_of(scene, trigger))) == target


def test_the_doer_of_a_passive_follows_by() -> None:
    scene = scene_of("Niger was attacked by Chad and Mali")
    assert codes(agent(scene, scene.triggers[0], len(scene.tokens))) == ["TCD", "MLI"]


def test_the_doer_of_a_noun_stands_before_it() -> None:
    scene = scene_of("Chadian drone strikes on Niger continued")
    assert codes(modifier(scene, scene.triggers[0])) == ["TCD"]


def test_amounts_do_not_hide_the_object() -> None:
    scene = scene_of("It killed dozens of Malian soldiers")
    assert preposition(scene, scene.mentions[0]) == ""
