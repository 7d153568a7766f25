"""Stories, events and answers in the terminal: plain tables, each text shown as text."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

from rich import box
from rich.console import Console
from rich.progress import track
from rich.table import Table as Grid
from rich.text import Text

from truceline.show import claims as claim_words
from truceline.show import events as event_words
from truceline.show import stories as story_words
from truceline.show.answers import flips, is_primary, passed, value
from truceline.show.days import day
from truceline.show.text import line, shorten
from truceline.show.words import KIND, VERDICT_SIGN
from truceline.terms.claims import Checked
from truceline.terms.countries import NAMES
from truceline.terms.events import Coding
from truceline.terms.results import Answer
from truceline.terms.stories import Story

Item = TypeVar("Item")


def stories(found: Sequence[Story], *, console: Console | None = None) -> None:
    """Print what was kept of each story, and what was cut and why.

    Parameters
    ----------
    found : sequence of Story
        As they were read.
    console : rich.console.Console, optional
        Where to print; by default standard output.
    """
    out = console or Console()
    for story in found:
        kept = story.paragraphs()
        out.print(Text(line(story.title) or line(story.file_name), style="bold"))
        published = day(story.published) if story.published else "date not known"
        publisher = line(story.publisher) or "publisher not known"
        out.print(Text(f"{published} · {publisher} · {KIND[story.kind]}"))
        grid = _grid("Characters", "What", "Why it was cut", "Text")
        for each in kept:
            text = story.text[each.start : each.end]
            _row(grid, f"{each.start}–{each.end}", "kept", "", shorten(text, 90))
        for row in story_words.cut(story):
            _row(grid, row.where, row.what, row.reason, shorten(row.quote, 90))
        out.print(grid)
        out.print(Text(f"{len(kept)} paragraphs kept, {len(story_words.cut(story))} cut\n"))


def events(story: Story, coding: Coding, *, console: Console | None = None) -> None:
    """Print the events of one story, news first.

    Parameters
    ----------
    story : Story
        As it was read.
    coding : Coding
        What was found in it.
    console : rich.console.Console, optional
        Where to print; by default standard output.
    """
    out = console or Console()
    out.print(Text(line(story.title) or line(story.file_name), style="bold"))
    grid = _grid("When", "Who", "To whom", "What", "Where", "Who says so", "Status")
    for event in sorted(coding.events, key=lambda each: not event_words.is_news(each)):
        row = event_words.row(event, 0, "", 0, NAMES)
        what = "\n".join((row.what, *row.counts))
        _row(grid, row.when, row.who, row.whom, what, row.where, row.says, row.status)
    out.print(grid if coding.events else Text("No event was found."))
    aside = story_words.uncoded(coding)
    if aside:
        out.print(Text(f"Set aside: {len(aside)}"))
    for each in aside:
        out.print(Text(f"  {each.where} {each.reason}: {each.quote}"))


def answer(found: Answer, *, console: Console | None = None) -> None:
    """Print one answer: statement, verdict, estimates, checks, what would flip it, limits.

    Parameters
    ----------
    found : Answer
        To one question about one war.
    console : rich.console.Console, optional
        Where to print; by default standard output.
    """
    out = console or Console()
    out.print(Text(line(found.statement), style="bold"))
    out.print(Text(f"{VERDICT_SIGN[found.verdict]} {found.verdict}: {line(found.claim)}"))
    out.print(Text(f"As known on {line(found.as_of) or 'a day not given'}\n"))
    if found.estimates:
        grid = _grid("Estimate", "Value", "Interval", "n", "p")
        main = [each for each in found.estimates if is_primary(each.name, found)]
        for estimate in main:
            _row(grid, line(estimate.name), *value(estimate))
        out.print(grid)
        rest = len(found.estimates) - len(main)
        out.print(Text(f"{rest} secondary estimates are in the JSON form\n" if rest else ""))
    if found.checks:
        grid = _grid("Check", "Came out", "Detail")
        for check in found.checks:
            if "flip" not in check.name.casefold():
                _row(grid, line(check.name), passed(check), line(check.detail))
        out.print(grid)
    for title, lines in (("What would flip it", flips(found)), ("Limits", found.limits)):
        out.print(Text(title, style="bold"))
        for each in lines or ("not said",):
            out.print(Text(f"  {line(each)}"))


def claims(found: Sequence[Sequence[Checked]], *, console: Console | None = None) -> None:
    """Print the claims of reports, each with what the record says of it in both columns.

    Parameters
    ----------
    found : sequence of sequence of Checked
        Report by report.
    console : rich.console.Console, optional
        Where to print; by default standard output.
    """
    out = console or Console()
    rows = claim_words.views(found)
    two = any(each.then for each in rows)
    heads = ("No.", "Claim", *(("Known then",) if two else ()), "Known now" if two else "Verdict")
    grid = _grid(*heads, "Why")
    for each in rows:
        told = f"{each.told}\n“{shorten(each.quote, 90)}”"
        then = (f"{each.then.sign} {each.then.verdict}",) if each.then else ("",) if two else ()
        _row(grid, str(each.number), told, *then, f"{each.now.sign} {each.now.verdict}",
             shorten(each.now.reason, 220))  # fmt: skip
    if rows:
        out.print(grid)
    out.print(Text(claim_words.tally(rows)))


def progress(items: Iterable[Item], what: str) -> Iterator[Item]:
    """Return `items` while a bar on standard error shows how far they have come.

    Parameters
    ----------
    items : iterable
        Anything.
    what : str
        What is being done.

    Returns
    -------
    iterator
        The items, one by one.
    """
    yield from track(items, description=line(what), console=Console(stderr=True), transient=True)


def _grid(*heads: str) -> Grid:
    """Return an empty table without boxes, whose cells fold instead of being cut."""
    grid = Grid(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False)
    for head in heads:
        grid.add_column(head, overflow="fold", vertical="top")
    return grid


def _row(grid: Grid, *cells: str) -> None:
    """Add a row of plain texts: nothing in them is markup to the terminal."""
    grid.add_row(*(Text(cell) for cell in cells))
