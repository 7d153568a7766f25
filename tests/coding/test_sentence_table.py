"""Sentences of many wars, written for `sentences.toml`, against the events that they report.

A sentence that the coder gets wrong stays in the table as a strict failure, with the reason.
"""

import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from truceline.terms.events import Coding, Event

TABLE = tomllib.loads(Path(__file__).with_name("sentences.toml").read_text(encoding="utf-8"))
RIGHT = [row for row in TABLE["sentence"] if "wrong" not in row]
WRONG = [row for row in TABLE["sentence"] if "wrong" in row]
Row = dict[str, Any]


def codes(event: Event, side: str) -> str:
    """Return the codes of an event's sources or targets, "-" for each that has none."""
    return " ".join(each.code or "-" for each in getattr(event, side))


def shown(event: Event, row: Row) -> Row:
    """Return an event as its row would write it, only in the fields that the row has."""
    place, by = event.place, event.attributed_to
    said: Row = {
        "text": row["text"],
        "type": event.type,
        "status": event.status,
        "source": codes(event, "source"),
        "target": codes(event, "target"),
        "mode": event.mode or "none",
        "hedge": event.hedge,
        "date": event.date_start.isoformat() if event.date_start else "none",
        "by": by.text if by else "none",
        "place": place.name if place else "none",
        "where_prec": place.where_prec if place else "none",
    }
    counts = [[c.what, c.low, "none" if c.high is None else c.high] for c in event.counts]
    issues = [[i.issue, i.outcome] for i in event.issues]
    names = [a.name for a in event.source]
    for field, found in (("count", counts), ("issue", issues), ("name", names)):
        said[field] = row[field] if field in row and row[field] in found else found
    return {field: said[field] for field in row if field != "wrong"}


def check(coding: Coding, row: Row) -> None:
    """Assert that the first event of a coding is the row's."""
    assert coding.events, [each.reason for each in coding.set_aside]
    assert shown(coding.events[0], row) == {k: v for k, v in row.items() if k != "wrong"}


@pytest.mark.parametrize("row", RIGHT, ids=lambda row: row["text"])
def test_sentence_is_coded_as_written_down(row: Row, code: Callable[..., Coding]) -> None:
    check(code(row["text"]), row)


@pytest.mark.parametrize(
    "row",
    [
        pytest.param(row, id=row["text"], marks=pytest.mark.xfail(strict=True, reason=row["wrong"]))
        for row in WRONG
    ],
)
def test_sentence_that_is_still_coded_wrongly(row: Row, code: Callable[..., Coding]) -> None:
    check(code(row["text"]), row)


@pytest.mark.parametrize("sentence", TABLE["nothing"]["texts"])
def test_sentence_that_reports_no_deed_has_no_event_that_happened(
    sentence: str, code: Callable[..., Coding]
) -> None:
    assert [e for e in code(sentence).events if e.status in ("happened", "ongoing")] == []


def test_the_table_is_long_enough_to_mean_something() -> None:
    assert len(RIGHT) >= 60


def test_every_quote_is_where_it_says(code: Callable[..., Coding]) -> None:
    for row in RIGHT:
        event = code(row["text"]).events[0]
        assert row["text"][event.evidence.start : event.evidence.end] == event.evidence.quote
        assert all(each.quote in event.sentence_text for each in event.counts)
