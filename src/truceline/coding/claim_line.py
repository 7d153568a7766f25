"""A sentence with all that its claims are read from: words, days, numbers, names, cues."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from truceline.coding.claim_words import Cue, Who, content_words, cues_of, named
from truceline.coding.counts import Counted, counts_of
from truceline.coding.dates import When, dates_of
from truceline.coding.phrases import Phrases
from truceline.coding.tokens import Token, tokens_of
from truceline.terms.claims import Window
from truceline.terms.events import Event
from truceline.terms.stories import Story
from truceline.terms.wars import War

_WEEK = timedelta(days=3)  # "a week before that" is good to half a week on either side
_CLAUSE = frozenset({",", ";", ":", "—", "–"})
_HALVES = {"first": ((1, 1), (6, 30)), "second": ((7, 1), (12, 31))}


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One sentence of a story, taken apart; `told` is the day the story last told of."""

    story: Story
    war: War | None
    number: int
    start: int
    end: int
    tokens: tuple[Token, ...]
    cues: dict[str, list[Cue]]
    who: tuple[Who, ...]
    whens: tuple[When, ...]
    counts: tuple[Counted, ...]
    events: tuple[Event, ...]
    words: frozenset[str]
    topics: tuple[str, ...]
    told: Window | None = None

    @property
    def quote(self) -> str:
        """The sentence as it stands."""
        return self.story.text[self.start : self.end]

    def has(self, table: str, *rows: str) -> bool:
        """Tell whether a cue of a table, or of those rows of it, stands in the sentence."""
        return any(not rows or cue.row in rows for cue in self.cues[table])

    def cue(self, table: str, *rows: str) -> Cue | None:
        """Return the first cue of a table, or of those rows of it."""
        return next((cue for cue in self.cues[table] if not rows or cue.row in rows), None)

    def asserted(self, at: int) -> bool:
        """Tell whether what stands at a token is told as a fact, within its own clause."""
        opens = max(
            (i + 1 for i in range(min(at, len(self.tokens))) if self.tokens[i].low in _CLAUSE),
            default=0,
        )
        return not any(opens <= cue.first < at for cue in self.cues["unreal"])

    def side_codes(self) -> tuple[str, ...]:
        """Return the codes of the war's sides."""
        return tuple(each.code for each in self.war.sides) if self.war else ()


def line_of(
    story: Story,
    war: War | None,
    span: tuple[int, int, int],
    names: Phrases[str],
    events: Sequence[Event],
    told: Window | None,
) -> Line:
    """Return a sentence taken apart.

    Parameters
    ----------
    story : Story
        The report.
    war : War or None
        The war it is set against.
    span : tuple of int
        Number of the sentence, start, end.
    names : Phrases
        As `claim_words.name_table` gives it.
    events : sequence of Event
        The events that the coder read from this sentence.
    told : Window or None
        The days the story last told of.

    Returns
    -------
    Line
        Ready for the rules.
    """
    number, start, end = span
    tokens = tuple(tokens_of(story.text, start, end))
    base = told.first if told else story.published
    whens = tuple(dates_of(story.text, tokens, story.published, base))
    dated = frozenset(i for when in whens for i in range(when.first, when.last))
    cues = cues_of(tokens)
    found = sorted(cues["about"], key=lambda each: each.first)
    return Line(
        story=story,
        war=war,
        number=number,
        start=start,
        end=end,
        tokens=tokens,
        cues=cues,
        who=tuple(named(tokens, names)),
        whens=whens,
        counts=tuple(counts_of(story.text, tokens, dated)),
        events=tuple(events),
        words=content_words(tokens),
        topics=tuple(dict.fromkeys(each.row for each in found)),
        told=told,
    )


def windows(line: Line) -> list[Window]:
    """Return the days that a sentence names, in its order, each as wide as its own precision.

    A day is a day, "overnight" two, "a week before that" half a week on either side, a month a
    month; "since the invasion began" reaches from the war's start to the report.
    """
    special = _special(line)
    found = [window for when in line.whens if (window := _window(when)) is not None]
    days = [each for each in found if each.precision == "day"]
    if days:  # "overnight into Sunday" is Sunday's night, whenever the report came out
        found = [each for each in found if each.precision != "night"]
    published = line.story.published
    low = [each.low for each in line.tokens]
    if len(found) == 1 and published and "since" in low and found[0].last <= published:
        found = [Window(found[0].first, published, "span", f"since {found[0].first}")]
    return [*special, *found]


def window_of(line: Line) -> Window | None:
    """Return the days that a sentence's deed is told of: named in it, coded, or carried on."""
    named_days = windows(line)
    if named_days:
        return named_days[0]
    for event in line.events:
        if event.date_start and event.date_end and event.date_prec not in ("unknown", "year"):
            whole = Window(event.date_start, event.date_end, event.date_prec, event.date_text or "")
            return _wide(whole)
    return None


def _window(when: When) -> Window | None:
    if when.start is None or when.end is None:
        return None
    precision: str = "span" if when.span and when.prec != "day" else when.prec
    if when.text.lower().split()[-1] in ("overnight", "night"):
        precision = "night"
    elif when.prec == "day" and "week" in when.text.lower():
        precision = "week"
    return _wide(Window(when.start, when.end, precision, when.text))


def _wide(window: Window) -> Window:
    """Widen a week's offset by half a week on either side."""
    if window.precision != "week" or window.days > 1:
        return window
    return replace(window, first=window.first - _WEEK, last=window.last + _WEEK)


def _special(line: Line) -> list[Window]:
    """Read the spans that the coder's dates do not know: halves of a year, "since it began"."""
    low = [each.low for each in line.tokens]
    text = " ".join(low)
    found = []
    for when in line.whens:
        half = low[max(0, when.first - 3) : when.first + 1]
        if when.prec == "year" and when.start and "half" in half:
            named_half = next((each for each in half if each in _HALVES), None)
            before = low[max(0, when.first - 4) : when.first]
            named_half = named_half or next((each for each in before if each in _HALVES), None)
            if named_half:
                (m1, d1), (m2, d2) = _HALVES[named_half]
                year = when.start.year
                found.append(Window(date(year, m1, d1), date(year, m2, d2), "span", "half"))
    taken = {i for when in line.whens for i in range(when.first, when.last)}
    for at, word in enumerate(low):
        if at not in taken and is_year(word) and low[at - 1 : at] in (["for"], ["than"], ["as"]):
            year = int(word)
            found.append(Window(date(year, 1, 1), date(year, 12, 31), "year", word))
    since = (
        "since the start of",
        "since the beginning of",
        "since russia 's full - scale",
        "since the invasion",
        "since the full - scale",
        "since the war began",
    )
    published = line.story.published
    if line.war and published and any(each in text for each in since):
        found.append(Window(line.war.start, published, "span", "since the war began"))
    return found


def is_year(word: str) -> bool:
    """Tell whether a word is a year of the last century or this.

    Examples
    --------
    >>> is_year("2024"), is_year("2,024"), is_year("3024")
    (True, False, False)
    """
    return len(word) == 4 and word.isdecimal() and 1900 <= int(word) <= 2100


def doer(line: Line) -> str | None:
    """Return the code of whoever acts in a sentence, None where nobody is named as such."""
    for each in line.who:
        if not each.speaker and not each.obj:
            return each.code
    if {"its", "their"} & {each.low for each in line.tokens}:
        # "Russia said its barrage was an answer" is Russia's barrage.
        own = speaker(line)
        if own:
            return own
    sides = line.side_codes()
    hurt = [each.code for each in line.who if each.obj and each.code in sides]
    if len(sides) == 2 and hurt and any(t in line.topics for t in ("drones", "missiles")):
        return next(each for each in sides if each != hurt[0])
    return None


def speaker(line: Line) -> str | None:
    """Return the code of whoever is named as saying something, None where nobody is."""
    return next((each.code for each in line.who if each.speaker and not each.obj), None)


def others(line: Line) -> tuple[str, ...]:
    """Return every code that is named, in order."""
    return tuple(dict.fromkeys(each.code for each in line.who))


def target(line: Line, acting: str | None) -> str | None:
    """Return whom a deed is done to: the first named who is not the one acting."""
    return next((each.code for each in line.who if each.code != acting and not each.speaker), None)
