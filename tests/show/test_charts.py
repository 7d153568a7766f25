"""The charts say what they should, without hanging on fonts, time zones or colour."""

from datetime import date
from typing import Any

from truceline.show.charts import profile_chart, timeline_chart
from truceline.terms.briefs import Brief
from truceline.terms.results import Profile

SPAN = (date(2030, 1, 7), date(2031, 9, 22))


def marks(spec: dict[str, Any], kind: str) -> list[dict[str, Any]]:
    return [layer for layer in spec["layer"] if layer["mark"]["type"] == kind]


def rows(layer: dict[str, Any]) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = layer["data"]["values"]
    return found


def test_rounds_are_told_apart_by_line_and_shape(brief: Brief) -> None:
    spec = timeline_chart(brief.timeline[0], brief, SPAN)
    points = marks(spec, "point")
    assert [each["mark"]["shape"] for each in points] == ["circle", "square", "cross"]
    assert [len(rows(each)) for each in points] == [1, 1, 1]
    dashes = [str(each["mark"]["strokeDash"]) for each in marks(spec, "rule")
              if "strokeDash" in each["mark"]]  # fmt: skip
    assert len(set(dashes)) == 3


def test_a_missing_week_breaks_the_line_and_is_shaded(brief: Brief) -> None:
    spec = timeline_chart(brief.timeline[0], brief, SPAN)
    (drawn,) = marks(spec, "line")
    assert sum(row["v"] is None for row in rows(drawn)) == 6
    assert drawn["mark"]["invalid"] == "break-paths-show-domains"
    (gap,) = marks(spec, "rect")
    first = rows(gap)[0]
    weeks = (first["u"] - first["t"]) / 86_400_000 / 7
    assert weeks == 6


def test_the_time_after_the_last_report_is_shaded_too(brief: Brief) -> None:
    late = timeline_chart(brief.timeline[0], brief, (SPAN[0], date(2032, 1, 1)))
    last = rows(marks(late, "rect")[0])[-1]
    end = (date(2032, 1, 2) - date(1970, 1, 1)).days * 86_400_000
    start = (date(2031, 9, 29) - date(1970, 1, 1)).days * 86_400_000
    assert (last["t"], last["u"]) == (start, end)


def test_layout_hangs_on_no_font_and_days_on_no_time_zone(brief: Brief) -> None:
    spec = timeline_chart(brief.timeline[0], brief, SPAN)
    assert spec["autosize"] == "none"
    assert spec["layer"][-1]["encoding"]["x"]["scale"]["type"] == "utc"


def test_a_profile_has_its_band_and_both_levels() -> None:
    made = Profile(
        series="x", days=(-1, 0, 1), ratio=(0.5, None, 9.0), low=(None, 0.5, 0.5),
        high=(1.5, 1.5, 1.5), level=0.95, n=3,
    )  # fmt: skip
    spec = profile_chart(made)
    (band,) = marks(spec, "area")
    assert [row["d"] for row in rows(band)] == [0, 1]
    (drawn,) = marks(spec, "line")
    assert [row["r"] for row in rows(drawn)] == [0.5, None, 5.0]
    levels = {row["r"]: each["mark"]["strokeDash"] for each in marks(spec, "rule")
              for row in rows(each) if "r" in row}  # fmt: skip
    assert set(levels) == {1.0, 1.25}
    assert levels[1.0] != levels[1.25]
