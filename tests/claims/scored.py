"""Statements with a known truth, checked, and counted: the confusion table of the checker."""

import tomllib
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from truceline.coding.lexical import LexicalCoder
from truceline.pipeline import ask
from truceline.pipeline.check import Asker, checked
from truceline.terms.claims import Checked
from truceline.terms.stories import Passage, Story

HERE = Path(__file__).parent
PARTS = ("seen", "held", "prose", "fresh")
TRUTHS = ("true", "false", "exaggerated", "uncheckable")
VERDICTS = ("supported", "contradicted", "mixed", "cannot say")
RIGHT = {"true": "supported", "false": "contradicted", "exaggerated": "contradicted"}


@dataclass(frozen=True, slots=True)
class Statement:
    """One statement, as if a report of that day had made it, and what is known of its truth."""

    id: str
    war: str
    date: date
    truth: str
    text: str
    source: str


@dataclass(frozen=True, slots=True)
class Scored:
    """A statement with its claims and the verdict that they come to together."""

    statement: Statement
    claims: tuple[Checked, ...]
    verdict: str


def statements(part: str) -> tuple[Statement, ...]:
    """Return the statements of a part: seen, held."""
    found = tomllib.loads((HERE / f"{part}.toml").read_text("utf-8"))["statement"]
    return tuple(Statement(**each) for each in found)


@cache
def _war(name: str) -> tuple[Asker, LexicalCoder]:
    asker = Asker(ask.load(name))
    return asker, LexicalCoder(asker.record.war)


def story_of(statement: Statement) -> Story:
    """Return a story of one paragraph."""
    text = statement.text
    passages = (Passage(0, len(text), "paragraph"),)
    return Story(
        statement.id,
        f"{statement.id}.txt",
        text,
        "",
        published=statement.date,
        language="en",
        passages=passages,
    )


def scored(statement: Statement) -> Scored:
    """Check one statement by its war's record as known now."""
    asker, coder = _war(statement.war)
    story = story_of(statement)
    found = checked(story, coder(story), asker, now=asker.record.last(), once=True)
    return Scored(statement, found, together([each.now.verdict for each in found]))


def together(verdicts: Sequence[str]) -> str:
    """Return what several claims of a statement come to: one refuted claim refutes it."""
    for verdict in ("contradicted", "mixed", "supported"):
        if verdict in verdicts:
            return verdict
    return "cannot say"


def table(found: Iterable[Scored]) -> dict[tuple[str, str], int]:
    """Return truth × verdict → number."""
    return dict(Counter((each.statement.truth, each.verdict) for each in found))


def precision(counted: dict[tuple[str, str], int]) -> tuple[int, int]:
    """Return how many firm verdicts are right, and how many there are."""
    firm = sum(n for (_, verdict), n in counted.items() if verdict in VERDICTS[:2])
    right = sum(counted.get((truth, verdict), 0) for truth, verdict in RIGHT.items())
    return right, firm


def coverage(counted: dict[tuple[str, str], int]) -> tuple[int, int]:
    """Return how many checkable statements got the right firm verdict, and how many there are."""
    checkable = sum(n for (truth, _), n in counted.items() if truth != "uncheckable")
    return sum(counted.get(pair, 0) for pair in RIGHT.items()), checkable


def printed(name: str, counted: dict[tuple[str, str], int]) -> str:
    """Return the confusion table as lines to read."""
    right, firm = precision(counted)
    covered, checkable = coverage(counted)
    lines = [f"{name}: {'':12}" + "".join(f"{each:>14}" for each in VERDICTS)]
    lines += [
        f"{name}: {truth:12}" + "".join(f"{counted.get((truth, v), 0):>14}" for v in VERDICTS)
        for truth in TRUTHS
    ]
    lines.append(
        f"{name}: precision of firm verdicts {right}/{firm} = {right / firm if firm else 0:.3f}"
    )
    lines.append(f"{name}: coverage {covered}/{checkable} = {covered / checkable:.3f}")
    return "\n".join(lines)
