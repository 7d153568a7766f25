"""A report's own claims, one by one, against the record of a war."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from pathlib import Path

from truceline.coding.claim_lines import numbers_of
from truceline.coding.claim_views import is_satire
from truceline.coding.claims import claims_of
from truceline.measure.claims.ground import Ground
from truceline.measure.claims.judge import judge
from truceline.pipeline import ask, reports
from truceline.pipeline.ahead import Ahead
from truceline.pipeline.ask import Record
from truceline.pipeline.files import write_whole
from truceline.pipeline.fit import remarks_on_fit
from truceline.pipeline.reports import called
from truceline.read import wars
from truceline.show import annotated
from truceline.terms.claims import Checked
from truceline.terms.errors import BadReport, BadWar
from truceline.terms.events import Coding
from truceline.terms.results import QUESTIONS, Answer, Question
from truceline.terms.stories import Story
from truceline.terms.wars import War


@dataclass(frozen=True, slots=True)
class Check:
    """Reports with their claims, story by story, and what a reader must know first."""

    war: War
    as_of: date
    date: date | None
    stories: tuple[Story, ...]
    claims: tuple[tuple[Checked, ...], ...]
    remarks: tuple[str, ...]
    unread: tuple[str, ...] = ()


def write(found: Check, path: Path) -> None:
    """Write reports with their claims marked in the margin, as one HTML page, whole or not at all.

    Raises
    ------
    OSError
        If the file cannot be written.
    """
    page = annotated.render(found.stories, found.claims, found.war, found.remarks)
    write_whole(path, page.encode())


class Asker:
    """Asks a war's questions, each once a day, and lends past wars' records.

    What another process has asked ahead is taken from there.
    """

    def __init__(self, record: Record, ahead: Ahead | None = None) -> None:
        self.record = record
        self.ahead = ahead
        self.answers: dict[tuple[Question, date], Answer] = {}
        self.grounds: dict[tuple[date, date | None], Ground] = {}

    def expect(self, days: Sequence[date]) -> None:
        """Have all questions asked ahead as of some days, the same answer once, by who can."""
        if self.ahead:
            self.ahead.want(
                [
                    (each, day)
                    for day in days
                    for each in QUESTIONS
                    if day == days[0] or not ask.is_the_same(each, self.record, day, days[0])
                ]
            )

    def __call__(self, question: Question, as_of: date) -> Answer:
        """Return the answer to a question as known on a day."""
        key = (question, as_of)
        if key not in self.answers:
            found = self.ahead.take(key) if self.ahead else None
            self.answers[key] = found or ask.ask(question, self.record, as_of=as_of)
        return self.answers[key]

    def ground(self, as_of: date, published: date | None) -> Ground:
        """Return the war's record as known on a day, for a report of a day."""
        key = (as_of, published)
        if key not in self.grounds:
            record = self.record
            self.grounds[key] = Ground(
                war=record.war,
                panel=record.panel,
                other=record.other,
                as_of=as_of,
                published=published,
                ask=self,
                numbers=numbers_of,
                other_war=past_ground,
                last=record.last(),
            )
        return self.grounds[key]


def check(
    paths: Sequence[Path], *, war: str, published: date | None = None,
    as_of: date | None = None, ahead: Ahead | None = None,
) -> Check:  # fmt: skip
    """Return the claims of reports, each set against a war's record.

    Parameters
    ----------
    paths : sequence of Path
        Reports: text, HTML, e-mail or JSON lines.
    war : str
        A built-in war or a folder.
    published : date or None
        Date of the reports; it goes before what a page says.
    as_of : date or None
        One column, as known then; without it two, as known on the report's date and as known now
        (the record's last date).
    ahead : Ahead or None
        A process that asks questions while the reports are coded.

    Returns
    -------
    Check
        With remarks on reports that do not fit the war.

    Raises
    ------
    BadReport
        If no report can be read, or `as_of` lies before the report.
    BadWar
        If there is no such war or its folder has a mistake.
    """
    record = ask.load(war)
    asker = Asker(record, ahead)
    found = reports.read(paths, published=published)
    now = as_of or record.last()
    asker.expect(columns(found.date(), now, once=as_of is not None))
    found = reports.coded(found, record.war)
    day = found.date()
    require_after(as_of, day)
    claims = tuple(
        checked(story, coding, asker, now=now, once=as_of is not None)
        for story, coding in zip(found.stories, found.codings, strict=True)
    )
    return Check(
        war=record.war,
        as_of=now,
        date=day,
        stories=found.stories,
        claims=claims,
        remarks=(
            *remarks_on_fit(record.war, record.last(), found.stories, found.codings),
            *_satire(found.stories),
        ),
        unread=tuple(each.reason for each in found.unread),
    )


def columns(day: date | None, now: date, *, once: bool) -> tuple[date, ...]:
    """Return the days of the columns: as known now, and on the report's day unless it is later.

    Examples
    --------
    >>> columns(date(2025, 6, 5), date(2026, 1, 1), once=False)
    (datetime.date(2026, 1, 1), datetime.date(2025, 6, 5))
    """
    return (now,) if once or day is None or day >= now else (now, day)


def require_after(as_of: date | None, day: date | None) -> None:
    """Refuse a cut that lies before the report.

    Raises
    ------
    BadReport
        If it does.
    """
    if as_of and day and as_of < day:
        raise BadReport(f"as-of {as_of} lies before the report's date {day}; give a later --as-of")


def checked(
    story: Story, coding: Coding, asker: Asker, *, now: date, once: bool = False
) -> tuple[Checked, ...]:
    """Return the claims of one story with their findings.

    Parameters
    ----------
    story : Story
        As it was read.
    coding : Coding
        Its events.
    asker : Asker
        The war's record and questions.
    now : date
        The day of the column "known now".
    once : bool, default False
        Whether there is that column alone.

    Returns
    -------
    tuple of Checked
        In the order of the text. A satire's claims, and those of a report dated before the war,
        are listed and not judged.
    """
    claims = claims_of(story, coding, asker.record.war)
    why = _unfit(story, asker.record.war)
    if why:
        claims = tuple(replace(each, checkable=False, why_not=why) for each in claims)
    day = story.published
    then = None if once or day is None else asker.ground(min(day, now), day)
    ground = asker.ground(now, day)
    return tuple(
        Checked(each, judge(ground, each), judge(then, each) if then else None) for each in claims
    )


def _unfit(story: Story, war: War) -> str | None:
    """Say why no claim of a report may be judged by a war's record."""
    if is_satire(f"{story.title or ''} {story.publisher or ''} {story.text[:2000]}"):
        return "the report is marked as satire"
    if story.published is not None and story.published < war.start:
        return f"the report is dated {story.published}, before {war.name} began on {war.start}"
    return None


def _satire(stories: Sequence[Story]) -> Iterator[str]:
    for story in stories:
        if is_satire(f"{story.title or ''} {story.publisher or ''} {story.text[:2000]}"):
            yield f"{called(story)} is marked as satire: its claims are listed and not judged"


def past_ground(name: str) -> Ground | None:
    """Return the record of a past war that is built in, None where none is called so.

    Parameters
    ----------
    name : str
        Such as "korean war".

    Returns
    -------
    Ground or None
        As known at the end of its record.
    """
    folder = _folder_of(name)
    if folder is None:
        return None
    record = ask.load(folder)
    return Asker(record).ground(record.last(), None)


@lru_cache(maxsize=8)
def _folder_of(name: str) -> str | None:
    """Return the built-in war that is called so."""
    for folder in wars.built_in():
        try:
            war = wars.load(folder)
        except BadWar:
            continue
        if name.lower() in {war.name.lower(), *(each.lower() for each in war.aliases)}:
            return folder
    return None
