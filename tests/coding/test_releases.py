"""Press releases, known by how they open."""

from datetime import date

import pytest

from truceline.coding.releases import is_dispatch
from truceline.terms.stories import Passage, Story


@pytest.mark.parametrize(
    ("text", "published", "release"),
    [
        ("KABUL, Afghanistan (April 9) - A leader was captured.", date(2011, 4, 9), True),
        ("KABUL, Afghanistan (9 April) - A leader was captured.", date(2011, 4, 9), True),
        ("KABUL, Afghanistan (April 9) - A leader was captured.", date(2011, 4, 10), False),
        ("KABUL, Afghanistan (April 9) - A leader was captured.", None, False),
        ("Kabul - A leader was captured on April 9.", date(2011, 4, 9), False),
    ],
)
def test_a_release_opens_with_its_place_and_its_day(
    text: str, published: date | None, *, release: bool
) -> None:
    story = Story("s", "s.txt", text, "", published=published,
                  passages=(Passage(0, len(text), "paragraph"),))  # fmt: skip
    assert is_dispatch(story) is release
