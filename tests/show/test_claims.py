"""Claims in words."""

from datetime import date

from truceline.show.claims import KIND, tally, views
from truceline.terms.claims import KINDS, Checked, Claim, Finding


def checked(verdict: str = "supported", *, checkable: bool = True, quote: str = "q") -> Checked:
    claim = Claim(claim_id="1", story_id="s", sentence=0, kind="count", claim="<b>x</b>",
                  quote=quote, start=0, end=len(quote), checkable=checkable)  # fmt: skip
    found = Finding(as_of=date(2030, 1, 1), verdict=verdict, reason="not checkable: why",  # type: ignore[arg-type]
                    evidence=("row\u202e",))  # fmt: skip
    return Checked(claim, found, found)


def test_every_kind_has_words() -> None:
    assert set(KIND) == set(KINDS)


def test_claims_are_numbered_through_all_reports() -> None:
    found = views([[checked(), checked()], [checked()]])
    assert [(each.number, each.story, each.sentence) for each in found] == [
        (1, 1, "1"), (2, 1, "1"), (3, 2, "1"),
    ]  # fmt: skip


def test_what_is_not_checkable_is_no_cannot_say() -> None:
    [found] = views([[checked("cannot say", checkable=False)]])
    assert (found.now.verdict, found.now.reason) == ("not checkable", "why")


def test_no_control_character_of_a_report_is_shown() -> None:
    [found] = views([[checked(quote="a\u202eb")]])
    assert "\u202e" not in found.quote + found.now.rows[0]


def test_the_tally_counts_each_verdict_once() -> None:
    found = views([[checked(), checked("mixed"), checked("cannot say", checkable=False)]])
    assert tally(found) == "3 claims: 1 supported, 1 mixed, 1 not checkable."
