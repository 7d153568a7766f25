"""Estimates and ledger lines of `balance`."""

from tests.measure.made_words import agreed, day, fallen, panel, war

from truceline.measure.balance_series import series_of
from truceline.measure.balance_tables import estimates, ledger_estimates, ledger_rows
from truceline.measure.ledger import ledger
from truceline.measure.own_deeds import own
from truceline.terms.results import Estimate
from truceline.terms.wars import Truce, War


def made(spoken: War) -> tuple[Estimate, ...]:
    values, _ = fallen(0.5)
    (asked,), _ = series_of(panel(raids=values), spoken, None, None, day(900))
    return estimates(own(asked))


def test_one_estimate_is_primary_and_all_have_seven_keys() -> None:
    _, words = fallen(0.5)
    found = made(war(agreed(*words)))
    assert [each.name for each in found if "primary" in each.name] == [
        "raids: 7 days after own words (primary)"
    ]
    assert all(each.measured_in and each.method for each in found)
    by_name = {each.name: each for each in found}
    assert by_name["raids: 28 days after own words (secondary)"].p is not None
    skill = by_name["raids: skill of own words over own history, days after words"]
    assert skill.level == 0.95
    assert skill.n in {len(words) - 1, len(words)}


def test_what_cannot_be_estimated_says_why() -> None:
    found = made(war())
    assert all(each.value is None for each in found)
    assert any("no word of its own lies" in (each.method or "") for each in found)


def test_a_ledger_line_says_what_who_when_what_became_of_it_and_the_source() -> None:
    truces = (
        Truce(start=day(5), declared_by=("XNO",), kept="largely: two breaches", source="Herald"),
        Truce(start=day(9), declared_by=("XSO", "XNO"), kept="broken: shells"),
    )
    spoken = war((), truces)
    promises = ledger(spoken, as_of=day(90))
    one, two = ledger_rows(promises, spoken)
    assert one.name == "ledger, 2030-01-06, Norland: truce, 2030-01-06"
    assert one.detail == "partly (largely: two breaches); source: Herald"
    assert two.name.startswith("ledger, 2030-01-10, Southland and Norland")
    assert (two.detail, two.passed) == ("broken: shells; source: not given", None)
    counts = {each.name: (each.value, each.n) for each in ledger_estimates(promises, spoken)}
    assert counts["ledger, Norland: broken"] == (1.0, 2)
    assert counts["ledger, Southland: broken"] == (1.0, 1)
