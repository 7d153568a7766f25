"""Kinds of pieces."""

import pytest

from truceline.read.page import read

P1 = "Russian and Ukrainian delegations met in Istanbul on Monday for the second time."
P2 = "They agreed to exchange prisoners, but made no progress on a ceasefire, officials said."
TITLE = "Talks in Istanbul end without a truce"


def kind(text: str) -> str:
    return read(text.encode(), file_name="a.txt").kind


@pytest.mark.parametrize(
    "text",
    [
        f"{TITLE}\n{P1}\n{P2}\nThe views expressed in this article are the author's own.",
        f"Opinion\n{TITLE}\nBy Jane Doe\n{P1}\n{P2}",
        f"Opinion: {TITLE}\n{P1}\n{P2}",
        f"{TITLE} | Opinion\n{P1}\n{P2}",
        f"Op-Ed\n\n{TITLE}\n{P1}",
        f"{TITLE}\n{P1}\n{P2}\nThis is an opinion piece.",
    ],
)
def test_opinion_is_known_by_its_label_or_note(text: str) -> None:
    assert kind(text) == "opinion"


@pytest.mark.parametrize(
    "text",
    [
        f"Home\nNews\nOpinion\nSport\nCulture\n{TITLE}\n{P1}\n{P2}",
        f"{TITLE}\nShare\nComment\nSave\n{P1}\n{P2}",
        f"{TITLE}\n{P1}\nOpinions are divided in the capital, the author of the plan said.\n{P2}",
        f"{TITLE}\n{P1}\n{P2}\nMore from Opinion\nA truce is not peace",
    ],
)
def test_a_menu_a_button_and_a_teaser_make_no_opinion(text: str) -> None:
    assert kind(text) == "report"


def test_live_pages() -> None:
    assert kind(f"Ukraine war live: {TITLE}\n{P1}") == "report"
    assert kind(f"Live updates: {TITLE}\n{P1}") == "live"
    stamped = "\n".join(f"{hour}:15\n{P1}" for hour in range(10, 17))
    assert kind(f"{TITLE}\n{stamped}") == "live"


def test_interviews() -> None:
    turns = "\n".join(f"Q: Will the sides meet again, and when?\nA: {P1}" for _ in range(3))
    assert kind(f"{TITLE}\n{turns}") == "interview"
    lettered = "\n".join(f"Q. Tell me about the talks.\n{P1}" for _ in range(3))
    assert kind(f"{TITLE}\n{lettered}") == "interview"
    asked = "\n".join(f"Will the two sides meet again before the autumn?\n{P2}" for _ in range(3))
    assert kind(f"{TITLE}\n{asked}") == "interview"
    assert kind(f"{TITLE}\nWill they ever meet again?\n{P1}\n{P2}\n{P1}") == "report"


def test_lists() -> None:
    assert kind(f"Russia-Ukraine war: List of key events, day 1,196\n{P1}\n{P2}") == "list"
    assert kind(f"Five takeaways from the talks in Istanbul\n{P1}\n{P2}") == "list"
    items = "\n".join(f"- {P1}" for _ in range(4))
    assert kind(f"{TITLE}\n{P2}\n{items}") == "list"


def test_an_address_names_the_section() -> None:
    line = b'{"id": "1", "text": "%s", "url": "https://example.org/opinions/2025/6/5/x"}'
    assert read(line % P1.encode(), file_name="a.jsonl").kind == "opinion"
    other = b'{"id": "1", "text": "%s", "url": "https://example.org/opinion-polls/x"}'
    assert read(other % P1.encode(), file_name="a.jsonl").kind == "report"
