"""Where a deed was done that no preposition places."""

from collections.abc import Callable

import pytest

from truceline.terms.events import Coding


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Malian troops recaptured Timbuktu on Monday.", "Timbuktu"),
        ("Chadian rebels overran Bir Halwa on Monday.", "Bir Halwa"),
        ("Malian troops captured Iyad on Monday.", None),
        ("Timbuktu was taken by Chadian troops on Monday.", "Timbuktu"),
        ("Bir Halwa fell to the rebels on Monday.", "Bir Halwa"),
        ("Chadian police fired on a crowd that was protesting at Moundou.", "Moundou"),
        ("Chad shelled a Libyan base, officials in Tripoli said.", None),
        ("Chad accused Libya of moving troops to Sabha.", None),
        ("Chad and Libya signed a treaty in Geneva.", "Geneva"),
        ("Kenya's president told reporters in Nairobi that he would free the rebels.", "Nairobi"),
        ("Chad shelled a Libyan base after rebels met in Tripoli.", None),
    ],
)
def test_a_deed_stands_where_its_own_words_put_it(
    text: str, place: str | None, code: Callable[..., Coding]
) -> None:
    event = code(text).events[0]
    assert (event.place.name if event.place else None) == place


def test_a_deed_that_its_sentence_dates_apart_keeps_no_earlier_day(
    code: Callable[..., Coding],
) -> None:
    found = code("Chad shelled Sudan on Sunday. Libya expelled an envoy on Monday after Sudan "
                 "attacked two ships.").events  # fmt: skip
    assert [str(each.date_start) for each in found] == ["2025-06-01", "2025-06-02", "None"]
