"""What reports an event."""

import pytest
from tests.coding.scenes import scene_of


def read(text: str) -> list[tuple[str, str, bool]]:
    """Return type, form and passive of each trigger."""
    return [(t.type, t.form, t.passive) for t in scene_of(text).triggers]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Iran attacked Iraq", ("ASSAULT", "past", False)),
        ("Iraq was attacked by Iran", ("ASSAULT", "pp", True)),
        ("Iran has attacked Iraq", ("ASSAULT", "pp", False)),
        ("Mali launched a series of swift, costly raids", ("ASSAULT", "past", False)),
        ("Iran fired ten missiles at Iraq", ("ASSAULT", "past", False)),
        ("Chad made no threat", ("THREATEN", "past", False)),
        ("Chad held talks with Niger", ("CONSULT", "past", False)),
        ("Chad struck a deal with Niger", ("AGREE", "past", False)),
        ("Chad pulled out of Niger", ("RETREAT", "past", False)),
        ("Iran ended its attacks on Iraq", ("RETREAT", "past", False)),
        ("An attack killed two", ("ASSAULT", "noun", False)),
    ],
)
def test_trigger(text: str, expected: tuple[str, str, bool]) -> None:
    assert read(text)[0] == expected


@pytest.mark.parametrize(
    "text",
    [
        "The film struck a chord", "Chad hit back at its critics", "ten abducted Syrian children",
        "the diplomatic offensive of Chad", "the dead and wounded of Chad", "Western backing grew",
    ],
)  # fmt: skip
def test_idioms_and_adjectives_are_no_events(text: str) -> None:
    assert read(text) == []
