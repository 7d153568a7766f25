"""What the reports of one event say of its numbers: low, best, high, and which report said what."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from truceline.record.same.link import Linked
from truceline.record.same.mention import Figure, Mention

_LEFT_OUT = frozenset({"other", "money", "area"})  # of things too unlike to be set side by side


@dataclass(frozen=True, slots=True)
class Said:
    """What one report says of one number."""

    story_id: str
    published: date | None
    low: float
    high: float | None
    quote: str


@dataclass(frozen=True, slots=True)
class Toll:
    """One number of an event over all its reports; `high` is None where the largest is open.

    `low` is the least that a report says, `best` what the latest says that gives the number, and
    `high` the most. Reports are not added up, and a reprint says nothing of its own.
    """

    what: str
    low: float
    best: float
    high: float | None
    said: tuple[Said, ...]

    def differs(self) -> bool:
        """Return whether reports say different numbers."""
        return len({(each.low, each.high) for each in self.said}) > 1


def tolls(linked: Linked, group: Sequence[int]) -> tuple[Toll, ...]:
    """Return the numbers of one event.

    Parameters
    ----------
    linked : Linked
        The tellings.
    group : sequence of int
        Places of the tellings of the event.

    Returns
    -------
    tuple of Toll
        By what is counted. Of several tellings in one report the largest counts; of several
        numbers in one telling, the sum, as "three soldiers and two civilians".
    """
    said: dict[str, dict[str, Said]] = defaultdict(dict)
    for place in linked.independent(group):
        told = linked.mentions[place]
        for what in sorted({each.what for each in told.figures} - _LEFT_OUT):
            made = _sum(told, [each for each in told.figures if each.what == what])
            before = said[what].get(told.story_id)
            if before is None or made.low > before.low:
                said[what][told.story_id] = made
    return tuple(_toll(what, list(said[what].values())) for what in sorted(said))


def _sum(told: Mention, figures: Sequence[Figure]) -> Said:
    ends = [each.high for each in figures]
    high = None if None in ends else sum(each for each in ends if each is not None)
    quote = "; ".join(dict.fromkeys(each.quote for each in figures if each.quote))
    low = sum(each.low for each in figures)
    return Said(told.story_id, told.published, low, high, quote)


def _toll(what: str, said: Sequence[Said]) -> Toll:
    order = sorted(said, key=lambda each: (each.published or date.min, each.low, each.story_id))
    low, best = min(each.low for each in said), order[-1].low
    most = max(each.low for each in said)
    is_open = any(each.high is None and each.low == most for each in said)
    ends = [each.high for each in said if each.high is not None]
    high = None if is_open else max([most, *ends])
    return Toll(what, low, best, high, tuple(order))
