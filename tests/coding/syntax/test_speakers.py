"""Which state a speaker is of."""

from collections.abc import Callable

import pytest

from truceline.terms.events import Coding


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("Chad shelled a Libyan base, the defence ministry in Tripoli said.", "LBY"),
        ("Kenya sent 300 soldiers to Somalia, its defence ministry announced.", "KEN"),
        ("Malian troops killed ten rebels near Gao, the army reported.", "MLI"),
        ("Chad sent troops to Libya on Monday, say diplomats in Nairobi.", None),
        ("Chad shelled a Libyan base, say officers in Tripoli.", "LBY"),
    ],
)
def test_a_body_speaks_for_its_own_state(
    text: str, state: str | None, code: Callable[..., Coding]
) -> None:
    event = code(text).events[0]
    assert event.attributed_to is not None
    assert event.attributed_to.code == state
    assert event.hedge == "reported"


def test_nobody_is_the_source_of_what_he_says_himself(code: Callable[..., Coding]) -> None:
    [event] = code("Kenya will not negotiate with Somalia, the Kenyan president said.").events
    assert event.type == "REJECT"
    assert event.attributed_to is None
    assert event.hedge == "stated"


def test_according_to_names_who_says_so(code: Callable[..., Coding]) -> None:
    event = code("Some 40 people died in an air strike on Goma, according to the head of "
                 "Rwanda's army.").events[0]  # fmt: skip
    assert event.attributed_to is not None
    assert event.attributed_to.code == "RWA"


def test_an_officer_there_is_of_the_state_told_of(code: Callable[..., Coding]) -> None:
    event = code(
        "Nigeria closed its border. Gunmen killed ten people on Monday, a police officer there "
        "said."
    ).events[-1]  # fmt: skip
    assert event.attributed_to is not None
    assert event.attributed_to.code == "NGA"
