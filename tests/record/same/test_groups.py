"""Groups hold no two tellings that rule each other out."""

from dataclasses import replace
from itertools import combinations

from tests.record.same.tellings import dead, told
from tests.record.same.test_pairs import many

from truceline.record.same.groups import grouped
from truceline.record.same.judge import Judgement, judge
from truceline.record.same.link import link
from truceline.record.same.mention import Mention


def run(*mentions: Mention) -> list[list[str]]:
    found = link(mentions)
    return [[mentions[place].id for place in group] for group in found.groups]


def test_every_telling_stands_in_one_group() -> None:
    for seed in range(4):
        found = link(many(150, seed))
        assert sorted(place for group in found.groups for place in group) == list(range(150))


def test_no_two_tellings_of_a_group_rule_each_other_out() -> None:
    for seed in range(4):
        found = link(many(150, seed))
        for group in found.groups:
            for one, two in combinations(group, 2):
                assert not judge(found.mentions[one], found.mentions[two]).against


def test_a_telling_between_two_events_does_not_join_them() -> None:
    first, last = told("a", after=0), told("c", after=2)
    between = told("b", after=0, days=3)
    assert run(first, between, last) in ([["a", "b"], ["c"]], [["a"], ["b", "c"]])


def test_a_telling_that_fits_two_events_of_one_report_is_left_in_doubt() -> None:
    one = told("a1", story_id="a")
    two = replace(one, id="a2", sentence=3, text="Another attack followed.")
    found = link([one, two, told("b")])
    assert found.groups == ((0,), (1,), (2,))
    assert {each.verdict for each in found.doubtful.values()} == {"doubtful"}
    assert set(found.doubtful) == {(0, 2), (1, 2)}


def test_the_better_of_two_events_of_one_report_is_taken() -> None:
    one = told("a1", story_id="a", figures=dead(7))
    two = replace(one, id="a2", sentence=3, text="Another attack followed.", figures=())
    assert run(one, two, told("b", figures=dead(7))) == [["a1", "b"], ["a2"]]


def test_doubtful_pairs_within_one_event_are_no_longer_doubtful() -> None:
    same = Judgement("same", 9.0, "")
    given = [told(name) for name in "abc"]
    judged = {(0, 1): same, (1, 2): same, (0, 2): Judgement("doubtful", 5.0, "")}
    found = grouped(given, judged, judge)
    assert found.groups == ((0, 1, 2),)
    assert found.doubtful == {}


def test_what_is_doubtful_in_one_report_alone_is_not_listed() -> None:
    one = told("a1", story_id="a", figures=dead(3))
    two = replace(one, id="a2", sentence=3, figures=dead(30))
    assert judge(one, two).verdict == "doubtful"
    assert link([one, two]).doubtful == {}
    assert link([one, replace(two, story_id="b")]).doubtful


def test_the_order_of_reports_changes_no_group() -> None:
    mentions = many(120, 7)
    ours = {frozenset(group) for group in run(*mentions) if len(group) > 1}
    assert ours == {frozenset(group) for group in run(*mentions[::-1]) if len(group) > 1}
