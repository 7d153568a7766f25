"""Numbers in words and digits."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from truceline.coding.numbers import fraction_at, number_at
from truceline.coding.tokens import tokens_of


@pytest.mark.parametrize(
    ("text", "value", "is_open"),
    [
        ("41", 41, False), ("Forty-one", 41, False), ("1,000", 1000, False), ("7bn", 7e9, False),
        ("half a dozen", 6, False), ("a dozen", 12, False), ("dozens", 24, True),
        ("scores", 40, True), ("hundreds", 200, True), ("tens of thousands", 20000, True),
        ("two hundred and five", 205, False), ("three thousand", 3000, False),
        ("1.5 million", 1.5e6, False), ("twenty two", 22, False),
        ("five hundred thousand", 5e5, False),
        ("ninety-nine", 99, False), ("several", 3, True),
    ],
)  # fmt: skip
def test_number(text: str, value: float, *, is_open: bool) -> None:
    found = number_at(tokens_of(text), 0)
    assert found is not None
    assert (found[0], found[1], found[2]) == (len(tokens_of(text)), value, is_open)


@pytest.mark.parametrize("text", ["38th", "drones", "", "½", "٣", "-"])
def test_no_number(text: str) -> None:
    assert number_at(tokens_of(text), 0) is None


@pytest.mark.parametrize(
    ("text", "share"),
    [("one-third of", 1 / 3), ("two thirds of", 2 / 3), ("40 percent", 0.4), ("40%", 0.4),
     ("a quarter of", 0.25), ("half of", 0.5), ("12 per cent", 0.12)],
)  # fmt: skip
def test_share(text: str, share: float) -> None:
    found = fraction_at(tokens_of(text), 0)
    assert found is not None
    assert found[1] == pytest.approx(share)


@given(st.integers(0, 10**9))
def test_digits_with_or_without_commas_are_one_number(number: int) -> None:
    plain, grouped = number_at(tokens_of(str(number)), 0), number_at(tokens_of(f"{number:,}"), 0)
    assert plain is not None
    assert plain == grouped
    assert plain[1] == number


def test_digits_tied_to_a_name_are_no_number() -> None:
    words = tokens_of("ten MiG-21 and 10-12 others")
    assert number_at(words, 3) is None
    assert number_at(words, 0) is not None
    assert number_at(words, 7) is not None  # a range is no name
