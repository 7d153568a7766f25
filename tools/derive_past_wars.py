"""Derive `wars/past.csv` and `wars/past_joined.csv` from the downloads in a data folder.

    python tools/derive_past_wars.py ../shared/data src/truceline/wars

Nothing is copied: what is written are dates, sums, shares and our own words for how a war ended,
each with the row it was read in. The same inputs give the same bytes.
"""

import sys
from dataclasses import asdict, fields
from pathlib import Path

from past_cow import interstate
from past_table import COLUMNS, Joined, Past, written
from past_ucdp import civil

NOTES = (
    "Wars between states since 1823, and major and internationalised civil wars since 1946.",
    "Derived by tools/derive_past_wars.py; columns and words are explained in past.toml.",
    "Read in: COW Inter-State War Data 4.0, COW Intra-State War Data 4.1 (Sarkees & Wayman 2010,",
    "Resort to War), COW Direct Contiguity (Stinnett et al. 2002), COW National Material",
    "Capabilities (Singer 1987), all free to use with citation;",
    "UCDP/PRIO Armed Conflict 25.1 (Gleditsch et al. 2002; Davies, Pettersson & Öberg), CC BY 4.0;",
    "ETH/PRIO Civil Conflict Ceasefires (Clayton et al. 2022); PA-X (Bell & Badanjak 2019).",
    "Changed: states and years put together to wars; deaths added up; ends named in our own words.",
    "Compilation and wording by truceline, CC BY 4.0. An empty cell: no source at hand gives it.",
)
JOINED_NOTES = (
    "States that joined a side of a war in past.csv after its first day, and since when known.",
    "Read in: COW Inter-State War Data 4.0 (Sarkees & Wayman 2010), free to use with citation;",
    "UCDP/PRIO Armed Conflict 25.1 (Gleditsch et al. 2002; Davies, Pettersson & Öberg), CC BY 4.0.",
    "Changed: UCDP names states by year, so that a state counts as known when its year was over.",
)


def main(data: Path, out: Path) -> None:
    """Write both tables."""
    between, joined_between = interstate(data)
    within, joined_within = civil(data)
    lines = [each.line() for each in _ordered([*between, *within])]
    columns = [each.name for each in fields(Joined)]
    joined = [asdict(each) for each in [*joined_between, *joined_within]]
    joined.sort(key=lambda row: (row["war_id"], row["known_from"], row["side"], row["state"]))
    for name, text in {
        "past.csv": written(NOTES, COLUMNS, lines),
        "past_joined.csv": written(JOINED_NOTES, columns, joined),
    }.items():
        (out / name).write_text(text, encoding="utf-8", newline="\n")


def _ordered(wars: list[Past]) -> list[Past]:
    """Return the wars in the order of their first day."""
    return sorted(wars, key=lambda war: (war.start, war.war_id))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
