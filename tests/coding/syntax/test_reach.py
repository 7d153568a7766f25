"""Whether the words of an entry are a verb's own."""

from collections.abc import Callable

import pytest
from tests.coding.syntax.views import node, view_of

from truceline.coding.frames import Frame
from truceline.coding.syntax.reach import holds, predicated
from truceline.terms.events import Coding


def frame(*needs: str) -> Frame[str]:
    """Return an entry that needs one word of each of these sets, joined by "|"."""
    return Frame(tuple(frozenset(each.split("|")) for each in needs), "")


@pytest.mark.parametrize(
    ("text", "verb", "needs", "held"),
    [
        ("Kenya took the refugees in.", "took", ("in",), True),
        ("Kenya took 300 refugees from Sudan in camps.", "took", ("in",), False),
        ("Rebels took down roadblocks in Gulu.", "took", ("in",), False),
        ("Rebels took down roadblocks in Gulu.", "took", ("down",), True),
        ("Chad voted for the plan.", "voted", ("for",), True),
        ("Chad withdrew its envoy from the African Union.", "withdrew", ("from", "union"), True),
        ("Chad left at the wish of the Union.", "left", ("from|of", "union"), False),
        ("Mali sent a team of experts to Chad.", "sent", ("team", "of", "experts"), True),
        ("Chad called the strike an error.", "called", ("strike",), False),
        ("Unions called a strike.", "called", ("strike",), True),
    ],
)
def test_words_belong_to_a_verb(text: str, verb: str, needs: tuple[str, ...], held: bool) -> None:
    view = view_of(text)
    assert holds(view, node(view, verb), frame(*needs)) is held


def test_what_an_object_is_called_is_known() -> None:
    view = view_of("Chad called the raid a grave crime.")
    assert {"crime", "grave"} <= predicated(view, node(view, "called"))
    assert predicated(view, node(view, "raid")) == frozenset()


@pytest.mark.parametrize(
    "text",
    [
        "Militiamen took down their tents in Goma.",
        "Nigeria called the strike a lawful act.",
        "The rebels said no fighter was hurt.",
    ],
)
def test_words_of_others_make_no_deed(text: str, code: Callable[..., Coding]) -> None:
    assert not code(text).events
