"""Where sentences end."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from truceline.coding.sentences import LONGEST, sentence_spans


def split(text: str) -> list[str]:
    """Return the sentences as text."""
    return [text[a:b] for a, b in sentence_spans(text, 0, len(text))]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("It fell. He said so.", 2),
        ("Gen. Ridgway met Lt. Col. Kim on Jan. 5 in the U.S. zone.", 1),
        ("It cost 3.5 million. Nobody paid.", 2),
        ("“We will not yield.” The envoy left.", 2),
        ("He asked: why? nobody knew.", 1),
        ("One\n\nTwo", 2),
        ("", 0),
        ("…", 1),
    ],
)
def test_counts_sentences(text: str, parts: int) -> None:
    assert len(split(text)) == parts


@given(st.text(alphabet=st.sampled_from('aA .!?\n”"')))
def test_spans_are_ordered_apart_and_lose_only_white_space(text: str) -> None:
    spans = list(sentence_spans(text, 0, len(text)))
    assert all(a < b for a, b in spans)
    assert all(first[1] <= second[0] for first, second in pairwise(spans))
    kept = "".join(text[a:b] for a, b in spans)
    assert "".join(kept.split()) == "".join(text.split())


def test_no_sentence_is_longer_than_the_bound() -> None:
    assert max(len(each) for each in split("word " * 5000)) <= LONGEST
    assert max(len(each) for each in split("x" * 20000)) <= LONGEST
