"""Who it was done to after all."""

from collections.abc import Callable

import pytest

from truceline.terms.events import Coding


@pytest.mark.parametrize(
    ("text", "kind", "target"),
    [
        ("Somali troops recaptured the town from Hamas militants.", "COERCE", ["PSE"]),
        ("Iran fired missiles at Israel in retaliation for a raid in Syria.", "ASSAULT", ["ISR"]),
        ("Chad condemned the storming of the mosque by a Malian minister.", "ACCUSE", ["MLI"]),
        ("Mali recalled its ambassador to Algeria.", "SANCTION", ["DZA"]),
        ("Denmark closed its embassy in Mali.", "SANCTION", ["MLI"]),
        ("Jordan closed its airspace.", "COERCE", []),
        ("Iran freed an envoy, a move that Iraq denounced.", "ACCUSE", ["IRN"]),
        ("Mali attacked a village in Chad on the night of Tuesday.", "ASSAULT", ["TCD"]),
    ],
)
def test_the_target_stands_where_the_deed_puts_it(
    text: str, kind: str, target: list[str], code: Callable[..., Coding]
) -> None:
    event = next(each for each in code(text).events if each.type == kind)
    assert [a.code for a in event.target if a.code] == target


def test_a_government_that_talks_to_its_own_rebels_is_not_given_the_host(
    code: Callable[..., Coding],
) -> None:
    event = code("The Colombian government and the FARC signed an agreement in Havana.").events[0]
    assert [a.code for a in event.target] == ["COL"]
