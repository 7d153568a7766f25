"""The record's reports and coded events, linked: reprints, events told in several reports."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

import polars as pl

from truceline.record.rows import row
from truceline.record.same.judge import Judgement
from truceline.record.same.link import Linked, link
from truceline.record.same.mention import Mention, mention
from truceline.record.same.reprints import Report, Reprint, reprints
from truceline.record.same.tolls import tolls
from truceline.record.sql import rows
from truceline.record.store import Store
from truceline.terms.events import Coding
from truceline.terms.stories import Story

_PRINTED = frozenset({"paragraph"})


@dataclass(frozen=True, slots=True)
class Same:
    """Reports and events of a record, linked; `called` has what a reader knows a report by."""

    reprints: tuple[Reprint, ...]
    linked: Linked
    called: Mapping[str, str]

    def ids(self) -> dict[str, str]:
        """Return for each coded event the id of the event it tells of: that of its first telling.

        An event told once has its own id.
        """
        return self.linked.event_of

    def told_again(self) -> list[tuple[int, ...]]:
        """Return the events that are told more than once, as places of their tellings."""
        return [each for each in self.linked.groups if len(each) > 1]

    def as_dict(self) -> dict[str, Any]:
        """Return what `record same --json` prints."""
        told = self.linked.mentions
        again = self.told_again()
        return {
            "counts": {
                "reports": len(self.called), "reprints": len(self.reprints), "tellings": len(told),
                "events": len(self.linked.groups), "told_again": len(again),
                "doubtful": len(self.linked.doubtful),
            },
            "reprints": [self._reprint(each) for each in self.reprints],
            "events": [self._event(each) for each in again],
            "doubtful": [self._judged(pair, each)
                         for pair, each in sorted(self.linked.doubtful.items())],
        }  # fmt: skip

    def _reprint(self, found: Reprint) -> dict[str, Any]:
        names = {"report": self.called[found.story_id], "of_report": self.called[found.of]}
        return asdict(found) | names

    def _event(self, group: Sequence[int]) -> dict[str, Any]:
        first = self.linked.first(group)
        event = self.linked.mentions[first]
        inside = set(group)
        links = {pair: each for pair, each in self.linked.links.items() if pair[0] in inside}
        return {
            "same_event": event.id, "type": event.type, "date_start": event.start,
            "date_end": event.end, "place": event.spot.name if event.spot else None,
            "reports": len({self.linked.mentions[each].story_id for each in group}),
            "independent": len({self.linked.mentions[each].story_id
                                for each in self.linked.independent(group)}),
            "told": [self._told(each, first) for each in self.linked.in_order(group)],
            "why": [self._judged(pair, each) for pair, each in sorted(links.items())],
            "counts": [asdict(each) | {"differs": each.differs()}
                       for each in tolls(self.linked, group)],
        }  # fmt: skip

    def _told(self, place: int, first: int) -> dict[str, Any]:
        told: Mention = self.linked.mentions[place]
        how = "first" if place == first else "again"
        if place in self.linked.copies:
            how = "reprint"
        return {
            "id": told.id, "story_id": told.story_id, "report": self.called.get(told.story_id),
            "published": told.published, "how": how, "sentence_text": told.text,
        }  # fmt: skip

    def _judged(self, pair: tuple[int, int], found: Judgement) -> dict[str, Any]:
        left, right = (self.linked.mentions[each] for each in pair)
        return {
            "left": left.id, "right": right.id, "left_report": self.called.get(left.story_id),
            "right_report": self.called.get(right.story_id), "score": found.score,
            "reason": found.reason,
        }  # fmt: skip


def same(
    store: Store, *, war: str | None = None, as_of: date | None = None, snapshot: str | None = None
) -> Same:
    """Return which reports of a record are reprints, and which coded events are one event.

    Parameters
    ----------
    store : Store
        The record.
    war : str, optional
        Only events that were coded for the war of this folder's name.
    as_of, snapshot : optional
        As in every query of the record.

    Returns
    -------
    Same
        Found anew from the rows each time, corrections obeyed: nothing is stored that could grow
        stale, and nothing in the rows is changed.

    Raises
    ------
    BadInput
        If there is no store, or no such snapshot.
    """
    given: dict[str, object] = {"as_of": as_of, "snapshot": snapshot}
    with store.reading() as opened:
        events = rows(opened, "told", given)
        stories = rows(opened, "reports_seen", given)
        said = rows(opened, "same_said", given)
    if war is not None:
        events = events.filter(pl.col("war") == war)
    days = dict(stories.select("story_id", "published").iter_rows())
    mentions = [
        mention(each, each["json"], days.get(each["story_id"]))
        for each in events.iter_rows(named=True)
    ]
    found = reprints([_report(each) for each in stories.iter_rows(named=True)])
    decided = {(one, two): value == "true" for one, two, value in said.rows() if value is not None}
    called = {each["story_id"]: _called(each) for each in stories.iter_rows(named=True)}
    return Same(found, link(mentions, found, decided=decided), called)


def linked(stories: Sequence[Story], codings: Sequence[Coding]) -> Same:
    """Return the same of reports that are in no record.

    Parameters
    ----------
    stories, codings : sequence
        In the same order.

    Returns
    -------
    Same
        As `same` gives it.
    """
    mentions = [
        mention(
            row(event, war=None, retrieved_at="", redistribute="private"),
            json.dumps(event.as_dict()),
            story.published,
        )
        for story, coding in zip(stories, codings, strict=True)
        for event in coding.events
    ]
    reports = [
        Report(
            each.story_id,
            each.published,
            "\n".join(each.text[part.start : part.end] for part in each.paragraphs()),
        )
        for each in stories
    ]
    found = reprints(reports)
    return Same(found, link(mentions, found), {each.story_id: each.file_name for each in stories})


def _report(story: Mapping[str, Any]) -> Report:
    """Return a story as reprints are looked for: its paragraphs."""
    text = story["text"]
    if story["passages"] is not None:
        text = "\n".join(
            text[each["start"] : each["end"]]
            for each in json.loads(story["passages"])
            if each["what"] in _PRINTED
        )
    return Report(story["story_id"], story["published"], text)


def _called(story: Mapping[str, Any]) -> str:
    """Return what a reader knows a report by: file, publisher and day, or its id in JSON lines."""
    name = story["file_name"]
    if name.endswith((".jsonl", ".ndjson", ".xml", ".rss", ".atom")):
        name = f"{name}, id {story['story_id']}"
    more = [str(each) for each in (story["publisher"], story["published"]) if each]
    return f"{name} ({', '.join(more)})" if more else str(name)
