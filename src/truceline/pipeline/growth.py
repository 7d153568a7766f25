"""Reports, feeds and folders into the record, some at a time, taken up again where it broke off."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from itertools import islice
from pathlib import Path

from truceline.pipeline import interrupts
from truceline.pipeline.reports import LANGUAGES, called, coder_for, codings, foreign_words
from truceline.read import wars
from truceline.read.page import read_reports
from truceline.record import recoding
from truceline.record.reports import Ingest
from truceline.record.store import Store
from truceline.terms.errors import BadReport
from truceline.terms.events import Coder
from truceline.terms.stories import Story
from truceline.terms.wars import War

BATCH = 50
"""Stories a transaction: what a crash can cost."""
READABLE = (
    ".txt", ".text", ".md", ".html", ".htm", ".xhtml", ".shtml", ".eml", ".mht", ".mhtml",
    ".jsonl", ".ndjson", ".xml", ".rss", ".atom",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Grown:
    """What adding changed: stories and events new, stories known, stories coded anew.

    `carried` corrections went over to new events, `left` ones lost theirs.
    """

    stories: int = 0
    events: int = 0
    known: int = 0
    recoded: int = 0
    carried: int = 0
    left: int = 0


def files_of(paths: Sequence[Path]) -> tuple[tuple[Path, ...], int]:
    """Return the files that hold reports, folders gone through in the order of names.

    Parameters
    ----------
    paths : sequence of Path
        Files, which are taken whatever their name, and folders.

    Returns
    -------
    tuple
        The files, and how many in the folders were passed over. Hidden files and what a browser
        saves beside a page (`page_files/`) are not counted.
    """
    found: list[Path] = []
    passed = 0
    for path in paths:
        if not path.is_dir():
            found.append(path)
            continue
        for inner in sorted(path.rglob("*")):
            within = inner.relative_to(path).parts
            beside = any(part.startswith(".") or part.endswith("_files") for part in within)
            if beside or not inner.is_file():
                continue
            if inner.suffix.lower() in READABLE:
                found.append(inner)
            else:
                passed += 1
    return tuple(found), passed


def add(
    store: Path, paths: Sequence[Path], *, war: str | None, published: date | None, now: datetime
) -> tuple[Grown, tuple[str, ...]]:
    """Add reports to a store; return what changed, and remarks on what was set aside.

    Parameters
    ----------
    store : Path
        A store that `record init` made.
    paths : sequence of Path
        Reports, RSS or Atom feeds, JSON lines, and folders of them.
    war : str or None
        The war they are coded for.
    published : date or None
        Their date; it goes before a date that a page says.
    now : datetime
        When this happens; the door reads the clock.

    Returns
    -------
    Grown, tuple of str
        A story that is there, coded by this coder, is not coded again, so that what broke off is
        taken up where it was; one that another coder or version coded is coded anew.

    Raises
    ------
    BadReport
        If no report can be read.
    StoreError
        If the store cannot be written; whole batches stay.
    """
    named = wars.load(war) if war else None
    coder = coder_for(named)
    kept = Store(store)
    known = recoding.coders(kept)
    files, passed = files_of(paths)
    remarks = [f"{passed} files in folders are no reports by their names"] if passed else []
    done = Grown()
    times: dict[str, str] = {}
    interrupts.listen()
    for batch in _batches(_stories(files, published, remarks, times)):
        done = _sum(done, _kept(kept, batch, _Job(named, coder, now, known, times)))
    if done == Grown():
        raise BadReport(remarks[0] if remarks else "no report was given; name a file or a folder")
    return done, tuple(remarks)


def recode(store: Path, *, now: datetime, war: str | None = None) -> tuple[Grown, tuple[str, ...]]:
    """Code every story of a store anew that another coder or version coded.

    Parameters
    ----------
    store : Path
        The store.
    now : datetime
        When this happens; the door reads the clock.
    war : str, optional
        A war folder of your own whose stories are in the store; built-in wars are known.

    Returns
    -------
    Grown, tuple of str
        What changed, and a remark where stories of an older store must be added from their files.

    Raises
    ------
    BadWar
        If a story's war is neither built in nor the one given.
    StoreError
        If the store cannot be written; whole batches stay.
    """
    kept = Store(store)
    there = recoding.stories(kept)
    given = wars.load(war) if war else None
    done = Grown()
    for folder in sorted({each.war or "" for each in there}):
        named = given if given and given.folder == folder else _built_in(folder)
        coder = coder_for(named)
        called_so = f"{coder.name} {coder.version}"
        known = {each.story.story_id: each.coder for each in there}
        old = [each.story for each in there if (each.war or "") == folder]
        stale = (each for each in old if known[each.story_id] != called_so)
        for batch in _batches(stale):
            done = _sum(done, _kept(kept, batch, _Job(named, coder, now, known, {})))
    count = len(recoding.coders(kept)) - len(there)
    said = f"{count} stories were kept by an older truceline; add their files again to code them"
    return done, (said,) if count else ()


def _built_in(folder: str) -> War | None:
    return wars.load(folder) if folder else None


@dataclass(frozen=True, slots=True)
class _Job:
    """What every batch needs."""

    war: War | None
    coder: Coder
    now: datetime
    known: dict[str, str | None]
    times: dict[str, str]

    def ingest(self) -> Ingest:
        """Return what the store is told."""
        return Ingest(
            war=self.war.folder if self.war else None,
            at=self.now.isoformat(timespec="seconds"),
            coder=self.by(),
        )

    def by(self) -> str:
        """Return the coder's name and version."""
        return f"{self.coder.name} {self.coder.version}"


def _kept(store: Store, batch: list[Story], job: _Job) -> Grown:
    """Code the stories of a batch that need it, and keep them."""
    fresh = [each for each in batch if each.story_id not in job.known]
    stale = [each for each in batch if job.known.get(each.story_id, job.by()) != job.by()]
    grown = Grown(known=len(batch) - len(fresh) - len(stale))
    if fresh:
        added = store.add(
            fresh, list(codings(fresh, job.coder)), job.ingest(), retrieved_at=job.times
        )
        job.known.update({each.story_id: job.by() for each in fresh})
        grown = replace(grown, stories=added.stories, events=added.events)
    if stale:
        anew = recoding.recode(store, stale, list(codings(stale, job.coder)), job.ingest())
        job.known.update({each.story_id: job.by() for each in stale})
        grown = replace(
            grown,
            recoded=anew.stories,
            events=grown.events + anew.events,
            carried=anew.carried,
            left=anew.left,
        )
    return grown


def _stories(
    files: Sequence[Path], published: date | None, remarks: list[str], times: dict[str, str]
) -> Iterator[Story]:
    """Yield the stories of files that can be coded; note the others, and when each was fetched."""
    seen: set[str] = set()
    for path in files:
        stories, unread = read_reports([path], published)
        remarks += [each.reason for each in unread]
        for story in stories:
            if story.language not in LANGUAGES:
                remarks.append(f"{called(story)}: {foreign_words(story)}")
            elif story.story_id in seen:
                remarks.append(f"{called(story)}: stands in another file too; it is read once")
            else:
                seen.add(story.story_id)
                times[story.story_id] = _modified(path)
                yield story


def _batches(stories: Iterator[Story]) -> Iterator[list[Story]]:
    while batch := list(islice(stories, BATCH)):
        yield batch


def _sum(one: Grown, two: Grown) -> Grown:
    names = Grown.__dataclass_fields__
    return Grown(**{name: getattr(one, name) + getattr(two, name) for name in names})


def _modified(path: Path) -> str:
    """Return when a local file was last modified: that is when it was fetched."""
    return datetime.fromtimestamp(path.stat().st_mtime, tz=UTC).isoformat(timespec="seconds")
