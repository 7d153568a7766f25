"""The estimates and checks of `front`."""

from dataclasses import dataclass
from datetime import date

import numpy as np

from truceline.measure.block_means import block_ratio
from truceline.measure.daily import Daily
from truceline.measure.front_area import Movement, months
from truceline.measure.front_index import LAST, LEVEL, Index
from truceline.measure.front_size import HELD, TRIALS
from truceline.measure.weekly import weekly
from truceline.terms.errors import TooFewData
from truceline.terms.results import Check, Estimate
from truceline.terms.wars import Series, War

SEED = 20250606
YEAR = 52
SHOWN = 12  # months in the table
MONTH = 365.25 / 12 / 7  # weeks
PACES = (
    (15, "CSIS on Russia's advance on Chasiv Yar"),
    (70, "CSIS on Russia's advance on Pokrovsk"),
    (80, "the French army on the Somme, 1916, as CSIS cites it"),
)
"""Published rates of advance, metres a day along one axis: Jones & McCabe, CSIS, January 2026."""
LIMITS = (
    "Low and high are relative to this war's own weeks; another war's would lie elsewhere.",
    "A hurting stalemate is a perception; these are conditions for one.",
    "A still front is not good news by itself: in Min's 97 wars stagnation undermines settlement.",
    "Gains and losses of one day cancel in an area held, so gross change is a lower bound.",
    "Published rates of advance (CSIS: 15 to 70 m a day; the Somme: 80) run along single axes.",
    "The index's interval holds the levels of both regimes as fitted.",
)


@dataclass(frozen=True, slots=True, eq=False)
class Front:
    """One map, the losses set beside it, its movement, and the maps that were not joined."""

    war: War
    until: date
    area: tuple[Series, Daily]
    cost: tuple[Series, Daily] | None
    moved: Movement
    beside: tuple[str, ...]


def estimates(found: Front, made: Index | None) -> tuple[Estimate, ...]:
    """Return the index, the pace, what it cost, and the last months.

    Parameters
    ----------
    found : Front
        One map and the losses.
    made : Index or None
        None where it could not be made.

    Returns
    -------
    tuple of Estimate
        The primary one first, where there is one.
    """
    return (*_index(made), *_pace(found), *_months(found))


def _index(made: Index | None) -> list[Estimate]:
    """Conditions for a stalemate."""
    if made is None:
        return []
    levels = "; ".join(
        f"{name} {model.mean[0]:,.0f} and {model.mean[1]:,.0f} a week"
        for name, model in (("movement, km2:", made.moves), ("losses:", made.losses))
    )
    method = f"two negative-binomial regimes each ({levels}); 2,000 drawn courses, levels held"
    unit = "share of weeks"
    boxes = (
        ("low movement, low losses", made.boxes[0, 0]),
        ("low movement, high losses", made.boxes[0, 1]),
        ("high movement, low losses", made.boxes[1, 0]),
        ("high movement, high losses", made.boxes[1, 1]),
    )
    return [
        Estimate(
            name=f"low movement with high losses, last {LAST} weeks (primary)", value=made.share,
            low=made.low, high=made.high, level=LEVEL, measured_in=unit, n=LAST, method=method,
        ),
        Estimate(
            name="low movement with high losses, last week", value=float(made.chance[-1]),
            measured_in="probability given both series", n=made.weeks, method=method,
        ),
        *(
            Estimate(
                name=f"weeks of {name}", value=float(count), measured_in="weeks, expected",
                n=made.weeks, method="movement by casualties (Min 2022), from the same regimes",
            )
            for name, count in boxes
        ),
    ]  # fmt: skip


def _pace(found: Front) -> list[Estimate]:
    """Net and gross change a month over the last year, what it cost, what front it would fit."""
    moved, rng = found.moved, np.random.default_rng(SEED)
    net, gross = (weekly(each, moved.first) for each in (moved.net(), moved.gross()))
    last, weeks = net.monday(max(net.totals.size - YEAR, 0)), min(YEAR, net.totals.size)
    over = f"last {weeks} weeks of the map"
    ones = np.ones(weeks)
    parts = [
        (net.within(last, weeks) * MONTH, ones, f"net change of area, {over}", "km2 a month"),
        (gross.within(last, weeks) * MONTH, ones, f"gross change of area, {over}", "km2 a month"),
    ]
    if found.cost is not None:
        lost = weekly(found.cost[1].values, found.cost[1].first).within(last, weeks)
        unit = f"losses reported ({found.cost[0].name}) per km2"
        parts += [
            (lost, gross.within(last, weeks), f"losses per km2 of gross change, {over}", unit),
            (lost, net.within(last, weeks), f"losses per km2 of net change, {over}", unit),
        ]
    made = []
    for above, below, name, unit in parts:
        try:
            made.append(block_ratio(above, below, name=name, unit=unit, rng=rng))
        except TooFewData as error:
            made.append(Estimate(name=name, value=None, method=f"cannot be estimated: {error}"))
    return made + _lengths(made[0])


def _lengths(net: Estimate) -> list[Estimate]:
    """The front along which the net pace would be a published one."""
    made = []
    for pace, who in PACES:
        scale = 365.25 / 12 * pace / 1000
        fine = net.value is not None and net.value > 0
        made.append(Estimate(
            name=f"front on which the net pace would be {pace} m a day",
            value=net.value / scale if fine and net.value is not None else None,
            low=max(net.low, 0) / scale if fine and net.low is not None else None,
            high=net.high / scale if fine and net.high is not None else None,
            level=net.level if fine else None, measured_in="km of front", n=net.n,
            method=f"net pace over {pace} m a day ({who})" if fine else
            "cannot be estimated: the net change is not a gain",
        ))  # fmt: skip
    return made


def _months(found: Front) -> list[Estimate]:
    """Net and gross change of the last months; ends are with and without flagged steps."""
    made = []
    for each in months(found.moved)[-SHOWN:]:
        for kind, value, other in (
            ("net", each.net, each.net_flagged), ("gross", each.gross, each.gross_flagged),
        ):  # fmt: skip
            flagged = value != other
            made.append(Estimate(
                name=f"{each.first:%Y-%m}: {kind} change of area", value=value,
                low=min(value, other) if flagged else None,
                high=max(value, other) if flagged else None,
                measured_in="km2", n=each.days,
                method="sum of the map's steps, a census of one map" + (
                    "; the ends are without and with steps that may only redraw it"
                    if flagged else ""
                ),
            ))  # fmt: skip
    return made


def checks(
    found: Front, made: Index | None, flagged: Index | None, reason: str
) -> tuple[Check, ...]:
    """Return what was checked, and what would flip the verdict.

    Parameters
    ----------
    found : Front
        One map and the losses.
    made, flagged : Index or None
        Without and with the steps that may only redraw the map.
    reason : str
        What holds a verdict back; empty if nothing does.

    Returns
    -------
    tuple of Check
        In a fixed order.
    """
    series, area = found.area
    marked = np.flatnonzero(found.moved.redrawn)
    days = ", ".join(
        f"{found.moved.day(int(at))} ({found.moved.steps[at]:+,.0f} km2)" for at in marked
    )
    behind = (found.until - area.last).days
    share = "" if flagged is None else f"; with them the share is {flagged.share:.0%}"
    return (
        Check(
            "the map reaches the date asked for", behind <= 60,
            f"{series.name} ends {area.last}, {behind} days before {found.until}",
        ),
        Check(
            "steps that may only redraw the map", None if made is None else not marked.size,
            f"left out: {days}{share}" if marked.size else "none is large and taken back",
        ),
        Check(
            "two regimes fit better than one", None if made is None else not made.single,
            "by BIC, for movement and for losses"
            if made is None or not made.single else f"not for {' and '.join(made.single)}",
        ),
        calibrated(),
        Check("what would flip it", None, _flip(made, reason)),
    )  # fmt: skip


def calibrated() -> Check:
    """Return whether the index's interval held what was planted on made-up wars.

    Returns
    -------
    Check
        Failed where the share of wars in which it did is surely below .95, with the kinds named.
    """
    name = f"on {TRIALS} made-up wars of each kind the interval holds the truth"
    narrow = [f"{case} ({value:.2f})" for case, (value, _, high) in HELD.items() if high < LEVEL]
    if narrow:
        return Check(
            name, passed=False, detail=f"not calibrated, too narrow, with {'; '.join(narrow)}"
        )
    return Check(name, passed=True, detail=f"in all {len(HELD)} kinds, at least .95 of the time")


def _flip(made: Index | None, reason: str) -> str:
    """What would turn the verdict."""
    if made is None:
        return f"an index at all: {reason}"
    parts = [reason] if reason else []
    move, cost = made.moves.mean, made.losses.mean
    parts.append(
        f"weeks near {move[1]:,.0f} km2 of gross change instead of {move[0]:,.0f}, or losses near "
        f"{cost[0]:,.0f} a week instead of {cost[1]:,.0f}"
    )
    return "; ".join(parts)
