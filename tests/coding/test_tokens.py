"""Words with their offsets."""

from hypothesis import given
from hypothesis import strategies as st

from truceline.coding.tokens import tokens_of


def test_possessive_is_a_token_of_its_own_with_either_apostrophe() -> None:
    assert [t.low for t in tokens_of("Russia's and Iran’s")] == [
        "russia",
        "'s",
        "and",
        "iran",
        "'s",
    ]


def test_sums_and_ordinals_stay_whole() -> None:
    shown = [t.text for t in tokens_of("$7bn on the 38th, 1,000 of 7.5m")]
    assert shown == ["$", "7bn", "on", "the", "38th", ",", "1,000", "of", "7.5m"]


@given(st.text())
def test_every_token_is_where_it_says(text: str) -> None:
    assert all(text[t.start : t.end] == t.text for t in tokens_of(text))


@given(st.text(), st.integers(0, 9), st.integers(0, 9))
def test_a_stretch_yields_only_tokens_within_it(text: str, start: int, more: int) -> None:
    end = min(len(text), start + more)
    assert all(start <= t.start and t.end <= end for t in tokens_of(text, start, end))
