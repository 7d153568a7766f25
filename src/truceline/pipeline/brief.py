"""The main job: reports in, one sourced brief out."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path

from truceline import __version__
from truceline.pipeline import ask, reports, same, shown
from truceline.pipeline.ahead import Ahead
from truceline.pipeline.ask import Record
from truceline.pipeline.check import Asker, checked, columns, require_after
from truceline.pipeline.files import write_whole
from truceline.pipeline.fit import remarks_on_fit
from truceline.pipeline.tracks import around, weekly
from truceline.show.brief import render
from truceline.terms.briefs import Brief, InputFile, TwoColumns
from truceline.terms.results import QUESTIONS, Question
from truceline.terms.wars import Round, Strike, Truce

SUFFIXES = (".html", ".md", ".json")
_BEFORE, _AFTER = timedelta(days=120), timedelta(days=60)  # talks near a report
_STRIKES = timedelta(days=30)  # strikes near a report, on either side


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a brief is asked for: the war, the report's date if the reader knows it, a cut.

    `private` draws series that may not go out, for one's own eyes.
    """

    war: str
    published: date | None = None
    as_of: date | None = None
    private: bool = False


def brief(
    paths: Sequence[Path], wanted: Wanted, ahead: Ahead | None = None
) -> tuple[Brief, tuple[str, ...]]:
    """Return the brief of `paths`, and remarks about reports that were set aside.

    Parameters
    ----------
    paths : sequence of Path
        Reports: text, HTML, e-mail or JSON lines.
    wanted : Wanted
        War and dates. With `as_of` the questions are answered once, as known then; without it
        twice, as known on the report's date and as known now (the record's last date).
    ahead : Ahead or None
        A process that asks the questions while the reports are coded.

    Returns
    -------
    Brief, tuple of str
        The brief, whose `remarks` hold all that is odd about its reports, and one line for each
        report that could not be read.

    Raises
    ------
    BadReport
        If no report can be read, or `as_of` lies before the report.
    BadWar
        If there is no such war or its folder has a mistake.
    """
    record = ask.load(wanted.war)
    asker = Asker(record, ahead)
    found = reports.read(paths, published=wanted.published)
    now = wanted.as_of or record.last()
    asker.expect(columns(found.date(), now, once=wanted.as_of is not None))
    found = reports.coded(found, record.war)
    require_after(wanted.as_of, found.date())
    made = _made(paths, wanted, found, asker)
    return made, tuple(each.reason for each in found.unread)


def _made(paths: Sequence[Path], wanted: Wanted, found: reports.Reports, asker: Asker) -> Brief:
    """Put the brief together from coded reports."""
    record, day = asker.record, found.date()
    now = wanted.as_of or record.last()
    unread = tuple(each.reason for each in found.unread)
    told = same.among(found.stories, found.codings)
    days, totals, held_back = shown.of(record.war, private=wanted.private)
    return Brief(
        war=_cut(record, now).war,
        date=day,
        as_of=now,
        stories=found.stories,
        codings=found.codings,
        rounds=_rounds(record, day, now),
        truces=_truces(record, day, now),
        strikes=_strikes(record, day, now),
        around=around(days, record.panel, day, now) if day else (),
        timeline=weekly(totals, record.panel, now),
        answers=tuple(_columns(question, asker, day, wanted, now) for question in QUESTIONS),
        inputs=tuple(
            InputFile(path.name, hashlib.sha256(path.read_bytes()).hexdigest()) for path in paths
        ),
        command=_command(paths, wanted),
        version=__version__,
        account=ask.account(record, as_of=now),
        claims=tuple(
            checked(story, coding, asker, now=now, once=wanted.as_of is not None)
            for story, coding in zip(found.stories, found.codings, strict=True)
        ),
        remarks=(*unread, *_odd(record, found), *told.remarks, *held_back),
        same=told.events,
    )


def _odd(record: Record, found: reports.Reports) -> tuple[str, ...]:
    """Say what is odd about reports beside the war."""
    return remarks_on_fit(record.war, record.last(), found.stories, found.codings)


def write(made: Brief, path: Path) -> None:
    """Write the brief to `path`, as HTML, Markdown or JSON by its suffix, whole or not at all.

    Raises
    ------
    BadInput
        If the suffix is another one.
    OSError
        If the file cannot be written.
    """
    write_whole(path, render(made, suffix=path.suffix).encode())


def _columns(
    question: Question, asker: Asker, day: date | None, wanted: Wanted, now: date
) -> TwoColumns:
    """Answer as known on the report's date and as known now; with an as-of, once."""
    answered = asker(question, now)
    then = None
    if day and not wanted.as_of:
        before = min(day, now)
        if ask.is_the_same(question, asker.record, before, now):
            then = replace(answered, as_of=before.isoformat())
        else:
            then = asker(question, before)
    return TwoColumns(question=question, then=then, now=answered)


def _cut(record: Record, now: date) -> Record:
    """Return the record without what became known after `now`."""
    war = record.war
    kept = replace(
        war,
        rounds=tuple(each for each in war.rounds if (each.announced_on or each.start) <= now),
        truces=tuple(each for each in war.truces if each.start <= now),
        strikes=tuple(each for each in war.strikes if each.date <= now),
        backers=tuple(each for each in war.backers if each.since is None or each.since <= now),
    )
    return replace(record, war=kept)


def _rounds(record: Record, day: date | None, now: date) -> tuple[Round, ...]:
    if day is None:
        return ()
    known = _cut(record, now).war.rounds
    return tuple(each for each in known if day - _BEFORE <= each.start <= day + _AFTER)


def _truces(record: Record, day: date | None, now: date) -> tuple[Truce, ...]:
    if day is None:
        return ()
    known = _cut(record, now).war.truces
    return tuple(each for each in known if day - _BEFORE <= each.start <= day + _AFTER)


def _strikes(record: Record, day: date | None, now: date) -> tuple[Strike, ...]:
    if day is None:
        return ()
    known = _cut(record, now).war.strikes
    return tuple(each for each in known if day - _STRIKES <= each.date <= day + _STRIKES)


def _command(paths: Sequence[Path], wanted: Wanted) -> str:
    """Return the reproduction line: names of inputs, never an output path."""
    dates = [
        f"{option} {value}"
        for option, value in (("--date", wanted.published), ("--as-of", wanted.as_of))
        if value
    ]
    names = " ".join(path.name for path in paths)
    own = ["--private"] if wanted.private else []
    return " ".join(["truceline brief", names, "--war", Path(wanted.war).name, *dates, *own])
