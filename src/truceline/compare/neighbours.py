"""Past wars set beside one at one moment of one clock: ranks, likenesses, what became of them."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from truceline.compare.clocks import WORDS, Clock, Moment, moments
from truceline.compare.fates import Fate, fate
from truceline.compare.features import ATTRIBUTES, Value, features
from truceline.compare.gower import Parts, Ranked, parts, ranked
from truceline.compare.past import Pasts
from truceline.terms.results import Analogue

ALIKE = 0.1
"""Numbers that lie within a tenth of their range of each other are called alike."""


@dataclass(frozen=True, slots=True, eq=False)
class Compared:
    """One war and the others at one moment: `ranks` nearest first, `fates` what came after.

    `label` says in words what the days are counted from.
    """

    clock: Clock
    days: int
    target: str
    moments: Mapping[str, Moment]
    table: Mapping[str, Mapping[str, Value]]
    parts: Parts
    ranks: tuple[Ranked, ...]
    fates: Mapping[str, Fate]
    names: Mapping[str, str]
    label: str

    @property
    def at_risk(self) -> int:
        """Count the ranked wars that went on beyond that moment of the clock."""
        return sum(self.moments[each.war_id].at_risk for each in self.ranks)

    def place(self, war_id: str) -> Ranked | None:
        """Return a war's place, None where it has none on this clock."""
        return next((each for each in self.ranks if each.war_id == war_id), None)

    def nearest(self, count: int | None = None, *, at_risk: bool = False) -> list[Fate]:
        """Return what became of the nearest wars, of all by default.

        With `at_risk`, only of those that stand uncapped: a capped war ends the day after.
        """
        chosen = self.ranks[:count]
        return [
            self.fates[each.war_id]
            for each in chosen
            if self.moments[each.war_id].at_risk or not at_risk
        ]


def compared(pasts: Pasts, target: str, clock: Clock, days: int, as_of: date) -> Compared:
    """Return one war beside all others at the same moment of a clock.

    Parameters
    ----------
    pasts : Pasts
        As `past.known` gives them for `as_of`.
    target : str
        `war_id` of the war asked about; it stands at `as_of`.
    clock : {"talks", "age"}
        What the moments of the others are counted by.
    days : int
        How far the target's clock has run.
    as_of : date
        The target's moment; nothing later is used.

    Returns
    -------
    Compared
        The target is in `parts` and in no rank.
    """
    others = [each for each in moments(pasts.wars, clock, days, as_of) if each.war_id != target]
    here = Moment(target, as_of, at_risk=True)
    table = features(pasts, [here, *others])
    # By age the attribute says nothing, but for a war that was shorter: it would tell its end.
    told = [each for each in ATTRIBUTES if clock == "talks" or each.name != "age"]
    found = parts(table, told)
    rows = {row["war_id"]: row for row in pasts.wars.iter_rows(named=True)}
    return Compared(
        clock=clock,
        days=days,
        target=target,
        moments={each.war_id: each for each in (here, *others)},
        table=table,
        parts=found,
        ranks=ranked(found, target),
        fates={
            each.war_id: fate(
                each.war_id,
                each.day,
                rows[each.war_id]["end"],
                rows[each.war_id]["observed_to"],
                rows[each.war_id]["outcome"],
            )
            for each in others
        },
        names={war_id: row["name"] for war_id, row in rows.items()},
        label=WORDS[clock],
    )


def analogue(found: Compared, place: Ranked) -> Analogue:
    """Return a past war with what it has in common with the one asked about, and what not.

    Parameters
    ----------
    found : Compared
        The comparison.
    place : Ranked
        The war's place in it.

    Returns
    -------
    Analogue
        Attributes in words.
    """
    here, there = (found.parts.wars.index(war) for war in (found.target, place.war_id))
    said: dict[str, list[str]] = {"same": [], "differs": [], "unknown": []}
    for layer, each in enumerate(found.parts.attributes):
        part = found.parts.parts[layer, here, there]
        kind = "unknown" if math.isnan(part) else "same" if part <= ALIKE else "differs"
        said[kind].append(each.words)
    after = found.fates[place.war_id]
    return Analogue(
        war_id=place.war_id,
        name=found.names[place.war_id],
        distance=round(place.distance, 6),
        rank=place.rank,
        rank_low=place.low,
        rank_high=place.high,
        moment=found.moments[place.war_id].day.isoformat(),
        outcome=after.outcome,
        over=after.over,
        days_after=after.days,
        same=tuple(said["same"]),
        differs=tuple(said["differs"]),
        unknown=tuple(said["unknown"]),
    )
