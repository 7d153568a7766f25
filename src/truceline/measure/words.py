"""How `talks` says what it found: names, sentences, numbers."""

from collections.abc import Mapping, Sequence
from datetime import date

from truceline.measure.calendar import Window
from truceline.measure.known import WORDS
from truceline.measure.one_series import Found
from truceline.measure.registry import Endpoint, registry
from truceline.terms.wars import Series, War

CLAIM = (
    "Attacks rise before talks: in the 7 days before rounds of talks that were announced they run "
    "above their level of the three weeks before (a rise of less than 25 % counts as none)"
)


def label(series: Series, sides: Mapping[str, str]) -> str:
    """Return what a series holds, and whose, for a sentence.

    Parameters
    ----------
    series : Series
        As the war describes it.
    sides : mapping of str to str
        Names of the sides by code.

    Returns
    -------
    str
        Attacks, losses or deaths, of whom, in what unit, and for claims by whom.

    Examples
    --------
    >>> label(Series(name="x", file="", unit="drones a day", side="RUS", holds="attacks"),
    ...       {"RUS": "Russia"})
    "Russia's attacks (drones a day)"
    """
    whose = "" if series.side is None else f"{sides.get(series.side, series.side)}'s "
    what = {"attacks": "attacks", "losses": "losses as claimed", "deaths": "deaths"}.get(
        series.holds, series.name
    )
    if series.holds == "attacks" and series.unit.startswith("attacks"):
        said = f"{whose}{series.unit}"
        return said if whose else said[:1].upper() + said[1:]
    by = "" if series.holds == "attacks" or not series.reported_by else f", by {series.reported_by}"
    said = f"{whose}{what} ({series.unit or series.name}{by})"
    return said if whose else said[:1].upper() + said[1:]


def side_names(war: War) -> dict[str, str]:
    """Return the names of a war's sides by code.

    Parameters
    ----------
    war : War
        The war.

    Returns
    -------
    dict of str to str
        Names by code.
    """
    return {each.code: each.name for each in war.sides}


def window_words(window: Window) -> str:
    """Return a window in words.

    Parameters
    ----------
    window : Window
        The window.

    Returns
    -------
    str
        Such as "7 days before".

    Examples
    --------
    >>> window_words(Window("before", 7, "peak")), window_words(Window("after", 3))
    ('highest day of the 7 before', '3 days after')
    >>> window_words(Window("across", 7))
    '7 days after against 7 before'
    """
    if window.kind == "peak":
        return f"highest day of the {window.days} {window.side}"
    if window.side == "across":
        return f"{window.days} days after against {window.days} before"
    return f"{window.days} days {window.side}"


def described(endpoint: Endpoint) -> str:
    """Return one endpoint in words.

    Parameters
    ----------
    endpoint : Endpoint
        Of the registry.

    Returns
    -------
    str
        Such as "7 days before (primary)".

    Examples
    --------
    >>> described(registry()[0]), described(registry()[-1])
    ('7 days before (primary)', '7 days before, truces instead of rounds')
    """
    said = window_words(endpoint.window)
    if endpoint.quantity == "share":
        said = f"share of each part, {said}"
    if endpoint.role == "calendar":
        return f"{said}, {WORDS[endpoint.calendar]}"
    return f"{said} (primary)" if endpoint.role == "primary" else said


def told() -> str:
    """Return the whole registry as one line, numbered, each list by itself.

    Returns
    -------
    str
        For an answer, so that what was tested can be counted.

    Examples
    --------
    >>> told()[:46]
    'list 1: 1 7 days before (primary); 2 3 days be'
    """
    parts = []
    for number in sorted({each.declared for each in registry()}):
        rows = [each for each in registry() if each.declared == number]
        listed = "; ".join(f"{each.order} {described(each)}" for each in rows)
        parts.append(f"list {number}: {listed}")
    return ". ".join(parts)


def number(value: float | None, *, side: str = "") -> str:
    """Return a ratio to two places, or in words where it is not bounded.

    Parameters
    ----------
    value : float or None
        A ratio.
    side : {"", "low", "high"}, default ""
        Which end of an interval it is.

    Returns
    -------
    str
        Two decimal places.

    Examples
    --------
    >>> number(1.0512), number(None, side="high"), number(None)
    ('1.05', 'above 16', 'not known')
    """
    if value is not None:
        return f"{value:.2f}"
    return {"low": "below 1/16", "high": "above 16"}.get(side, "not known")


def span_words(low: float | None, high: float | None) -> str:
    """Return an interval of a ratio in words.

    Parameters
    ----------
    low, high : float or None
        Ends; None where not bounded.

    Returns
    -------
    str
        Such as "0.71 to 1.62".

    Examples
    --------
    >>> span_words(0.71, 1.62)
    '0.71 to 1.62'
    """
    return f"{number(low, side='low')} to {number(high, side='high')}"


def sentence(found: Found, sides: Mapping[str, str]) -> str:
    """Return one sentence on the primary window of one series, without a verdict.

    Parameters
    ----------
    found : Found
        One series, asked.
    sides : mapping of str to str
        Names of the sides by code.

    Returns
    -------
    str
        With range and unit, and no full stop.
    """
    tested = found.primary
    who = label(found.series, sides)
    if not tested.estimable:
        return f"Whether {who} rise in the 7 days before rounds of talks cannot be estimated"
    count = tested.chosen.n_clusters
    return (
        f"In the 7 days before rounds of talks, {who} ran at {number(tested.ratio)} times "
        f"({span_words(tested.low, tested.high)}) their level of the three weeks before that, "
        f"over {count} cluster{'s' if count != 1 else ''} of rounds"
    )


def listed(dates: Sequence[date]) -> str:
    """Return dates as a list in words.

    Parameters
    ----------
    dates : sequence of date
        In order.

    Returns
    -------
    str
        ISO dates, with commas.

    Examples
    --------
    >>> listed([date(2025, 6, 2), date(2025, 7, 23)])
    '2025-06-02, 2025-07-23'
    """
    return ", ".join(each.isoformat() for each in dates)
