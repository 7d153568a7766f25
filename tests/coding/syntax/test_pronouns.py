"""Whom pronouns stand for."""

from collections.abc import Callable

import pytest
from tests.coding.syntax.views import node, view_of

from truceline.coding.syntax.pronouns import antecedent, quoted_in
from truceline.terms.events import Coding


@pytest.mark.parametrize(
    ("text", "pronoun", "word"),
    [
        ("Germany said it would send tanks.", "it", "Germany"),
        ("The rebels said they will release two men.", "they", "rebels"),
        ("Iran withdrew its troops.", "its", "Iran"),
    ],
)
def test_a_pronoun_means_the_subject_above_it(text: str, pronoun: str, word: str) -> None:
    view = view_of(text)
    assert antecedent(view, node(view, pronoun)) == node(view, word)


def test_he_is_no_state() -> None:
    view = view_of("Germany said he would send tanks.")
    assert antecedent(view, node(view, "he")) is None


def test_a_pronoun_reaches_into_the_sentence_before(code: Callable[..., Coding]) -> None:
    events = code("Turkey shelled northern Syria. It also bombed Iraq.").events
    assert [[a.code for a in each.source] for each in events] == [["TUR"], ["TUR"]]


def test_we_of_a_quotation_is_who_says_it() -> None:
    view = view_of('"We will go," he said.')
    assert antecedent(view, node(view, "We")) == node(view, "he")
    assert quoted_in(view, node(view, "We"))
    assert not quoted_in(view, node(view, "he"))
