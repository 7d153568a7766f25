"""What the pages show, as plain words: the same for HTML, Markdown and the terminal."""

from dataclasses import dataclass

from truceline.show.same import Note


@dataclass(frozen=True, slots=True)
class Further:
    """A later sentence that added to an event, with the id of its highlight."""

    quote: str
    mark: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class EventRow:
    """One coded event in words, with where it is said."""

    number: int
    when: str
    when_note: str
    who: str
    whom: str
    where: str
    what: str
    counts: tuple[str, ...]
    says: str
    status: str
    quote: str
    mark: str
    story: int
    start: int
    end: int
    confidence: str
    news: bool
    more: tuple[Further, ...] = ()
    same: Note | None = None


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of a shown paragraph; `events` are the numbers of the events read from it."""

    text: str
    mark: str | None = None
    events: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class CutRow:
    """A stretch of a report that was not coded, and why."""

    what: str
    reason: str
    quote: str
    where: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryView:
    """One report as the brief shows it."""

    number: int
    title: str
    published: str
    publisher: str
    kind: str
    opinion: bool
    url: str | None
    language: str | None
    file_name: str
    sha256: str
    heading: tuple[Stretch, ...]
    paragraphs: tuple[tuple[Stretch, ...], ...]
    cut: tuple[CutRow, ...]
    uncoded: tuple[CutRow, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A plain table: caption, column heads, rows of cells; the first cell heads its row."""

    caption: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    notes: tuple[str, ...] = ()
    marked: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class EstimateRow:
    """One estimate as known on the report's date and as known now."""

    name: str
    measured_in: str
    then: tuple[str, str, str, str]
    now: tuple[str, str, str, str]
    method: str


@dataclass(frozen=True, slots=True)
class CheckRow:
    """One check as it came out on the report's date and now, once for each series."""

    name: str
    then: tuple[tuple[str, str], ...]
    now: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnView:
    """One column of an answer: as known on the report's date, or as known now."""

    heading: str
    verdict: str
    sign: str
    statement: str
    claim: str
    flips: tuple[str, ...]
    limits: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerView:
    """One question, answered in two columns or in one."""

    question: str
    title: str
    columns: tuple[ColumnView, ...]
    primary: tuple[EstimateRow, ...]
    secondary: tuple[EstimateRow, ...]
    checks: tuple[CheckRow, ...]
    series: tuple[str, ...]
    both_limits: tuple[str, ...]
    own_limits: tuple[tuple[str, ...], ...]
    method: str
    has_numbers: bool
    many_series: bool
