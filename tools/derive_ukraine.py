"""Derive the small series of `wars/ukraine` from the downloads in a data folder.

    python tools/derive_ukraine.py ../shared/data src/truceline/wars/ukraine

Nothing is copied: what is written are daily or monthly totals, each with its source, licence and
what was changed in the lines above its header. The same inputs give the same bytes.
"""

import csv
import json
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

REGIME = date(2024, 9, 1)
"""From here on there is an Air Force report for nearly every day; see war.toml."""

DRONES = frozenset({"Shahed-136/131", "Shahed-136/131 and Lancet"})
"""One-way attack drones; the reports count Gerbera and other decoys in the same line."""

NOT_LAUNCHED = (
    "Orlan", "ZALA", "Supercam", "Merlin", "Lancet", "Молн", "Reconnaissance", "Unknown UAV",
    "Kub", "Eleron", "Forpost", "Orion", "Mohajer", "Granat", "Картограф", "Привет", "Фенікс",
    "GBU", "Aerial Bomb",
)  # fmt: skip
"""Reconnaissance and front-line drones are only reported when shot down, and glide bombs hardly
ever: their numbers say nothing of how many were launched."""


@dataclass(frozen=True, slots=True)
class Told:
    """A day on which the reports are known, though the table of launches has no row for it."""

    drones: int
    missiles: int
    destroyed: int
    source: str


TOLD: dict[date, Told] = {
    date(2025, 4, 1): Told(0, 2, 2, "Kyiv Independent, 2025-04-01, on the morning report"),
    date(2025, 4, 20): Told(
        0, 0, 0, "President of Ukraine, 2025-04-20: no air-raid alerts that day"
    ),
    date(2025, 5, 8): Told(0, 1, 1, "Ukrainska Pravda, 2025-05-08; OSW, 2025-05-13"),
    date(2025, 5, 9): Told(0, 0, 0, "Euromaidan Press, 2025-05-09; OSW, 2025-05-13"),
    date(2025, 5, 10): Told(0, 0, 0, "OSW, 2025-05-13"),
}
"""OSW counts 444 drones from the evening of 6 May to the morning of 13 May 2025; the rows of 7, 11,
12 and 13 May add up to exactly that, so that the three days of truce between them had none."""


def main(data: Path, out: Path) -> None:
    """Write every derived series of the war."""
    launches = _table(data / "ukraine/missile_attacks_daily.csv")
    for name, lines in {
        **_launches(launches),
        "losses_claimed.csv": _losses(data / "ukraine/russia_losses_personnel.json"),
        "area_liveuamap.csv": _area(data / "ukraine/liveuamap_territory.csv"),
        "deaths_ucdp.csv": _deaths(data / "ucdp/ged251_ukraine_date_best.csv"),
    }.items():
        (out / name).write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")


def _table(path: Path) -> list[dict[str, str]]:
    """Read a CSV file."""
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def _launches(table: list[dict[str, str]]) -> dict[str, list[str]]:
    """Launched and destroyed per day, all together and by kind, dated by end and by start."""
    posted = {row["time_end"][:10] for row in table if _national(row["source"])}
    kept = [
        row
        for row in table
        if _kind(row["model"])
        and (
            _national(row["source"])
            or (row["target"] == "Ukraine" and row["time_end"][:10] not in posted)
        )
    ]
    files = {}
    for stem, column, kind in (
        ("launched", "launched", None),
        ("launched_drones", "launched", "drones"),
        ("launched_missiles", "launched", "missiles"),
        ("destroyed", "destroyed", None),
    ):
        by_end = _daily(kept, column, kind, "time_end")
        by_start = _begun(_daily(kept, column, kind, "time_start"), by_end)
        files[f"{stem}.csv"] = [*_launch_notes(column, kind, "last"), *_body(by_end)]
        files[f"{stem}_by_start.csv"] = [*_launch_notes(column, kind, "first"), *_body(by_start)]
    return files


def _national(source: str) -> bool:
    """Tell the Air Force's own posts; regional commands' rows could count a launch twice.

    On a few days only another command's copy of the nationwide report is at hand; it is taken.
    """
    return "kpszsu" in source or "CinCAFU" in source


def _kind(model: str) -> str | None:
    """Sort a row's weapon into drones, missiles, or neither."""
    if model in DRONES:
        return "drones"
    return None if any(word in model for word in NOT_LAUNCHED) else "missiles"


def _daily(
    rows: list[dict[str, str]], column: str, kind: str | None, clock: str
) -> dict[date, float | None]:
    """Add up a column by day; a day with a number missing in the report is missing."""
    days: dict[date, float | None] = {}
    for row in rows:
        day = date.fromisoformat(row[clock][:10])
        if kind is not None and _kind(row["model"]) != kind:
            # A report that lists other weapons but none of these saw none; before the regime a
            # day's reports are too patchy to say so.
            if day >= REGIME:
                days.setdefault(day, 0.0)
            continue
        so_far = days.get(day, 0.0)
        number = float(row[column]) if row[column] else None
        days[day] = None if so_far is None or number is None else so_far + number
    for day, told in TOLD.items():
        days[day] = (days.get(day) or 0.0) + _told(told, column, kind)
    return days


def _told(told: Told, column: str, kind: str | None) -> float:
    """Pick the number of a told day that a series holds."""
    if column == "destroyed":
        return float(told.destroyed)
    parts = {"drones": told.drones, "missiles": told.missiles}
    return float(parts[kind] if kind else sum(parts.values()))


def _begun(
    by_start: dict[date, float | None], by_end: dict[date, float | None]
) -> dict[date, float | None]:
    """Keep the days of the regime whose own report and the next day's are both known.

    An attack that begins on a day is in the report of that day or of the next. With both at hand
    and no attack begun, the number is zero; with either missing, it is not known.
    """
    days = {day: value for day, value in by_start.items() if day < REGIME}
    for day in sorted(by_end):
        after = by_end.get(day + timedelta(days=1))
        if day >= REGIME and by_end[day] is not None and after is not None:
            days[day] = by_start.get(day, 0.0)
    return days


def _losses(path: Path) -> list[str]:
    """Claimed losses per day: steps of the cumulative claim; after a gap or a fall, missing."""
    table = sorted(
        (date.fromisoformat(row["date"]), int(row["personnel"]))
        for row in json.loads(path.read_text(encoding="utf-8"))
    )
    days: dict[date, float | None] = {}
    for (before, old), (day, new) in pairwise(table):
        known = day - before == timedelta(days=1) and new >= old
        days[day] = float(new - old) if known else None
    return [
        "# Russian personnel losses per day as the General Staff of Ukraine's Armed Forces claims",
        "# them: killed, wounded, captured and missing together, not measured and not checked.",
        f"# Claims of {table[0][0]}..{table[-1][0]}, as compiled (MIT licence) in",
        "# github.com/PetroIvaniuk/2022-Ukraine-Russia-War-Dataset.",
        "# Changed: differences of the cumulative claim; a day after a gap, or with a claim that",
        "# falls, is left empty. The first day of the table has no difference and no row.",
        *_body(days),
    ]


def _area(path: Path) -> list[str]:
    """Area held, as published; one decimal."""
    table = _table(path)
    return [
        "# Area of Ukraine held by Russian forces, km2, as drawn on Liveuamap (liveuamap.com),",
        "# Crimea and the parts of Donetsk and Luhansk held before 2022 included.",
        f"# {table[0]['date'][:10]}..{table[-1]['date'][:10]}; use with credit to Liveuamap",
        "# Changed: rounded to 0.1 km2. Redrawn maps are not movement: see war.toml.",
        "date,value",
        *(f"{row['date'][:10]},{float(row['area']):.1f}" for row in table),
    ]


def _deaths(path: Path) -> list[str]:
    """Deaths by month of an event's first day, best figure only."""
    months: dict[date, float] = {}
    for row in _table(path):
        day = date.fromisoformat(row["date_start"][:10])
        if day >= date(2022, 2, 24):
            first = day.replace(day=1)
            months[first] = months.get(first, 0.0) + float(row["best"])
    return [
        "# Deaths in fighting and in attacks on civilians in Ukraine by month, best figure,",
        "# all types of organised violence, from UCDP GED 25.1 (CC BY 4.0); low and high are",
        "# not at hand in the table this was added up from, and are left empty, not guessed.",
        "# Changed: added up by the month of each event's first day; February 2022 from the 24th.",
        "# Events that last for months stand wholly in their first month.",
        "date,value,low,high",
        *(f"{month},{value:.0f},," for month, value in sorted(months.items())),
    ]


def _launch_notes(column: str, kind: str | None, dated: str) -> list[str]:
    """The lines above a file of launches."""
    what = {None: "drones and missiles", "drones": "one-way attack drones and decoys",
            "missiles": "missiles"}[kind]  # fmt: skip
    return [
        f"# Russian {what} {column} per day, as the Ukrainian Air Force reported.",
        "# Daily totals are dated facts of the Air Force's posts (kpszsu on Facebook, Telegram),",
        "# compiled by us from a collection of them that ends with the report of 2026-06-07.",
        f"# Changed: added up; dated by the {dated} day of each attack; nationwide reports",
        "# only; reconnaissance and front-line drones and glide bombs left out. A day without a",
        "# report is missing, not zero; a figure that a report does not give makes its day empty.",
        *(f"# {day} from elsewhere: {told.source}" for day, told in TOLD.items()),
    ]


def _body(days: Mapping[date, float | None]) -> Iterable[str]:
    """Header and rows in order of date, an empty field where the number is missing."""
    yield "date,value"
    for day, value in sorted(days.items()):
        yield f"{day}," if value is None else f"{day},{value:.0f}"


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
