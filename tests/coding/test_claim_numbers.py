"""Claims about numbers."""

import pytest
from tests.coding.claim_scenes import claims

from truceline.terms.claims import Claim


def one(text: str) -> Claim:
    return next(each for each in claims(text) if each.size is not None)


@pytest.mark.parametrize(
    ("text", "kind", "about", "low", "high"),
    [
        ("On Sunday, Russia launched more than 900 drones.", "count", "drones", 900, None),
        ("Russia launched about 6,000 drones in May.", "total", "drones", 6000, 6000),
        ("Russia launched fewer than 1,000 drones in May.", "total", "drones", 0, 1000),
        ("Russia fired 500 missiles and drones.", "count", "drones and missiles", 500, 500),
        ("Russia lost more than 400,000 soldiers in 2024.", "total", "losses", 400000, None),
        ("About one-third of Russia's bombers were hit.", "share", "share", 1 / 3, 1 / 3),
        ("Russia holds half of Ukraine.", "share", "share held", 0.5, 0.5),
        ("Forty-one aircraft were hit on Sunday.", "count", "aircraft", 41, 41),
        ("The damage amounts to $7bn.", "count", "damage", 7e9, 7e9),
        ("EU leaders agreed on a loan of 90 billion euros.", "count", "aid", 9e10, 9e10),
        ("They agreed to exchange 1,000 prisoners each.", "count", "exchange", 1000, 1000),
        ("They agreed to return the bodies of 6,000 soldiers.", "count", "bodies", 6000, 6000),
        ("In 2024 Russia took 4,000 square kilometres.", "total", "area", 4000, 4000),
        ("The war has lasted three years.", "duration", "war", 3, 3),
        ("After more than three years of war nothing moved.", "duration", "war", 3, None),
        ("The talks dragged on for a decade.", "duration", "talks", 10, 10),
        ("Russia offered a truce of 24 to 48 hours.", "count", "things: hours", 24, 48),
        ("They agreed on two issues at the talks on Monday.", "count", "things: issues", 2, 2),
    ],
)  # fmt: skip
def test_a_number_is_read_with_what_it_counts(
    text: str, kind: str, about: str, low: float, high: float | None
) -> None:
    found = one(text)
    assert found.size is not None
    assert (found.kind, found.about) == (kind, about)
    assert found.size.low == pytest.approx(low, abs=1e-3)
    assert found.size.high == (high if high is None else pytest.approx(high, abs=1e-3))


@pytest.mark.parametrize(
    "text",
    [
        "Three years ago nothing moved.",
        "The two sides met.",
        "The delegations met for the third time in ten weeks.",
        "Trump told Russia to end the war within 50 days.",
        "They agreed to exchange all prisoners aged 18 to 25.",
    ],
)
def test_a_date_a_pair_a_term_or_an_age_is_no_number(text: str) -> None:
    assert [each for each in claims(text) if each.size is not None] == []


def test_what_was_shot_down_is_told_from_what_was_sent() -> None:
    assert one("Ukraine shot down 60 drones on Sunday.").deed == "destroyed"


def test_a_part_is_a_claim_beside_its_whole() -> None:
    found = claims("On Monday missiles killed at least 16 civilians, including three children.")
    sizes = [each.size.low for each in found if each.size]
    assert sizes == [16, 3]
