"""Write docs/findings/analogues.md: which past wars looked like Ukraine's, and how they ended.

Part of `make findings`; `tests/tools/test_findings_analogues.py` compares the page with what this
would write. The table of past wars and the months of deaths are read from the package.
"""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from truceline.compare.fates import WORDS
from truceline.compare.scenarios import scenarios
from truceline.compare.shapes import DEFAULT, SHAPE_ALONE, Rule, futures, search
from truceline.foresee.country_months import country_months
from truceline.pipeline.ask import Record, ask, load
from truceline.read import country_months as deaths
from truceline.terms.results import Analogue, Answer

PAGE = Path(__file__).resolve().parents[1] / "docs" / "findings" / "analogues.md"
DAY = date(2025, 6, 5)
DAYS = tuple(
    date(year, month, 5) for year in (2022, 2023, 2024, 2025, 2026) for month in (3, 6, 9, 12)
)
WINDOW, AHEAD = 10, 12


def main() -> None:
    """Write the page."""
    PAGE.write_text(written(), "utf-8", newline="\n")
    print("docs/findings/analogues.md")


def written() -> str:
    """Return the page as Markdown."""
    record = load("ukraine")
    answer = ask("analogues", record, as_of=DAY)
    parts = [*_head(answer), *_nearest(answer), *_by_day(record), *_shapes(), *_data(answer)]
    return "\n".join(parts).rstrip() + "\n"


def _head(answer: Answer) -> Iterator[str]:
    """Title, and three sentences for a reporter."""
    checks = {each.name: each for each in answer.checks}
    failed = [name for name, each in checks.items() if each.passed is False]
    yield "# Which past wars looked like the war in Ukraine?"
    yield ""
    yield (
        f"As known on {DAY}; nothing dated later is used. A column says Korea. This page is "
        "written by `make findings`; [how it is measured](../methods/analogues.md)."
    )
    yield ""
    yield f"**Found.** {answer.statement}"
    yield ""
    said = "No check failed." if not failed else f"Checks that failed: {'; '.join(failed)}."
    yield f"**Not found.** That near wars end more alike than all wars do. {said}"
    yield ""
    flip = checks["what would flip it"].detail
    yield f"**What would flip it.** {flip[:1].upper()}{flip[1:]}."
    yield ""
    yield f"Verdict: {answer.verdict}."
    yield ""


def _nearest(answer: Answer) -> Iterator[str]:
    """The nearest wars, why each is alike and why not, and its end."""
    yield "## The ten nearest, and how each ended"
    yield ""
    yield "| war | place (range) | its moment | alike | unlike | then |"
    yield "|---|---|---|---|---|---|"
    for each in answer.analogues:
        yield (
            f"| {each.name} | {each.rank:g} ({each.rank_low} to {each.rank_high}) | {each.moment} "
            f"| {', '.join(each.same)} | {', '.join(each.differs)} | {_end(each)} |"
        )
    yield ""
    yield (
        "Ranges are places when one attribute is left out. Side a began the war between states, or "
        "is the government."
    )
    yield ""
    yield "| how they ended | value | interval | wars |"
    yield "|---|---|---|---|"
    for estimate in answer.estimates:
        if estimate.measured_in != "Gower distance, 0 to 1" and estimate.value is not None:
            form = ".2f" if (estimate.measured_in or "").startswith("share") else ",.0f"
            ends = " to ".join(
                "not reached" if each is None else format(each, form)
                for each in (estimate.low, estimate.high)
            )
            yield f"| {estimate.name} | {estimate.value:{form}} | {ends} | {estimate.n} |"
    yield ""


def _end(each: Analogue) -> str:
    """How and when a past war ended."""
    if not each.over:
        return f"went on for {each.days_after:,} days at least"
    return f"{WORDS[each.outcome]} after {each.days_after:,} days"


def _by_day(record: Record) -> Iterator[str]:
    """Korea's place through the war, each time as known then."""
    yield "## Korea's place, each time as known on that day"
    yield ""
    yield "| day | clock | Korea's place (range) | wars | verdict |"
    yield "|---|---|---|---|---|"
    for day in DAYS:
        if day > record.last():
            continue
        answer = ask("analogues", record, as_of=day)
        if not answer.estimates:
            yield f"| {day} | – | – | – | {answer.verdict} |"
            continue
        first = answer.estimates[0]
        place = "none" if first.value is None else f"{first.value:g} ({first.low} to {first.high})"
        clock = first.name.split(", by ", 1)[1]
        yield f"| {day} | {clock} | {place} | {first.n} | {answer.verdict} |"
    yield ""


def _shapes() -> Iterator[str]:
    """Past months that look like Ukraine's last ten, with the level kept and without it."""
    found = country_months(deaths.load())
    row = found.countries.index("UKR")
    query = found.deaths[row, -WINDOW:]
    yield "## Months of deaths that look like the last ten known"
    yield ""
    yield (
        f"Deaths in Ukraine from {found.months[-WINDOW]} to {found.months[-1]}: "
        f"{', '.join(f'{each:,.0f}' for each in query)}, as GED 25.1 has them. Windows of "
        f"{len(found.countries)} countries since {found.months[0]}; "
        "[how they are found](../methods/shapes.md)."
    )
    for name, rule in (("With the level kept", DEFAULT), ("By shape alone", SHAPE_ALONE)):
        yield ""
        yield from _windows(name, rule, row)
    yield ""
    yield (
        "The level changes which wars are found. Matches are few and not independent, and what "
        "followed them is no forecast."
    )
    yield ""


def _windows(name: str, rule: Rule, row: int) -> Iterator[str]:
    """The matches by one rule, and the groups of what followed."""
    found = country_months(deaths.load())
    query = found.deaths[row, -WINDOW:]
    matches = search(found.deaths, query, after=AHEAD, own=row, rule=rule)
    told = ", ".join(
        f"{found.countries[each.series]} {found.months[each.begin]}" for each in matches.matches
    )
    yield f"**{name}**, {len(matches.matches)} windows within {matches.threshold:g}: {told}."
    yield ""
    yield f"| group | share of the windows | deaths a month in the {AHEAD} months after, mean |"
    yield "|---|---|---|"
    span = float(query.max() - query.min())
    paths = futures(found.deaths, query, matches, after=AHEAD)
    for number, each in enumerate(scenarios(paths, span), 1):
        share = each.share
        mean = sum(each.middle) / len(each.middle)
        told = f"{share.value:.0%} ({share.low:.0%} to {share.high:.0%})"
        yield f"| {number} | {told} | {mean:,.0f} |"


def _data(answer: Answer) -> Iterator[str]:
    """What the page stands on, and what it cannot bear."""
    yield "## Limits"
    yield ""
    for each in answer.limits:
        yield f"- {each}"
    yield ""
    yield "## What it stands on"
    yield ""
    for used in (*answer.data, deaths.source()):
        rows = f"{used.rows} rows, " if used.rows else ""
        told = f": {rows}{used.first} to {used.last}" if used.first else ""
        version = f" {used.version}" if used.version else ""
        yield f"- {used.dataset}{version}{told}. {used.citation}. {used.licence}."
