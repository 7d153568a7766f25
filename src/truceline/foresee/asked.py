"""The war that is asked about: of which kind, how old, and why nothing may be said of it."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from truceline.foresee.past import FLOOR, MONTH, Definition, Past
from truceline.foresee.past_table import KINDS
from truceline.foresee.risk import TRAITS
from truceline.terms.countries import NAMES
from truceline.terms.wars import Truce, War

_NEAR = 366  # days between the first days that two records of one war may give


@dataclass(frozen=True, slots=True)
class Subject:
    """The war as the outlook sees it: `since` is the day from which its age counts.

    `row` is its row in the table of past wars, None where it has none; `because` says how its kind
    is known.
    """

    kind: str
    traits: tuple[tuple[str, bool | None], ...]
    since: date
    months: float
    row: str | None
    because: str


@dataclass(frozen=True, slots=True)
class Silence:
    """Why nothing can be said, and what would let it be said."""

    reason: str
    lacking: str


def subject(
    war: War, pasts: tuple[Past, ...], *, as_of: date, definition: Definition
) -> Subject | Silence:
    """Return the war as the outlook sees it, or why nothing can be said of it.

    Parameters
    ----------
    war : War
        The war asked about.
    pasts : tuple of Past
        The table of past wars.
    as_of : date
        What became known later is not used.
    definition : Definition
        A general truce that it counts stops the clock; the age counts from when fighting resumed.

    Returns
    -------
    Subject or Silence
        Silence before the war, in its first month, after its end, in a general truce, and where
        the kind of war cannot be told.

    Examples
    --------
    >>> from truceline.terms.wars import Side
    >>> war = War(folder="x", name="X", start=date(2025, 1, 1),
    ...           sides=(Side(code="RUS", name="A"), Side(code="UKR", name="B")))
    >>> subject(war, (), as_of=date(2025, 1, 20), definition=Definition()).reason
    'the war is 19 days old, and nothing is said of wars younger than a month'
    """
    if as_of <= war.start:
        return Silence(
            f"the war began on {war.start}; on {as_of} there was none",
            f"a date from {_month_after(war.start)} on",
        )
    if war.end is not None and war.end <= as_of:
        return Silence(
            f"the war ended on {war.end}: no ceasefire is left to foretell",
            "an earlier --as-of",
        )
    since = war.start
    for whole in sorted(war.truces, key=lambda each: each.start):
        over = whole.end is not None and whole.end <= as_of
        truce = replace(whole, end=whole.end if over else None)
        if truce.start >= as_of or not _stops(truce, war, definition):
            continue
        if truce.end is None:
            return Silence(
                f"a general truce has stood since {truce.start}: the fighting has stopped",
                "a day on which it is fought again",
            )
        since = truce.end
    days = (as_of - since).days
    if days < MONTH:
        began = "the war is" if since == war.start else "since it was resumed the war is"
        return Silence(
            f"{began} {days} days old, and nothing is said of wars younger than a month",
            f"a date from {_month_after(since)} on",
        )
    return _of_kind(war, pasts, since, days / MONTH)


def _of_kind(war: War, pasts: tuple[Past, ...], since: date, months: float) -> Subject | Silence:
    """The war with its kind, from the table or from its sides."""
    row = _row(war, pasts)
    if row is not None:
        told = f"as {row.war_id} in the table of past wars"
        return Subject(row.kind, row.traits, since, months, row.war_id, told)
    states = [each.code in NAMES for each in war.sides]
    traits = tuple(zip(TRAITS, (len(war.sides) > 2, war.start.year > 1945), strict=True))
    if not any(states):
        return Silence(
            "it is not in the table of past wars, and no side's code is that of a state, so that "
            "its kind cannot be told",
            "a row in the table (codes.cow or codes.ucdp_conflict in war.toml), or the ISO code of "
            "a state as a side's code",
        )
    kind = KINDS[0] if all(states) else KINDS[1]
    told = "all sides are states" if all(states) else "one side is a state, another is not"
    return Subject(kind, traits, since, months, None, f"{told}; not in the table of past wars")


def _row(war: War, pasts: tuple[Past, ...]) -> Past | None:
    """The war's row in the table."""
    cow, ucdp = (war.codes.get(each) for each in ("cow", "ucdp_conflict"))
    found = [
        each
        for each in pasts
        if (cow and each.war_id == f"cow-{cow}")
        or (ucdp and each.war_id.startswith(f"ucdp-{ucdp}-"))
    ]
    near = [each for each in found if abs((each.start - war.start).days) <= _NEAR]
    return min(near, key=lambda each: abs((each.start - war.start).days), default=None)


def _stops(truce: Truce, war: War, definition: Definition) -> bool:
    """Whether a truce is general, of more than one side, and long enough to count."""
    sides = {each.code for each in war.sides} & set(truce.declared_by)
    if truce.limited_to is not None or len(sides) < 2 or definition.lasting is None:
        return False
    return truce.end is None or (truce.end - truce.start).days >= max(definition.lasting, FLOOR)


def _month_after(day: date) -> date:
    """The first day on which something is said of a war."""
    return day + timedelta(days=int(MONTH) + 1)
