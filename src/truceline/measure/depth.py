"""Coded attacks by how far behind the front they fell: deep, near, or at an unknown place.

"Symbolic" strikes are deep strikes: more than 100 km behind the front, or on a capital, a named
bridge, a strategic air base. Which places these were, and when, is the war's own dated list.
"""

import re
from collections.abc import Sequence
from datetime import date

import polars as pl

from truceline.terms.wars import Depth

_HAPPENED = ("happened", "ongoing")
_FINE = ("day", "week")  # a date known by the month says nothing of the week
_TOWN = 3  # UCDP's where_prec up to which a place is a town, a bridge, or near it
_REGION = 4  # UCDP's where_prec: a region; with a wider place the region is not known
_NEEDED = {"id", "type", "status", "date_start", "where_prec", "place", "admin1", "country"}
_ADDED = re.compile(
    r"\b(oblast|region|krai|kray|republic|province|governorate)\b['’]?", re.IGNORECASE
)
_SCHEMA = {"id": pl.String, "date": pl.Date, "by": pl.String, "depth": pl.String}


def attacks_by_depth(
    events: pl.DataFrame | None, rules: Sequence[Depth], *, as_of: date
) -> pl.DataFrame:
    """Return each coded attack with its depth behind the front.

    Parameters
    ----------
    events : polars.DataFrame or None
        In EVENTS shape, with `place`, `admin1` and `country` beside it. Only coded reports are
        used; a row whose column `again` is true tells of an event that another row stands for.
    rules : sequence of Depth
        Which places lay deep or near, in which span of days.
    as_of : date
        Later events are not used.

    Returns
    -------
    polars.DataFrame
        `id`, `date`, `by` (codes of who attacked, or null), `depth` ("deep", "near" or
        "unknown"), in order of date; empty where the events do not say where.

    Notes
    -----
    A named town or bridge goes before a region, a region before a country. Rules of one kind that
    disagree on a day give "unknown", and so does a place that no rule names.

    References
    ----------
    docs/methods/phases.md.

    Examples
    --------
    >>> rules = [Depth(depth="deep", country="UKR", admin1=("Lviv",))]
    >>> row = {"id": "e", "type": "ASSAULT", "status": "happened", "date_prec": "day",
    ...        "date_start": date(2025, 1, 3), "side_a": "RUS", "where_prec": 1,
    ...        "place": "Stryi", "admin1": "Lviv", "country": "UKR"}
    >>> attacks_by_depth(pl.DataFrame([row]), rules, as_of=date(2025, 2, 1))["depth"].to_list()
    ['deep']
    """
    if events is None or not set(events.columns) >= _NEEDED or not rules:
        return pl.DataFrame(schema=_SCHEMA)
    rows = events.filter(
        (pl.col("date_start") <= as_of) & (pl.col("type") == "ASSAULT")
        & pl.col("status").is_in(_HAPPENED)
    )  # fmt: skip
    if "source_dataset" in rows.columns:
        rows = rows.filter(pl.col("source_dataset") == "reports")
    if "again" in rows.columns:
        rows = rows.filter(~pl.col("again"))
    if "date_prec" in rows.columns:
        rows = rows.filter(pl.col("date_prec").is_null() | pl.col("date_prec").is_in(_FINE))
    by = pl.col("side_a") if "side_a" in rows.columns else pl.lit(None, pl.String)
    return rows.sort("date_start", "id").select(
        pl.col("id").cast(pl.String), pl.col("date_start").alias("date"),
        by.cast(pl.String).alias("by"), _depth(rules).alias("depth"),
    )  # fmt: skip


def _depth(rules: Sequence[Depth]) -> pl.Expr:
    """The narrowest rules that hold, if they agree."""
    whole = pl.col("where_prec").fill_null(_REGION + 1) <= _REGION
    near = pl.col("where_prec").fill_null(_REGION) <= _TOWN
    town = pl.col("place").fill_null("").str.to_lowercase()
    names = [
        (each, near & town.is_in([name.casefold() for name in each.places]))
        for each in rules if each.places
    ]  # fmt: skip
    region = pl.col("admin1").fill_null("").str.replace_all(f"(?i){_ADDED.pattern}", "")
    region = region.str.strip_chars().str.to_lowercase()
    regions = [
        (each, whole & region.is_in([plain(name) for name in each.admin1]))
        for each in rules if each.admin1
    ]  # fmt: skip
    known = whole & pl.col("admin1").is_not_null()
    countries = [(each, known) for each in rules if not each.places and not each.admin1]
    return pl.coalesce(_judged(names), _judged(regions), _judged(countries), pl.lit("unknown"))


def _judged(rules: Sequence[tuple[Depth, pl.Expr]]) -> pl.Expr:
    """What rules of one kind say: null where none holds, "unknown" where they disagree."""
    said = {
        depth: pl.any_horizontal(
            pl.lit(value=False),
            *[_holds(each) & able for each, able in rules if each.depth == depth],
        )
        for depth in ("deep", "near", "unknown")
    }
    several = pl.sum_horizontal(*[each.cast(pl.Int8) for each in said.values()]) > 1
    unknown = several | said["unknown"]
    return (
        pl.when(unknown).then(pl.lit("unknown")).when(said["deep"]).then(pl.lit("deep"))
        .when(said["near"]).then(pl.lit("near")).otherwise(None)
    )  # fmt: skip


def _holds(rule: Depth) -> pl.Expr:
    """Whether an event lies in a rule's country and span of days."""
    here = pl.col("country").fill_null("") == rule.country
    if rule.since is not None:
        here &= pl.col("date_start") >= rule.since
    if rule.until is not None:
        here &= pl.col("date_start") <= rule.until
    return here


def plain(region: str) -> str:
    """Return a region's name in small letters without "oblast" and the like.

    Parameters
    ----------
    region : str
        As a gazetteer or a reader spells it.

    Returns
    -------
    str
        What names are compared by.

    Examples
    --------
    >>> plain("Kharkivs’ka Oblast’"), plain("Kharkiv region")
    ('kharkivs’ka', 'kharkiv')
    """
    return _ADDED.sub("", region).strip().casefold()
