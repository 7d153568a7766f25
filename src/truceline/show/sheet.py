"""All that a brief says, in words and in order, before it becomes HTML or Markdown."""

from dataclasses import dataclass, replace

from truceline.show import answers, claims, events, nearby, same, sources, stories
from truceline.show.claims import ClaimView
from truceline.show.days import day
from truceline.show.text import line
from truceline.show.views import AnswerView, EventRow, StoryView, Table
from truceline.terms.briefs import Brief

_HOW = (
    "Each event leads to its sentence: follow the quoted words. Each number stands with its unit, "
    "its interval and what it was made from, and “cannot say” is an answer. Nothing dated after "
    "the day named above a column was used in it."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A brief in words."""

    title: str
    war: str
    as_of: str
    how: str
    remarks: tuple[str, ...]
    stories: tuple[StoryView, ...]
    news: tuple[EventRow, ...]
    other: tuple[EventRow, ...]
    claims: tuple[ClaimView, ...]
    tally: str
    rounds: Table
    truces: Table
    strikes: Table
    around: tuple[Table, ...]
    answered: tuple[AnswerView, ...]
    open: tuple[AnswerView, ...]
    datasets: Table
    ranges: Table
    inputs: Table
    command: str
    version: str


def sheet(brief: Brief) -> Sheet:
    """Return a brief in words, each text safe but not yet escaped.

    Parameters
    ----------
    brief : Brief
        What is to be shown.

    Returns
    -------
    Sheet
        In the order in which it is read; computes nothing.
    """
    views, news, other = _reports(brief)
    shown_claims = claims.views(brief.claims)
    shown = [answers.view(pair, brief) for pair in brief.answers]
    return Sheet(
        title=views[0].title if len(views) == 1 else f"{len(views)} reports",
        war=line(brief.war.name),
        as_of=day(brief.as_of),
        how=_HOW,
        remarks=tuple(line(each) for each in brief.remarks),
        stories=views,
        news=news,
        other=other,
        claims=shown_claims,
        tally=claims.tally(shown_claims),
        rounds=nearby.rounds(brief),
        truces=nearby.truces(brief),
        strikes=nearby.strikes(brief),
        around=nearby.around(brief),
        answered=tuple(each for each in shown if _is_answered(each)),
        open=tuple(each for each in shown if not _is_answered(each)),
        datasets=sources.datasets(brief),
        ranges=sources.ranges(brief),
        inputs=_inputs(brief),
        command=line(brief.command),
        version=line(brief.version),
    )


def _is_answered(view: AnswerView) -> bool:
    """Tell a question that has a section of its own; talks always has, whatever it says."""
    return view.has_numbers or view.question == "talks"


def _reports(
    brief: Brief,
) -> tuple[tuple[StoryView, ...], tuple[EventRow, ...], tuple[EventRow, ...]]:
    """Number the events, news first, and set each report beside its own."""
    names = events.side_names(brief.war)
    every = [
        (story, event) for story, coding in enumerate(brief.codings, 1) for event in coding.events
    ]
    every.sort(key=lambda each: not events.is_news(each[1]))
    numbered = [(number, story, event) for number, (story, event) in enumerate(every, 1)]
    views, marks, more = [], {}, {}
    for at, (story, coding) in enumerate(zip(brief.stories, brief.codings, strict=True), 1):
        own = stories.marked([(n, event) for n, of, event in numbered if of == at], at)
        for number, of, event in numbered:
            if of == at:
                marks[number] = stories.mark_of(event, own)
                more[number] = stories.further(event, story.text, own)
        views.append(stories.view(story, coding, at, own))
    told = same.notes(brief.same, [(n, story, event.event_id) for n, story, event in numbered])
    rows = [
        replace(
            events.row(event, n, marks[n], story, names, more=more[n]),
            same=told.get(event.event_id),
        )
        for n, story, event in numbered
    ]
    news = tuple(each for each in rows if each.news)
    return tuple(views), news, tuple(each for each in rows if not each.news)


def _inputs(brief: Brief) -> Table:
    """List the files that went in, by name and hash."""
    rows = [(line(each.name), line(each.sha256)) for each in brief.inputs]
    rows.append((f"war folder {line(brief.war.folder)}", line(brief.war.sha256) or "not given"))
    return Table("What went in", ("File", "SHA-256"), tuple(rows))
