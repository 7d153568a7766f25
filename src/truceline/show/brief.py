"""A brief as one file: HTML, Markdown or JSON, the same bytes for the same brief."""

from truceline.show.answers import flips
from truceline.show.days import day, span
from truceline.show.markdown import as_markdown
from truceline.show.page import as_html
from truceline.show.sheet import sheet
from truceline.show.structure import as_json
from truceline.show.text import line
from truceline.show.views import EventRow
from truceline.terms.briefs import Brief
from truceline.terms.errors import BadInput
from truceline.terms.results import Answer
from truceline.terms.wars import Round

_FORMS = {".html": as_html, ".md": as_markdown, ".json": as_json}
SUFFIXES = tuple(_FORMS)


def render(brief: Brief, *, suffix: str) -> str:
    """Return a brief as the text of one file.

    Parameters
    ----------
    brief : Brief
        What is shown.
    suffix : {".html", ".md", ".json"}
        The form; HTML is one page that loads nothing and needs no script.

    Returns
    -------
    str
        The whole file. The same brief gives the same text.

    Raises
    ------
    BadInput
        If the suffix is another one.

    Examples
    --------
    >>> render(None, suffix=".docx")  # doctest: +ELLIPSIS
    Traceback (most recent call last):
    ...
    truceline.terms.errors.BadInput: a brief cannot be written as .docx; ...
    """
    require_suffix(suffix)
    return _FORMS[suffix](brief)


def require_suffix(suffix: str) -> None:
    """Refuse a suffix that no brief can be written as.

    Parameters
    ----------
    suffix : str
        A file's suffix, with its dot.

    Raises
    ------
    BadInput
        If it is not one of `SUFFIXES`.

    Examples
    --------
    >>> require_suffix(".md")
    """
    if suffix not in _FORMS:
        raise BadInput(
            f"a brief cannot be written as {suffix or 'a file without a suffix'}; "
            f"name a file that ends in {', '.join(SUFFIXES)}"
        )


def headline(brief: Brief) -> list[str]:
    """Return the five main lines of a brief in plain text.

    Parameters
    ----------
    brief : Brief
        What is shown.

    Returns
    -------
    list of str
        What happened; talks nearby; the talks answer as known on the report's date; as known now;
        what would flip it.
    """
    talks = next((pair for pair in brief.answers if pair.question == "talks"), None)
    then = talks.then if talks else None
    now = talks.now if talks else None
    flip = flips(now)
    return [
        f"What happened: {_happened(sheet(brief).news)}",
        f"Talks nearby: {_talks(brief)}",
        _then(then, brief),
        f"{_now(then, brief)}: {_answer(now)}",
        f"What would flip it: {flip[0] if flip else 'not said by the measure'}",
    ]


def _then(then: Answer | None, brief: Brief) -> str:
    """Say the first column, or why there is none."""
    if brief.date is None:
        return "As known on the report's date: not asked, for no date was found; give --date"
    why = _answer(then) if then else f"not asked, for {day(brief.as_of)} was asked for"
    return f"As known on the report's date ({day(brief.date)}): {why}"


def _now(then: Answer | None, brief: Brief) -> str:
    """Name the second column; where one day was asked for, that day is not called now."""
    known = day(brief.as_of)
    return f"As known now (data to {known})" if then else f"As known on {known}"


def _answer(answer: Answer | None) -> str:
    """Say an answer with its verdict, which no statement may bury."""
    if answer is None:
        return "not asked"
    said = line(answer.statement)
    return said if answer.verdict in said.casefold() else f"{said} Verdict: {answer.verdict}."


def _happened(news: tuple[EventRow, ...]) -> str:
    """Say how many events the report tells of, and those with numbers first."""
    if not news:
        return "no event was found in the report"
    once = [each for each in news if not (each.same and each.same.again)]
    told = sorted(once, key=lambda each: (not _numbers(each), each.number))[:3]
    parts = [
        f"{each.who}: {each.what}, {each.when}"
        + (f" ({'; '.join(_numbers(each)[:3])})" if _numbers(each) else "")
        for each in told
    ]
    many = "1 event" if len(once) == 1 else f"{len(once)} events"
    times = f", told {len(news)} times" if len(news) > len(once) else ""
    return f"{many}{times}, among them {' | '.join(parts)}"


def _numbers(row: EventRow) -> tuple[str, ...]:
    """Return an event's numbers, over all its tellings where there are several."""
    return row.same.counts if row.same and row.same.counts else row.counts


def _talks(brief: Brief) -> str:
    """Say the three rounds nearest to the report's date."""
    rounds = sorted(brief.rounds, key=lambda each: each.start)
    if not rounds:
        return "no round of talks in the record near the report's date"
    if brief.date is not None:
        when = brief.date
        nearest = sorted(rounds, key=lambda each: abs((each.start - when).days))[:3]
        rounds = [each for each in rounds if each in nearest]
    return "; ".join(_round(each) for each in rounds)


def _round(each: Round) -> str:
    """Say when and where a round was, what became of it and what it agreed."""
    when = " ".join(part for part in (span(each.start, each.end), line(each.place)) if part)
    agreed = f"; agreed: {', '.join(map(line, each.agreed))}" if each.agreed else ""
    return f"{when} ({each.status}{agreed})"
