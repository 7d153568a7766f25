"""One war beside all others at the same moment."""

from datetime import date, timedelta

from tests.compare.made_pasts import pasts, row

from truceline.compare.neighbours import Compared, analogue, compared
from truceline.compare.past import known

NOW = date(2000, 1, 1)
START = date(1998, 1, 1)


def found(clock: str = "talks", days: int = 100) -> Compared:
    made = [
        row("t", START, 9000, talks_from=START + timedelta(days=30), outcome="victory_a"),
        row("like", date(1960, 1, 1), 1000, outcome="ceasefire"),
        row("unlike", date(1970, 1, 1), 1000, territory=False, contiguous=False, region="Asia"),
        row("short", date(1980, 1, 1), 90),
    ]
    there = known(pasts(made, [("like", "a", "Ardland", date(1960, 2, 1))]), NOW)
    return compared(there, "t", clock, days, NOW)  # type: ignore[arg-type]


def test_the_war_asked_about_is_in_no_rank_and_has_no_fate() -> None:
    assert "t" not in {each.war_id for each in found().ranks}
    assert "t" not in found().fates
    assert found().moments["t"].day == NOW


def test_the_nearest_stands_first_with_what_became_of_it() -> None:
    there = found()
    assert [each.war_id for each in there.ranks] == ["like", "unlike"]
    (first, second) = there.nearest()
    assert (first.outcome, first.days) == ("ceasefire", 1000 - 250 - 100)
    assert second.outcome == "agreement"
    assert there.place("short") is None


def test_alike_and_unlike_are_named_attribute_by_attribute() -> None:
    there = found()
    far = analogue(there, there.ranks[1])
    assert {"fought over territory", "sides share a border on land", "region"} <= set(far.differs)
    assert "fought between states" in far.same
    assert "the front stands still" in far.unknown
    named = (*far.same, *far.differs, *far.unknown)
    assert len(named) == len(set(named)) == len(there.parts.attributes)
    near = analogue(there, there.ranks[0])
    assert "another state fights beside side a" in near.differs


def test_by_capped_age_age_itself_is_no_attribute_and_capped_wars_are_not_at_risk() -> None:
    there = found("age", 500)
    assert "age" not in {each.name for each in there.parts.attributes}
    assert there.at_risk == 2
    assert len(there.nearest()) == 3
    assert len(there.nearest(at_risk=True)) == 2
