"""Print how a coder does on the press releases that do not ship, and where it is wrong.

`PYTHONPATH=. python tools/measure_isaf.py ISAF_DEV.jsonl` prints the figures of `gate.isaf`; with
`--misses FIELD` it prints the releases that are wrong in a field, each beside what was coded.
Nothing is kept.
"""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from gate.coders import DEFAULT, maker
from gate.isaf import coded, isaf, judged
from truceline.terms.events import Event


def show(text: str, truth: dict[str, Any], events: Sequence[Event]) -> None:
    """Print a release beside what was coded."""
    keys = ("start_date", "province", "min_killed", "min_captured", "min_leaders_killed")
    print("=" * 80, text, ">> " + str({k: truth.get(k) for k in keys}), sep="\n")
    for e in events:
        counts = [(c.what, c.of, c.low, c.high, c.quote) for c in e.counts]
        place = (e.place.name, e.place.admin1) if e.place else None
        days = (str(e.date_start), str(e.date_end), e.date_text)
        print("  -", e.type, *days, place, counts, e.roles)


if __name__ == "__main__":
    make = maker(DEFAULT)
    if "--misses" in sys.argv:
        for text, truth, published, events in coded(Path(sys.argv[1]), make):
            if judged(events, truth, published).get(sys.argv[3]) is False:
                show(text, truth, events)
    else:
        for name, value in isaf(Path(sys.argv[1]), make).items():
            print(f"  {name}: {value:.3f}")
