"""Words beside a subject are neither the subject nor which one it is."""

from collections.abc import Callable

import pytest
from tests.coding.syntax.views import tree

from truceline.coding.syntax.mend import mended
from truceline.terms.events import Coding


def test_a_day_before_the_subject_is_when() -> None:
    _, parse = tree("Today NN nsubj 4", ", , punct 0", "Russia NNP appos 0", "is VBZ aux 4",
                    "fighting VBG root -1")  # fmt: skip
    found = mended(parse)
    assert (found.deps[0], found.heads[2], found.deps[2]) == ("obl", 4, "nsubj")


def test_for_whom_something_is_so_is_not_who_does_it() -> None:
    _, parse = tree("For IN case 1", "many NNS nsubj 5", ", , punct 1", "the DT det 4",
                    "hope NN appos 1", "faded VBD root -1")  # fmt: skip
    found = mended(parse)
    assert (found.deps[1], found.heads[4], found.deps[4]) == ("obl", 5, "nsubj")


def test_whoever_follows_a_verb_with_a_subject_is_spoken_to() -> None:
    _, parse = tree("Shekau NNP nsubj 1", "warned VBD root -1", "Biya NNP nsubj 1")
    assert mended(parse).deps[2] == "obj"
    _, parse = tree("gone VBN root -1", "are VBP aux 0", "they PRP nsubj 0")
    assert mended(parse) is parse


@pytest.mark.parametrize("said", ["backed by France", "armed by France"])
def test_what_is_told_beside_a_subject_is_a_deed(code: Callable[..., Coding], said: str) -> None:
    events = code(f"Chad, {said}, attacked Libya on Sunday.").events
    assert ["FRA", "TCD"] in [[e.source[0].code, e.target[0].code] for e in events]


@pytest.mark.parametrize(
    ("told", "status"),
    [
        ("The truce between Mali and the rebels collapsed on Friday.", "failed"),
        ("The truce between Mali and the rebels ran out on Friday.", "failed"),
        ("The truce between Mali and the rebels held on Friday.", "happened"),
        ("The deal between Mali and Niger fell apart.", "failed"),
        ("The deal between Mali and Niger ended the war.", "happened"),
    ],
)
def test_what_a_noun_is_the_subject_of_gives_its_status(
    code: Callable[..., Coding], told: str, status: str
) -> None:
    assert code(told).events[0].status == status


def test_a_name_behind_a_capital_that_opens_the_sentence_is_a_person(
    code: Callable[..., Coding],
) -> None:
    [event] = code("In Moscow Jan Kubek, the Polish defence minister, accused Chad of it.").events
    assert [each.code for each in event.source] == ["POL"]


def test_an_attack_that_is_likely_has_not_been_made(code: Callable[..., Coding]) -> None:
    told = code("An Iraqi attack on Kuwait is certain to provoke an answer.").events
    assert "happened" not in [each.status for each in told]
