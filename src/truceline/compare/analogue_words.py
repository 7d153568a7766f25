"""What the answer to `analogues` says in words: statement, refusals, likenesses, limits."""

from dataclasses import dataclass
from datetime import date

from truceline.compare.fates import NO_WINNER, share, told
from truceline.compare.fates import WORDS as ENDS
from truceline.compare.features import BY_HAND
from truceline.compare.neighbours import Compared
from truceline.compare.past import Pasts
from truceline.terms.results import Analogue, Check, Verdict
from truceline.terms.wars import War


@dataclass(frozen=True, slots=True)
class Why:
    """Why nothing can be said, and what would let it be said."""

    reason: str
    needs: str


TOO_FEW = Why(
    "fewer than ten past wars stood at the same moment by any clock, or fewer than six attributes "
    "of this war are known",
    "more past wars whose first talks are dated, or more attributes of this war",
)


ALONE = (
    "Likeness is not cause, and one twin is no evidence: read the distribution over the nearest, "
    "beside that over all."
)
NO_REGIMES = "Regimes of both sides are empty for every war: no source at hand gives them."
KNOWN = "Known means that it had happened by then: the datasets came out later, and are revised."
OTHERS = "the others may be nearer than they look, or further."


def refused(war: War, as_of: date, youngest: int) -> Why | None:
    """Return why a war cannot be compared on a day, None where it can.

    Parameters
    ----------
    war : War
        The war asked about.
    as_of : date
        The day.
    youngest : int
        Days that a war must have lasted.

    Returns
    -------
    Why or None
        The war had not begun, is too young, or was over.
    """
    age = (as_of - war.start).days
    if age < 0:
        return Why(
            f"on {as_of} it had not begun; it began on {war.start}", f"a day after {war.start}"
        )
    if age < youngest:
        return Why(
            f"on {as_of} it was {age} days old, and of a war younger than a month too little is "
            "known",
            f"a day {youngest} days after its start or later",
        )
    if war.end is not None and as_of >= war.end:
        return Why(
            f"it was over on {war.end}, and a war is not compared by its own ending",
            f"a day before {war.end}: give --as-of",
        )
    return None


def not_in_table(war: War) -> Why:
    """Return why a war without a row in the table cannot be compared.

    Parameters
    ----------
    war : War
        The war asked about.

    Returns
    -------
    Why
        With what to write into war.toml.
    """
    codes = ", ".join(f"{name} = {war.codes[name]}" for name in ("cow", "ucdp_conflict")
                      if name in war.codes) or "none"  # fmt: skip
    return Why(
        f"it is not in the table of past wars (codes given: {codes})",
        "its number in COW or UCDP under [codes] in war.toml, as cow or ucdp_conflict; "
        "`truceline record wars` lists the rows",
    )


def needed(why: Why) -> Check:
    """Return a check that says what data would let the question be answered.

    Parameters
    ----------
    why : Why
        Why it cannot be.

    Returns
    -------
    Check
        It failed.
    """
    return Check("what would flip it", passed=False, detail=f"{why.needs}")


def statement(found: Compared, like: str, nearest: int, verdict: Verdict) -> str:
    """Return the answer in one sentence, with range and unit.

    Parameters
    ----------
    found : Compared
        The comparison that is judged.
    like : str
        The war of the claim.
    nearest : int
        How many wars stand nearest.
    verdict : Verdict
        What was judged.

    Returns
    -------
    str
        The place of the war of the claim, the nearest war, and how the nearest ended.
    """
    every = len(found.ranks)
    place = found.place(like)
    name = _the(found.names.get(like, like))
    moment = f"{found.days} {found.label}"
    if place is None:
        own = "it is the war asked about" if like == found.target else "it had no such moment"
        head = (
            f"{name[:1].upper()}{name[1:]} has no place among {every} past wars at {moment}: {own}"
        )
    else:
        head = (
            f"At {moment}, {name} is place {place.rank:g} of {every} past wars ({place.low} to "
            f"{place.high}, leaving one attribute out)"
        )
    first = _the(found.names[found.ranks[0].war_id])
    close = found.nearest(nearest)
    ended = share(close, NO_WINNER)
    tail = f"nearest is {first}; of the {nearest} nearest: {told(close)}"
    if ended.value is not None and ended.low is not None and ended.high is not None:
        tail += (
            f"; {ended.value:.0%} ({ended.low:.0%} to {ended.high:.0%}) of the {ended.n} whose "
            "ending is known had no winner"
        )
    closing = "" if verdict != "cannot say" else "; whether it resembles it cannot be said"
    return f"{head}; {tail}{closing}."


def neighbour(each: Analogue) -> str:
    """Return a past war's likeness attribute by attribute, and its end.

    Parameters
    ----------
    each : Analogue
        A past war beside the one asked about.

    Returns
    -------
    str
        Distance, place, moment; in what alike, in what not, what is not known; how it ended.
    """
    after = f"{ENDS[each.outcome]} after {each.days_after} days"
    if not each.over:
        after = f"went on for {each.days_after} days at least"
    return (
        f"distance {each.distance:.2f}, place {each.rank:g} ({each.rank_low} to {each.rank_high}), "
        f"on {each.moment}; alike: {_list(each.same)}; unlike: {_list(each.differs)}; not known: "
        f"{_list(each.unknown)}; then {after}"
    )


def limits(found: Compared, there: Pasts) -> tuple[str, ...]:
    """Return what the answer cannot bear.

    Parameters
    ----------
    found : Compared
        The comparison that is judged.
    there : Pasts
        The wars as known.

    Returns
    -------
    tuple of str
        Never empty.
    """
    hands = there.read["war_id"].n_unique()
    names = [each.name for each in found.parts.attributes]
    here = [found.table[war.war_id] for war in found.ranks]
    empty = {name: sum(row.get(name) is None for row in here) for name in names}
    most = sorted(empty.items(), key=lambda item: (-item[1], item[0]))[:3]
    words = {each.name: each.words for each in found.parts.attributes}
    total = sum(empty.values()) / max(len(here) * len(names), 1)
    often = ", ".join(f"{words[name]} ({count})" for name, count in most if count)
    hand = ", ".join(words.get(each, each) for each in BY_HAND)
    lines = [
        ALONE,
        (
            f"{total:.0%} of the cells of the {len(here)} wars compared are empty; most often "
            f"{often}. {NO_REGIMES}"
        ),
        (
            f"What must be read by hand ({hand}, first talks before 1989) was read for {hands} "
            f"wars, chosen for closeness; {OTHERS}"
        ),
    ]
    if found.clock == "talks":
        lines.append(
            "Only wars whose talks have a known first day stand on this clock. For civil wars it "
            "is the first document both sides agreed to, from 1989; talks may have opened earlier."
        )
    else:
        lines.append(
            "By capped age a shorter war stands at the day before its end: what became of it is "
            "told, the days until then are not."
        )
    lines.append(
        "Side a is the side that began a war between states, or the government in a civil war."
    )
    lines.append(KNOWN)
    lines.append(
        "Wars of states are COW's, 1823 to 2003; civil wars are UCDP's that reached 1,000 deaths "
        "in a year, from 1946; deaths over a whole war are known only at its end and are not used."
    )
    return tuple(lines)


def _the(name: str) -> str:
    """Put an article before the name of a war; UCDP's names are places and take none."""
    return f"the {name}" if "war" in name.lower().replace(",", " ").split() else name


def _list(names: tuple[str, ...]) -> str:
    return ", ".join(names) if names else "nothing"
