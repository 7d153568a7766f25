"""What `make backtest` runs for the outlook: every past war forecast month by month, and scored.

Writes docs/methods/results/outlook_backtest.json and .md, outlook_reliability_*.svg, the tables in
docs/methods/outlook.md, and foresee/outlook_record.py, from which the answer shows its track
record. The same seed gives the same bytes.

    python tools/backtest_outlook.py [--seed 20250607]
"""

import argparse
import json
import re
from dataclasses import astuple
from datetime import date
from pathlib import Path
from pprint import pformat
from typing import Any

from truceline.foresee.summary import tracks
from truceline.foresee.track import Track
from truceline.pipeline import ask, backtests, outlook
from truceline.show import backtests as shown
from truceline.terms.backtests import BacktestReport

ROOT = Path(__file__).resolve().parents[1]
RESULTS = ROOT / "docs" / "methods" / "results"
PAGE = ROOT / "docs" / "methods" / "outlook.md"
RECORD = ROOT / "src" / "truceline" / "foresee" / "outlook_record.py"
MARK = re.compile(r"(<!-- (\w+) -->\n).*?(<!-- end of \2 -->)", re.DOTALL)
DAY, BY = date(2025, 5, 8), date(2026, 1, 1)
# What people said that day of "no ceasefire in Ukraine before 2026", as they published it.
PEOPLE = {"RAND": 0.72, "Metaculus": 0.47, "Glimt": 0.60}
FIGURES = ("outlook_reliability_stop.svg", "outlook_reliability_ceasefire.svg")


def main() -> None:
    """Run the backtest and write what it found."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--seed", type=int, default=backtests.SEED, help="Seed of the intervals.")
    found = backtests.outlook(seed=asked.parse_args().seed)
    RESULTS.mkdir(parents=True, exist_ok=True)
    plain = json.dumps(rounded(found.as_dict()), indent=1, ensure_ascii=False)
    (RESULTS / "outlook_backtest.json").write_text(plain + "\n", "utf-8")
    (RESULTS / "outlook_backtest.md").write_text(page(found), "utf-8")
    for file, (name, bins) in zip(FIGURES, found.reliability, strict=True):
        drawn = shown.reliability(name, bins, ident=file.removesuffix(".svg"))
        (RESULTS / file).write_text(drawn + "\n", "utf-8")
    RECORD.write_text(record(found), "utf-8")
    PAGE.write_text(inserted(PAGE.read_text("utf-8"), found), "utf-8")
    for line in shown.summary(found):
        print(line)


def rounded(plain: Any) -> Any:
    """Return a JSON object with its numbers as the page shows them, so that bytes stay the same."""
    if isinstance(plain, dict):
        return {name: rounded(each) for name, each in plain.items()}
    if isinstance(plain, list | tuple):
        return [rounded(each) for each in plain]
    return round(plain, 6) if isinstance(plain, float) else plain


def page(found: BacktestReport) -> str:
    """Return all tables as a page."""
    head = (
        "# What the outlook would have said of past wars, and what came\n\n"
        f"Made by `make backtest`: {found.version}, seed {found.seed}. Counted as a ceasefire: "
        f"{found.terms}. Scores: the lower the better; a star marks where the pool is better with "
        "the whole interval.\n"
    )
    return head + "\n" + shown.markdown(found)


def inserted(text: str, found: BacktestReport) -> str:
    """Return the method page with the tables of today between its marks."""
    stop = shown.markdown_tables(found, (0, 1, 2, 3))
    ceasefire = shown.markdown_tables(found, (8, 9, 10, 11))
    made = (
        f"\nMade by `make backtest`: {found.version}, seed {found.seed}. All tables, by horizon "
        f"too: [results/outlook_backtest.md](results/outlook_backtest.md).\n\n{stop}\n{ceasefire}\n"
    )
    parts = {"backtest": made, "anecdote": anecdote()}
    return MARK.sub(lambda met: met[1] + parts[met[2]] + met[3], text)


def anecdote() -> str:
    """Return the one question that people answered too, as a table."""
    war = ask.load("ukraine").war
    made = outlook.of_war(war, as_of=DAY, what_if=[f"by={BY}"]).forecasts
    asked = {each.event: each for each in made if each.by == BY}
    days = (DAY - war.start).days
    said: dict[str, tuple[float, str]] = {name: (chance, "") for name, chance in PEOPLE.items()}
    said["Lindy's rule, T / (T + t)"] = (days / (days + (BY - DAY).days), "")
    events = {"stop": "no stop of any kind", "ceasefire": "no ceasefire that leaves no winner"}
    for event, name in events.items():
        each = asked[event]
        low, high = 1 - (each.high or 1), 1 - (each.low or 0)
        span = f" ({low:.2f} to {high:.2f})"
        said[f"outlook: {name}, by the {each.method}"] = (1 - each.probability, span)
    rows = [
        f"| {name} | {chance:.2f}{span} | {(1 - chance) ** 2:.3f} |"
        for name, (chance, span) in said.items()
    ]
    return "\n".join(["| who | said | Brier, if there was none |", "|---|---|---|", *rows, ""])


def record(found: BacktestReport) -> str:
    """Return the module that holds the track record."""
    lines = [
        '"""The track record of the outlook. Written by `make backtest`; do not edit.',
        "",
        f"{found.version}, seed {found.seed}.",
        '"""',
        "",
        "from truceline.foresee.track import Height, Track",
        "",
        "TRACKS: dict[str, Track] = {",
    ]
    for event, each in tracks(found).items():
        lines += [f"    {event!r}: Track(", *_fields(each), "    ),"]
    return "\n".join([*lines, "}", '"""By event, of the default definition."""', ""]).replace(
        "'", '"'
    )


def _fields(each: Track) -> list[str]:
    """The fields of a track record, a line each, numbers rounded as the page shows them."""
    found = []
    for name in Track.__dataclass_fields__:
        value = getattr(each, name)
        if isinstance(value, dict):
            found.append(f"        {name}={{")
            for rival, gap in value.items():
                told = tuple(round(number, 6) for number in gap)
                found.append(f"            {rival!r}: {pformat(told)},")
            found.append("        },")
        elif name == "heights":
            rows = [tuple(round(number, 6) for number in astuple(height)) for height in value]
            found += ["        heights=(", *(f"            Height{row}," for row in rows)]
            found.append("        ),")
        else:
            value = round(value, 6) if isinstance(value, float) else value
            found.append(f"        {name}={value!r},")
    return found


if __name__ == "__main__":
    main()
