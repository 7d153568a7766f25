"""The gate: floors of precision and recall on our own reports, which go up and not down.

Every telling is coded by hand, so that linking is measured by itself, and then by the coder as it
stands, so that it is measured as a user meets it. The held part was run when the rules stood.
"""

from collections import Counter
from itertools import combinations

import pytest
from benchmarks.bench_same import tellings
from tests.record.same.sets import by_hand, reports, scored

from truceline.coding.parsed import ParsedCoder
from truceline.record.same.link import link

FLOORS = {
    ("open", "hand"): (1.0, 0.91),
    ("held", "hand"): (1.0, 0.95),
    ("open", "coder"): (0.92, 0.6),
    ("held", "coder"): (0.92, 0.59),
}
"""Precision and recall. Held, at the first run: 1.000 and .955 by hand, 1.000 and .455 by coder.

By the coder one pair of slack is left, for a change of the coder moves it.
"""


@pytest.fixture(scope="module")
def coder() -> ParsedCoder:
    return ParsedCoder()


@pytest.mark.parametrize("name", ["open", "held"])
def test_linking_alone_keeps_its_floors(name: str) -> None:
    found = scored(name)
    precision, recall = FLOORS[name, "hand"]
    assert found.precision >= precision, found.wrongly
    assert found.recall >= recall, found.lost


@pytest.mark.parametrize("name", ["open", "held"])
def test_coding_and_linking_together_keep_their_floors(name: str, coder: ParsedCoder) -> None:
    found = scored(name, coder)
    precision, recall = FLOORS[name, "coder"]
    assert found.precision >= precision, found.wrongly
    assert found.recall >= recall, found.lost


@pytest.mark.parametrize("name", ["open", "held"])
def test_every_quote_stands_in_its_report(name: str) -> None:
    for report in reports(name):
        for told in report["tells"]:
            assert told["said"] in report["text"], report["id"]


def test_the_sets_hold_what_they_promise() -> None:
    assert len(reports("open")) >= 50
    assert len(reports("held")) >= 35
    for name, days_apart in (("open", 1), ("held", 1)):
        mentions, events = by_hand(name)
        hard = [
            (one.id, two.id)
            for number, one in enumerate(mentions)
            for two, other in zip(mentions[:number], events, strict=False)
            if events[number] != other and one.start and two.start and one.spot == two.spot
            and one.type == two.type and abs((one.start - two.start).days) <= days_apart
        ]  # fmt: skip
        assert hard, f"{name} has no two events in one place a day apart"


def test_dense_news_of_a_made_up_war_costs_little_precision() -> None:
    told = tellings(3_000, days=45)
    found = link(told)
    event = [each.id.partition("-")[0] for each in told]
    joined = [pair for group in found.groups for pair in combinations(group, 2)]
    attacks = [(one, two) for one, two in joined if told[one].type == "ASSAULT"]
    right = [event[one] == event[two] for one, two in joined]
    right_attacks = [event[one] == event[two] for one, two in attacks]
    pairs = sum(count * (count - 1) // 2 for count in Counter(event).values())
    assert sum(right) / len(right) >= 0.92
    assert sum(right_attacks) / len(right_attacks) >= 0.94
    assert sum(right) / pairs >= 0.55


def test_the_way_that_links_day_and_place_alone_is_worse() -> None:
    """Break the gate once on purpose: what ignores sides and numbers must lose precision."""
    mentions, events = by_hand("open")
    by_town: dict[object, set[str]] = {}
    for told, event in zip(mentions, events, strict=True):
        by_town.setdefault((told.type, told.spot and told.spot.name), set()).add(event)
    assert max(map(len, by_town.values())) > 3
    assert len(link(mentions).groups) == pytest.approx(len(set(events)), abs=3)
