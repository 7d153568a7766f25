"""Deed, plan, threat, denial."""

import pytest
from tests.coding.scenes import scene_of

from truceline.coding.clauses import clause_at
from truceline.coding.lexicon import lexicons
from truceline.coding.status import Reading, hedge_of, reading_of
from truceline.coding.tokens import tokens_of


def reading(text: str) -> Reading:
    """Return how the first trigger of a sentence is read."""
    scene = scene_of(text)
    clause = scene.clauses[clause_at(scene.clauses, scene.triggers[0].first)]
    return reading_of(scene.tokens, scene.triggers[0], clause, lexicons())


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Iran attacked Iraq", "happened"),
        ("Iran did not attack Iraq", "denied"),
        ("Iran left without attacking Iraq", "denied"),
        ("Rather than attacking Iraq, Iran left", "denied"),
        ("Iran will attack Iraq", "planned"),
        ("Iran plans to attack Iraq", "planned"),
        ("Iran was about to start bombing Iraq", "planned"),
        ("Iran may attack Iraq", "hypothetical"),
        ("if Iran attacks Iraq", "hypothetical"),
        ("Iran tried to attack Iraq", "failed"),
        ("Iran managed to attack Iraq", "happened"),
        ("Iran must withdraw", "demanded"),
        ("Iran is bombing Iraq", "ongoing"),
        ("Iran was bombing Iraq", "happened"),
        ("Chad made no threat", "denied"),
    ],
)
def test_status(text: str, status: str) -> None:
    assert reading(text) == Reading(status, possible=status == "hypothetical" and "may" in text)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("a plan of Iran to attack Iraq", "PURPOSE"),
        ("fears of bombing Iraq", "GERUND"),
        ("These attacks on Iraq", "ANAPHORA"),
        ("Iran attacks Iraq", "HABITUAL"),
    ],
)
def test_what_reports_no_deed_is_dropped_with_its_reason(text: str, reason: str) -> None:
    assert reading(text).drop == reason


def test_willing_is_an_offer() -> None:
    assert reading("Iran is ready to meet Iraq").willing


@pytest.mark.parametrize(
    ("text", "hedge"),
    [("it was reportedly hit", "reported"), ("allegedly", "claimed"), ("suspected", "suspected"),
     ("perhaps", "possible"), ("it was hit", None)],
)  # fmt: skip
def test_hedge(text: str, hedge: str | None) -> None:
    assert hedge_of(tokens_of(text), 0, 9, lexicons()) == hedge


@pytest.mark.parametrize(
    ("text", "hedge"),
    [
        ("The rebels claim they shelled Gao", "claimed"),
        ("amid claims that the army had shelled Gao", "claimed"),
        ("Gao fell, a claim by the army that nobody could check", "claimed"),
        ("Families filed claims for compensation", None),
        ("Chad rejected the claim that it had shelled Gao", None),
        ("Chad gave up its claim to the strip", None),
    ],
)
def test_what_is_asked_for_or_rejected_is_no_claim_of_the_tellers(
    text: str, hedge: str | None
) -> None:
    tokens = tokens_of(text)
    assert hedge_of(tokens, 0, len(tokens), lexicons()) == hedge
