"""One question about one war, answered from the war's record."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

import polars as pl

from truceline.compare import analogues
from truceline.measure import balance, front, phases, retaliation, talks
from truceline.pipeline import outlook
from truceline.pipeline.pasts import pasts
from truceline.read import wars
from truceline.reason import incentives
from truceline.reason.ranges import parse_set, ranges
from truceline.terms.accounts import Account
from truceline.terms.errors import BadInput, TooFewData
from truceline.terms.results import QUESTIONS, Answer, Question
from truceline.terms.wars import War


@dataclass(frozen=True, slots=True)
class Record:
    """A war with its series: what a question is asked of.

    `other` holds the series whose days can be dated another way, dated so; `events` are coded
    events of a store, for the questions that use them.
    """

    war: War
    panel: pl.DataFrame
    other: pl.DataFrame | None
    events: pl.DataFrame | None = None

    def last(self) -> date:
        """Return the record's last date: of its series, else its end, its last round, its start."""
        last = self.panel["date"].max() if self.panel.height else None
        if isinstance(last, date):
            return last
        starts = (each.start for each in self.war.rounds)
        return self.war.end or max(starts, default=self.war.start)


def load(name: str) -> Record:
    """Return the war called `name`, built in or a folder, with its series."""
    war = wars.load(name)
    return Record(war, wars.panel(name), wars.panel_other_dating(name))


def ask(
    question: str, record: Record, *, as_of: date | None = None, what_if: Sequence[str] = ()
) -> Answer:
    """Return the answer to one of the eight questions.

    Parameters
    ----------
    question : str
        One of `terms.results.QUESTIONS`.
    record : Record
        The war, as `load` gives it.
    as_of : date or None
        Nothing dated later is used. By default the record's last date.
    what_if : sequence of str
        For `incentives`: ranges such as "backers.ukraine=0.1:0.3"; for `outlook`: what counts as
        a ceasefire, such as "lasting=90".

    Returns
    -------
    Answer
        "cannot say" where the record does not hold what the question needs.

    Raises
    ------
    BadInput
        If the question is not one of the eight, or takes no what-if.
    """
    if question not in QUESTIONS:
        raise BadInput(f"no question is called {question}; ask one of: {', '.join(QUESTIONS)}")
    if what_if and question not in {"incentives", "outlook"}:
        raise BadInput(f"{question} takes no --set; incentives and outlook alone do")
    cut = as_of or record.last()
    if question == "talks":
        return talks.talks(
            record.panel, record.war, as_of=cut, other_dating=record.other, events=record.events
        )
    if question == "balance":
        return balance.balance(
            record.panel, record.war, record.events, as_of=cut, other_dating=record.other
        )
    if question == "retaliation":
        return retaliation.retaliation(
            record.panel, record.war, as_of=cut, other_dating=record.other
        )
    if question == "front":
        return front.front(record.panel, record.war, as_of=cut)
    if question == "phases":
        return phases.phases(record.panel, record.war, record.events, as_of=cut)
    if question == "analogues":
        return analogues.analogues(pasts(), record.war, as_of=cut)
    if question == "incentives":
        return incentives.answer(record.war, set_=parse_set(what_if), as_of=cut)
    return outlook.of_war(record.war, as_of=cut, what_if=what_if).answer


def ask_and_archive(
    question: str, record: Record, store: Path, *, now: datetime, as_of: date | None = None,
    what_if: Sequence[str] = (),
) -> tuple[Answer, int]:  # fmt: skip
    """Return the answer to a question that is a forecast, and archive the forecast in a store.

    Parameters
    ----------
    question : str
        `outlook`.
    record : Record
        The war, as `load` gives it.
    store : Path
        The store.
    now : datetime
        When this happens; the door reads the clock.
    as_of : date or None
        Nothing dated later is used. By default the record's last date.
    what_if : sequence of str
        As for `ask`.

    Returns
    -------
    Answer, int
        The answer, and how many forecasts were new to the store.

    Raises
    ------
    BadInput
        If the question is no forecast, or there is no such store.
    """
    if question != "outlook":
        raise BadInput(f"{question} is no forecast to be archived; leave --store out")
    made = outlook.of_war(record.war, as_of=as_of or record.last(), what_if=what_if)
    return made.answer, outlook.archive(made, store, now=now)


def is_the_same(question: Question, record: Record, before: date, after: date) -> bool:
    """Tell whether a question has one answer on two days but for the day named in it.

    Parameters
    ----------
    question : Question
        One of the eight.
    record : Record
        The war.
    before, after : date
        The two days.

    Returns
    -------
    bool
        True only where it is certain without asking: on one day twice, and for `incentives`, which
        reads ranges and no series, where the same ranges were known on both.
    """
    if before == after:
        return True
    if question != "incentives":
        return False
    return ranges(record.war, set_={}, as_of=before) == ranges(record.war, set_={}, as_of=after)


def account(record: Record, *, as_of: date) -> Account | None:
    """Return what the models of incentives say of a war, None where it gives them no ranges."""
    try:
        return incentives.account(record.war, as_of=as_of)
    except TooFewData:
        return None
