"""Where clauses are cut."""

import pytest
from tests.coding.scenes import scene_of

from truceline.coding.clauses import clause_at


@pytest.mark.parametrize(
    ("text", "openers"),
    [
        ("Iran and Iraq met", [""]),
        ("Iran attacked Basra and Iraq attacked Tehran", ["", "and"]),
        ("Iran attacked; Iraq withdrew", ["", ";"]),
        ("Iran attacked after Iraq withdrew", ["", "after"]),
        ("If Iran attacks Iraq", ["", "if"]),
        ("Iran met US-backed rebels", [""]),
    ],
)
def test_openers(text: str, openers: list[str]) -> None:
    clauses = scene_of(text).clauses
    assert [c.opener for c in clauses if c.last > c.first or c.opener] in (openers, openers[1:])


def test_every_token_is_in_one_clause_at_most() -> None:
    scene = scene_of("On Monday, Iran, backed by Syria, attacked Iraq - and Chad met Mali.")
    for place in range(len(scene.tokens)):
        holders = [c for c in scene.clauses if c.first <= place < c.last]
        assert len(holders) <= 1
        if holders:
            assert scene.clauses[clause_at(scene.clauses, place)] in holders
