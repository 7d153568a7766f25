"""Whose a name is that no lexicon knows."""

from collections.abc import Callable

import pytest

from truceline.terms.events import Coding


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("American Ospreys bombed a camp in Mali.", "USA"),
        ("Nepal's Gurungs attacked a post in India.", "NPL"),
        ("NATO met on Monday. The Alliance condemned Serbia.", "IGO"),
        ("It rained on Monday. The Alliance condemned Serbia.", None),
    ],
)
def test_a_name_is_of_whom_the_words_beside_it_or_the_story_tell(
    text: str, source: str | None, code: Callable[..., Coding]
) -> None:
    event = code(text).events[-1]
    assert [each.code for each in event.source] == [source]
