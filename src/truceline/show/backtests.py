"""A backtest in words and pictures: tables as Markdown, the reliability diagram."""

from collections.abc import Iterator, Sequence
from typing import Any

from truceline.show.svg import svg
from truceline.show.text import line
from truceline.terms.backtests import BacktestReport, Bin, Gap, ScoreTable

_INK, _SOFT, _FAINT = "#1a1a1a", "#5a5a5a", "#d9d6cf"


def markdown(report: BacktestReport) -> str:
    """Return all of a backtest as Markdown.

    Parameters
    ----------
    report : BacktestReport
        What was found.

    Returns
    -------
    str
        A heading and a table for each, then reliability, then the limits.
    """
    parts = [row for table in report.tables for row in _table(table)]
    for name, bins in report.reliability:
        parts += _reliability(name, bins)
    parts += ["", "## Limits", "", *(f"- {each}" for each in report.limits)]
    return "\n".join(parts).strip() + "\n"


def markdown_tables(report: BacktestReport, which: Sequence[int]) -> str:
    """Return some tables of a backtest as Markdown.

    Parameters
    ----------
    report : BacktestReport
        What was found.
    which : sequence of int
        Their places.

    Returns
    -------
    str
        A heading and a table for each.
    """
    return "\n".join(row for place in which for row in _table(report.tables[place])).strip() + "\n"


def outcomes(rows: Sequence[dict[str, Any]]) -> Iterator[str]:
    """Yield scored forecasts as lines of plain text, and their mean.

    Parameters
    ----------
    rows : sequence of dict
        A forecast's fields with `came`, `brier` and `log`.

    Yields
    ------
    str
        A line.

    Examples
    --------
    >>> list(outcomes([]))
    ['no archived forecast of this war has come to its day yet']
    """
    if not rows:
        yield "no archived forecast of this war has come to its day yet"
        return
    for row in rows:
        came = "came" if row["came"] else "did not come"
        yield (
            f"{row['as_of']}  {row['event']} by {row['by']}: said {row['probability']:.2f}, "
            f"{came}; Brier {row['brier']:.3f}, log {row['log']:.3f} ({row['version']})"
        )
    means = [sum(float(row[name]) for row in rows) / len(rows) for name in ("brier", "log")]
    yield f"mean of {len(rows)}: Brier {means[0]:.3f}, log {means[1]:.3f}"


def summary(report: BacktestReport) -> Iterator[str]:
    """Yield a backtest as lines of plain text, for a terminal.

    Parameters
    ----------
    report : BacktestReport
        What was found.

    Yields
    ------
    str
        A line.
    """
    yield f"{report.question}, {report.version}, seed {report.seed}: {report.terms}"
    for table in report.tables:
        yield ""
        yield f"{table.title} ({_counts(table)})"
        for row in table.rows:
            told = "  ".join(f"{name} {value:.4f}" for name, value in row.scores.items())
            gaps = "  ".join(f"{name} {gap_words(gap)}" for name, gap in row.gaps.items())
            yield f"  {row.name:<26} {told}" + (f"  {table.ours} less it: {gaps}" if gaps else "")
    yield ""
    yield from report.limits


def gap_words(gap: Gap) -> str:
    """Return a difference of scores with its interval.

    Parameters
    ----------
    gap : Gap
        Ours less theirs.

    Returns
    -------
    str
        A star marks a whole interval below 0: ours is better.

    Examples
    --------
    >>> gap_words(Gap(-0.0372, -0.0457, -0.0294, 196))
    '−0.0372 (−0.0457 to −0.0294) *'
    """
    told = f"{gap.value:.4f} ({gap.low:.4f} to {gap.high:.4f})".replace("-", "−")
    return f"{told} *" if gap.better else told


def reliability_chart(bins: Sequence[Bin]) -> dict[str, Any]:
    """Return the reliability diagram as a Vega-Lite specification.

    Parameters
    ----------
    bins : sequence of Bin
        Of one event.

    Returns
    -------
    dict
        A point a bin, with the interval of how often it came; a forecast that keeps its word lies
        on the line.
    """
    rows = [
        {"said": each.said, "came": each.came, "low": each.low, "high": each.high} for each in bins
    ]
    scale = {"domain": [0, 1], "nice": False}
    axis = {"labelColor": _SOFT, "titleColor": _INK, "tickColor": _FAINT, "domainColor": _SOFT,
            "gridColor": "#ebe8e2", "format": ".0%", "labelFontSize": 12,
            "titleFontWeight": "normal"}  # fmt: skip
    x = {"field": "said", "type": "quantitative", "scale": scale,
         "axis": {**axis, "title": "chance given"}}  # fmt: skip
    y = {"type": "quantitative", "scale": scale, "axis": {**axis, "title": "share that came"}}
    layers = [
        {"data": {"values": [{"a": 0, "b": 0}, {"a": 1, "b": 1}]},
         "mark": {"type": "line", "color": _SOFT, "strokeDash": [5, 4], "strokeWidth": 1},
         "encoding": {"x": {"field": "a", "type": "quantitative"},
                      "y": {"field": "b", "type": "quantitative"}}},
        {"mark": {"type": "rule", "color": _SOFT, "strokeWidth": 1.5},
         "encoding": {"x": x, "y": {**y, "field": "low"}, "y2": {"field": "high"}}},
        {"mark": {"type": "point", "filled": True, "size": 50, "color": _INK, "opacity": 1},
         "encoding": {"x": x, "y": {**y, "field": "came"}}},
    ]  # fmt: skip
    return {
        "$schema": "https://vega.github.io/schema/vega-lite/v5.json",
        "data": {"values": rows}, "width": 320, "height": 320, "autosize": "none",
        "padding": {"left": 66, "right": 24, "top": 16, "bottom": 48}, "background": None,
        "layer": layers,
        "config": {"font": "sans-serif", "view": {"stroke": None}, "aria": False},
    }  # fmt: skip


def reliability(name: str, bins: Sequence[Bin], *, ident: str) -> str:
    """Return the reliability diagram of one event as inline SVG.

    Parameters
    ----------
    name : str
        The event.
    bins : sequence of Bin
        Its forecasts by height.
    ident : str
        What the ids in it begin with.

    Returns
    -------
    str
        One `<svg role="img">`.
    """
    told = "; ".join(f"said {each.said:.0%}, came {each.came:.0%}" for each in bins)
    return svg(
        reliability_chart(bins), name=ident, title=f"Chance given and share that came: {name}",
        description=told,
    )  # fmt: skip


def _table(table: ScoreTable) -> list[str]:
    """One table of scores as Markdown."""
    names = list(table.rows[0].scores)
    heads = ["way of forecasting", *names, *(f"{table.ours} less it: {name}" for name in names)]
    found = ["", f"### {line(table.title)}", "", _counts(table) + ".", ""]
    found += ["| " + " | ".join(heads) + " |", "|" + "---|" * len(heads)]
    for row in table.rows:
        cells = [row.name, *(f"{row.scores[name]:.4f}" for name in names)]
        cells += [gap_words(row.gaps[name]) if row.gaps else "" for name in names]
        found.append("| " + " | ".join(cells) + " |")
    return [*found, *(["", table.note] if table.note else [])]


def _counts(table: ScoreTable) -> str:
    """How much a table stands on."""
    came = "" if table.came is None else f"; on average {table.came:.1%} came"
    return f"{table.forecasts:,} forecasts of {table.clusters}, {table.first} to {table.last}{came}"


def _reliability(name: str, bins: Sequence[Bin]) -> list[str]:
    """One reliability table."""
    found = ["", f"### Chance given and share that came: {name}", ""]
    found += ["| chance given, mean | share that came | its interval | forecasts | wars |"]
    found += ["|---|---|---|---|---|"]
    for each in bins:
        span = f"{each.low:.3f} to {each.high:.3f}"
        found.append(
            f"| {each.said:.3f} | {each.came:.3f} | {span} | {each.n:,} | {each.clusters} |"
        )
    return found
