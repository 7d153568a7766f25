"""Publishers, where pages name them."""

import pytest

from truceline.read import publisher
from truceline.read.page import read

P1 = "Russian and Ukrainian delegations met in Istanbul on Monday for the second time."
TITLE = "Talks in Istanbul end without a truce"
NOTE = (
    "The views expressed in this article are the author’s own and do not necessarily reflect "
    "Example Post’s editorial stance."
)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (f"{TITLE} - BBC News\n{P1}", "BBC News"),
        (f"{TITLE} | World news | The Guardian\n{P1}", "The Guardian"),
        (f"{TITLE}\nMOSCOW, June 3. /TASS/. {P1}", "TASS"),
        (f"{TITLE}\nKYIV, June 3 (Reuters) - {P1}", "Reuters"),
        (f"{TITLE}\nBy Al Jazeera\n{P1}", "Al Jazeera"),
        (f"{TITLE}\n{P1}\nCopyright 2025 The Associated Press. All rights reserved.",
         "Associated Press"),
        (f"{TITLE}\n{P1}\n© 2025 Example Herald. All rights reserved.", "Example Herald"),
        (f"{TITLE}\n{P1}\n{NOTE}", "Example Post"),
        (f"{TITLE}\n{P1}", None),
        (f"{TITLE}\n{P1}\nMore from Reuters", None),
    ],
)  # fmt: skip
def test_publishers_are_found_where_pages_name_them(text: str, name: str | None) -> None:
    assert read(text.encode(), file_name="a.txt").publisher == name


def test_well_known_names_are_told_whatever_their_spelling() -> None:
    assert publisher.known("AFP.") == "Agence France-Presse"
    assert publisher.known("Kyiv Independent") == "The Kyiv Independent"
    assert publisher.known("") is None


def test_a_persons_name_is_no_publisher() -> None:
    assert publisher.of_sender("Jane Doe", "jane@example.org") is None
    assert publisher.of_sender("", "newsletter@reuters.com") == "Reuters"
    assert publisher.of_sender("Ministry of Defence", "x@example.org") == "Ministry of Defence"
