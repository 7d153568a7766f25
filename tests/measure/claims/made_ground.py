"""A made-up war with a record small enough to count by hand."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

import polars as pl

from truceline.measure.claims.ground import Ground
from truceline.terms.claims import Claim, Size, Window
from truceline.terms.results import Answer, Question, Verdict
from truceline.terms.wars import Backer, Round, Series, Side, Strike, Support, Truce, War

START = date(2030, 1, 1)
DRONES = Series(
    name="drones", file="d.csv", unit="drones a day", side="XNO", holds="other",
    reported_by="the southern air force", what="Northern drones.",
)  # fmt: skip
ALL = Series(name="all", file="a.csv", unit="drones and missiles a day", side="XNO",
             holds="attacks", reported_by="the southern air force")  # fmt: skip
LOSSES = Series(name="losses", file="l.csv", unit="persons a day, claimed", side="XNO",
                holds="losses", reported_by="the southern staff")  # fmt: skip
DEATHS = Series(name="deaths", file="m.csv", unit="deaths a month", holds="deaths")
MAP = Series(name="map", file="k.csv", unit="km2 held", side="XNO", holds="area",
             reported_by="a map")  # fmt: skip
WAR = War(
    folder="made", name="Made-up war", start=START,
    sides=(Side(code="XNO", name="Norland"), Side(code="XSO", name="Southland")),
    backers=(Backer(code="CHN", side="XNO", since=START, source="a list"),
             Backer(code="USA", side="XSO", since=START, source="a list")),
    rounds=(
        Round(start=date(2030, 3, 4), end=date(2030, 3, 5), announced_on=date(2030, 3, 1),
              place="Lake City", agreed=("exchange of 100 prisoners each",)),
        Round(start=date(2030, 5, 6), end=date(2030, 5, 6), status="collapsed", place="Port"),
        Round(start=date(2030, 7, 1), end=date(2030, 7, 1), place="Port"),
    ),
    truces=(
        Truce(start=date(2030, 4, 1), end=date(2030, 4, 3), declared_by=("XNO",),
              limited_to="holiday", kept="no: fighting went on"),
        Truce(start=date(2030, 12, 1), declared_by=("XNO", "XSO"), kept="yes"),
    ),
    strikes=(
        Strike(date=date(2030, 3, 2), side="XSO", what="explosives under the long bridge",
               place="Strait"),
        Strike(date=date(2030, 3, 6), side="XNO", what="missiles, called an answer",
               place="South City"),
        Strike(date=date(2030, 6, 1), side="XSO", what="cruiser sinks", place="Sea"),
    ),
    support=(
        Support(date=date(2030, 2, 1), backer="USA", kind="aid", what="a loan", side="XSO",
                amount=5e9, unit="USD"),
        Support(date=date(2030, 2, 20), backer="USA", kind="pause", what="deliveries held back",
                side="XSO"),
    ),
    series=(DRONES, ALL, LOSSES, DEATHS, MAP),
)  # fmt: skip
SCHEMA = {"series": pl.String, "date": pl.Date, "value": pl.Float64, "low": pl.Float64,
          "high": pl.Float64}  # fmt: skip


def panel() -> pl.DataFrame:
    """Return 10 drones a day in January, 20 in February, 300 on 2 March; losses; a map."""
    rows: list[tuple[str, date, float, float | None, float | None]] = []
    for step in range(59):
        day = START + timedelta(days=step)
        level = 10.0 if day.month == 1 else 20.0
        rows += [("drones", day, level, None, None), ("all", day, level + 2, None, None)]
        rows += [("losses", day, 100.0, None, None), ("map", day, 1000.0 + step, None, None)]
    rows += [("drones", date(2030, 3, 1), 100.0, None, None)]
    rows += [("drones", date(2030, 3, 2), 300.0, None, None)]
    rows += [("drones", date(2030, 3, 3), 200.0, None, None)]
    rows += [("deaths", date(2030, 1, 1), 500.0, 400.0, 700.0)]
    return pl.DataFrame(rows, schema=SCHEMA, orient="row")


def answer(question: Question, as_of: date, verdict: Verdict = "supported") -> Answer:
    """Return an answer that says nothing but a verdict."""
    return Answer(
        question=question,
        war="made",
        as_of=f"{as_of}",
        statement="So it is.",
        claim="x",
        verdict=verdict,
        limits=("none",),
        method="m",
        evidence=("a row",),
    )


def ground(
    as_of: date = date(2030, 12, 31), published: date | None = date(2030, 3, 10), **more: Any
) -> Ground:
    """Return the made-up war's record as known on a day."""
    other = pl.DataFrame(
        [("drones", date(2030, 3, 1), 300.0, None, None)], schema=SCHEMA, orient="row"
    )
    given: Mapping[str, Any] = {
        "war": WAR, "panel": panel(), "other": other, "ask": answer,
        "numbers": lambda text: tuple(
            Size(float(each), float(each)) for each in text.split() if each.isdigit()
        ),
        "last": date(2030, 12, 31), **more,
    }  # fmt: skip
    return Ground(as_of=as_of, published=published, **given)


def day(month: int, number: int, precision: str = "day") -> Window:
    """Return one day of 2030."""
    return Window(date(2030, month, number), date(2030, month, number), precision)


def span(first: tuple[int, int], last: tuple[int, int], precision: str = "span") -> Window:
    """Return a span of 2030."""
    return Window(date(2030, *first), date(2030, *last), precision)


def claim(kind: str, **fields: Any) -> Claim:
    """Return a claim of a made-up report."""
    given = {"claim_id": "1", "story_id": "s", "sentence": 0, "claim": "x", "quote": "q",
             "start": 0, "end": 1, **fields}  # fmt: skip
    given["words"] = frozenset(given.get("words", ()))
    return Claim(kind=kind, **given)  # type: ignore[arg-type]
