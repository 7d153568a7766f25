"""Stories coded anew: their events replaced, what people said of them carried over."""

import json
from collections.abc import Sequence
from dataclasses import dataclass

import duckdb

from truceline.record import corrections, ledger
from truceline.record.corrections import Correction
from truceline.record.ledger import Entry
from truceline.record.reports import Ingest, insert_events, passages_text, set_aside
from truceline.record.rows import row
from truceline.record.sql import query
from truceline.record.store import Store
from truceline.terms.events import Coding
from truceline.terms.stories import Passage, Story


@dataclass(frozen=True, slots=True)
class Recoded:
    """What coding anew changed; `carried` corrections went over, `left` ones lost their row."""

    stories: int
    events: int
    carried: int
    left: int


@dataclass(frozen=True, slots=True)
class Kept:
    """A story of the record with the war and the coder it was coded for and by."""

    story: Story
    war: str | None
    coder: str | None


def coders(store: Store) -> dict[str, str | None]:
    """Return which coder coded each story of the record, None where nothing says."""
    with store.reading() as opened:
        text = (
            "SELECT story_id, coalesce(any_value(story.coder), max(event.source_version)) "
            "FROM story LEFT JOIN event USING (story_id) GROUP BY story_id"
        )
        return dict(opened.execute(text).fetchall())


def stories(store: Store) -> tuple[Kept, ...]:
    """Return the record's stories whose passages are kept, by id: those that can be coded anew."""
    with store.reading() as opened:
        text = (
            "SELECT story_id, file_name, text, sha256, title, published, publisher, url, kind, "
            "language, passages, war, coder FROM story WHERE passages IS NOT NULL ORDER BY story_id"
        )
        found = opened.execute(text).fetchall()
    return tuple(
        Kept(
            Story(
                story_id=each[0], file_name=each[1], text=each[2], sha256=each[3], title=each[4],
                published=each[5], publisher=each[6], url=each[7], kind=each[8], language=each[9],
                passages=tuple(Passage(**said) for said in json.loads(each[10])),
            ),
            war=each[11],
            coder=each[12],
        )
        for each in found
    )  # fmt: skip


def recode(
    store: Store, found: Sequence[Story], codings: Sequence[Coding], ingest: Ingest
) -> Recoded:
    """Replace the events of stories that are in the record, in one transaction.

    Parameters
    ----------
    store : Store
        The record.
    found, codings : sequence
        In the same order; each story must be there.
    ingest : Ingest
        War, time and coder. Rights and time of retrieval stay those of the story.

    Returns
    -------
    Recoded
        The old rows are closed, not lost: a snapshot taken before still shows them. A correction
        holds on where the new event has the id of the old one. Where it has not, it goes over to
        the event that alone takes its place in the sentence, with a line in the log; an exclusion
        only if that event is of the same type. Else it stays with the row that is closed.

    Raises
    ------
    StoreError
        If two events have one id.
    """
    names = [each.story_id for each in found]
    with store.writing() as opened:
        terms = {
            name: (retrieved_at, redistribute)
            for name, retrieved_at, redistribute in opened.execute(
                "SELECT story_id, retrieved_at, redistribute FROM story "
                "WHERE list_contains($1, story_id)",
                [names],
            ).fetchall()
        }
        count = sum(len(each.events) for each in codings)
        note = f"{len(names)} stories coded anew"
        entry = Entry("recode", ingest.at, "reports", ingest.coder, note=note)
        ingest_id = ledger.write(opened, entry, added=count)
        opened.execute(
            "UPDATE event SET until_id = $1 WHERE source_dataset = 'reports' "
            "AND until_id IS NULL AND list_contains($2, story_id)",
            [ingest_id, names],
        )
        opened.execute("DELETE FROM set_aside WHERE list_contains($1, story_id)", [names])
        set_aside(opened, codings)
        for story in found:
            opened.execute(
                "UPDATE story SET war = ?, coder = ?, passages = ? WHERE story_id = ?",
                [ingest.war, ingest.coder, passages_text(story), story.story_id],
            )
        rows = [
            row(event, war=ingest.war, retrieved_at=terms[name][0], redistribute=terms[name][1])
            | {"ingest_id": ingest_id}
            for name, coding in zip(names, codings, strict=True)
            for event in coding.events
        ]
        insert_events(opened, rows)
        carried, left = _carry(opened, ingest_id, at=ingest.at)
    return Recoded(len(names), count, carried, left)


def _carry(store: duckdb.DuckDBPyConnection, ingest_id: str, *, at: str) -> tuple[int, int]:
    """Carry corrections over to the events that took the place of theirs; count both kinds."""
    carried = left = 0
    for old, new, field, value, reason in store.execute(
        query("successors"), [ingest_id]
    ).fetchall():
        if new is None:
            left += 1
            continue
        said = Correction("reports", new, field, value, f"{reason}; said of {old} before")
        corrections.correct(store, said, at=at)
        carried += 1
    return carried, left
