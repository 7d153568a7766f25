"""What the scripts of past wars share: the columns, reading and writing, and sums of dates."""

import csv
import io
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field, fields
from datetime import date
from pathlib import Path

Source = Mapping[str, str]


@dataclass(slots=True, kw_only=True)
class Past:
    """A row of past.csv; an empty field is one that no source at hand gives."""

    war_id: str
    name: str
    kind: str
    start: str
    start_prec: str
    end: str = ""
    end_prec: str = ""
    observed_to: str = ""
    side_a: str = ""
    side_b: str = ""
    initiator: str = ""
    deaths_low: str = ""
    deaths_best: str = ""
    deaths_high: str = ""
    deaths_known_from: str = ""
    war_level_from: str = ""
    internationalised_from: str = ""
    talks_from: str = ""
    mediated_from: str = ""
    outcome: str = ""
    territory: str = ""
    contiguous: str = ""
    strength_a: str = ""
    regime_a: str = ""
    regime_b: str = ""
    region: str = ""
    sources: str = ""
    read: dict[str, str] = field(default_factory=dict)

    def told(self, names: str, source: str) -> None:
        """Note where the named cells were read, those that are empty left out."""
        filled = [name for name in names.split() if getattr(self, name) != ""]
        for name in filled:
            self.read[name] = source

    def line(self) -> dict[str, str]:
        """Return the row with its sources in one cell, cells of one source together."""
        by_source: dict[str, list[str]] = {}
        for name, source in self.read.items():
            by_source.setdefault(source, []).append(name)
        row = asdict(self)
        row.pop("read")
        row["sources"] = "; ".join(
            f"{', '.join(names)}: {source}" for source, names in by_source.items()
        )
        return row


@dataclass(frozen=True, slots=True, kw_only=True)
class Joined:
    """A row of past_joined.csv: an outside state that joined a side after the first day."""

    war_id: str
    side: str
    state: str
    known_from: str
    prec: str
    source: str


COLUMNS = tuple(each.name for each in fields(Past) if each.name != "read")


def rows(path: Path) -> list[dict[str, str]]:
    """Read a CSV file, whatever its line ends and byte order mark; null is empty."""
    text = path.read_bytes().decode("utf-8-sig", errors="replace")
    return list(csv.DictReader(io.StringIO(text.replace("\r\n", "\n").replace("\r", "\n"))))


def whole(text: str) -> int:
    """Return a whole number written as 12 or 12.0; -9 where there is none."""
    try:
        return int(float(text))
    except ValueError:
        return -9


def day(text: str) -> date | None:
    """Return a date written 1994-01-12 or 12/01/1994, the day first; None where it is neither."""
    try:
        if "/" in text:
            return date(*(int(part) for part in reversed(text.split("/"))))
        return date.fromisoformat(text[:10])
    except (ValueError, TypeError):
        return None


def written(notes: Iterable[str], columns: Iterable[str], lines: list[dict[str, str]]) -> str:
    """Return a CSV file as text, its notes above the header."""
    out = io.StringIO()
    for note in notes:
        out.write(f"# {note}\n")
    table = csv.DictWriter(out, list(columns), lineterminator="\n")
    table.writeheader()
    table.writerows(lines)
    return out.getvalue()
