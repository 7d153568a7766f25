"""Past wars as the outlook sees them: when each was fought, how its fighting stopped, what kind.

What became known later than a date is cut away here, and nowhere else.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from truceline.terms.errors import BadInput, TooFewData

Ending = Literal["ceasefire", "agreement", "victory", "low activity"]
ENDINGS: tuple[Ending, ...] = ("ceasefire", "agreement", "victory", "low activity")
UNKNOWN = len(ENDINGS)  # the war ended, and how is not recorded
RUNNING = -1
MONTH = 365.25 / 12  # days
FLOOR = 30  # days: shorter stops are not in the table of past wars


@dataclass(frozen=True, slots=True)
class Stop:
    """A general stop of the fighting that was agreed and did not end the war."""

    start: date
    end: date | None = None
    formal: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Past:
    """A war of the table. `last` is the day up to which the table follows a running war.

    `entered` is the day from which the war could be told to be one of the table, its first day by
    default. `went_on` says that the war did not stop on its last day but turned into another one.
    `traits` are yes-or-no facts known when the war began, None where not known.
    """

    war_id: str
    name: str
    kind: str
    start: date
    end: date | None = None
    ending: Ending | None = None
    formal: bool | None = None
    last: date = date.max
    entered: date | None = None
    went_on: bool = False
    stops: tuple[Stop, ...] = ()
    traits: tuple[tuple[str, bool | None], ...] = ()


@dataclass(frozen=True, slots=True)
class Definition:
    """What counts as a ceasefire: an agreed, general stop of the fighting.

    `lasting` is the least number of days; None counts only a stop that ended the war. `formal`
    leaves out stops without a signed text.
    """

    lasting: int | None = FLOOR
    formal: bool = False

    def counts(self, ending: Ending | None, *, formal: bool | None) -> bool:
        """Tell whether an ending is a ceasefire under this definition.

        Parameters
        ----------
        ending : Ending or None
            How the fighting stopped.
        formal : bool or None
            Whether a text was signed; None where not known, which does not count as signed.

        Returns
        -------
        bool
            A peace agreement always holds a ceasefire, and is signed.

        Examples
        --------
        >>> [Definition().counts(each, formal=None) for each in ("ceasefire", "victory")]
        [True, False]
        >>> Definition(formal=True).counts("ceasefire", formal=None)
        False
        """
        if ending == "agreement":
            return True
        return ending == "ceasefire" and (bool(formal) or not self.formal)

    def words(self) -> str:
        """Return the definition in words.

        Examples
        --------
        >>> Definition(lasting=90, formal=True).words()
        'an agreed and signed stop of all fighting that lasts 90 days or more'
        """
        signed = "agreed and signed" if self.formal else "agreed (signed or not)"
        if self.lasting is None:
            return f"an {signed} stop of all fighting that ends the war"
        return f"an {signed} stop of all fighting that lasts {self.lasting} days or more"


DEFAULT = Definition()


@dataclass(frozen=True, slots=True)
class Spell:
    """A stretch of fighting: which war, how many days, how it stopped (RUNNING if it did not).

    `late` are the days before the war could be told to be one of the table.
    """

    war: int
    start: date
    days: int
    ending: int
    late: int = 0


def known(pasts: Iterable[Past], as_of: date) -> tuple[Past, ...]:
    """Return past wars as an observer on a day could know them.

    Parameters
    ----------
    pasts : iterable of Past
        All wars of the table.
    as_of : date
        Wars that entered the table on it or later are left out; what happened later is.

    Returns
    -------
    tuple of Past
        In order of start, then id. A war that ended later is running.

    Examples
    --------
    >>> war = Past(war_id="x", name="X", kind="interstate", start=date(1950, 6, 25),
    ...            end=date(1953, 7, 27), ending="ceasefire")
    >>> known([war], date(1953, 6, 1))[0].ending is None
    True
    """
    found = []
    for each in sorted(pasts, key=lambda one: (one.start, one.war_id)):
        if max(each.start, each.entered or each.start) >= as_of:
            continue
        stops = tuple(
            replace(one, end=one.end if one.end is not None and one.end <= as_of else None)
            for one in each.stops
            if one.start < as_of
        )
        over = each.end is not None and each.end <= as_of
        found.append(
            replace(
                each,
                stops=stops,
                end=each.end if over else None,
                ending=each.ending if over else None,
                formal=each.formal if over else None,
                last=min(each.last, as_of),
            )
        )
    return tuple(found)


def spells(pasts: tuple[Past, ...], definition: Definition = DEFAULT) -> tuple[Spell, ...]:
    """Return the stretches of fighting of wars, each with how it stopped.

    Parameters
    ----------
    pasts : tuple of Past
        As `known` gives them.
    definition : Definition
        A stop that lasted long enough ends a stretch; the next one begins when fighting resumed.

    Returns
    -------
    tuple of Spell
        Stops that the definition does not count are fought through.

    Raises
    ------
    TooFewData
        If the definition asks for stops shorter than the table holds.
    BadInput
        If a war ends before it starts.

    Examples
    --------
    >>> war = Past(war_id="b", name="B", kind="interstate", start=date(1912, 10, 17),
    ...            end=date(1913, 4, 19), ending="victory",
    ...            stops=(Stop(date(1912, 12, 3), date(1913, 2, 3)),))
    >>> [(each.days, each.ending) for each in spells((war,))]
    [(47, 0), (75, 2)]
    >>> len(spells((war,), Definition(lasting=None)))
    1
    """
    if definition.lasting is not None and definition.lasting < FLOOR:
        raise TooFewData(
            f"the past wars note stops of {FLOOR} days or more, not of {definition.lasting}; "
            f"ask for lasting={FLOOR} or more, or give a table with shorter truces"
        )
    found: list[Spell] = []
    for number, each in enumerate(pasts):
        found += _of(number, each, definition)
    return tuple(found)


def _of(number: int, each: Past, definition: Definition) -> list[Spell]:
    """The stretches of one war."""
    end = each.end if each.end is not None else each.last
    if end < each.start:
        raise BadInput(f"{each.war_id} ends on {end}, before it starts on {each.start}")
    found = []
    since = each.start
    for stop in each.stops:
        length = ((stop.end or each.last) - stop.start).days
        if definition.lasting is None or length < definition.lasting:
            continue
        if not definition.counts("ceasefire", formal=stop.formal):
            continue
        found.append(_spell(number, each, (since, stop.start), ENDINGS.index("ceasefire")))
        if stop.end is None:
            return found
        since = stop.end
    ending = RUNNING
    if each.end is not None and not each.went_on:
        ending = UNKNOWN if each.ending is None else ENDINGS.index(each.ending)
    found.append(_spell(number, each, (since, end), ending))
    return found


def _spell(number: int, each: Past, span: tuple[date, date], ending: int) -> Spell:
    """One stretch."""
    late = max(0, ((each.entered or each.start) - span[0]).days)
    return Spell(number, span[0], (span[1] - span[0]).days, ending, late)
