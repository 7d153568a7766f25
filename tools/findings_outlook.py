"""Write docs/findings/korea.md: what was found, and what the outlook would have said by month.

Run by `make findings`, after tools/findings.py, whose sections come first on the page. The war is
hidden from its own fit.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

import findings
from truceline.foresee import score
from truceline.pipeline import ask, outlook
from truceline.show.svg import svg
from truceline.terms.forecasts import Forecast
from truceline.terms.wars import War

_INK, _SOFT, _FAINT, _BAND = "#1a1a1a", "#5a5a5a", "#d9d6cf", "#dedbd4"
YEAR = 12
PAGE = findings.Page(
    "korea", "korea",
    "The war in Korea, 1950 to 1953, from dated lists of truce talks, strikes and backers. No "
    "daily series is built in, so that the five questions that need one cannot be answered; what "
    "the outlook would have said through two years of talks stands at the end.",
)  # fmt: skip
FIRST, LAST = date(1951, 7, 1), date(1953, 7, 1)
FIGURE = "korea_outlook.svg"


def main() -> None:
    """Write the page and its figure."""
    war = ask.load(PAGE.war).war
    found = months(war, FIRST, LAST)
    drawn = figure(war, found)
    (findings.PAGES / FIGURE).write_text(drawn + "\n", "utf-8", newline="\n")
    text = written(war, found)
    (findings.PAGES / f"{PAGE.name}.md").write_text(text, "utf-8", newline="\n")
    print(f"docs/findings/{PAGE.name}.md")


def written(war: War, found: "tuple[Month, ...]") -> str:
    """Return the page as Markdown."""
    told = "\n".join(section(war, found, FIGURE))
    return f"{findings.written(PAGE)}\n{told}".rstrip() + "\n"


@dataclass(frozen=True, slots=True)
class Month:
    """What was said on one day: the chances by span in months, and of a ceasefire in a year."""

    day: date
    stop: dict[int, Forecast]
    ceasefire: dict[int, Forecast]


def months(war: War, first: date, last: date) -> tuple[Month, ...]:
    """Return what would have been said on the first day of each month, the war hidden.

    Parameters
    ----------
    war : War
        A war that ended.
    first, last : date
        First days of months.

    Returns
    -------
    tuple of Month
        In order.
    """
    found = []
    day = first
    while day <= last:
        made = outlook.of_war(war, as_of=day, what_if=["hide=yes"]).forecasts
        spans: dict[str, dict[int, Forecast]] = {"stop": {}, "ceasefire": {}}
        for each in made:
            spans[each.event][round((each.by - day).days / 30.4375)] = each
        found.append(Month(day, spans["stop"], spans["ceasefire"]))
        day = date(day.year + day.month // 12, day.month % 12 + 1, 1)
    return tuple(found)


def section(war: War, found: tuple[Month, ...], figure: str) -> Iterator[str]:
    """Yield the section of a page of findings, line by line.

    Parameters
    ----------
    war : War
        The war.
    found : tuple of Month
        As `months` gives them.
    figure : str
        Name of the figure's file beside the page.

    Yields
    ------
    str
        A line.
    """
    end = war.end or found[-1].day
    yield "## What would the outlook have said, month by month?"
    yield ""
    yield (
        f"On the first day of each month from {found[0].day} to {found[-1].day}, with nothing "
        "known that came later and this war hidden from the fit: the chance that all fighting "
        "stops for 30 days or more, whoever wins, and that a ceasefire or agreement without a "
        f"winner comes within twelve months. It did on {end}."
    )
    yield ""
    yield f"![Chance of a stop of the fighting, month by month]({figure})"
    yield ""
    yield (
        "| on | stop within 1 month | 3 months | 6 months | 12 months (.90 interval) | ceasefire "
        "within 12 months | came within 12 months |"
    )
    yield "|---|---|---|---|---|---|---|"
    for each in found:
        year, narrow = each.stop[YEAR], each.ceasefire[YEAR]
        short = " | ".join(f"{each.stop[span].probability:.2f}" for span in (1, 3, 6))
        came = "yes" if end <= year.by else "no"
        yield (
            f"| {each.day} | {short} | {year.probability:.2f} ({year.low:.2f} to {year.high:.2f}) "
            f"| {narrow.probability:.3f} | {came} |"
        )
    yield ""
    yield _said(war, found)
    yield ""


def _said(war: War, found: tuple[Month, ...]) -> str:
    """What the table comes to, in words."""
    end = war.end or found[-1].day
    first, last = found[0].stop[YEAR], found[-1].stop[YEAR]
    all_spans = [(each, each.by >= end) for month in found for each in month.stop.values()]
    ours = sum(float(score.brier(each.probability, float(came))) for each, came in all_spans)
    naive = sum(float(score.brier(_lindy(war, each), float(came))) for each, came in all_spans)
    return (
        f"The chance for a year falls from {first.probability:.2f} to {last.probability:.2f} as "
        "the war grows older, because wars that have run long tend to go on. That is all it knows: "
        "talks, Stalin's death and the agreement on prisoners are not in it, and the truce came in "
        "a month for which it gave a stop a chance of "
        f"{100 * found[-1].stop[1].probability:.0f} %. Over these {len(all_spans)} forecasts its "
        f"Brier score is {ours / len(all_spans):.3f}, Lindy's rule's {naive / len(all_spans):.3f}; "
        "they are one war, and no test. That it was a ceasefire and no victory was foretold as "
        "very unlikely, because by then hardly a war between states on record had ended so."
    )


def _lindy(war: War, said: Forecast) -> float:
    """Lindy's rule for the same span."""
    ahead, behind = (said.by - said.as_of).days, (said.as_of - war.start).days
    return ahead / (ahead + behind)


def figure(war: War, found: tuple[Month, ...]) -> str:
    """Return the figure as SVG: the chance for a year with its interval, and for three months.

    Parameters
    ----------
    war : War
        The war.
    found : tuple of Month
        As `months` gives them.

    Returns
    -------
    str
        One `<svg role="img">`.
    """
    told = "; ".join(f"{each.day}: {each.stop[YEAR].probability:.2f}" for each in found)
    return svg(
        chart(war, found), name="outlook-months",
        title=f"{war.name}: chance that the fighting stops, as it would have been said",
        description=f"Within twelve months: {told}",
    )  # fmt: skip


def chart(war: War, found: tuple[Month, ...]) -> dict[str, Any]:
    """Return the figure as a Vega-Lite specification.

    Parameters
    ----------
    war : War
        For its rounds of talks and its end.
    found : tuple of Month
        As `months` gives them.

    Returns
    -------
    dict
        Lines with the interval of the upper one, rounds of talks as bars at the foot, the end as
        a rule.
    """
    end = war.end or found[-1].day
    rows = [
        {
            "t": _stamp(each.day), "y": each.stop[YEAR].probability, "l": each.stop[YEAR].low,
            "h": each.stop[YEAR].high, "q": each.stop[3].probability,
        }
        for each in found
    ]  # fmt: skip
    talks = _talks(war, found, end)
    scale = {"domain": [_stamp(found[0].day), _stamp(date(end.year, end.month, 28))], "type": "utc"}
    grid = {"labelColor": _SOFT, "tickColor": _FAINT, "domainColor": _SOFT, "gridColor": "#ebe8e2",
            "labelFontSize": 12, "title": None}  # fmt: skip
    x = {"field": "t", "type": "temporal", "scale": scale,
         "axis": {**grid, "format": "%b %Y", "tickCount": 8, "grid": False}}  # fmt: skip
    y = {"type": "quantitative", "scale": {"domain": [0, 0.8], "nice": False},
         "axis": {**grid, "format": ".0%", "tickCount": 5}}  # fmt: skip
    name = {"type": "text", "align": "left", "color": _INK, "fontSize": 12}
    layers = [
        {"mark": {"type": "area", "color": _BAND, "opacity": 1},
         "encoding": {"x": x, "y": {**y, "field": "l"}, "y2": {"field": "h"}}},
        {"mark": {"type": "line", "color": _INK, "strokeWidth": 2},
         "encoding": {"x": x, "y": {**y, "field": "y"}}},
        {"mark": {"type": "line", "color": _INK, "strokeWidth": 1.5, "strokeDash": [5, 4]},
         "encoding": {"x": x, "y": {**y, "field": "q"}}},
        {"data": {"values": talks}, "mark": {"type": "bar", "height": 6, "color": _SOFT},
         "encoding": {"x": {**x, "field": "a"}, "x2": {"field": "b"}, "y": {**y, "field": "y"}}},
        {"data": {"values": [{"t": _stamp(end)}]},
         "mark": {"type": "rule", "color": _INK, "strokeWidth": 1},
         "encoding": {"x": x}},
        *(_label(name, x, y, each) for each in _labels(found, end)),
    ]  # fmt: skip
    return {
        "$schema": "https://vega.github.io/schema/vega-lite/v5.json",
        "data": {"values": rows}, "width": 640, "height": 260, "autosize": "none",
        "padding": {"left": 48, "right": 24, "top": 12, "bottom": 28}, "background": None,
        "layer": layers,
        "config": {"font": "sans-serif", "view": {"stroke": None}, "aria": False},
    }  # fmt: skip


def _talks(war: War, found: tuple[Month, ...], end: date) -> list[dict[str, float]]:
    """The stretches of talks that were held, as bars at the foot."""
    return [
        {"a": _stamp(max(each.start, found[0].day)), "b": _stamp(min(each.end, end)), "y": 0.012}
        for each in war.rounds
        if each.status == "held" and each.end >= found[0].day
    ]


def _labels(found: tuple[Month, ...], end: date) -> list[tuple[date, float, str, str]]:
    """Where what is drawn is named: day, height, words, side."""
    at = found[len(found) // 3]
    return [
        (
            at.day,
            (at.stop[YEAR].high or 0) + 0.025,
            "within twelve months, with its interval",
            "left",
        ),
        (at.day, at.stop[3].probability + 0.025, "within three months", "left"),
        (found[0].day, 0.045, "talks", "left"),
        (end, 0.76, "armistice ", "right"),
    ]


def _label(
    mark: dict[str, Any], x: dict[str, Any], y: dict[str, Any], each: tuple[date, float, str, str]
) -> dict[str, Any]:
    """One name."""
    day, height, words, side = each
    return {
        "data": {"values": [{"t": _stamp(day), "v": height, "w": words}]},
        "mark": {**mark, "align": side, "dx": 0 if side == "left" else -4},
        "encoding": {"x": x, "y": {**y, "field": "v"}, "text": {"field": "w"}},
    }


def _stamp(day: date) -> int:
    """A day as milliseconds of universal time."""
    return (day - date(1970, 1, 1)).days * 86_400_000


if __name__ == "__main__":
    main()
