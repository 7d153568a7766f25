"""The months of the outlook on a war that has ended: hidden from its fit, drawn, told."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

import findings
import findings_outlook
from findings_outlook import Month
from truceline.pipeline import outlook
from truceline.read import wars
from truceline.terms.forecasts import Forecast

KOREA = wars.load("korea")
PAGE = findings.PAGES / "korea.md"


def month(day: date, chance: float) -> Month:
    """Return a month in which all chances are one."""
    made = {
        span: Forecast(
            question="outlook", war="korea", as_of=day, event="stop",
            by=day + timedelta(days=round(30.4375 * span)), definition="", probability=chance,
            low=chance / 2, high=chance * 1.2, level=0.9, method="pool", version="1",
        )
        for span in (1, 3, 6, 12)
    }  # fmt: skip
    return Month(day, made, made)


MONTHS = (month(date(1952, 6, 1), 0.5), month(date(1953, 7, 1), 0.4))


def test_what_came_stands_beside_what_was_said() -> None:
    text = "\n".join(findings_outlook.section(KOREA, MONTHS, "x.svg"))
    rows = [line for line in text.splitlines() if line.startswith("| 195")]
    assert rows[0].endswith("| no |")
    assert rows[1].endswith("| yes |")
    assert "| 1953-07-01 | 0.40 | 0.40 | 0.40 | 0.40 (0.20 to 0.48) |" in rows[1]
    assert "they are one war, and no test" in text


def test_the_scores_are_those_of_every_span() -> None:
    # The first month's four spans pass before 1953-07-27; the second's four reach beyond it.
    ours = (4 * 0.5**2 + 4 * 0.6**2) / 8
    text = "\n".join(findings_outlook.section(KOREA, MONTHS, "x.svg"))
    assert f"Brier score is {ours:.3f}" in text


def test_the_figure_holds_a_point_a_month_and_the_talks() -> None:
    spec = findings_outlook.chart(KOREA, MONTHS)
    assert [row["y"] for row in spec["data"]["values"]] == [0.5, 0.4]
    held = [each for each in KOREA.rounds if each.status == "held" and each.end >= MONTHS[0].day]
    drawn = [layer for layer in spec["layer"] if layer["mark"]["type"] == "bar"]
    assert len(drawn[0]["data"]["values"]) == len(held)
    assert findings_outlook.figure(KOREA, MONTHS) == findings_outlook.figure(KOREA, MONTHS)


def test_the_war_is_hidden_from_its_own_fit(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[list[str]] = []
    plain = outlook.of_war

    def told(war: object, *, as_of: date, what_if: list[str]) -> object:
        asked.append(what_if)
        return plain(replace(KOREA), as_of=as_of, what_if=what_if)

    monkeypatch.setattr(outlook, "of_war", told)
    found = findings_outlook.months(KOREA, date(1951, 12, 1), date(1952, 1, 1))
    assert [each.day for each in found] == [date(1951, 12, 1), date(1952, 1, 1)]
    assert asked == [["hide=yes"], ["hide=yes"]]
    assert found[0].stop.keys() == {1, 3, 6, 12}


def test_the_page_begins_with_what_the_measures_say_today() -> None:
    there = PAGE.read_text("utf-8")
    assert there.startswith(findings.written(findings_outlook.PAGE)), "run `make findings`"


@pytest.mark.slow
def test_the_page_is_what_the_outlook_says_today() -> None:
    found = findings_outlook.months(KOREA, findings_outlook.FIRST, findings_outlook.LAST)
    assert findings_outlook.written(KOREA, found) == PAGE.read_text("utf-8"), "run `make findings`"


def test_the_page_holds_every_month_of_the_talks() -> None:
    text = PAGE.read_text("utf-8")
    rows = [line for line in text.splitlines() if line.startswith("| 195")]
    assert len(rows) == 25
    assert (PAGE.parent / "korea_outlook.svg").exists()
    assert "](korea_outlook.svg)" in text
