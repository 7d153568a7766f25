"""Single changes: which there are, and how far they go."""

import numpy as np
import pytest

from truceline.reason.models import Layout
from truceline.reason.moves import Box, Move, moves


def box(*names: str) -> Box:
    ends = np.zeros(len(names)), np.ones(len(names))
    return Box(
        layout=Layout(names=names, a="north", b="south"), low=ends[0], high=ends[1],
        points=np.full((3, len(names)), 0.4),
    )  # fmt: skip


def test_only_what_the_box_holds_can_be_changed() -> None:
    found = moves(box("cost.south", "monitoring"), {"north": "North", "south": "South"})
    assert [(each.name, each.kind) for each in found] == [
        ("cost.south", "pressure"), ("monitoring", "assurance"),
    ]  # fmt: skip
    assert "South" in found[0].words


def test_a_change_goes_to_its_end_in_parts() -> None:
    values = np.array([0.2, 0.6])
    ends = Move("backers.south", 0.0, "ends", "pressure")
    assert ends.made(values, 0.5) == pytest.approx([0.1, 0.3])
    doubles = Move("cost.south", 2.0, "doubles", "pressure", relative=True)
    assert doubles.made(values, 1.0) == pytest.approx([0.4, 1.2])


def test_a_doubling_stops_where_the_parameter_ends() -> None:
    doubles = Move("cost.south", 2.0, "doubles", "pressure", relative=True)
    assert doubles.made(np.array([1.5]), 1.0) == pytest.approx([2.0])


def test_a_box_is_not_changed_by_moving_a_parameter() -> None:
    held = box("power", "shift")
    moved = held.fixed("shift", 0.9)
    assert moved[0].tolist() == [0.4, 0.9]
    assert held.points[0].tolist() == [0.4, 0.4]
