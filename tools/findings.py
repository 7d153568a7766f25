"""Write docs/findings/*.md: what each measure finds on a war, in three sentences for a reporter.

Run by `make findings`; `tests/tools/test_findings.py` compares the pages with what this would
write. The built-in war is read from the package, the other from `examples/`; no network, no store.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import numpy as np

import findings_analogues
import findings_claims
from truceline.measure.changepoints import Break, change_points
from truceline.pipeline.ask import Record, ask, load
from truceline.terms.results import Answer

ROOT = Path(__file__).resolve().parents[1]
PAGES = ROOT / "docs" / "findings"
SEED = 20250602  # of the intervals of breaks; the same number gives the same page
SHORTEST = 6  # months between two breaks

QUESTIONS = {
    "talks": "Do attacks rise before talks?",
    "balance": "Do deeds follow words?",
    "retaliation": "Does a salient strike bring an answer?",
    "front": "Is the front still and costly?",
    "phases": "Has the war entered a new phase, defined by strikes?",
}
EITHER = {
    "talks": "that attacks rise before rounds of talks, nor that they do not rise by a quarter",
    "balance": "that attacks fall after a side's own words, nor that they do not fall by a fifth",
    "retaliation": "that a strike brings a rise of the other side's attacks, nor that it brings "
    "none of a quarter",
    "front": "that the front is both still and costly, nor that it is not",
    "phases": "that strikes rose to a new level when the front went still, nor that they did not",
}
FIRM = {
    "supported": "No check speaks against it, out of {checks}",
    "contradicted": "No sign of it, in {checks} checks",
    "mixed": "No single answer, in {checks} checks",
}
SILENT = ("No daily series holds", "One-sided", "No act of a third party")


@dataclass(frozen=True, slots=True)
class Page:
    """A war, where it is read from, and what its page says before the questions."""

    war: str
    name: str
    lead: str
    monthly: str | None = None


WARS = (
    Page(
        "ukraine", "ukraine",
        "Russia's full-scale war on Ukraine, from the series that ship with truceline: Russian "
        "drones and missiles as the Ukrainian Air Force reported them, losses as the General "
        "Staff claims them, a map, and dated lists of talks, truces and strikes. The launches say "
        "nothing of Ukraine's own attacks.",
    ),
    Page(
        "examples/syria", "syria",
        "The war in Syria, 2011 to 2024, from UCDP's deaths by month (GED 25.1, CC BY 4.0) and "
        "dated lists of talks and truces. With deaths by month and no daily record of whose "
        "attacks they were, the five questions cannot be answered; what the months do show stands "
        "at the end.",
        monthly="deaths_ucdp",
    ),
)  # fmt: skip


def main() -> None:
    """Write every page."""
    PAGES.mkdir(parents=True, exist_ok=True)
    for page in WARS:
        (PAGES / f"{page.name}.md").write_text(written(page), "utf-8", newline="\n")
        print(f"docs/findings/{page.name}.md")
    findings_claims.main()
    findings_analogues.main()


def written(page: Page) -> str:
    """Return one page as Markdown."""
    where = ROOT / page.war if "/" in page.war else None
    record = load(str(where) if where else page.war)
    answers = [ask(question, record) for question in QUESTIONS]
    parts = [*_head(page, record), *_sections(answers), *_months(page, record)]
    return "\n".join([*parts, *_data(answers)]).rstrip() + "\n"


def _head(page: Page, record: Record) -> Iterator[str]:
    """Title, what it stands on, how to read it."""
    yield f"# {record.war.name}: what was found, what was not, what would flip it"
    yield ""
    yield page.lead
    yield ""
    yield (
        f"Nothing dated after {record.last().isoformat()} is used. Brackets hold 95 % intervals. "
        'A verdict is one of supported, contradicted, mixed, cannot say; "cannot say" is an '
        "answer, and no claim that nothing happens. All of it is descriptive: nothing here says "
        "what caused what. This page is written by `make findings`."
    )
    yield ""


def _sections(answers: list[Answer]) -> Iterator[str]:
    """Three sentences a question."""
    for answer in answers:
        yield f"## {QUESTIONS[answer.question]}"
        yield ""
        yield f"**Found.** {_sentence(answer.statement)}"
        yield ""
        yield f"**Not found.** {_sentence(_not_found(answer))}"
        yield ""
        yield f"**What would flip it.** {_sentence(_flip(answer))}"
        yield ""
        yield f"Verdict: {answer.verdict}. {_method(answer)}"
        yield ""


def _not_found(answer: Answer) -> str:
    """What the record does not show, and whose acts it does not hold."""
    said = f"Neither {EITHER[answer.question]}"
    if answer.verdict in FIRM:
        said = FIRM[answer.verdict].format(checks=len(answer.checks))
    silent = [each.rstrip(".") for each in answer.limits if each.startswith(SILENT)]
    failed = sorted({each.name for each in answer.checks if each.passed is False})
    if failed:
        said += f" (checks that failed: {', '.join(failed)})"
    return f"{said}; {silent[0][:1].lower()}{silent[0][1:]}" if silent else said


def _flip(answer: Answer) -> str:
    """What would turn the verdict, as the measure's own check says it."""
    named = [each.detail for each in answer.checks if "flip" in each.name.casefold()]
    if named:
        return "; ".join(re.sub(r"^\w+: ", "", each) for each in named)
    lacking = answer.limits[0].rstrip(".")
    return f"A record that holds what this one lacks: {lacking[:1].lower()}{lacking[1:]}"


def _sentence(text: str) -> str:
    """One sentence, with a capital and a full stop."""
    text = text.strip().rstrip(".")
    return f"{text[:1].upper()}{text[1:]}."


def _method(answer: Answer) -> str:
    """A link to the method page, where there is one."""
    if not (ROOT / answer.method).exists():
        return "Its method page is not written yet."
    return f"[How it is measured](../{answer.method.removeprefix('docs/')})."


def _months(page: Page, record: Record) -> Iterator[str]:
    """What a monthly series shows by itself: its changes of level."""
    if page.monthly is None:
        return
    series = next(each for each in record.war.series if each.name == page.monthly)
    first, last = series.regime[0]
    rows = record.panel.filter(record.panel["series"] == page.monthly).sort("date")
    rows = rows.filter(rows["date"].is_between(first, last))
    values = rows["value"].to_numpy().astype(np.float64)
    found = change_points(values, shortest=SHORTEST, rng=np.random.default_rng(SEED)).found
    dates = rows["date"].to_list()
    yield "## What the months show by themselves"
    yield ""
    yield (
        f"Deaths a month, best figure, from {dates[0]:%Y-%m} to {dates[-1]:%Y-%m}: changes of "
        f"level at least {SHORTEST} months apart. They date a change and do not explain it; no "
        "round of talks can be judged by them, for a round lasts days."
    )
    yield ""
    yield "| new level from | interval | deaths a month before | and after | ratio |"
    yield "|---|---|---|---|---|"
    for each in found:
        yield _row(each, dates)
    if not found:
        yield "| none found | | | | |"
    yield ""
    yield (
        f"Attribution: {series.citation}. Licence {series.licence}. The high figure is in the "
        "series; the low one is not."
    )


def _data(answers: list[Answer]) -> Iterator[str]:
    """The datasets that the answers stand on, each once."""
    used = {each.dataset: each for answer in answers for each in answer.data}
    if not used:
        return
    yield "## What it stands on"
    yield ""
    for each in used.values():
        told = f"{each.rows} rows, {each.first} to {each.last}" if each.first else "a list"
        yield f"- {each.dataset}: {told}. {each.citation or 'The war folder'}."


def _row(found: Break, dates: list[date]) -> str:
    """One break as a row."""
    ends = "" if found.least is None else f" ({found.least:.2f} to {found.most:.2f})"
    ratio = f"{found.after / found.before:.2f}{ends}" if found.before else "not defined"
    span = f"{dates[found.low]:%Y-%m} to {dates[found.high]:%Y-%m}"
    return (
        f"| {dates[found.at]:%Y-%m} | {span} | {found.before:,.0f} | {found.after:,.0f} | {ratio} |"
    )


if __name__ == "__main__":
    main()
