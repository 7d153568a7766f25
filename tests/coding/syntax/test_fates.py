"""What became of talks, a truce or a swap."""

from collections.abc import Callable

import pytest

from truceline.terms.events import Coding


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Talks between Russia and Ukraine were cancelled.", "failed"),
        ("Talks between Iran and the United States have been postponed.", "failed"),
        ("The summit between Trump and Kim was called off.", "failed"),
        ("A prisoner swap between Russia and Ukraine was postponed.", "failed"),
        ("The peace deal between Colombia and the FARC was rejected in a referendum.", "failed"),
        ("The exchange of prisoners between Israel and Hamas was suspended.", "failed"),
        ("The ceasefire agreement between Israel and Lebanon was violated by both.", "failed"),
        ("The treaty between Russia and Iran was signed on Friday.", "happened"),
        ("A meeting between the leaders of Egypt and Turkey is planned for May.", "planned"),
        ("Talks between Israel and Lebanon will resume next week.", "planned"),
        ("Talks between Israel and Syria are under way in Paris.", "ongoing"),
        ("Talks between Russia and Ukraine ended without a deal.", "happened"),
        ("The talks between Russia and Ukraine were not cancelled.", "happened"),
    ],
)
def test_what_two_do_together_has_the_status_that_its_verb_gives_it(
    text: str, status: str, code: Callable[..., Coding]
) -> None:
    assert [each.status for each in code(text).events] == [status]


@pytest.mark.parametrize(
    "text",
    [
        "Fighting between Thailand and Cambodia stopped on Monday.",
        "Clashes between Sudan's army and the RSF ended after a truce.",
    ],
)
def test_fighting_that_stopped_is_a_truce_of_both(text: str, code: Callable[..., Coding]) -> None:
    [event] = code(text).events
    assert (event.type, event.mode, event.status) == ("RETREAT", "ceasefire", "happened")


def test_who_is_ready_for_talks_offers_them(code: Callable[..., Coding]) -> None:
    [event] = code("Pakistan is ready for talks with India, its prime minister said.").events
    assert event.type == "AGREE"


def test_a_truce_that_holds_is_no_new_one(code: Callable[..., Coding]) -> None:
    assert not code("The ceasefire in Gaza is holding, Israel said.").events
