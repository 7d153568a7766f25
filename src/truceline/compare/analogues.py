"""The answer to `analogues`: which past wars looked like this at the same moment, and their ends.

A war is compared by what was known of each at that moment, never by its own ending. Whether it
"resembles the war in Korea" is judged by Korea's place among all, and by how far that place moves
when one attribute is left out.
"""

from dataclasses import dataclass, replace
from datetime import date

import polars as pl

from truceline.compare import analogue_words as words
from truceline.compare.analogue_estimates import checks, estimates
from truceline.compare.clocks import FIRST_EVER, Clock, opened
from truceline.compare.gower import FEWEST
from truceline.compare.neighbours import Compared, analogue, compared
from truceline.compare.past import Pasts, known
from truceline.terms.results import Answer, DataUsed, Verdict
from truceline.terms.wars import War

KOREA = "cow-151"
NEAREST = 10
FEWEST_AT_RISK = 10
YOUNGEST = 30  # days: of a younger war too little is known
CLAIM = "This war resembles the war in Korea."
METHOD = "docs/methods/analogues.md"


def analogues(pasts: Pasts, war: War, *, as_of: date, like: str = KOREA) -> Answer:
    """Which past wars looked like this one, and how and when each ended.

    Parameters
    ----------
    pasts : Pasts
        The table of past wars, as the pipeline reads it.
    war : War
        The war asked about; `codes` name its row by `cow` or `ucdp_conflict`.
    as_of : date
        Nothing later is used.
    like : str, default "cow-151"
        The past war of the claim that is judged.

    Returns
    -------
    Answer
        "cannot say" for a war that had not begun, is younger than a month, was over, is not in the
        table or has too few attributes, and where fewer than ten wars are at risk.

    Notes
    -----
    Descriptive. The places of wars stand on the attributes that the sources give, which are few;
    a likeness says nothing of why a war ends.

    References
    ----------
    Gower, J. C. (1971). A general coefficient of similarity. *Biometrics* 27.
    docs/methods/analogues.md.

    Examples
    --------
    >>> from truceline.terms.wars import Side
    >>> war = War(folder="x", name="X", start=date(2025, 1, 1),
    ...           sides=(Side(code="A", name="A"), Side(code="B", name="B")))
    >>> empty = pl.DataFrame(schema={"war_id": pl.String, "start": pl.Date})
    >>> analogues(Pasts(empty, empty, empty), war, as_of=date(2025, 1, 10)).verdict
    'cannot say'
    """
    too_early = words.refused(war, as_of, YOUNGEST)
    if too_early:
        return _silent(war, as_of, too_early)
    row = target(pasts.wars, war, as_of)
    if row is None:
        return _silent(war, as_of, words.not_in_table(war))
    there = known(pasts, as_of)
    found = _clocks(there, war, row, as_of)
    if found is None:
        return _silent(war, as_of, words.TOO_FEW, _data(there))
    verdict = _verdict(found, like)
    return Answer(
        question="analogues",
        war=war.folder,
        as_of=as_of.isoformat(),
        statement=words.statement(found.chosen, like, NEAREST, verdict),
        claim=CLAIM,
        verdict=verdict,
        estimates=estimates(found.chosen, found.others, like, NEAREST),
        checks=checks(found.chosen, found.others, like, NEAREST, FEWEST_AT_RISK),
        data=_data(there),
        evidence=tuple(each.war_id for each in found.chosen.ranks[:NEAREST]),
        limits=words.limits(found.chosen, there),
        method=METHOD,
        analogues=tuple(analogue(found.chosen, each) for each in found.chosen.ranks[:NEAREST]),
    )


@dataclass(frozen=True, slots=True, eq=False)
class _Clocks:
    """The comparison that is judged, and the same war by the other clocks."""

    chosen: Compared
    others: tuple[Compared, ...]


def target(wars: pl.DataFrame, war: War, as_of: date) -> str | None:
    """Return the row of the table that is the war asked about.

    Parameters
    ----------
    wars : polars.DataFrame
        The table of past wars.
    war : War
        Its `codes` name the dataset's number.
    as_of : date
        An episode that began later is not it.

    Returns
    -------
    str or None
        Of several episodes of one conflict the one that began nearest to the war's first day.
    """
    prefixes = []
    if "cow" in war.codes:
        prefixes.append(f"cow-{war.codes['cow']}")
    if "ucdp_conflict" in war.codes:
        prefixes.append(f"ucdp-{war.codes['ucdp_conflict']}-")
    for prefix in prefixes:
        exact = pl.col("war_id") == prefix
        episode = pl.lit(prefix.endswith("-")) & pl.col("war_id").str.starts_with(prefix)
        rows = wars.filter((exact | episode) & (pl.col("start") <= as_of))
        if rows.height:
            apart = (pl.col("start") - pl.lit(war.start)).dt.total_days().abs()
            return str(rows.sort(apart, "war_id")["war_id"][0])
    return None


def _clocks(there: Pasts, war: War, row: str, as_of: date) -> _Clocks | None:
    """Compare by each clock that runs; the first with enough wars at risk is judged."""
    held = [each.start for each in war.rounds if each.status == "held" and each.start <= as_of]
    spell = opened(war.rounds, as_of)
    runs: list[tuple[Clock, date]] = []
    if spell:
        runs.append(("talks", spell))
    runs.append(("age", war.start))
    if held and min(held) != spell:
        runs.append(("talks", min(held)))
    found = [compared(there, row, clock, (as_of - begun).days, as_of) for clock, begun in runs]
    if len(found) > 1 + bool(spell):
        found[-1] = replace(found[-1], label=FIRST_EVER)
    known_of_it = sum(value is not None for value in found[0].table[row].values())
    if known_of_it < FEWEST:
        return None
    # Talks that are over by a year do not tell a war's moment: they stand beside, never first.
    fit = [
        each
        for each, (clock, begun) in zip(found, runs, strict=True)
        if each.at_risk >= FEWEST_AT_RISK and (clock == "age" or begun == spell)
    ]
    if not fit:
        return None
    return _Clocks(fit[0], tuple(each for each in found if each is not fit[0]))


def _verdict(found: _Clocks, like: str) -> Verdict:
    """Judge by the first clock; a firm verdict must stand by the capped age too, where it runs."""
    verdict = _judged(found.chosen, like)
    capped = [
        _judged(each, like)
        for each in found.others
        if each.clock == "age" and each.at_risk >= FEWEST_AT_RISK
    ]
    return verdict if all(each == verdict for each in capped) else "cannot say"


def _judged(found: Compared, like: str) -> Verdict:
    """Judge the claim: the whole interval of places in the nearest tenth, or past a quarter."""
    place = found.place(like)
    if place is None:
        return "cannot say"
    every = len(found.ranks)
    if place.high <= every / 10:
        return "supported"
    return "contradicted" if place.low > every / 4 else "cannot say"


def _data(there: Pasts) -> tuple[DataUsed, ...]:
    """Describe the table, then what it was read in."""
    wars = there.wars
    last = wars.select(pl.max_horizontal("start", "end").max()).item() if wars.height else None
    table = DataUsed(
        dataset="past wars (past.csv, past_joined.csv, past_read.csv)",
        version="UCDP/PRIO 25.1, COW 4.0",
        rows=wars.height,
        first=wars["start"].min().isoformat() if wars.height else None,  # type: ignore[union-attr]
        last=last.isoformat() if last else None,
        licence="compilation and wording by truceline, CC BY 4.0",
        citation="the makers named below; each row names its cells' sources",
    )
    return (table, *there.datasets)


def _silent(war: War, as_of: date, why: words.Why, data: tuple[DataUsed, ...] = ()) -> Answer:
    """Say that nothing can be said, why, and what would let it say."""
    return Answer(
        question="analogues",
        war=war.folder,
        as_of=as_of.isoformat(),
        statement=f"Cannot say which past wars the {war.name} resembles: {why.reason}.",
        claim=CLAIM,
        verdict="cannot say",
        checks=(words.needed(why),),
        data=tuple(replace(each) for each in data),
        limits=(f"Nothing was compared: {why.reason}.",),
        method=METHOD,
    )
