"""Why leaders and backers go on, and which single change would open a settlement.

Two models are asked at every point of a war's box of parameters: the ultimatum with backers and
offices, and the commitment problem. What comes out are signs, thresholds and shares of the box:
model, not measurement, and never a probability of war or peace.
"""

from collections.abc import Mapping
from datetime import date

import numpy as np

from truceline.reason.account_words import (
    CLAIM,
    LIMITS_OF_MODEL,
    METHOD,
    checks,
    estimates,
    statement,
    verdict,
)
from truceline.reason.box import spread
from truceline.reason.levers import lever, region, surplus, tornado
from truceline.reason.models import Layout, evaluate
from truceline.reason.moves import Box, moves
from truceline.reason.parameters import called, key, most, names, sides
from truceline.reason.ranges import lacking, ranges
from truceline.terms.accounts import Account, Bar, Lever, ParameterRange, Region
from truceline.terms.errors import TooFewData
from truceline.terms.results import Answer, DataUsed
from truceline.terms.wars import War

POINTS = 8192
FIXED = {"guarantee": 0.0, "monitoring": 0.0}
"""Levers that every war has, whether or not its file speaks of them: none is in place."""


def account(
    war: War,
    *,
    set_: Mapping[str, tuple[float, float]] | None = None,
    as_of: date | None = None,
    points: int = POINTS,
    seed: int = 0,
) -> Account:
    """All that the models say of a war's box.

    Parameters
    ----------
    war : War
        With a [reason] table.
    set_ : mapping, optional
        What-ifs: parameter name to (low, high).
    as_of : date, optional
        Ranges dated later are not used.
    points : int, default 8192
        Points of the box tried, 1 or more.
    seed : int, default 0
        Seed of the sampling.

    Returns
    -------
    Account
        Shares of the box, levers in order of what they open, tornado and region for figures.

    Raises
    ------
    TooFewData
        If the war gives no range for a parameter that the models need.
    BadInput
        If a range or a what-if is wrong.
    """
    given = ranges(war, set_=set_ or {}, as_of=as_of)
    if absent := lacking(war, given):
        raise TooFewData(f"no range is given for {', '.join(absent)}")
    given = _with_levers(war, given)
    box = _box(war, given, points, seed)
    base = evaluate(box.layout, box.points)
    is_open = base.open()
    gains = base.width < 0
    found = [lever(box, each, base) for each in moves(box, called(war))]
    bars = tornado(box)
    return Account(
        war=war.folder,
        proposer=sides(war)[0].name,
        ranges=given,
        points=points,
        open=float(is_open.mean()),
        gains=float(gains.mean()),
        lumps=float((base.lumpy & ~gains).mean()),
        shift=float((~is_open & ~gains & ~base.lumpy).mean()),
        surplus=surplus(box),
        levers=tuple(sorted(found, key=_most_open_first)),
        tornado=bars,
        region=_plane(box, found, bars),
    )


def answer(
    war: War,
    *,
    set_: Mapping[str, tuple[float, float]] | None = None,
    as_of: date | None = None,
) -> Answer:
    """The answer to `incentives` for one war.

    Parameters
    ----------
    war : War
        The war; without ranges in its [reason] table the answer is "cannot say".
    set_ : mapping, optional
        What-ifs, as `parse_set` reads them.
    as_of : date, optional
        Ranges dated later are not used.

    Returns
    -------
    Answer
        Labelled "model, not measurement"; signs, thresholds and shares of the box only.

    Raises
    ------
    BadInput
        If a range or a what-if is wrong.

    Examples
    --------
    >>> from truceline.terms.wars import Side
    >>> bare = War(folder="x", name="X", start=date(2020, 1, 1),
    ...            sides=(Side(code="A", name="A"), Side(code="B", name="B")))
    >>> answer(bare).verdict
    'cannot say'
    """
    when = as_of.isoformat() if as_of is not None else None
    try:
        found = account(war, set_=set_, as_of=as_of)
    except TooFewData as error:
        return Answer(
            question="incentives",
            war=war.folder,
            as_of=when,
            statement=(
                f"Cannot say: {error}. Give ranges under [[reason.ranges]] in war.toml, each with "
                "a sentence and a source, or on the command line with --set."
            ),
            claim=CLAIM,
            verdict="cannot say",
            limits=LIMITS_OF_MODEL,
            method=METHOD,
        )
    box = _box(war, found.ranges, found.points, 0)
    return Answer(
        question="incentives",
        war=war.folder,
        as_of=when,
        statement=statement(war, found),
        claim=CLAIM,
        verdict=verdict(found),
        estimates=estimates(found),
        checks=checks(found, box, _swapped_signs(war, found)),
        data=tuple(_used(each) for each in found.ranges),
        evidence=tuple(f"[reason] {each.name}" for each in found.ranges if each.basis == "war"),
        limits=LIMITS_OF_MODEL + _limits_here(war, found),
        method=METHOD,
    )


def _with_levers(war: War, given: tuple[ParameterRange, ...]) -> tuple[ParameterRange, ...]:
    """Return the ranges with guarantees and monitoring added at none where nobody gives them."""
    held = {each.name: each for each in given}
    for name in names(war):
        kind = name.partition(".")[0]
        if kind in FIXED and name not in held:
            words = "No range is given: taken as not in place."
            none = FIXED[kind]
            held[name] = ParameterRange(
                name=name, low=none, high=none, sentence=words, source="none", basis="none given"
            )
    return tuple(held[name] for name in names(war) if name in held)


def _box(war: War, given: tuple[ParameterRange, ...], points: int, seed: int) -> Box:
    """Return the box as numbers, its points drawn."""
    a, b = (key(side) for side in sides(war))
    low = np.array([each.low for each in given])
    high = np.array([each.high for each in given])
    layout = Layout(names=tuple(each.name for each in given), a=a, b=b)
    return Box(
        layout=layout, low=low, high=high, points=spread(low, high, points=points, seed=seed)
    )


def _most_open_first(found: Lever) -> tuple[float, str]:
    return (-found.opens, found.name)


def _plane(box: Box, found: list[Lever], bars: tuple[Bar, ...]) -> Region | None:
    """Return the region of what opens most by either kind, else of what moves most."""
    first = [each for each in sorted(found, key=_most_open_first) if each.opens > 0]
    by_kind = [[e.name for e in first if e.kind == kind][:1] for kind in ("assurance", "pressure")]
    rest = [each.name for each in first] + [bar.name for bar in bars]
    wanted = list(dict.fromkeys([*by_kind[0], *by_kind[1], *rest]))[:2]
    if len(wanted) < 2:
        return None
    reach = {}
    for name in wanted:
        at = box.layout.names.index(name)
        ends = [float(box.low[at]), float(box.high[at])]
        ends += [
            min(each.limit * ends[1], most(name)) if each.relative else each.limit
            for each in found
            if each.name == name and each.opens > 0
        ]
        reach[name] = (min(ends), max(ends))
    return region(box, wanted[0], wanted[1], reach)


def _swapped_signs(war: War, found: Account) -> tuple[str, ...]:
    """Return the levers whose stated sign changes when the other side makes the offer."""
    a, b = (key(side) for side in sides(war))
    turned = [(each.name, *_mirrored(each)) for each in found.ranges]
    layout = Layout(names=tuple(name for name, _, _ in turned), a=b, b=a)
    lows, highs = (np.array([each[at] for each in turned]) for at in (1, 2))
    points = spread(lows, highs, points=2048, seed=0)
    box = Box(layout=layout, low=lows, high=highs, points=points)
    base = evaluate(layout, points)
    swapped = {(m.name, m.limit): lever(box, m, base) for m in moves(box, called(war))}
    return tuple(
        each.words for each in found.levers if swapped[(each.name, each.limit)].sign != each.sign
    )


def _mirrored(given: ParameterRange) -> tuple[float, float]:
    """Return a range as the other side would write it."""
    if given.name == "power":
        return 1 - given.high, 1 - given.low
    if given.name == "shift":
        return -given.high, -given.low
    return given.low, given.high


def _used(given: ParameterRange) -> DataUsed:
    """Return a range as a datum that the answer stands on."""
    return DataUsed(
        dataset=f"range of {given.name}",
        version=f"{given.low:g} to {given.high:g} ({given.basis})",
        first=given.since.isoformat() if given.since is not None else None,
        citation=f"{given.sentence} Source: {given.source}",
    )


def _limits_here(war: War, found: Account) -> tuple[str, ...]:
    """Return what this war's ranges leave out."""
    given = {each.name for each in found.ranges}
    absent = [name for name in names(war) if name not in given]
    what_if = [each.name for each in found.ranges if each.basis == "what if"]
    said = []
    if absent:
        said.append(f"No range is given for {', '.join(absent)}: they stay out of the models.")
    if what_if:
        said.append(f"What if: {', '.join(what_if)} set by the user, not taken from the war file.")
    return tuple(said)
