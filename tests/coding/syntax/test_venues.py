"""Places that a sentence names and that are not where its deed was done."""

from collections.abc import Callable

import pytest
from tests.coding.syntax.views import view_of

from truceline.coding.draft import Draft
from truceline.coding.predicates import Trigger
from truceline.coding.status import Reading
from truceline.coding.syntax.venues import points_back
from truceline.terms.events import Coding


def first_place(coding: Coding) -> str | None:
    event = coding.events[0]
    return event.place.name if event.place else None


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("France handed over six jets to Kyiv on Monday.", None),
        ("France landed six jets in Kyiv on Monday.", "Kyiv"),
        ("Mali froze the assets of Togo on Monday over the shelling of Gao.", None),
        ("Chad bombed a Sudanese convoy, according to officials in Geneva.", None),
        ("Chadian jets bombed a Sudanese convoy near Abéché.", "Abéché"),
        ("A tribunal in Dakar sentenced a Chadian colonel on Monday.", "Dakar"),
    ],
)
def test_a_government_a_cause_and_a_speaker_are_no_place(
    text: str, place: str | None, code: Callable[..., Coding]
) -> None:
    assert first_place(code(text)) == place


@pytest.mark.parametrize(
    ("text", "back"),
    [
        ("Rebels bombed a bank there on Monday.", True),
        ("Rebels shelled the town on Monday.", True),
        ("Rebels shelled a town on Monday.", False),
        ("Rebels shelled the town of Gao on Monday.", False),
    ],
)
def test_there_and_the_town_point_back(text: str, *, back: bool) -> None:
    view = view_of(text)
    verb = next(i for i, tag in enumerate(view.parse.tags) if tag == "VBD")
    draft = Draft(Trigger(1, 2, 1, "ASSAULT", None, "attack", "past"), Reading())
    draft.node = verb
    assert points_back(view, draft) is back


def test_a_deed_there_stands_in_the_town_told_of_before(code: Callable[..., Coding]) -> None:
    text = ("Chadian rebels shelled a market in Abéché on Sunday. Two bombs went off there on "
            "Monday. Jets attacked a Sudanese convoy on Tuesday.")  # fmt: skip
    found = [each.place.name if each.place else None for each in code(text).events]
    assert found == ["Abéché", "Abéché", None]
