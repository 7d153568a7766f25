"""Same, doubtful or other; and why."""

from dataclasses import replace
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st
from tests.record.same.tellings import CHUHUIV, KHARKIV, REGION, UKRAINE, dead, swap, told

from truceline.record.same.judge import MAYBE, SAME, judge
from truceline.record.same.mention import Mention

some = st.builds(
    told, st.sampled_from("abcd"), after=st.integers(0, 3), days=st.integers(1, 3),
    source=st.sets(st.sampled_from(["RUS", "UKR"]), max_size=1).map(frozenset),
    spot=st.sampled_from([KHARKIV, CHUHUIV, REGION, UKRAINE, None]),
    figures=st.sampled_from([(), dead(3), dead(7), dead(19), dead(6, None)]),
    status=st.sampled_from(["happened", "planned"]),
)  # fmt: skip


@given(some, some)
def test_the_order_of_two_tellings_changes_nothing_that_counts(one: Mention, two: Mention) -> None:
    here, there = judge(one, two), judge(two, one)
    assert (here.verdict, here.score, here.against) == (there.verdict, there.score, there.against)


@given(some, some)
def test_what_is_ruled_out_or_planned_is_never_one_event(one: Mention, two: Mention) -> None:
    found = judge(one, two)
    if found.against or "planned" in (one.status, two.status):
        assert found.verdict == "other"
    if found.verdict == "same":
        assert found.score >= SAME
        assert "in doubt" not in found.reason


def test_the_reason_names_day_place_and_sides() -> None:
    found = judge(told("a", figures=dead(7)), told("b", figures=dead(7)))
    assert found.verdict == "same"
    assert found.reason == ("both on 2024-05-25, both in Kharkiv, by RUS, on UKR, killed 7 in both")


def test_the_next_day_in_the_same_town_is_doubtful_however_alike() -> None:
    found = judge(told("a", figures=dead(7)), told("b", after=1, figures=dead(7)))
    assert found.verdict == "doubtful"
    assert "a day apart" in found.reason


def test_an_attack_on_a_country_as_a_whole_needs_a_number_too() -> None:
    plain = [told(name, spot=UKRAINE) for name in "ab"]
    assert judge(*plain).verdict != "same"
    counted = [replace(each, figures=dead(23)) for each in plain]
    assert judge(*counted).verdict == "same"


def test_accusing_on_one_day_is_not_one_event() -> None:
    one, two = (told(name, type="ACCUSE", mode="allege") for name in "ab")
    assert judge(one, two).verdict == "doubtful"


def test_one_report_sets_events_apart_by_a_word() -> None:
    one = told("a")
    two = replace(one, id="b", sentence=1, text="A second attack came an hour later.")
    assert judge(one, two).against
    assert judge(one, replace(two, text="The attack came at noon.")).verdict == "same"


def test_exchanges_of_one_size_in_two_months_are_two() -> None:
    months = [swap(str(days), after=days) for days in (0, 31, 93)]
    assert all(judge(one, two).against for one, two in combinations(months, 2))


def test_what_may_be_one_event_is_doubtful_and_below_that_nothing() -> None:
    bare = [told(name, spot=None, source=frozenset(), mode=None) for name in "ab"]
    assert judge(*bare).verdict == "other"
    assert judge(*bare).score < MAYBE
    assert not judge(*bare).against
