"""Whom a deed faces where its verb leaves it open."""

from collections.abc import Callable

import pytest

from truceline.terms.events import Coding


@pytest.mark.parametrize(
    ("text", "kind", "target"),
    [
        ("Cuba said it would not lift the ban until Panama freed the envoy.", "REJECT", ["PAN"]),
        ("France mobilised troops for a war against Mali.", "MOBILIZE", ["MLI"]),
        ("Poland shut its border crossing with Belarus.", "COERCE", ["BLR"]),
        ("Chad attacked Mali, according to Niger.", "ASSAULT", ["MLI"]),
    ],
)
def test_the_other_party_is_found_further_off(
    text: str, kind: str, target: list[str], code: Callable[..., Coding]
) -> None:
    event = next(each for each in code(text).events if each.type == kind)
    assert [a.code for a in event.target if a.code] == target


def test_with_two_others_named_nobody_is_chosen(code: Callable[..., Coding]) -> None:
    text = "Chad deployed troops, as Mali and Niger had feared."
    event = next(each for each in code(text).events if each.type == "MOBILIZE")
    assert [a.code for a in event.target] == []
