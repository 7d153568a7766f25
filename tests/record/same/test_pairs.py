"""Which tellings are compared: all that could be one event, and little else."""

from itertools import combinations
from random import Random
from typing import Any

from tests.record.same.tellings import CHUHUIV, KHARKIV, REGION, RUS, dead, swap, told

from truceline.record.same.judge import judge
from truceline.record.same.link import link
from truceline.record.same.mention import Mention
from truceline.record.same.pairs import pairs


def many(count: int, seed: int) -> list[Mention]:
    """Return made-up tellings of some days, towns and numbers."""
    rng = Random(seed)
    made = []
    for number in range(count):
        make = rng.choice([told, told, swap])
        days = rng.choice([1, 1, 1, 2, 7])
        fields: dict[str, Any] = {"figures": rng.choice([(), dead(3), dead(27), dead(40, None)])}
        if make is told:
            fields |= {"spot": rng.choice([KHARKIV, CHUHUIV, REGION, None]),
                       "source": rng.choice([RUS, frozenset()])}  # fmt: skip
        made.append(make(f"{number:03}", after=rng.randrange(12), days=days, **fields))
    return made


def test_no_pair_that_would_be_judged_the_same_is_left_out() -> None:
    for seed in range(5):
        mentions = many(120, seed)
        met = {frozenset(pair) for pair in pairs(mentions)}
        heads: dict[tuple[object, ...], int] = {}
        for place, each in enumerate(mentions):
            heads.setdefault(each.signature(), place)
        for one, two in combinations(sorted(heads.values()), 2):
            if judge(mentions[one], mentions[two]).verdict == "same":
                assert {one, two} in met, (mentions[one], mentions[two])


def test_the_slow_twin_that_compares_all_pairs_finds_the_same_events() -> None:
    for seed in range(5):
        mentions = many(80, seed)
        ours = link(mentions)
        slow = link(mentions, every_pair=True)
        assert ours.groups == slow.groups


def test_each_pair_comes_once_and_in_order() -> None:
    found = list(pairs(many(150, 1)))
    assert len(found) == len(set(found))
    assert all(one < two for one, two in found)


def test_what_is_said_often_in_the_same_way_is_compared_with_one_alone() -> None:
    assert len(list(pairs([told(str(number)) for number in range(50)]))) == 49


def test_plans_and_whole_years_are_compared_with_nothing() -> None:
    given = [told("a", status="planned"), told("b", status="planned"), told("c", days=365)]
    assert list(pairs(given)) == []


def test_attacks_that_share_a_day_alone_are_not_compared() -> None:
    assert list(pairs([told("a", spot=None), told("b", spot=None)])) == []
