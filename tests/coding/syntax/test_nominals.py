"""What a noun is by itself."""

from tests.coding.syntax.views import node, view_of

from truceline.coding.syntax.nominals import conjuncts, counted_by, is_abstract, joined


def test_acts_and_ideas_are_nobody() -> None:
    view = view_of("The negotiation helped the village.")
    assert is_abstract(view, node(view, "negotiation"))
    assert not is_abstract(view, node(view, "village"))


def test_joined_nouns_are_found_together() -> None:
    view = view_of("France, Germany and Poland agreed.")
    found = conjuncts(view, node(view, "France"))
    assert {view.parse.words[each] for each in found} == {"France", "Germany", "Poland"}


def test_a_number_counts_those_after_of_and_no_other_noun_does() -> None:
    view = view_of("Soldiers shot hundreds of villagers near the mouth of the river.")
    assert counted_by(view, node(view, "hundreds")) == node(view, "villagers")
    assert counted_by(view, node(view, "mouth")) is None


def test_those_joined_are_counted() -> None:
    view = view_of("Chad, Mali and Niger met.")
    assert joined(view, [node(view, "Chad")]) == 3
