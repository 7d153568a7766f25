"""Reads whole reports whose every sentence is coded: `reports/open/*.toml`, `reports/held/*.toml`.

A sentence of a report is a sentence of the gold like any other, with all that stands before it in
the report, the title included, as what stands before. An event marked `again` was told before in
the same report, or one could fairly differ on it: it may be said or not.
"""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from tests.gold.reader import HALVES, BadGold, GoldEvent, Sentence, event

REPORTS = Path(__file__).resolve().parent / "reports"
KINDS = ("dispatch", "newspaper", "column", "situation", "statement", "summary")
REPORT_KEYS = frozenset({"id", "title", "published", "war", "kind", "sentence"})
SENTENCE_KEYS = frozenset({"opens", "text", "events"})


@dataclass(frozen=True, slots=True)
class Report:
    """A report as it is printed, and its sentences in order.

    `text` is what a user would save: the title, then paragraphs, with an empty line between them.
    `again` holds, by the id of a sentence, the events that may be said or not.
    """

    id: str
    half: str
    kind: str
    text: str
    sentences: tuple[Sentence, ...]
    again: Mapping[str, tuple[GoldEvent, ...]]
    published: date | None = None
    war: str | None = None


def read(folder: Path = REPORTS) -> tuple[Report, ...]:
    """Return every report of both halves, in the order of the files.

    Raises
    ------
    BadGold
        If a file breaks the format, or two reports share an id.
    """
    found = tuple(
        _report(row, half, path.stem)
        for half in HALVES
        for path in sorted((folder / half).glob("*.toml"))
        for row in tomllib.loads(path.read_text("utf-8"))["report"]
    )
    if len({each.id for each in found}) < len(found):
        raise BadGold("an id stands twice; every report has an id of its own")
    return found


def _report(row: Mapping[str, Any], half: str, file: str) -> Report:
    name = str(row.get("id", "a report without id"))
    try:
        if unknown := set(row) - REPORT_KEYS:
            raise BadGold(f"unknown keys {sorted(unknown)}")
        if not re.fullmatch("r" + half[0] + r"\d{2,3}", name):
            raise BadGold(f"ids of this half look like r{half[0]}01")
        if row["kind"] not in KINDS:
            raise BadGold(f"kind is {row['kind']!r}; allowed: {', '.join(KINDS)}")
        if not row["sentence"][0].get("opens"):
            raise BadGold("the first sentence opens a paragraph")
        return _built(row, name, half, file)
    except (KeyError, ValueError, TypeError, IndexError) as error:
        raise BadGold(f"{half}, {name}: {type(error).__name__}: {error}") from error


def _built(row: Mapping[str, Any], name: str, half: str, file: str) -> Report:
    text, sentences, again = str(row["title"]), [], {}
    for place, each in enumerate(row["sentence"], 1):
        if unknown := set(each) - SENTENCE_KEYS:
            raise BadGold(f"sentence {place}: unknown keys {sorted(unknown)}")
        text += ("\n\n" if each.get("opens") else " ") + each["text"]
        events = [(bool(one.get("again")), event(_plain(one))) for one in each["events"]]
        before = text[: -len(each["text"])].rstrip()
        sentences.append(Sentence(
            f"{name}.{place:02}", half, each["text"], tuple(e for a, e in events if not a),
            row.get("published"), before, row.get("war"), (row["kind"],), file,
        ))  # fmt: skip
        again[sentences[-1].id] = tuple(e for a, e in events if a)
    published, war = row.get("published"), row.get("war")
    return Report(name, half, row["kind"], text, tuple(sentences), again, published, war)


def _plain(row: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in row.items() if key != "again"}
