"""From the door to the shared words: what is held together, what is remarked on."""

import tomllib
from datetime import date

import pytest

from truceline.read.war_schema import WarEntry
from truceline.read.war_terms import as_war
from truceline.terms.errors import BadWar
from truceline.terms.wars import War

HEAD = 'name = "A made-up war"\nstart = 2020-01-01\nend = 2020-12-31\n'
SIDES = '[[sides]]\ncode = "AAA"\nname = "Ardland"\n[[sides]]\ncode = "BBB"\nname = "Brevia"\n'
ROUND = "[[rounds]]\nstart = 2020-05-01\n"
SERIES = '[[series]]\nname = "shells"\nfile = "shells.csv"\nunit = "shells a day"\n'


def war(toml: str) -> War:
    return as_war(WarEntry.model_validate(tomllib.loads(toml)), folder="made-up")


@pytest.mark.parametrize(
    ("toml", "said"),
    [
        (HEAD.replace("2020-12", "2019-12") + SIDES, "end is 2019-12-31, before start 2020-01-01"),
        (
            HEAD + SIDES + ROUND + ROUND + "end = 2020-04-30",
            r"\[\[rounds\]\] number 2: end is 2020-",
        ),
        (
            HEAD + SIDES + "[[truces]]\nstart = 2020-05-02\nend = 2020-05-01",
            r"truces\]\] number 1: e",
        ),
        (HEAD + SIDES.replace("BBB", "AAA"), r"\[\[sides\]\] number 2: code is 'AAA', which an en"),
        (HEAD + SIDES + SERIES + SERIES, r"\[\[series\]\] number 2: name is 'shells', which an"),
        (
            HEAD + SIDES + SERIES + "regime = [[2020-02-01, 2020-01-01]]",
            r"\[\[series\]\] number 1: regime: end is 2020-01-01, before start 2020-02-01",
        ),
    ],
)
def test_names_what_does_not_fit_together(toml: str, said: str) -> None:
    with pytest.raises(BadWar, match=rf"war\.toml: .*{said}|{said}"):
        war(toml)


def test_what_looks_odd_is_kept_and_remarked_on() -> None:
    found = war(
        HEAD
        + "remarks = ['mind the gap']\n"
        + SIDES
        + ROUND
        + "format = 'by post'\nannounced_on = 2020-06-01\n"
        + "[[rounds]]\nstart = 2021-01-01\n"
        + "[[truces]]\nstart = 2019-12-31\nlimited_to = 'cats'\n"
        + "[[strikes]]\ndate = 2020-05-01\nside = 'ZZZ'\nwhat = 'x'\n"
        + "[[backers]]\ncode = 'CCC'\nside = 'QQQ'\n"
        + SERIES
        + "side = 'YYY'\nholds = 'joy'\n"
    )
    assert found.remarks == (
        "mind the gap",
        "[[backers]] number 1: side is 'QQQ', which is not among the sides (AAA, BBB)",
        "[[strikes]] number 1: side is 'ZZZ', which is not among the sides (AAA, BBB)",
        "[[series]] number 1: side is 'YYY', which is not among the sides (AAA, BBB)",
        "[[rounds]] number 1: announced_on 2020-06-01 lies after its start 2020-05-01",
        "[[rounds]] number 1: format is 'by post'; known are direct, indirect",
        "[[truces]] number 1: limited_to is 'cats'; known are energy, sea, local, holiday",
        (
            "[[series]] number 1: holds is 'joy' and is read as 'other'; known are attacks, "
            "losses, deaths, area, other"
        ),
        "[[rounds]] number 2: 2021-01-01 lies outside the war",
        "[[truces]] number 1: 2019-12-31 lies outside the war",
    )
    assert (found.series[0].holds, found.series[0].side) == ("other", "YYY")
    assert found.rounds[0].format == "by post"


def test_acts_of_third_parties_stand_in_order_and_odd_ones_are_remarked_on() -> None:
    found = war(
        HEAD
        + SIDES
        + "[[support]]\ndate = 2020-06-01\nbacker = 'CCC'\nkind = 'aid'\nwhat = 'tents'\n"
        + "side = 'AAA'\namount = 2_000_000\nunit = 'USD'\n"
        + "[[support]]\ndate = 2019-02-01\nbacker = 'DDD'\nkind = 'song'\nwhat = 'x'\n"
        + "side = 'QQQ'\n"
    )
    assert [(each.backer, each.amount, each.unit) for each in found.support] == [
        ("DDD", None, None),
        ("CCC", 2e6, "USD"),
    ]
    assert found.remarks == (
        "[[support]] number 2: side is 'QQQ', which is not among the sides (AAA, BBB)",
        (
            "[[support]] number 2: kind is 'song'; known are aid, pause, sanction, easing, summit, "
            "mediation"
        ),
        "[[support]] number 2: 2019-02-01 lies outside the war",
    )


def test_more_outcomes_than_agreements_are_remarked_on() -> None:
    found = war(HEAD + SIDES + ROUND + "agreed = ['maps']\ndone = ['kept', 'kept']\n")
    assert found.rounds[0].done == ("kept", "kept")
    assert found.remarks == ("[[rounds]] number 1: done holds 2 lines and agreed 1",)


def test_a_war_without_an_end_has_no_later_outside() -> None:
    open_ended = HEAD.replace("end = 2020-12-31\n", "")
    assert war(open_ended + SIDES + "[[rounds]]\nstart = 2090-01-01\n").remarks == ()


def test_entries_stand_in_order_of_date_and_an_end_is_never_empty() -> None:
    found = war(HEAD + SIDES + ROUND + "[[rounds]]\nstart = 2020-02-01\nend = 2020-02-03\n")
    assert [(each.start, each.end) for each in found.rounds] == [
        (date(2020, 2, 1), date(2020, 2, 3)),
        (date(2020, 5, 1), date(2020, 5, 1)),
    ]


def test_depth_is_kept_in_its_order_and_runs_forward() -> None:
    entry = "[[depth]]\ndepth = 'deep'\ncountry = 'AAA'\nadmin1 = ['Far']\nsince = 2020-05-01\n"
    found = war(HEAD + SIDES + entry + entry.replace("deep", "near").replace("Far", "Close")).depth
    assert [(each.depth, each.admin1) for each in found] == [
        ("deep", ("Far",)), ("near", ("Close",))
    ]  # fmt: skip
    with pytest.raises(BadWar, match=r"\[\[depth\]\] number 1: end is 2020-04-01, before start"):
        war(HEAD + SIDES + entry + "until = 2020-04-01\n")
