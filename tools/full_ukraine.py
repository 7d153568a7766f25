"""Make a folder of the war in Ukraine on fuller series than may ship, to ask the measures of.

    python tools/full_ukraine.py ../shared/data OUT
    truceline ask front --war OUT

Beside what ships, the folder holds the area of another map, to August 2026, in place of the one
that ends in January 2025, and the air-raid alerts of 2022 to 2024 as a daily series of their own.
The originals' terms do not let either be passed on: the folder is for one's own eyes.
"""

import csv
import shutil
import sys
from collections import Counter
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

SHIPPED = Path(__file__).resolve().parents[1] / "src/truceline/wars/ukraine"
REDRAWN = 100.0  # km² in one step between two published maps: more than any day's fighting took

AREA = """
[[series]]
name = "area_deepstate"
file = "area_deepstate.csv"
unit = "km2 held"
side = "RUS"
holds = "area"
what = "Area of Ukraine held by Russian forces as DeepStateMap draws it; a level, not a change."
reported_by = "DeepStateMap, daily polygons as archived by cyterat/deepstate-map-data"
licence = "exclusive rights claimed by the map: not to be passed on"
citation = "DeepStateMap (deepstatemap.live), areas computed by truceline"
regime = {regime}
"""
ALERTS = """
[[series]]
name = "alerts"
file = "alerts.csv"
unit = "air-raid alerts a day"
side = "RUS"
holds = "other"
what = "Air-raid alerts begun in Ukraine, by the day in Kyiv; one attack raises many."
reported_by = "Air-raid alert system of Ukraine, as compiled by V. Klymenko"
licence = "MIT (compilation)"
citation = "Air-raid alerts of Ukraine, official data, 2022-03-15 to 2024-04-22"
regime = [[2022-04-01, 2024-04-21]]
"""


def main(data: Path, out: Path) -> None:
    """Write the folder."""
    shutil.copytree(SHIPPED, out, dirs_exist_ok=True)
    shipped = (out / "war.toml").read_text("utf-8")
    held = _held(data / "ukraine/front_area_daily.csv")
    _write(out / "area_deepstate.csv", {day: f"{value:g}" for day, value in held.items()})
    alerts = _alerts(data / "ukraine/sirens_official_data_en.csv")
    _write(out / "alerts.csv", {day: str(count) for day, count in alerts.items()})
    spans = ", ".join(f"[{first}, {last}]" for first, last in _undrawn(held))
    told = _without(shipped, "area_liveuamap") + AREA.format(regime=f"[{spans}]") + ALERTS
    (out / "war.toml").write_text(told, "utf-8", newline="\n")


def _held(path: Path) -> dict[date, float]:
    """The area held by day."""
    with path.open(encoding="utf-8", newline="") as file:
        return {
            date.fromisoformat(row["date"]): float(row["held_km2"])
            for row in csv.DictReader(file)
            if row["held_km2"]
        }


def _undrawn(held: dict[date, float]) -> list[tuple[date, date]]:
    """Spans without a step that can only have redrawn the map."""
    days = sorted(held)
    cuts = [
        later for earlier, later in pairwise(days) if abs(held[later] - held[earlier]) > REDRAWN
    ]
    starts = [days[0], *cuts]
    ends = [*(cut - timedelta(days=1) for cut in cuts), days[-1]]
    return [(first, last) for first, last in zip(starts, ends, strict=True) if first < last]


def _alerts(path: Path) -> dict[date, int]:
    """Alerts begun, by day in Kyiv, days without one as zero."""
    with path.open(encoding="utf-8", newline="") as file:
        starts = [row["started_at"] for row in csv.DictReader(file)]
    # Kyiv is two or three hours ahead of the times given; two keep nearly every alert on its day.
    begun = Counter(
        (date.fromisoformat(start[:10]) + timedelta(days=int(start[11:13]) >= 22))
        for start in starts
    )
    first, last = min(begun), max(begun)
    days = (first + timedelta(days=each) for each in range((last - first).days + 1))
    return {day: begun[day] for day in days}


def _without(told: str, series: str) -> str:
    """The war's text without one of its series."""
    parts = told.split("[[series]]")
    kept = [part for part in parts if f'name = "{series}"' not in part.partition("[[")[0]]
    return "[[series]]".join(kept)


def _write(path: Path, values: dict[date, str]) -> None:
    rows = "".join(f"{day},{value}\n" for day, value in sorted(values.items()))
    path.write_text("date,value\n" + rows, "utf-8", newline="\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
