"""Which words report an event, by the parse."""

from collections.abc import Callable

import pytest
from tests.coding.syntax.views import node, parse_of, view_of

from truceline.coding.syntax.find import governed, is_passive, triggers_by_parse
from truceline.terms.events import Coding


def found(text: str) -> list[tuple[str, str | None]]:
    """Return type and mode of each trigger."""
    return [(each.type, each.mode) for _, each in triggers_by_parse(view_of(text))]


@pytest.mark.parametrize(
    ("text", "kind", "mode"),
    [
        ("Rebels used villagers as human shields.", "ASSAULT", "other"),
        ("The UN withdrew its peacekeepers from Mali.", "SANCTION", "withdraw"),
        ("Egypt lifted most of the restrictions.", "RETREAT", "access"),
        ("France summoned the Italian ambassador.", "REQUEST", "meet"),
        ("France summoned the Italian ambassador to complain.", "ACCUSE", "disapprove"),
        ("Kenya gave $5 million to Somalia.", "AID", "economic"),
        ("Talks were held in Geneva by Chad and Mali.", "CONSULT", None),
    ],
)
def test_a_verb_and_what_it_governs_are_read_together(
    text: str, kind: str, mode: str | None
) -> None:
    assert found(text)[0] == (kind, mode)


def test_words_of_a_pattern_need_not_stand_side_by_side() -> None:
    assert found("Chad cut all remaining diplomatic ties with Mali.") == [
        ("SANCTION", "discontinue")
    ]


def test_a_date_is_no_part_of_a_pattern(code: Callable[..., Coding]) -> None:
    found = code("The French president called the Malian president on Friday.")
    assert [each.type for each in found.events] == ["CONSULT"]


def test_a_noun_alone_is_a_trigger_unless_it_only_colours() -> None:
    assert found("The attack on Lome was brief.") == [("ASSAULT", None)]
    assert found("The attack plan was brief.") == []


@pytest.mark.parametrize(
    ("text", "verb", "passive"),
    [
        ("The town was shelled.", "shelled", True),
        ("They have shelled the town.", "shelled", False),
        ("A town shelled by rebels fell.", "shelled", True),
    ],
)
def test_passives(text: str, verb: str, passive: bool) -> None:
    parse = parse_of(text)
    assert is_passive(parse, parse.words.index(verb)) is passive


def test_objects_come_before_what_stands_aside() -> None:
    view = view_of("They sent aid to refugees.")
    near, aside = governed(view.parse, node(view, "sent"))
    assert near[0] == node(view, "aid")
    assert node(view, "aid") not in aside
