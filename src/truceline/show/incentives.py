"""The figures of an account of incentives: the tornado and the region. Model, not measurement."""

from typing import Any

from truceline.show.numbers import percent
from truceline.show.svg import svg
from truceline.show.text import line
from truceline.show.views import Table
from truceline.terms.accounts import Account, Bar, Region

_INK, _SOFT, _FAINT = "#1a1a1a", "#5a5a5a", "#d9d6cf"
_LIGHT, _DARK = "#f4f2ec", "#3a3a3a"  # one ramp of grey: it reads the same on a printer
_LABEL = "Model, not measurement. "
_ROW = 22
_KIND = {
    "power": "chance of winning all by fighting",
    "shift": "shift of power after a truce",
    "monitoring": "monitoring of a truce",
    "step": "smallest part of the stake",
    "cost": "cost of fighting",
    "backers": "supply",
    "guarantee": "security guarantee",
    "after_truce": "power from supply after a truce",
}


def tornado_chart(bars: tuple[Bar, ...]) -> dict[str, Any]:
    """Return the tornado as a Vega-Lite specification.

    Parameters
    ----------
    bars : tuple of Bar
        In the order drawn, the first on top.

    Returns
    -------
    dict
        A bar a parameter, from the share of the box with a settlement at its low end (hollow
        point) to that at its high end (full point).
    """
    rows = [
        {"name": f"{line(bar.name)}  {bar.low:g} … {bar.high:g}", "l": bar.at_low, "h": bar.at_high}
        for bar in bars
    ]
    y = {
        "field": "name", "type": "nominal", "sort": None,
        "axis": _axis(labelLimit=230, ticks=False, domain=False),
    }  # fmt: skip
    x = {
        "type": "quantitative", "scale": {"domain": [0, 1]},
        "axis": _axis(format=".0%", tickCount=5, grid=True),
    }  # fmt: skip
    points = {"type": "point", "size": 48, "stroke": _INK, "strokeWidth": 1.4, "opacity": 1}
    layers = [
        {
            "mark": {"type": "bar", "height": 6, "color": _FAINT},
            "encoding": {"y": y, "x": {**x, "field": "l"}, "x2": {"field": "h"}},
        },
        {
            "mark": {**points, "fill": "#ffffff"},
            "encoding": {"y": y, "x": {**x, "field": "l"}},
        },
        {
            "mark": {**points, "fill": _INK},
            "encoding": {"y": y, "x": {**x, "field": "h"}},
        },
    ]
    return _spec(rows, layers, size=(400, _ROW * max(len(rows), 1)), left=236)


def region_chart(region: Region) -> dict[str, Any]:
    """Return the region plot as a Vega-Lite specification.

    Parameters
    ----------
    region : Region
        Two parameters and the share of the rest of the box that is open at each cell.

    Returns
    -------
    dict
        Cells from dark (no settlement) to light (a settlement everywhere), and a frame around the
        ranges that the war gives.
    """
    wide, high = _step(region.x), _step(region.y)
    rows = _cells(region)
    x, y = (
        {
            "field": name, "type": "quantitative",
            "scale": {"domain": [ends[0] - half / 2, ends[-1] + half / 2], "nice": False},
            "axis": _axis(title=_title(title), grid=False, tickCount=6, titleColor=_INK),
        }
        for name, ends, half, title in (
            ("x", region.x, wide, region.x_name), ("y", region.y, high, region.y_name),
        )
    )  # fmt: skip
    colour = {
        "field": "o", "type": "quantitative",
        "scale": {"domain": [0, 1], "range": [_DARK, _LIGHT]},
        "legend": {
            "title": ["open share", "of the rest"], "format": ".0%", "labelColor": _SOFT,
            "titleColor": _INK, "titleFontWeight": "normal", "values": [0, 0.5, 1],
            "gradientLength": 150,
        },
    }  # fmt: skip
    layers = [
        {
            "mark": {"type": "rect", "strokeWidth": 0},
            "encoding": {
                "x": x, "x2": {"field": "x2"}, "y": y, "y2": {"field": "y2"}, "color": colour,
            },
        },
        *_frame(region, x, y),
    ]  # fmt: skip
    return _spec(rows, layers, size=(360, 300), left=70, right=120, bottom=44)


def figures(account: Account) -> tuple[str, ...]:
    """Return an account's figures as inline SVG, the tornado first.

    Parameters
    ----------
    account : Account
        What the models say of a war.

    Returns
    -------
    tuple of str
        One SVG, or two where there is a region.
    """
    first = svg(
        tornado_chart(account.tornado),
        name="incentives-tornado",
        title=f"{_LABEL}What each parameter does to the share of the box with a settlement",
        description="; ".join(
            f"{bar.name}: {bar.at_low:.0%} at {bar.low:g}, {bar.at_high:.0%} at {bar.high:g}"
            for bar in account.tornado
        ),
    )
    if account.region is None:
        return (first,)
    plane = account.region
    second = svg(
        region_chart(plane),
        name="incentives-region",
        title=f"{_LABEL}Where a settlement exists, by {plane.x_name} and {plane.y_name}",
        description=f"Share of the rest of the box with a settlement: "
        f"{plane.open[0][0]:.0%} with both lowest, {plane.open[0][-1]:.0%} with {plane.x_name} "
        f"highest, {plane.open[-1][0]:.0%} with {plane.y_name} highest, "
        f"{plane.open[-1][-1]:.0%} with both highest. The frame holds the ranges given.",
    )
    return first, second


def behind(account: Account) -> tuple[Table, ...]:
    """Return the numbers behind an account's figures, a table each.

    Parameters
    ----------
    account : Account
        What the models say of a war.

    Returns
    -------
    tuple of Table
        In the order of `figures`.
    """
    heads = ("Parameter", "From", "To", "Settlement at the low end", "Settlement at the high end")
    bars = tuple(
        (
            _title(bar.name),
            f"{bar.low:g}",
            f"{bar.high:g}",
            *map(percent, (bar.at_low, bar.at_high)),
        )
        for bar in account.tornado
    )
    first = Table("Share of the box with a settlement", heads, bars)
    plane = account.region
    if plane is None:
        return (first,)
    cells = tuple(
        (f"{high:g}", *map(percent, shares))
        for high, shares in zip(plane.y[::4], plane.open[::4], strict=True)
    )
    across = tuple(f"{plane.x_name} at {share:g}" for share in plane.x[::4])
    rows = tuple((cell[0], *cell[1::4]) for cell in cells)
    return first, Table("Every fourth step of the plane", (plane.y_name, *across), rows)


def _title(name: str) -> str:
    """Return a parameter's name with what it is, where that is known."""
    kind = _KIND.get(name.partition(".")[0])
    return line(f"{kind} ({name})" if kind else name)


def _cells(region: Region) -> list[dict[str, float]]:
    """Return a row a cell; each reaches a little over the next, so that no seam shows."""
    wide, high, lap = _step(region.x), _step(region.y), 0.53
    return [
        {
            "x": x - wide / 2,
            "x2": x + lap * wide,
            "y": y - high / 2,
            "y2": y + lap * high,
            "o": cell,
        }
        for y, cells in zip(region.y, region.open, strict=True)
        for x, cell in zip(region.x, cells, strict=True)
    ]


def _frame(region: Region, x: dict[str, Any], y: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the frame around the ranges that the war gives, dark and light so that it shows."""
    (left, right), (low, high) = region.x_range, region.y_range
    plain = {"type": "rect", "fill": None}
    marks = (
        {**plain, "stroke": _INK, "strokeWidth": 3.5},
        {**plain, "stroke": "#ffffff", "strokeWidth": 1.5, "strokeDash": [6, 4]},
    )
    return [
        {
            "data": {"values": [{"x": left, "x2": right, "y": low, "y2": high}]},
            "mark": mark,
            "encoding": {"x": x, "x2": {"field": "x2"}, "y": y, "y2": {"field": "y2"}},
        }
        for mark in marks
    ]


def _step(ends: tuple[float, ...]) -> float:
    """Return the distance between two cells."""
    return (ends[-1] - ends[0]) / (len(ends) - 1)


def _axis(**extra: Any) -> dict[str, Any]:
    return {
        "labelColor": _SOFT, "labelFontSize": 12, "tickColor": _FAINT, "domainColor": _SOFT,
        "gridColor": "#ebe8e2", "title": None, "titleFontWeight": "normal", **extra,
    }  # fmt: skip


def _spec(
    rows: list[dict[str, Any]],
    layers: list[dict[str, Any]],
    *,
    size: tuple[int, int],
    left: int,
    right: int = 24,
    bottom: int = 28,
) -> dict[str, Any]:
    """Return a chart of a fixed size: the same bytes whatever fonts a machine has."""
    return {
        "$schema": "https://vega.github.io/schema/vega-lite/v5.json",
        "data": {"values": rows},
        "width": size[0],
        "height": size[1],
        "autosize": "none",
        "padding": {"left": left, "right": right, "top": 12, "bottom": bottom},
        "background": None,
        "layer": layers,
        "config": {"font": "sans-serif", "view": {"stroke": None}, "aria": False},
    }
