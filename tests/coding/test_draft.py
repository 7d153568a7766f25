"""The event in the making."""

from tests.coding.scenes import scene_of

from truceline.coding.draft import Draft
from truceline.coding.status import Reading


def test_a_draft_tells_of_all_its_triggers_and_has_the_first_ones_type() -> None:
    scene = scene_of("Iran attacked Iraq, killing ten people")
    attack, killing = scene.triggers
    draft = Draft(attack, Reading(), merged=[killing])
    assert (draft.type, draft.triggers()) == ("ASSAULT", [attack, killing])
