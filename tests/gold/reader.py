"""Reads and validates the gold: sentences written for truceline with the events they report.

`open/*.toml` may be looked at by whoever works on the coder, `held/*.toml` is for measuring only.
An actor is written as `CODE`, as `CODE/SECTOR` where the text says the sector, or as `?words` for
an actor without a code whose text holds those words. `"open"` as the upper end of a count is null.
"""

import hashlib
import re
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any, get_args

from truceline.terms.ontology import COUNTED, HEDGES, INSTRUMENTS, MODES, STATUSES, DatePrecision

HERE = Path(__file__).resolve().parent
HALVES = ("open", "held")
OUTCOMES = ("agreed", "possible", "refused", "no progress", "proposed")
KEYS = frozenset({
    "type", "mode", "status", "hedge", "source", "target", "by", "date", "place", "counts",
    "instruments", "issues",
})  # fmt: skip
SENTENCE_KEYS = frozenset({
    "id", "text", "published", "before", "war", "tests", "events", "also", "note",
})  # fmt: skip


class BadGold(ValueError):
    """A gold file breaks the format: which sentence, what was met, what is allowed."""


@dataclass(frozen=True, slots=True)
class GoldActor:
    """An actor as gold has it: a code, or words of one without a code."""

    code: str | None
    sector: str | None = None
    words: str = ""


@dataclass(frozen=True, slots=True)
class GoldCount:
    """A count as gold has it; `part_of` is the index of the count that it belongs to."""

    what: str
    low: float | None
    high: float | None
    of: str | None = None
    part_of: int | None = None


@dataclass(frozen=True, slots=True)
class GoldEvent:
    """An event as gold has it; a `mode` of None is not scored."""

    type: str
    status: str
    hedge: str
    source: tuple[GoldActor, ...]
    target: tuple[GoldActor, ...]
    by: tuple[GoldActor, ...] = ()
    mode: str | None = None
    dates: tuple[date, date, str] | None = None
    place: str | None = None
    counts: tuple[GoldCount, ...] = ()
    instruments: tuple[str, ...] = ()
    issues: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of the gold, what stands before it, and its events (none is allowed).

    `also` is another coding of the whole sentence that is as right; empty where there is none.
    """

    id: str
    half: str
    text: str
    events: tuple[GoldEvent, ...]
    published: date | None = None
    before: str = ""
    war: str | None = None
    tests: tuple[str, ...] = ()
    file: str = ""
    also: tuple[GoldEvent, ...] = ()

    def paragraph(self) -> str:
        """Return the paragraph that the coder reads: what stands before, and the sentence."""
        return f"{self.before} {self.text}".strip()


def read(folder: Path = HERE) -> tuple[Sentence, ...]:
    """Return every sentence of both halves, in the order of the files.

    Raises
    ------
    BadGold
        If a file breaks the format, or two sentences share an id.
    """
    found = tuple(
        _sentence(row, half, path.stem)
        for half in HALVES
        for path in sorted((folder / half).glob("*.toml"))
        for row in tomllib.loads(path.read_text("utf-8")).get("sentence", [])
    )
    seen: set[str] = set()
    for each in found:
        if each.id in seen:
            raise BadGold(f"{each.id} stands twice; every sentence has an id of its own")
        seen.add(each.id)
    return found


def fingerprint(sentences: Iterable[Sentence]) -> str:
    """Return a short hash of sentences and codings: any change of either changes it."""
    digest = hashlib.sha256()
    for each in sorted(sentences, key=lambda one: one.id):
        digest.update(repr(replace(each, file="")).encode())
    return digest.hexdigest()[:16]


def shared_frames(sentences: Sequence[Sentence], most: float = 0.30) -> list[tuple[str, str]]:
    """Return pairs of sentences that say the same with other names and numbers.

    Names, numbers and the case of words are masked; `most` is the share of four-word sequences
    that two sentences may have in common (of the shorter one).
    """
    grams = {each.id: set(_grams(each.text)) for each in sentences}
    where: dict[tuple[str, ...], list[str]] = {}
    for name, those in grams.items():
        for gram in those:
            where.setdefault(gram, []).append(name)
    common: dict[tuple[str, str], int] = {}
    for names in where.values():
        for place, one in enumerate(names):
            for two in names[place + 1 :]:
                common[one, two] = common.get((one, two), 0) + 1
    return [
        pair
        for pair, n in sorted(common.items())
        if n > most * min(len(grams[pair[0]]), len(grams[pair[1]]))
    ]


def _grams(text: str) -> Iterator[tuple[str, ...]]:
    """Yield the four-word sequences of a text whose names and numbers are masked."""
    words = [
        "#" if word[0].isdigit() or (place and word[0].isupper()) else word.lower()
        for place, word in enumerate(re.findall(r"\w[\w'’-]*", text))
    ]
    return zip(words, words[1:], words[2:], words[3:], strict=False)


def _sentence(row: dict[str, Any], half: str, file: str) -> Sentence:
    name = str(row.get("id", "a sentence without id"))
    try:
        if unknown := set(row) - SENTENCE_KEYS:
            raise BadGold(f"unknown keys {sorted(unknown)}")
        if not re.fullmatch(half[0] + r"\d{3,}", name):
            raise BadGold(f"ids of this half look like {half[0]}001")
        return Sentence(
            name, half, row["text"], tuple(map(event, row["events"])), row.get("published"),
            row.get("before", ""), row.get("war"), tuple(row.get("tests", [])), file,
            tuple(map(event, row.get("also", []))),
        )  # fmt: skip
    except (KeyError, ValueError, TypeError, IndexError) as error:
        raise BadGold(f"{half}, {name}: {type(error).__name__}: {error}") from error


def event(row: dict[str, Any]) -> GoldEvent:
    """Return an event as it is written in a file."""
    if unknown := set(row) - KEYS:
        raise BadGold(f"unknown keys {sorted(unknown)}")
    kind, mode = row["type"], row.get("mode")
    _among(kind, set(MODES) | {"AGREE", "SUPPORT", "CONCEDE"}, "type")
    _among(row["status"], STATUSES, "status")
    if mode is not None:
        _among(mode, MODES.get(kind, ()), f"mode of {kind}")
    counts = tuple(map(_count, row.get("counts", [])))
    for place, each in enumerate(counts):
        if each.part_of is not None and not 0 <= each.part_of < len(counts):
            raise BadGold(f"count {place} is part of count {each.part_of}, which is not there")
    return GoldEvent(
        type=kind,
        mode=mode,
        status=row["status"],
        hedge=_among(row.get("hedge", "stated"), HEDGES, "hedge"),
        source=_actors(row["source"]),
        target=_actors(row["target"]),
        by=_actors(row.get("by", [])),
        dates=_dates(row["date"]) if "date" in row else None,
        place=row.get("place"),
        counts=counts,
        instruments=tuple(_among(e, INSTRUMENTS, "weapon") for e in row.get("instruments", [])),
        issues=tuple((i, _among(o, OUTCOMES, "outcome")) for i, o in row.get("issues", [])),
    )


def _among(value: str, allowed: Iterable[str], what: str) -> str:
    if value not in allowed:
        raise BadGold(f"{what} is {value!r}; allowed: {', '.join(sorted(allowed))}")
    return value


def _actors(rows: Sequence[str]) -> tuple[GoldActor, ...]:
    return tuple(map(_actor, rows))


def _actor(text: str) -> GoldActor:
    if text.startswith("?") and text[1:].strip():
        return GoldActor(None, None, text[1:].strip())
    found = re.fullmatch(r"([A-Z]{3})(?:/([A-Z]+))?", text)
    if found is None:
        raise BadGold(f"actor is {text!r}; write CODE, CODE/SECTOR or ?words")
    return GoldActor(found[1], found[2])


def _dates(row: Sequence[str]) -> tuple[date, date, str]:
    start, end, prec = row
    first, last = date.fromisoformat(start), date.fromisoformat(end)
    if last < first:
        raise BadGold(f"a date ends before it starts: {start}, {end}")
    return first, last, _among(prec, get_args(DatePrecision), "precision")


def _count(row: Sequence[Any]) -> GoldCount:
    what, low, high, *more = row
    of, part_of = [*more, None, None][:2]
    ends = [None if each in {"open", "none"} else float(each) for each in (low, high)]
    if None not in ends and ends[0] > ends[1]:  # type: ignore[operator]
        raise BadGold(f"a count ends before it starts: {row}")
    return GoldCount(_among(what, COUNTED, "counted"), ends[0], ends[1], of or None, part_of)
