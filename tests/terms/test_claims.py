"""A checked claim's JSON is the contract's, with additions after it."""

import json
from datetime import date

from truceline.terms.claims import KINDS, NOT_CHECKABLE, Checked, Claim, Finding, Window

KEYS = "claim quote start end kind checkable verdict reason answer evidence"


def test_a_claim_has_the_keys_of_the_contract_and_more_after_them() -> None:
    claim = Claim(claim_id="1", story_id="s", sentence=0, kind="count", claim="x", quote="q",
                  start=0, end=1)  # fmt: skip
    now = Finding(as_of=date(2025, 6, 5), verdict="cannot say", reason="thin", evidence=("a row",))
    found = json.loads(json.dumps(Checked(claim, now, now).as_dict()))
    assert list(found)[:10] == KEYS.split()
    assert found["answer"] is None
    assert found["then"]["verdict"] == "cannot say"
    assert json.loads(json.dumps(Checked(claim, now).as_dict()))["then"] is None


def test_a_window_counts_both_its_ends() -> None:
    assert Window(date(2025, 6, 1), date(2025, 6, 1)).days == 1


def test_what_is_not_checkable_is_a_kind_too() -> None:
    assert set(NOT_CHECKABLE) < set(KINDS)
