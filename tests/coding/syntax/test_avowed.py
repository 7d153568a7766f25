"""Verbs that say only who tells what is told."""

from collections.abc import Callable

import pytest

from truceline.terms.events import Coding


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("Malian police arrested 40 students on Monday, a lawyers' union complained.", ["COERCE"]),
        ("Chad alleges that Sudanese jets bombed a camp on Monday.", ["ASSAULT"]),
        ("Chad admitted that its foreign minister had met the rebels of Sudan.", ["CONSULT"]),
        ("Chadian rebels admitted that they had shelled a village in Sudan.", ["ASSAULT"]),
        ("Chad admitted that its soldiers had shelled a village in Sudan.",
         ["CONCEDE", "ASSAULT"]),
        ("Chad's president conceded defeat on Monday.", ["CONCEDE"]),
        ("Chad accused Sudan of arming rebels.", ["ACCUSE"]),
        ("Chad complained that Sudan was arming rebels.", ["ACCUSE"]),
    ],
)  # fmt: skip
def test_who_admits_or_alleges_tells_a_deed_only_where_it_is_one(
    text: str, types: list[str], code: Callable[..., Coding]
) -> None:
    assert [each.type for each in code(text).events] == types


def test_what_is_left_out_is_told_elsewhere(code: Callable[..., Coding]) -> None:
    coding = code("Chad alleges that Sudanese jets bombed a camp on Monday.")
    assert coding.set_aside == ()
