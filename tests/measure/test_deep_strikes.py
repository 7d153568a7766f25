"""the share of deep strikes as `phases` says it: planted truths, and what it cannot say."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from tests.measure.made_strikes import AT, FIRST, RULES, WEEKS, attack, events, frame
from tests.measure.made_war import held, panel, series, war

from truceline.measure.deep_size import TRIALS
from truceline.measure.deep_strikes import UNPLACED, deep_strikes
from truceline.measure.phases import phases, together
from truceline.terms.results import Verdict

LAST = FIRST + timedelta(days=7 * WEEKS)
MAP = series("map", "area")
WAR = replace(war(MAP), depth=RULES)
STILLS = panel(map=held((20, 7 * AT), (4, 7 * (WEEKS - AT))))
SAME = panel(map=held((20, 7 * WEEKS)))
RISES, STEADY = events(0.15, 0.45), events(0.3, 0.3, a_week=25)


def test_a_planted_rise_is_found_where_it_was_planted() -> None:
    found = deep_strikes(RISES, WAR, as_of=LAST)
    assert found.searched is not None
    [one] = found.searched.breaks
    assert one.low <= FIRST + timedelta(days=7 * AT) <= one.high
    assert one.up
    whole = found.estimates[0]
    assert whole.low is not None
    assert whole.high is not None
    assert whole.low < 0.3 < whole.high
    assert len(found.evidence) == whole.n


@pytest.mark.parametrize(
    ("told", "area", "verdict", "words"),
    [
        (RISES, STILLS, "supported", "movement of the front fell"),
        (RISES, SAME, "mixed", "movement of the front did not change then"),
        (STEADY, STILLS, "contradicted", "no rise was found"),
    ],
)
def test_the_verdict_is_what_was_planted(
    told: object, area: object, verdict: Verdict, words: str
) -> None:
    found = phases(area, WAR, told, as_of=LAST)  # type: ignore[arg-type]
    assert found.verdict == verdict, found.statement
    assert words in found.statement
    assert "the share of deep strikes" in found.statement


def test_without_a_map_no_coincidence_can_be_said() -> None:
    found = phases(panel(other=held((20, 90))), WAR, RISES, as_of=LAST)
    assert found.verdict == "cannot say"
    assert "no map reaches over that date" in found.statement


@pytest.mark.parametrize(
    ("told", "words"),
    [
        (None, UNPLACED),
        (frame([attack()]).drop("admin1"), UNPLACED),
        (events(0.3, 0.3, a_week=0.3), "attacks are placed; 60 are needed"),
        (events(0.0, 0.0), "of either kind are needed"),
        (frame([attack(FIRST + timedelta(days=day % 50)) for day in range(99)]),
         "8 weeks with a placed attack; 26 are needed"),
    ],
)  # fmt: skip
def test_too_little_is_told_with_what_to_do(told: object, words: str) -> None:
    found = phases(STILLS, WAR, told, as_of=LAST)  # type: ignore[arg-type]
    assert "the share of deep strikes: cannot say" in found.statement
    assert words in found.statement
    assert found.verdict == "cannot say"


def test_a_war_without_rules_says_so() -> None:
    found = phases(STILLS, war(MAP), RISES, as_of=LAST)
    assert "war.toml does not list which places lie deep" in found.statement


def test_nothing_after_as_of_is_read() -> None:
    cut = FIRST + timedelta(days=500)
    early = RISES.filter(RISES["date_start"] <= cut)
    assert deep_strikes(RISES, WAR, as_of=cut) == deep_strikes(early, WAR, as_of=cut)


def test_a_side_that_never_attacks_has_no_share() -> None:
    mine = RISES.filter(RISES["side_a"] == "A")
    found = {each.name: each for each in deep_strikes(mine, WAR, as_of=LAST).estimates}
    assert found["deep strikes: share, by Bland"].value is None
    assert found["deep strikes: share, by Aland"].n == found["deep strikes: share, all sides"].n


def test_naming_the_sides_the_other_way_changes_no_break() -> None:
    swapped = replace(WAR, sides=WAR.sides[::-1])
    one, two = (deep_strikes(RISES, each, as_of=LAST) for each in (WAR, swapped))
    assert one.searched == two.searched


def test_all_seven_keys_and_doubt_stand_on_each_estimate() -> None:
    found = phases(STILLS, WAR, RISES, as_of=date(2026, 6, 1))
    mine = [each for each in found.estimates if each.name.startswith("deep strikes")]
    assert len(mine) > 15
    assert all(each.n is not None and each.method and each.measured_in for each in mine)
    assert any(f"Deep strikes: On {TRIALS} made-up" in each for each in found.limits)
    assert any(each.dataset == "reports" for each in found.data)


@pytest.mark.parametrize(
    ("level", "share", "said"),
    [
        ("cannot say", "mixed", "mixed"), ("supported", "cannot say", "supported"),
        ("supported", "supported", "supported"), ("supported", "contradicted", "mixed"),
    ],
)  # fmt: skip
def test_two_verdicts_make_one(level: Verdict, share: Verdict, said: Verdict) -> None:
    assert together(level, share) == said
