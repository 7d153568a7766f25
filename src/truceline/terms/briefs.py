"""What a brief holds before anybody draws it: the pipeline makes it, `show` draws it."""

import datetime as dt
from dataclasses import dataclass

from truceline.terms.accounts import Account
from truceline.terms.claims import Checked
from truceline.terms.events import Coding
from truceline.terms.results import Answer, Question
from truceline.terms.stories import Story
from truceline.terms.wars import Round, Series, Strike, Truce, War


@dataclass(frozen=True, slots=True, kw_only=True)
class Track:
    """A series over a span, ready to be drawn or printed; a missing day is None, never zero."""

    series: Series
    dates: tuple[dt.date, ...]
    values: tuple[float | None, ...]
    low: tuple[float | None, ...] = ()
    high: tuple[float | None, ...] = ()
    step: str = "day"


@dataclass(frozen=True, slots=True, kw_only=True)
class TwoColumns:
    """One question answered twice: as known on the report's date, and as known now.

    `then` is None where the report has no date. Both are "cannot say yet" where the question has
    no measure.
    """

    question: Question
    then: Answer | None
    now: Answer


@dataclass(frozen=True, slots=True)
class InputFile:
    """A file that went in, by name and hash, never by path."""

    name: str
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SameEvent:
    """Coded events that are one event: `event_ids`, that of its first telling first.

    `copies` are those whose sentence was taken over from another report. `counts` are the numbers
    over all tellings: what is counted, low, best, high (None where the largest is open).
    """

    event_ids: tuple[str, ...]
    copies: tuple[str, ...] = ()
    counts: tuple[tuple[str, float, float, float | None], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief:
    """All that a brief shows.

    `codings` stand in the order of `stories`. `rounds`, `truces`, `strikes` and `around` (daily
    tracks) are those near the report's date; `timeline` holds the whole-war tracks for the figure.
    `claims` are those of each story, in the order of `stories`, set against the record.
    `account` is what the models of incentives say, None where the war gives them no ranges.
    `remarks` are what a reader must know first: reports left out, without a date, off the war.
    `same` are the events that are told more than once.
    """

    war: War
    date: dt.date | None
    as_of: dt.date
    stories: tuple[Story, ...]
    codings: tuple[Coding, ...]
    rounds: tuple[Round, ...]
    truces: tuple[Truce, ...]
    strikes: tuple[Strike, ...]
    around: tuple[Track, ...]
    timeline: tuple[Track, ...]
    answers: tuple[TwoColumns, ...]
    inputs: tuple[InputFile, ...]
    command: str
    version: str
    account: Account | None = None
    remarks: tuple[str, ...] = ()
    claims: tuple[tuple[Checked, ...], ...] = ()
    same: tuple[SameEvent, ...] = ()
