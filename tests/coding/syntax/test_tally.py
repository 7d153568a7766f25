"""How many, by the parse."""

from collections.abc import Callable

import pytest
from tests.coding.syntax.views import tree, view_of

from truceline.coding.draft import Draft
from truceline.coding.predicates import Trigger
from truceline.coding.status import Reading
from truceline.coding.syntax.tally import tally
from truceline.terms.events import Coding

Counts = list[tuple[str, float, float | None]]


def counts(coding: Coding) -> Counts:
    """Return what was counted in all events of a text."""
    return [(c.what, c.low, c.high) for each in coding.events for c in each.counts]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Some sixty gunmen occupied the parliament in Juba on Friday.", ("troops", 60, 60)),
        ("About 5,000 Kenyans marched through Nairobi against the tax.", ("other", 5000, 5000)),
        ("Rebels shot more than 40 villagers dead in Mali.", ("killed", 40, None)),
        ("Around 300 rebels surrendered to the Nigerian army.", ("captured", 300, 300)),
        ("Canada promised Ukraine five million euros.", ("money", 5e6, 5e6)),
        ("France will sell Egypt twelve Mirage fighters.", ("aircraft", 12, 12)),
        ("Chad has asked Libya for a loan of two million pounds.", ("money", 2e6, 2e6)),
    ],
)
def test_a_number_counts_what_its_part_in_the_sentence_says(
    text: str, expected: tuple[str, float, float | None], code: Callable[..., Coding]
) -> None:
    assert expected in counts(code(text))


@pytest.mark.parametrize(
    "text",
    [
        "Three countries accused Iran of the attack.",
        "Mali bombed two regions of Chad for six days.",
        "Kenya closed two airports.",
    ],
)
def test_parties_places_and_spans_of_time_are_no_count(
    text: str, code: Callable[..., Coding]
) -> None:
    assert counts(code(text)) == []


def test_the_doers_of_an_attack_are_troops_and_those_named_by_words_alone_stay() -> None:
    text, parse = tree(
        "Fifty CD nummod 1", "gunmen NNS nsubj 2", "stormed VBD root -1", "Lagos NNP obj 2"
    )
    view = view_of(text, parse)
    draft = Draft(Trigger(2, 3, 2, "ASSAULT", None, "deed", "past"), Reading())
    draft.node = 2
    tally(view, [draft], [])
    [counted] = draft.counts
    assert (counted.count.what, counted.count.low, counted.count.unit) == ("troops", 50, "persons")
    again = Draft(draft.trigger, Reading())
    tally(view, [again], [counted])
    assert again.counts == []
