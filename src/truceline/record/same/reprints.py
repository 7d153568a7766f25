"""Reports that are one text in several papers, with cuts and edits: found, never taken out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from typing import Any

import numpy as np

from truceline.record.same.shingles import Shingles, shared, shingles, words_of

SHARE = 0.5
"""Least share of a report's shingles that stand in an earlier one for it to be a reprint."""
CARRIED = 0.7
"""Least share of an earlier report's shingles that stand in a longer one: it carries the other."""
DAYS = 7
"""Days between the two at most: what is printed later than that is a template or an archive."""
NUMBERS = 0.6
"""Least share of the shorter report's numbers that the other has too: see `Notes` of `reprints`."""
_FEWEST = 12  # shingles shared at least: 15 words in a row, more than a stock phrase
_LEAD = 60  # shingles of a report's beginning, which cuts from below leave
_FEW = 64  # reports
_SIZE = 128
_BANDS = (64, 2)  # bands and rows: texts that share a fifth of all shingles meet in 93 of 100


@dataclass(frozen=True, slots=True)
class Report:
    """A report as reprints are looked for: its own words, without titles and page furniture."""

    story_id: str
    published: date | None
    text: str


@dataclass(frozen=True, slots=True)
class Reprint:
    """A report that prints an earlier one again.

    `share` is how much of the report stands in the earlier one and `carries` how much of the
    earlier one stands in it, both of 1 and exact; `shingles` how many runs of words they share.
    With a share under `SHARE` the report has more of its own than it took over.
    """

    story_id: str
    of: str
    share: float
    carries: float
    shingles: int


@dataclass(frozen=True, slots=True)
class _Read:
    """A report with its shingles and its numbers."""

    report: Report
    shingles: Shingles
    lead: Shingles
    numbers: frozenset[str]

    def order(self) -> tuple[bool, date, int, str]:
        """Return what goes first: the earliest, undated ones last; of one day the fullest."""
        day = self.report.published
        return day is None, day or date.max, -self.shingles.size, self.report.story_id


def reprints(reports: Sequence[Report]) -> tuple[Reprint, ...]:
    """Return which reports are reprints, each of the earlier report that it shares most with.

    Parameters
    ----------
    reports : sequence of Report
        In any order; the order changes nothing.

    Returns
    -------
    tuple of Reprint
        By story id. All copies of a text name the first of them; of one day the longest is taken
        for the first. Only where a copy of a copy has nothing left of the first is `of` a reprint.

    Notes
    -----
    MinHash signatures in bands (LSH) name candidates, and each is then confirmed by counting
    shingles: the bands can miss a pair, but not make one. Reports that a desk writes by one
    template day after day share words and not numbers, and are not reprints.

    References
    ----------
    Broder, A. Z. (1997). On the resemblance and containment of documents. *Compression and
    Complexity of Sequences*: both measures used here.

    Leskovec, J., Rajaraman, A. & Ullman, J. D. (2020). *Mining of Massive Datasets*, 3rd ed.,
    chapter 3: bands.

    Examples
    --------
    >>> text = ("Two missiles hit a market in the town on Sunday and killed nine people, the "
    ...         "governor said. Rescuers were still looking for people under the rubble at night.")
    >>> day = date(2025, 6, 1)
    >>> [found] = reprints([Report("a", day, text), Report("b", day, text + " More follows.")])
    >>> found.story_id, found.of, round(found.share, 2)
    ('a', 'b', 1.0)
    """
    read = sorted((_read(each) for each in reports), key=_Read.order)
    found: dict[int, Reprint] = {}
    for later, earlier in _candidates(read):
        made = _confirmed(read[later], read[earlier])
        if made is not None and (later not in found or _more(made, found[later])):
            found[later] = made
    return _first_of_all(found, read)


def _read(report: Report) -> _Read:
    words = words_of(report.text)
    numbers = frozenset(each for each in words if any(char.isdigit() for char in each))
    return _Read(report, shingles(words), shingles(words[:_LEAD]), numbers)


def _candidates(read: Sequence[_Read]) -> Iterator[tuple[int, int]]:
    """Yield pairs of places that may share much: by their whole texts, or by their beginnings.

    A few reports are compared each with each: that is quicker than to load what names candidates.
    """
    if len(read) <= _FEW:
        long = [place for place, each in enumerate(read) if each.shingles.size >= _FEWEST]
        yield from ((later, earlier) for earlier, later in combinations(long, 2))
        return
    seen: set[tuple[int, int]] = set()
    for texts in ([each.shingles for each in read], [each.lead for each in read]):
        index = _index()
        for place, text in enumerate(texts):
            if text.size < _FEWEST:
                continue
            sketch = _sketch(text)
            for earlier in index.query(sketch):
                pair = (place, earlier)
                if pair not in seen:
                    seen.add(pair)
                    yield pair
            index.insert(place, sketch, check_duplication=False)


def _index() -> Any:
    from datasketch import MinHashLSH  # noqa: PLC0415  it takes a second to load

    return MinHashLSH(num_perm=_SIZE, params=_BANDS)


def _sketch(text: Shingles) -> Any:
    """Return the MinHash of shingles, which are hashes already."""
    from datasketch import MinHash  # noqa: PLC0415  it takes a second to load

    made = MinHash(num_perm=_SIZE, seed=1, hashfunc=_itself)
    made.update_batch((text & np.uint64(0xFFFFFFFF)).tolist())
    return made


def _itself(value: int) -> int:
    return value


def _confirmed(later: _Read, earlier: _Read) -> Reprint | None:
    """Return the later report as a reprint of the earlier one, or None if it is none."""
    days = (later.report.published, earlier.report.published)
    if days[0] and days[1] and (days[0] - days[1]).days > DAYS:
        return None
    count = shared(later.shingles, earlier.shingles)
    share, carries = count / later.shingles.size, count / earlier.shingles.size
    if count < _FEWEST or (share < SHARE and carries < CARRIED):
        return None
    fewer, more = sorted((later.numbers, earlier.numbers), key=len)
    if len(fewer) > 1 and len(fewer & more) < NUMBERS * len(fewer):
        return None
    return Reprint(
        later.report.story_id, earlier.report.story_id, round(share, 3), round(carries, 3), count
    )


def _more(one: Reprint, two: Reprint) -> bool:
    """Return whether one shares more; of two that share alike the one found first stands."""
    return (one.share, one.carries) > (two.share, two.carries)


def _first_of_all(found: dict[int, Reprint], read: Sequence[_Read]) -> tuple[Reprint, ...]:
    """Return the reprints, each led back as far as it is still a reprint of what it is led to."""
    places = {each.report.story_id: place for place, each in enumerate(read)}
    made = []
    for place in sorted(found):
        one = found[place]
        while (before := found.get(places[one.of])) is not None:
            led = _confirmed(read[place], read[places[before.of]])
            if led is None:
                break
            one = led
        made.append(one)
    return tuple(sorted(made, key=lambda each: each.story_id))
