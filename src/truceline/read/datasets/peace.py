"""PA-X agreements, and the ETH/PRIO ceasefires: what was signed or declared, and when."""

import polars as pl

from truceline.read.datasets.adapter import Adapter, Built, take
from truceline.read.datasets.fields import calendar_day, days, whole
from truceline.read.datasets.table import ROW, Table

PAX_COLUMNS = (
    "Con", "Contp", "PP", "PPName", "Reg", "AgtId", "Ver", "Agt", "Dat", "Status", "Lgt",
    "N_characters", "Agtp", "Stage", "StageSub", "Part", "ThrdPart", "OthAgr", "Loc1ISO",
    "Loc2ISO", "Loc1GWNO", "Loc2GWNO", "UcdpCon", "UcdpAgr", "PamAgr", "CowWar", "Interim",
)  # fmt: skip
CEASEFIRE_COLUMNS = (
    "cc", "cf_id", "uniq_id", "location", "region", "link", "ucdp_actor_id", "actor_name",
    "ucdp_acd_id", "ucdp_dyad", "pax_id", "cf_dec_yr", "cf_dec_month", "cf_dec_day",
    "cf_effect_yr", "cf_effect_month", "cf_effect_day", "evidence_onset", "side", "partial",
    "written", "fixed", "fixed_time", "nsa_frac", "p_humanitarian", "p_peaceprocess", "p_holiday",
    "p_election", "p_other", "p_other_comment", "p_unclear", "ceasefire_class", "timing", "cf_pp",
    "mediator_nego", "mediator_send", "implement", "enforcement", "ddr", "splinter", "ended",
    "end_yr", "end_month", "end_day", "evidence_end", "comment",
)  # fmt: skip


def build_pax(table: Table) -> Built:
    """Return PA-X's agreements as EVENTS of type AGREE; its dates name the day first."""
    date = days(table.frame["Dat"], order="day first")
    fields = {
        "id": take(table, "AgtId"),
        "date_start": pl.lit(date),
        "date_end": pl.lit(date),
        "date_prec": pl.lit("day"),
        "type": pl.lit("AGREE"),
        "status": pl.lit("happened"),
        "hedge": pl.lit("stated"),
    }
    refuse = [
        ("no AgtId", take(table, "AgtId").is_null()),
        ("Dat cannot be read as a date", pl.lit(date).is_null()),
    ]
    return Built(table.frame, fields, refuse)


def build_ceasefires(table: Table) -> Built:
    """Return the ceasefires as EVENTS, one a ceasefire, its actors joined.

    The file has a row an actor; rows of one `uniq_id` are one ceasefire. Its day is the one on
    which it was declared (the earliest of its actors'); where the day or month is not known the
    event spans the month or year. The day it took effect and its end stay in the row's own columns.
    """
    both, remark = _by_ceasefire(table)
    part = pl.col("truceline_declared").str.split("-")
    year, month, day = (part.list.get(n).cast(pl.Int64, strict=False) for n in range(3))
    start = calendar_day(year, month.clip(lower_bound=1), day.clip(lower_bound=1))
    prec = pl.when(month < 1).then(pl.lit("year")).when(day < 1).then(pl.lit("month"))
    end = (
        pl.when(month < 1).then(calendar_day(year, 12, 31))
        .when(day < 1).then(start.dt.month_end())
        .otherwise(start)
    )  # fmt: skip
    fields = {
        "id": take(table, "uniq_id"),
        "date_start": start,
        "date_end": end,
        "date_prec": prec.otherwise(pl.lit("day")),
        "side_a": take(table, "actor_name"),
        "type": pl.lit("RETREAT"),
        "mode": pl.lit("ceasefire"),
        "status": pl.lit("happened"),
        "hedge": pl.lit("reported"),
    }
    refuse = [
        ("no uniq_id", take(table, "uniq_id").is_null()),
        ("no year in which it was declared", pl.col("truceline_declared").is_null()),
    ]
    return Built(both, fields, refuse, (remark,))


def _by_ceasefire(table: Table) -> tuple[pl.DataFrame, str]:
    """Return a row a ceasefire, rows without `uniq_id` as they are, and how many became one."""
    frame = table.frame
    rest = [name for name in table.columns if name not in {"uniq_id", "actor_name"}]
    joined = (
        frame.filter(pl.col("uniq_id").is_not_null())
        .group_by("uniq_id", maintain_order=True)
        .agg(
            pl.col(ROW).first(),
            pl.col("actor_name").drop_nulls().unique(maintain_order=True).str.join(";"),
            *[_joined(name) for name in rest],
            _earliest().alias("truceline_declared"),
        )
    )
    lonely = frame.filter(pl.col("uniq_id").is_null())
    both = pl.concat([joined, lonely], how="diagonal_relaxed").sort(ROW)
    several = frame.height - lonely.height
    return both, f"{several} rows of actors are {joined.height} ceasefires"


def _earliest() -> pl.Expr:
    """Return the earliest declaration among a ceasefire's rows as 1994-01-12, 00 if unknown."""
    year = whole("cf_dec_yr")
    parts = [year.cast(pl.String)]
    for name in ("cf_dec_month", "cf_dec_day"):
        known = pl.max_horizontal(whole(name).fill_null(0), pl.lit(0))
        parts.append(known.cast(pl.String).str.zfill(2))
    return pl.when(year > 0).then(pl.concat_str(parts, separator="-")).drop_nulls().min()


def _joined(name: str) -> pl.Expr:
    """Return a column's values over a ceasefire's rows: the one they share, or all of them."""
    return pl.col(name).drop_nulls().unique(maintain_order=True).str.join(";").alias(name)


PAX = Adapter(
    name="pa-x",
    title="PA-X",
    required=("Con", "AgtId", "Agt", "Dat", "Agtp"),
    known=PAX_COLUMNS,
    build=build_pax,
    war_key=("UcdpCon", "ucdp_conflict"),
)
CEASEFIRES = Adapter(
    name="eth-prio-ceasefires",
    title="ETH/PRIO ceasefires",
    required=("uniq_id", "actor_name", "cf_dec_yr", "cf_dec_month", "cf_dec_day"),
    known=CEASEFIRE_COLUMNS,
    build=build_ceasefires,
    war_key=("ucdp_acd_id", "ucdp_conflict"),
)
