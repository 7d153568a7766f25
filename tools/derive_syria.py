"""Derive the monthly deaths of `examples/syria` from a table of UCDP country-months.

    python tools/derive_syria.py ../shared/data/ucdp/derived_ucdp_panel.csv examples/syria

Nothing is copied: what is written are monthly totals with source, licence and what was changed.
The same input gives the same bytes.
"""

import csv
import sys
from pathlib import Path

FIRST, LAST = "2011-03", "2024-12"
HEAD = """\
# Deaths in fighting and in attacks on civilians in Syria by month, best and high figure,
# all types of organised violence, from UCDP GED 25.1 (CC BY 4.0); the low figure is not at hand in
# the table this was taken from, and is left empty, not guessed.
# Changed: one country taken out; months written as their first day. Events that last for months
# stand wholly in the month in which they began: 8,669 of January 2012 are one such event.
date,value,low,high
"""


def main() -> None:
    """Read the table named first, write into the folder named second."""
    source, folder = Path(sys.argv[1]), Path(sys.argv[2])
    (folder / "deaths_ucdp.csv").write_text(derive(source), "utf-8", newline="\n")


def derive(source: Path) -> str:
    """Return the CSV of Syria's months."""
    with source.open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["country_iso3"] == "SYR"]
    lines = [
        f"{row['year_month']}-01,{float(row['ucdp_fatalities_best']):g},,"
        f"{float(row['ucdp_fatalities_high']):g}"
        for row in sorted(rows, key=lambda each: each["year_month"])
        if FIRST <= row["year_month"] <= LAST
    ]
    return HEAD + "\n".join(lines) + "\n"


if __name__ == "__main__":
    main()
