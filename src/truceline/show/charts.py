"""The charts of a brief as Vega-Lite specifications; no meaning hangs on colour."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Any

from truceline.terms.briefs import Brief, Track
from truceline.terms.results import Profile

_INK, _SOFT, _FAINT, _BAND = "#1a1a1a", "#5a5a5a", "#d9d6cf", "#dedbd4"
_DASH = {"held": [1, 0], "postponed": [6, 3], "collapsed": [1.5, 2.5]}
_SHAPE = {"held": "circle", "postponed": "square", "collapsed": "cross"}
_FILL = {"held": _INK, "postponed": "#ffffff", "collapsed": _INK}
_STEP = {"day": timedelta(days=1), "week": timedelta(days=7), "month": timedelta(days=31)}
_NARROW = 420  # two profiles stand side by side
_DAYS = "datum.value == 0 ? 'round' : format(datum.value, '+d')"
_LARGEST_RATIO = 5.0  # a day's ratio beyond it is drawn at the edge; the table has the number


def _stamp(when: date) -> int:
    """Return a day as milliseconds of universal time, so that no time zone moves it."""
    return (when - date(1970, 1, 1)).days * 86_400_000


def _axis(**extra: Any) -> dict[str, Any]:
    """Return an axis whose layout does not hang on how wide a letter is."""
    return {
        "labelColor": _SOFT, "labelFontSize": 12, "labelOverlap": False, "tickColor": _FAINT,
        "domainColor": _SOFT, "gridColor": "#ebe8e2", "title": None, **extra,
    }  # fmt: skip


def _spec(
    height: int, layers: Sequence[dict[str, Any]], *, width: int = 640, right: int = 24
) -> dict[str, Any]:
    """Return a chart of a fixed size: the same bytes whatever fonts a machine has."""
    return {
        "$schema": "https://vega.github.io/schema/vega-lite/v5.json",
        "width": width,
        "height": height,
        "autosize": "none",
        "padding": {"left": 56, "right": right, "top": 22, "bottom": 26},
        "background": None,
        "layer": list(layers),
        "config": {"font": "sans-serif", "view": {"stroke": None}, "aria": False},
    }


def timeline_chart(track: Track, brief: Brief, span: tuple[date, date]) -> dict[str, Any]:
    """Return the chart of one series over the war.

    Parameters
    ----------
    track : Track
        Values over time; a missing one breaks the line and is shaded.
    brief : Brief
        For rounds, truces and the report's date.
    span : tuple of datetime.date
        First and last day drawn.

    Returns
    -------
    dict
        A Vega-Lite specification of a fixed size.
    """
    first, last = span[0], span[1] + timedelta(days=1)
    years = [date(year, 1, 1) for year in range(first.year + 1, last.year + 1)]
    room = not years or (years[0] - first) / (last - first) > 0.12  # for two labels side by side
    ticks = [first, *years] if room else years
    x = {
        "field": "t",
        "type": "temporal",
        "scale": {"type": "utc", "domain": [_stamp(first), _stamp(last)], "nice": False},
        "axis": _axis(values=[_stamp(each) for each in ticks], format="%b %Y", grid=False),
    }
    y = {
        "field": "v",
        "type": "quantitative",
        "scale": {"zero": True, "nice": True},
        "axis": _axis(tickCount=4, domain=False, format=",~s"),
    }
    line_mark = {"type": "line", "color": _INK, "strokeWidth": 1.4, "interpolate": "linear"}
    layers = [
        *_truce_layers(brief, x, span),
        _gap_layer(track, x, span),
        {
            "data": {"values": _values(track)},
            "mark": {**line_mark, "invalid": "break-paths-show-domains"},
            "encoding": {"x": x, "y": y},
        },
        *_round_layers(brief, x, span),
    ]
    if brief.date is not None and first <= brief.date <= last:
        layers += _flag(x, brief.date, "report")
    return _spec(150, layers)


def _values(track: Track) -> list[dict[str, Any]]:
    """Return a track as rows; a missing day has no value."""
    return [
        {"t": _stamp(when), "v": value}
        for when, value in zip(track.dates, track.values, strict=True)
    ]


def _gap_layer(track: Track, x: dict[str, Any], span: tuple[date, date]) -> dict[str, Any]:
    """Shade the spans without reports: absence of a report is not absence of an attack."""
    rows = [
        {"t": _stamp(start), "u": _stamp(end + _STEP.get(track.step, timedelta(days=1)))}
        for start, end in _gaps(track)
    ]
    rows += _outside(track, span)
    return {
        "data": {"values": rows},
        "mark": {"type": "rect", "color": "#e8e5dd"},
        "encoding": {"x": x, "x2": {"field": "u"}},
    }


def _outside(track: Track, span: tuple[date, date]) -> list[dict[str, Any]]:
    """Return the spans before a track's first report and after its last."""
    if not track.dates:
        return []
    end = track.dates[-1] + _STEP.get(track.step, timedelta(days=1))
    spans = ((span[0], track.dates[0]), (end, span[1] + timedelta(days=1)))
    return [{"t": _stamp(start), "u": _stamp(stop)} for start, stop in spans if start < stop]


def _gaps(track: Track) -> Iterator[tuple[date, date]]:
    """Yield first and last date of each run of missing values."""
    start: date | None = None
    before: date | None = None
    for when, value in zip(track.dates, track.values, strict=True):
        if value is None and start is None:
            start = when
        if value is not None and start is not None and before is not None:
            yield start, before
            start = None
        before = when
    if start is not None and before is not None:
        yield start, before


def _truce_layers(brief: Brief, x: dict[str, Any], span: tuple[date, date]) -> list[dict[str, Any]]:
    """Draw general truces as a bar along the foot; limited ones are in the table only."""
    rows = [
        {"t": _stamp(max(each.start, span[0])), "u": _stamp(min(each.end or each.start, span[1]))}
        for each in brief.war.truces
        if span[0] <= each.start <= span[1] and each.limited_to is None
    ]
    mark = {"type": "rule", "color": _SOFT, "strokeWidth": 5, "strokeCap": "square"}
    encoding = {"x": x, "x2": {"field": "u"}, "y": {"value": 147}}
    return [{"data": {"values": rows}, "mark": mark, "encoding": encoding}]


def _round_layers(brief: Brief, x: dict[str, Any], span: tuple[date, date]) -> list[dict[str, Any]]:
    """Mark rounds by line style and shape, so that no meaning hangs on colour."""
    layers: list[dict[str, Any]] = []
    for status in ("held", "postponed", "collapsed"):
        rows = [
            {"t": _stamp(each.start)}
            for each in brief.war.rounds
            if each.status == status and span[0] <= each.start <= span[1]
        ]
        rule = {"type": "rule", "color": _SOFT, "strokeWidth": 0.9, "strokeDash": _DASH[status]}
        point = {
            "type": "point", "shape": _SHAPE[status], "filled": True, "size": 52, "opacity": 1,
            "fill": _FILL[status], "stroke": _INK, "strokeWidth": 1,
        }  # fmt: skip
        data = {"values": rows}
        layers.append({"data": data, "mark": rule, "encoding": {"x": x}})
        layers.append({"data": data, "mark": point, "encoding": {"x": x, "y": {"value": -6}}})
    return layers


def _flag(x: dict[str, Any], when: date, word: str) -> list[dict[str, Any]]:
    """Mark one day with a heavy line and a word above it."""
    data = {"values": [{"t": _stamp(when), "w": word}]}
    text = {"type": "text", "color": _INK, "fontSize": 12, "fontWeight": "bold", "dy": -18}
    encoding = {"x": x, "y": {"value": 0}, "text": {"field": "w", "type": "nominal"}}
    return [
        {"data": data, "mark": {"type": "rule", "color": _INK, "strokeWidth": 2.4},
         "encoding": {"x": x}},
        {"data": data, "mark": text, "encoding": encoding},
    ]  # fmt: skip


def profile_chart(profile: Profile) -> dict[str, Any]:
    """Return the chart of ratios by day around a round, with its band.

    Parameters
    ----------
    profile : Profile
        Ratios to the local baseline by day.

    Returns
    -------
    dict
        A Vega-Lite specification of a fixed size.
    """
    rows = [
        {"d": at, "r": _inside(ratio), "l": _inside(low), "h": _inside(high)}
        for at, ratio, low, high in zip(
            profile.days, profile.ratio, profile.low, profile.high, strict=True
        )
    ]
    first, last = min(profile.days, default=-14), max(profile.days, default=14)
    weeks = [at for at in range(first, last + 1) if at % 7 == 0]
    x = {"field": "d", "type": "quantitative",
         "scale": {"domain": [first, last], "nice": False},
         "axis": _axis(values=weeks, labelExpr=_DAYS, grid=False)}  # fmt: skip
    y = {"field": "r", "type": "quantitative", "scale": {"zero": True, "nice": True},
         "axis": _axis(tickCount=5, domain=False)}  # fmt: skip
    whole = [row for row in rows if row["l"] is not None and row["h"] is not None]
    band = {"data": {"values": whole}, "mark": {"type": "area", "color": _BAND},
            "encoding": {"x": x, "y": {**y, "field": "l"}, "y2": {"field": "h"}}}  # fmt: skip
    drawn = {"data": {"values": rows}, "encoding": {"x": x, "y": y},
             "mark": {"type": "line", "color": _INK, "strokeWidth": 1.6,
                      "point": {"color": _INK, "size": 22},
                      "invalid": "break-paths-show-domains"}}  # fmt: skip
    return _spec(170, [band, *_levels(y), _zero(x), drawn], width=_NARROW, right=72)


def _inside(value: float | None) -> float | None:
    """Keep a ratio on the drawn scale; one wild day must not flatten all others."""
    return None if value is None else min(value, _LARGEST_RATIO)


def _levels(y: dict[str, Any]) -> list[dict[str, Any]]:
    """Draw no change as a solid line and the smallest effect of interest as a dashed one."""
    layers = []
    for level, dash, word, baseline in (
        (1.0, [1, 0], "no change", "top"),
        (1.25, [6, 3], "+25 %", "bottom"),
    ):
        data = {"values": [{"r": level, "w": word}]}
        text = {"type": "text", "align": "left", "baseline": baseline, "color": _SOFT,
                "fontSize": 12}  # fmt: skip
        rule = {"type": "rule", "color": _SOFT, "strokeWidth": 1.1, "strokeDash": dash}
        encoding = {"y": y, "x": {"value": _NARROW + 6}, "text": {"field": "w", "type": "nominal"}}
        layers.append({"data": data, "mark": rule, "encoding": {"y": y}})
        layers.append({"data": data, "mark": text, "encoding": encoding})
    return layers


def _zero(x: dict[str, Any]) -> dict[str, Any]:
    """Draw the day of the round."""
    return {
        "data": {"values": [{"d": 0}]},
        "mark": {"type": "rule", "color": _INK, "strokeWidth": 1.4},
        "encoding": {"x": x},
    }
