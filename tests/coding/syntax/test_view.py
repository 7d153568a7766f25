"""What a sentence's view knows."""

from tests.coding.syntax.views import node, tree, view_of


def test_a_mention_stands_at_the_word_that_governs_it() -> None:
    view = view_of("Iranian Foreign Minister Javad Zarif condemned the strike.")
    head = next(iter(view.mention_at))
    assert view.parse.deps[head] == "nsubj"


def test_a_phrase_leaves_out_articles_and_relative_clauses() -> None:
    text, parse = tree("the DT det 2", "two CD nummod 2", "men NNS nsubj 5", "who WP nsubj 4",
                       "fled VBD acl:relcl 2", "died VBD root -1")  # fmt: skip
    assert view_of(text, parse).phrase(2) == "two men"


def test_event_nouns_stand_at_their_last_word() -> None:
    view = view_of("Peace talks collapsed.")
    assert set(view.nouns) == {node(view, "talks")}


def test_a_word_of_a_name_is_no_event() -> None:
    view = view_of("Amnesty International praised the amnesty.")
    assert set(view.nouns) == {node(view, "amnesty")}


def test_an_office_is_a_person_and_an_army_is_not() -> None:
    view = view_of("The minister met the army.")
    assert view.is_person(node(view, "minister"))
    assert not view.is_person(node(view, "army"))
