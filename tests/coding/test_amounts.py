"""Numbers with their ranges."""

import pytest

from truceline.coding.amounts import made, qualifier, range_end, share_of
from truceline.coding.numbers import fraction_at
from truceline.coding.tokens import tokens_of


@pytest.mark.parametrize(
    ("text", "at", "expected"),
    [
        ("at least 16", 2, (0, "least")),
        ("no fewer than about 16", 4, (0, "least")),
        ("as many as 16", 3, (0, "most")),
        ("nearly 16", 1, (1, None)),
        ("the town of 16", 3, (3, None)),
    ],
)
def test_words_before_a_number_say_least_or_most(
    text: str, at: int, expected: tuple[int, str | None]
) -> None:
    assert qualifier(tokens_of(text), at) == expected


def test_a_range_ends_where_its_second_number_does() -> None:
    assert range_end(tokens_of("between 10 and 12 men"), 1, 2) == (4, 12.0)
    assert range_end(tokens_of("10 and 12 men"), 0, 1) is None
    assert range_end(tokens_of("12 to 10 men"), 0, 1) is None


def test_a_share_says_of_what() -> None:
    text = "a quarter of the fleet was lost"
    tokens = tokens_of(text)
    share = fraction_at(tokens, 0)
    assert share is not None
    found = share_of(text, tokens, 0, share)
    assert found is not None
    assert (found.count.of, found.count.low) == ("share of the fleet", 0.25)


def test_a_count_quotes_its_words_with_the_sign_of_money() -> None:
    text = "worth $5 million"
    tokens = tokens_of(text)
    found = made(text, tokens, (2, 4, 4), ("money", None, "USD"), (5e6, 5e6))
    assert found.count.quote == "$5 million"
