"""Parameter names, and who is called what."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from truceline.reason.parameters import LIMITS, called, key, most, names, sides
from truceline.terms.errors import BadWar
from truceline.terms.wars import Side, War

Made = Callable[..., War]


def test_the_first_side_proposes_unless_the_file_says_otherwise(made: Made) -> None:
    assert [side.code for side in sides(made())] == ["NOR", "SOU"]
    assert [side.code for side in sides(made(proposer="SOU"))] == ["SOU", "NOR"]
    with pytest.raises(BadWar, match="proposer is 'EAST'"):
        sides(made(proposer="EAST"))
    with pytest.raises(BadWar, match="has 1 sides"):
        sides(replace(made(), sides=made().sides[:1]))


def test_a_side_with_a_long_name_goes_by_its_code() -> None:
    assert key(Side(code="UNC", name="United Nations Command")) == "unc"
    assert key(Side(code="UKR", name="Ukraine")) == "ukraine"


def test_every_kind_has_limits_and_a_name(made: Made) -> None:
    kinds = {name.partition(".")[0] for name in names(made())}
    assert kinds == set(LIMITS)
    assert names(made())[-1] == "after_truce.south"
    assert most("shift") == 1.0


def test_a_file_may_call_its_sides_by_short_names(made: Made) -> None:
    assert called(made(called={"NOR": "the northerners"})) == {
        "north": "the northerners", "south": "South",
    }  # fmt: skip
    with pytest.raises(BadWar, match="called of made"):
        called(made(called="north"))
