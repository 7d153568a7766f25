"""The answer to `outlook`: how near an end of the fighting is, and how near a ceasefire."""

from dataclasses import dataclass, replace
from datetime import date

import numpy as np

from truceline.foresee.asked import Silence, Subject, subject
from truceline.foresee.interval import LEVEL, Asked, Said, said
from truceline.foresee.outlook_words import CLAIM, METHOD, checks, estimates, limits, statement
from truceline.foresee.past import DEFAULT, FLOOR, MONTH, Definition, Past, known, spells
from truceline.foresee.past_table import KINDS
from truceline.foresee.pool import HORIZONS, Pool, pool
from truceline.foresee.risk import TRAITS, Spells, arrays
from truceline.foresee.track import Track
from truceline.foresee.view import View
from truceline.terms.errors import BadInput
from truceline.terms.forecasts import Forecast
from truceline.terms.results import Answer, DataUsed, Verdict
from truceline.terms.wars import War

SEED = 20250605
LEAST = 20  # past wars whose end is known, under which nothing is said
HALF = 0.5  # "on the horizon" is: likelier than not within the longest horizon
VERSION = "outlook 1"


@dataclass(frozen=True, slots=True)
class Wish:
    """How it is asked: what counts as a ceasefire, a date of one's own, a war hidden from the fit.

    `hide` leaves the war's own row out of what is learnt.
    """

    definition: Definition = DEFAULT
    by: date | None = None
    hide: bool = False


PLAIN = Wish()


@dataclass(frozen=True, slots=True)
class Outlook:
    """The answer, and its forecasts as they are archived; none where nothing can be said."""

    answer: Answer
    forecasts: tuple[Forecast, ...] = ()


def outlook(
    war: War,
    pasts: tuple[Past, ...],
    *,
    as_of: date,
    wish: Wish = PLAIN,
    tracks: dict[str, Track],
    data: tuple[DataUsed, ...] = (),
) -> Outlook:
    """Return how likely the fighting is to stop, and to stop by a ceasefire, by when.

    Parameters
    ----------
    war : War
        The war asked about; its start, sides, codes, end and general truces are used.
    pasts : tuple of Past
        The table of past wars.
    as_of : date
        Nothing that became known later is used, of this war or of any other.
    wish : Wish
        The definition of a ceasefire, a further date.
    tracks : dict of str to Track
        What the backtest found, by event: "stop", "ceasefire".
    data : tuple of DataUsed
        Where the table was read.

    Returns
    -------
    Outlook
        supported if even a stop of any kind is less likely than not within 12 months, its whole
        interval; contradicted if a ceasefire is likelier than not; mixed if a stop is and a
        ceasefire is not; else cannot say.

    Raises
    ------
    BadInput
        If the date of one's own is not after `as_of`.

    Notes
    -----
    Of the war itself enter its kind, its age and what was known at its start: it is a forecast
    before the news.

    References
    ----------
    Bennett, D. S. & Stam, A. C. (1996). The duration of interstate wars, 1816–1985. *APSR* 90.
    docs/methods/outlook.md.
    """
    found = subject(war, pasts, as_of=as_of, definition=wish.definition)
    if isinstance(found, Silence):
        return Outlook(silent(war, as_of, found))
    if wish.by is not None and wish.by <= as_of:
        raise BadInput(f"by={wish.by} is not after {as_of}; name a later day")
    if wish.definition.lasting is not None and wish.definition.lasting < FLOOR:
        return Outlook(silent(war, as_of, _too_short(wish.definition.lasting)))
    others = tuple(each for each in pasts if not (wish.hide and each.war_id == found.row))
    learnt = known(others, as_of)
    ended = sum(each.end is not None for each in learnt)
    if ended < LEAST:
        return Outlook(silent(war, as_of, _too_few(ended, as_of)))
    told = arrays(learnt, spells(learnt, wish.definition), KINDS)
    made = pool(told, wish.definition)
    view = _view(war, (found, as_of, wish), (learnt, told, made), tracks)
    return Outlook(_answer(view, data), _forecasts(view))


def _view(
    war: War, asked: tuple[Subject, date, Wish], known_: tuple[tuple[Past, ...], Spells, Pool],
    tracks: dict[str, Track],
) -> View:  # fmt: skip
    """All numbers of the answer."""
    found, as_of, wish = asked
    learnt, told, made = known_
    spans = tuple(float(each) for each in HORIZONS)
    if wish.by is not None:
        spans = (*spans, (wish.by - as_of).days / MONTH)
    pattern = _pattern(told, found)
    question = Asked(pattern, found.months, spans, wish.definition)
    numbers = said(made, told, question, rng=np.random.default_rng(SEED))
    plain = wish.definition == DEFAULT
    return View(
        war=war, subject=found, as_of=as_of, by=wish.by, asked=question, pool=made, said=numbers,
        wars=len(learnt), at_risk=_at_risk(learnt, told, found),
        unknown=sum(each.end is not None and each.ending is None and not each.went_on
                    for each in learnt),
        tracks=tracks if plain else {},
    )  # fmt: skip


def _pattern(told: Spells, found: Subject) -> int:
    """The row of patterns that the war belongs to."""
    given = dict(found.traits)
    row = [KINDS.index(found.kind), *(int(bool(given.get(name))) for name in TRAITS)]
    return int(np.flatnonzero((told.patterns == row).all(axis=1))[0])


def _at_risk(learnt: tuple[Past, ...], told: Spells, found: Subject) -> dict[str, int]:
    """How many other wars of each kind ran as long."""
    month = int(found.months)
    lasted = (told.months >= month) & (told.late <= month)
    own = np.array([each.war_id == found.row for each in learnt])
    kind = told.patterns[told.pattern, 0]
    return {
        name: int((lasted & ~own[told.war] & (kind == place)).sum())
        for place, name in enumerate(KINDS)
    }


def judged(numbers: Said, *, base: bool) -> Verdict:
    """Return the verdict on the claim that no ceasefire is on the horizon.

    Parameters
    ----------
    numbers : Said
        What is said of the war.
    base : bool
        Whether the base rate stands for the ceasefire.

    Returns
    -------
    Verdict
        As `outlook` explains.
    """
    year = HORIZONS.index(max(HORIZONS))
    low, high = numbers.ends(0, year)
    narrow = numbers.ends(2 if base else 1, year)
    if high < HALF:
        return "supported"
    if narrow[0] > HALF:
        return "contradicted"
    if low > HALF and narrow[1] < HALF:
        return "mixed"
    return "cannot say"


def _answer(view: View, data: tuple[DataUsed, ...]) -> Answer:
    """Put the numbers into an answer."""
    verdict = judged(view.said, base=view.base)
    return Answer(
        question="outlook", war=view.war.folder, as_of=view.as_of.isoformat(),
        statement=statement(view), claim=CLAIM, verdict=verdict, estimates=estimates(view),
        checks=checks(view, verdict), data=data, limits=limits(view), method=METHOD,
    )  # fmt: skip


def _forecasts(view: View) -> tuple[Forecast, ...]:
    """The forecasts as they are archived: each event by each date."""
    found = []
    for event, place in (("stop", 0), ("ceasefire", 2 if view.base else 1)):
        values = (view.said.stop, view.said.ceasefire, view.said.base)[place]
        for at, span in enumerate(view.asked.spans):
            low, high = view.said.ends(place, at)
            by = view.by_day(span)
            found.append(
                Forecast(
                    question="outlook", war=view.war.folder, as_of=view.as_of, event=event, by=by,
                    definition=view.asked.definition.words(), probability=float(values[at]),
                    low=low, high=high, level=LEVEL, version=VERSION,
                    method="base rate" if place == 2 else "pool",
                )
            )  # fmt: skip
    return tuple(found)


def silent(war: War, as_of: date, why: Silence) -> Answer:
    """Return an answer that says why nothing can be said, and what would let it be said.

    Parameters
    ----------
    war : War
        The war asked about.
    as_of : date
        The day.
    why : Silence
        Reason and remedy.

    Returns
    -------
    Answer
        "cannot say".
    """
    return Answer(
        question="outlook", war=war.folder, as_of=as_of.isoformat(),
        statement=f"How near a ceasefire is cannot be said: {why.reason}.", claim=CLAIM,
        verdict="cannot say", limits=(f"What would let it be said: {why.lacking}.",), method=METHOD,
    )  # fmt: skip


def _too_short(lasting: int) -> Silence:
    return Silence(
        f"the past wars note stops of {FLOOR} days or more, not of {lasting}",
        f"lasting={FLOOR} or more, or a table of past wars with shorter truces",
    )


def _too_few(ended: int, as_of: date) -> Silence:
    return Silence(
        f"only {ended} past wars of the table had ended by {as_of}, and {LEAST} are asked for",
        "a later date, or a table that reaches further back",
    )


def with_version(found: Outlook, version: str) -> Outlook:
    """Return an outlook whose forecasts carry the version of truceline too.

    Parameters
    ----------
    found : Outlook
        As `outlook` gives it.
    version : str
        Of truceline.

    Returns
    -------
    Outlook
        Only the versions differ.
    """
    made = tuple(
        replace(each, version=f"{each.version}, truceline {version}") for each in found.forecasts
    )
    return replace(found, forecasts=made)
