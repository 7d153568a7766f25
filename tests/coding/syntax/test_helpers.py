"""Who helps in a deed of force is not the one it is done to."""

from collections.abc import Callable

import pytest

from truceline.terms.events import Coding


@pytest.mark.parametrize(
    "text",
    [
        "Mali's army drove the rebels out of Gao with the help of French helicopters.",
        "Mali's army retook Gao with French help.",
        "Mali's army retook Gao with the support of French jets.",
        "Mali's army, backed by France, retook Gao.",
    ],
)
def test_who_helps_is_not_hit(code: Callable[..., Coding], text: str) -> None:
    taken = [each for each in code(text).events if each.type == "COERCE"]
    assert taken
    assert "FRA" not in [actor.code for each in taken for actor in each.target]


def test_who_is_helped_and_named_besides_may_be(code: Callable[..., Coding]) -> None:
    [event] = code("Chad attacked French troops despite the help of France.").events
    assert [each.code for each in event.target] == ["FRA"]
