"""A brief as Markdown: the same content as the page, each report's text escaped."""

from collections.abc import Iterable, Sequence

from truceline.show.figures import numbers_behind
from truceline.show.sheet import Sheet, sheet
from truceline.show.text import markdown as escaped
from truceline.show.text import shorten
from truceline.show.views import AnswerView, ColumnView, EstimateRow, EventRow, StoryView, Table
from truceline.terms.briefs import Brief

_CELLS = ("value", "interval (level)", "n", "p")


def as_markdown(brief: Brief) -> str:
    """Return a brief as Markdown.

    Parameters
    ----------
    brief : Brief
        What is shown.

    Returns
    -------
    str
        Readable as it stands; nothing in a report can become markup, HTML or a link.
    """
    found = sheet(brief)
    parts = [
        *_top(found),
        *_events(found),
        *_claims(found),
        *_record(found),
        *(one for view in found.answered for one in _answer(view)),
        "## The other questions",
        _list(f"{escaped(view.title)} {_said(view.columns[-1])}" for view in found.open),
        "## Numbers behind the figures",
        *(_table(each) for each in numbers_behind(brief)),
        *_annex(found),
        *_notes(found),
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def _top(found: Sheet) -> list[str]:
    """Say what the brief is about and what it finds."""
    return [
        f"# {escaped(found.title)}",
        f"truceline brief: {escaped(found.war)}. Data as of {found.as_of}.",
        _list(_report(each) for each in found.stories),
        _list(f"**Mind:** {escaped(each)}" for each in found.remarks),
        escaped(found.how),
        "## The answers",
        _table(_strip(found)),
    ]


def _report(view: StoryView) -> str:
    """Say what a report is; an opinion is marked."""
    kind = f"**{view.kind}**" if view.opinion else view.kind
    return (
        f"{escaped(view.title)}: {escaped(view.published)}, {escaped(view.publisher)}, {kind}, "
        f"file {escaped(view.file_name)}"
    )


def _strip(found: Sheet) -> Table:
    """Set the questions beside their answers."""
    every = (*found.answered, *found.open)
    heads = ("Question", *(each.heading for each in every[0].columns)) if every else ("Question",)
    rows = tuple(
        (view.title, *(f"{each.verdict}: {each.statement}" for each in view.columns))
        for view in every
    )
    return Table("", heads, rows)


def _events(found: Sheet) -> list[str]:
    """Say what the report tells as news, and apart from it what it recalls or imagines."""
    nothing = "No event was found in the report."
    parts = ["## What the report says happened", _event_table(found.news) or nothing]
    if found.other:
        parts += ["### Background and hypothetical, not news", _event_table(found.other)]
    return parts


def _event_table(rows: Sequence[EventRow]) -> str:
    """Put events into a table."""
    heads = ("No.", "When", "Who", "To whom", "What", "Where", "Who says so", "Status", "Quote")
    if not rows:
        return ""
    return _table(
        Table(
            "",
            heads,
            tuple(
                (
                    str(each.number),
                    f"{each.when} {each.when_note}".strip(),
                    each.who,
                    each.whom,
                    "; ".join((each.what, *each.counts, *_same(each))),
                    each.where,
                    each.says,
                    each.status,
                    shorten(each.quote, 120),
                )
                for each in rows
            ),
        )
    )


def _same(row: EventRow) -> tuple[str, ...]:
    return (row.same.text,) if row.same else ()


def _claims(found: Sheet) -> list[str]:
    """Say what the report claims, and what the record says of each claim."""
    if not found.claims:
        return []
    heads = ("No.", "Claim", "Sentence", "Then", "Now", "Why")
    rows = tuple(
        (
            str(each.number),
            each.told,
            shorten(each.quote, 120),
            each.then.verdict if each.then else "–",
            each.now.verdict,
            each.now.reason,
        )
        for each in found.claims
    )
    return [
        "## What the report claims, against the record",
        escaped(found.tally),
        _table(Table("", heads, rows)),
    ]


def _record(found: Sheet) -> list[str]:
    """Set the report against the record."""
    parts = ["## Set against the record"]
    for each in (found.rounds, found.truces, found.strikes):
        parts += [f"### {escaped(each.caption)}", _table(each) or "None in the record."]
    for each in found.around:
        parts += [f"### {escaped(each.caption)}", _list(map(escaped, each.notes)), _table(each)]
    return parts


def _answer(view: AnswerView) -> list[str]:
    """Say one answered question, both columns."""
    parts = [f"## {escaped(view.title)}"]
    for column in view.columns:
        parts += [
            f"### {escaped(column.heading)}",
            _said(column),
            f"The claim that is judged: {escaped(column.claim)}",
            "What would flip it:",
            _list(map(escaped, column.flips)),
        ]
    parts.append(_list(map(escaped, view.series)))
    parts += _estimates("Primary estimates", view, view.primary)
    parts += _estimates("Secondary estimates", view, view.secondary)
    if view.checks:
        heads = ("Check", *(each.heading for each in view.columns))
        rows = tuple(
            (each.name, *("; ".join(map(": ".join, cell)) for cell in cells))
            for each in view.checks
            for cells in [(each.then, each.now)[-len(view.columns) :]]
        )
        parts += ["### Checks", _table(Table("", heads, rows))]
    limits = dict.fromkeys(limit for column in view.columns for limit in column.limits)
    return [*parts, "### Limits", _list(map(escaped, limits)), f"Method: {escaped(view.method)}"]


def _said(column: ColumnView) -> str:
    """Say a statement with its verdict in bold."""
    return f"**{column.verdict}**: {escaped(column.statement)}"


def _estimates(title: str, view: AnswerView, rows: Sequence[EstimateRow]) -> list[str]:
    """Put estimates into a table."""
    if not rows:
        return []
    single = len(view.columns) == 1
    groups = ("now",) if single else ("then", "now")
    heads = (
        "Estimate",
        "Measured in",
        *(f"{cell}, {group}" for group in groups for cell in _CELLS),
        "Method",
    )
    cells = tuple(
        (each.name, each.measured_in, *(() if single else each.then), *each.now, each.method)
        for each in rows
    )
    return [f"### {title}", _table(Table("", heads, cells))]


def _annex(found: Sheet) -> list[str]:
    """Give each report's text, with the numbers of the events after their sentences."""
    parts = ["## Annex: the reports"]
    for view in found.stories:
        parts.append(f"### Report {view.number}: {escaped(view.title)}")
        for paragraph in view.paragraphs:
            said = " ".join(
                escaped(each.text) + "".join(f" (event {n})" for n in each.events)
                for each in paragraph
            )
            parts.append("> " + said)
        cut = (*view.cut, *view.uncoded)
        rows = tuple((each.what, each.reason, each.quote, each.where) for each in cut)
        heads = ("What", "Why it was left out", "Begins", "Offsets")
        parts += ["#### What was left out", _table(Table("", heads, rows)) or "Nothing."]
    return parts


def _notes(found: Sheet) -> list[str]:
    """Give the quotes with offsets, the datasets and how to make this brief again."""
    quotes = [
        f"{each.number}. “{escaped(each.quote)}” (report {each.story}, "
        f"characters {each.start} to {each.end})"
        + "".join(
            f", and “{escaped(one.quote)}” (characters {one.start} to {one.end})"
            for one in each.more
        )
        for each in (*found.news, *found.other)
    ]
    return [
        "## Notes",
        "\n".join(quotes),
        "### Datasets",
        _table(found.datasets) or "No dataset was used.",
        *([_table(found.ranges)] if found.ranges.rows else []),
        "### To make this brief again",
        f"    {found.command}",
        f"truceline {escaped(found.version)}",
        _table(found.inputs),
    ]


def _list(items: Iterable[str]) -> str:
    """Write a list; its items are escaped already."""
    return "\n".join(f"- {each}" for each in items)


def _table(table: Table) -> str:
    """Write a table; its cells are escaped here."""
    if not table.rows:
        return ""
    lines = [
        "| " + " | ".join(escaped(head) for head in table.heads) + " |",
        "|" + " --- |" * len(table.heads),
        *("| " + " | ".join(escaped(cell) for cell in row) + " |" for row in table.rows),
    ]
    return "\n".join(lines)
