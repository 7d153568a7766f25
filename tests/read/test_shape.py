"""The shape of a line."""

import pytest

from truceline.read import shape


@pytest.mark.parametrize(
    ("text", "count"),
    [("They met.", 2), ("front-line", 1), ("Kyiv’s 900 drones", 3), ("***", 0), ("基辅遭袭", 2)],
)
def test_words_are_counted(text: str, count: int) -> None:
    assert shape.words(text) == count


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("They met.", True),
        ("“They met.”", True),
        ("They met (again.)", True),
        ("Why did they meet?", True),
        ("双方会谈。", True),
        ("They met. (AFP)", True),
        ("They met and then they --", True),
        ("Delegations meet (AFP)", False),
        ("Delegations meet", False),
        ("They met and…", False),
        ("They met and...", False),
        ("They met and […]", False),
        ("They met and... Read more »", False),
    ],
)
def test_an_end_is_told_from_a_cut(text: str, *, ends: bool) -> None:
    assert shape.ended(text) is ends


def test_sentences_are_counted_at_capitals_only() -> None:
    assert shape.sentences("They met. Nothing came of it. “Why?” Nobody knows.") == 4
    assert shape.sentences("It cost 7.5 bn. in all") == 1


def test_prose_is_ended_or_very_long() -> None:
    assert shape.prose("They met there for an hour.")
    assert not shape.prose("They met there for an hour")
    assert not shape.prose("They met there.")
    assert shape.prose("word " * 60)


@pytest.mark.parametrize(
    ("text", "is_headline"),
    [
        ("Drones hit airfields deep inside Russia", True),
        ("Can the two sides agree?", True),
        ("They met. Can they agree?", False),
        ("They met in Istanbul.", False),
        ("Talks", False),
        ("word " * 31, False),
    ],
)
def test_headlines_have_a_shape(text: str, *, is_headline: bool) -> None:
    assert shape.headline(text) is is_headline


def test_marks_of_list_items() -> None:
    assert all(map(shape.bullet, ["• five", "- five", "3) five", "(3) five", "– five"]))
    assert not any(map(shape.bullet, ["five", "-five", "2025. Then", "1,200 men"]))
