"""Shingles: the exact measure of what two texts share."""

from hypothesis import given
from hypothesis import strategies as st

from truceline.record.same.shingles import LENGTH, share_found, shared, shingles, words_of

words = st.lists(st.sampled_from("abcdefgh"), max_size=40)


@given(words, words)
def test_as_many_are_shared_as_sets_of_runs_share(one: list[str], two: list[str]) -> None:
    def runs(text: list[str]) -> set[tuple[str, ...]]:
        width = min(LENGTH, len(text))
        return {tuple(text[at : at + width]) for at in range(len(text) - width + 1)} - {()}

    assert shared(shingles(one), shingles(two)) == len(runs(one) & runs(two))


@given(words)
def test_a_text_stands_in_itself_whole(text: list[str]) -> None:
    assert share_found(shingles(text), shingles(text)) == (1.0 if text else 0.0)


def test_marks_and_case_are_no_words() -> None:
    assert words_of("“Two MISSILES”, 1,000 km\n— said it.") == [
        "two", "missiles", "1,000", "km", "said", "it",
    ]  # fmt: skip


def test_order_of_words_counts() -> None:
    assert shared(shingles(list("abcd")), shingles(list("dcba"))) == 0
