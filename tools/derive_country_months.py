"""Derive the months of deaths by country from a table of UCDP country-months.

    python tools/derive_country_months.py ../shared/data/ucdp/derived_ucdp_panel.csv OUT.csv

What is written are monthly totals above zero, with source, licence and what was changed; OUT.csv is
`src/truceline/wars/country_months.csv`. The same input gives the same bytes.
"""

import csv
import sys
from pathlib import Path

FIRST = "1989-01"  # GED begins in 1989: earlier months are zeros that nobody counted
HEAD = """\
# Deaths in fighting and in attacks on civilians by country and month, best figure, all types of
# organised violence, from UCDP GED 25.1 (CC BY 4.0; Sundberg & Melander 2013; Davies, Pettersson &
# Öberg 2025). Changed: added up by country and month; only months above zero are written; 1985-88
# are left out, since GED begins in 1989. Events that last for months stand wholly in the month in
# which they began. Every country here is covered from 1989-01 to 2024-12: other months are zero. A
# country without any death has the one row of its last month.
country,month,deaths
"""


def main() -> None:
    """Read the table named first, write the file named second."""
    Path(sys.argv[2]).write_text(derive(Path(sys.argv[1])), "utf-8", newline="\n")


def derive(source: Path) -> str:
    """Return the CSV of all countries' months above zero."""
    with source.open(encoding="utf-8", newline="") as file:
        rows = [
            (row["country_iso3"], row["year_month"], float(row["ucdp_fatalities_best"]))
            for row in csv.DictReader(file)
        ]
    dead = {code for code, month, deaths in rows if month >= FIRST and deaths > 0}
    last = max(month for _, month, _ in rows)
    kept = sorted(
        row
        for row in rows
        if row[1] >= FIRST and (row[2] > 0 or (row[1] == last and row[0] not in dead))
    )
    return HEAD + "".join(f"{code},{month},{deaths:g}\n" for code, month, deaths in kept)


if __name__ == "__main__":
    main()
