"""What the pages show cannot be changed on the way to the page."""

import dataclasses

import pytest

from truceline.show import views


@pytest.mark.parametrize("name", [
    "AnswerView", "CheckRow", "ColumnView", "CutRow", "EstimateRow", "EventRow", "StoryView",
    "Stretch", "Table",
])  # fmt: skip
def test_a_view_is_frozen(name: str) -> None:
    kind = getattr(views, name)
    made = kind(**{field.name: () for field in dataclasses.fields(kind)})
    with pytest.raises(dataclasses.FrozenInstanceError):
        setattr(made, dataclasses.fields(kind)[0].name, "other")
