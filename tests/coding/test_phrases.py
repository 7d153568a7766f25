"""Longest match."""

from truceline.coding.phrases import Phrases
from truceline.coding.tokens import tokens_of


def test_the_longest_phrase_wins() -> None:
    phrases = Phrases([("South", 1), ("South Sudan", 2)])
    assert phrases.at(tokens_of("south sudan fell"), 0) == (2, 2)
    assert phrases.at(tokens_of("south"), 0) == (1, 1)


def test_a_star_is_any_one_word() -> None:
    phrases = Phrases([("return of * children", "x")])
    assert phrases.at(tokens_of("return of ten children"), 0) == (4, "x")
    assert phrases.at(tokens_of("return of children"), 0) is None


def test_capital_phrases_do_not_match_common_words() -> None:
    phrases = Phrases([("US", "USA")], capital=True)
    assert phrases.at(tokens_of("US"), 0) == (1, "USA")
    assert phrases.at(tokens_of("us"), 0) is None


def test_hits_never_overlap() -> None:
    phrases = Phrases([("a b", 1), ("b a", 2)])
    assert phrases.anywhere(tokens_of("a b a b")) == [(0, 2, 1), (2, 4, 1)]
