"""Numbers as a person reads them: two to three significant digits, never a NaN."""

import math

NONE = "cannot be said"
_MINUS = "\N{MINUS SIGN}"
_LARGE = ((1e12, "trillion"), (1e9, "billion"), (1e6, "million"))


def figure(value: float | None) -> str:
    """Return an estimate in two to three significant digits, or that it cannot be said.

    Parameters
    ----------
    value : float or None
        An estimate; None, NaN and infinity cannot be said.

    Returns
    -------
    str
        Such as `1.05`, `0.71`, `12.3`, `1,230`.

    Examples
    --------
    >>> figure(1.0512), figure(0.7149), figure(1234.5), figure(-0.0123), figure(None)
    ('1.05', '0.71', '1,230', '−0.012', 'cannot be said')
    """
    if value is None or not math.isfinite(value):
        return NONE
    if value == 0:
        return "0"
    power = math.floor(math.log10(abs(value)))
    if power >= 15:
        text = f"{value:.2e}"
    elif power >= 2:
        text = f"{round(value, 2 - power):,.0f}"
    elif power >= 0:
        text = f"{value:.{2 - power}f}"
    elif power >= -4:
        text = f"{value:.{1 - power}f}"
    else:
        text = f"{value:.1e}"
    return text.replace("-", _MINUS, 1) if value < 0 else text


def datum(value: float | None, *, missing: str = "no report") -> str:
    """Return a recorded number as it stands in the record, or that there is no report.

    Parameters
    ----------
    value : float or None
        A day's number; None is a missing day, never a zero.
    missing : str, default "no report"
        What to say of a missing day.

    Returns
    -------
    str
        With separators of thousands and at most one decimal above 100.

    Examples
    --------
    >>> datum(1042.0), datum(0.0), datum(12.345), datum(None)
    ('1,042', '0', '12.3', 'no report')
    """
    if value is None or not math.isfinite(value):
        return missing
    if abs(value) >= 1e15:
        return figure(value)
    if value == int(value):
        text = f"{int(value):,}"
    elif abs(value) >= 100:
        text = f"{value:,.1f}"
    else:
        return figure(value)
    return text.replace("-", _MINUS, 1)


def interval(low: float | None, high: float | None) -> str:
    """Return an interval in words; an end that is not known is said to be open.

    Parameters
    ----------
    low, high : float or None
        The ends.

    Returns
    -------
    str
        Such as `0.71 to 1.62`.

    Examples
    --------
    >>> interval(0.71, 1.62), interval(0.7, None), interval(None, None)
    ('0.71 to 1.62', '0.70 to no upper end', 'cannot be said')
    """
    known_low = low is not None and math.isfinite(low)
    known_high = high is not None and math.isfinite(high)
    if not known_low and not known_high:
        return NONE
    left = figure(low) if known_low else "no lower end"
    right = figure(high) if known_high else "no upper end"
    return f"{left} to {right}"


def percent(share: float | None) -> str:
    r"""Return a share between 0 and 1 as a percentage.

    Parameters
    ----------
    share : float or None
        Such as 0.95.

    Returns
    -------
    str
        Such as `95 %`, its space one that no line breaks at.

    Examples
    --------
    >>> percent(0.95), percent(0.333), percent(0.999)
    ('95\xa0%', '33\xa0%', '99.9\xa0%')
    """
    if share is None or not math.isfinite(share * 100):
        return NONE
    text = f"{share * 100:.1f}" if share > 0.99 else f"{share * 100:.0f}"
    return text.removesuffix(".0") + "\N{NO-BREAK SPACE}%"


def chance(p: float | None) -> str:
    """Return a p-value with two significant digits, or that it cannot be said.

    Parameters
    ----------
    p : float or None
        Between 0 and 1.

    Returns
    -------
    str
        Such as `0.36` or `< 0.001`.

    Examples
    --------
    >>> chance(0.3612), chance(0.0004), chance(None)
    ('0.36', '< 0.001', 'cannot be said')
    """
    if p is None or not math.isfinite(p):
        return NONE
    if p < 0.001:
        return "< 0.001"
    if p < 0.01:
        return f"{p:.2g}"
    return f"{p:.3f}" if p < 0.1 else f"{p:.2f}"


def large(value: float) -> str:
    """Return a large amount in words where it has millions.

    Parameters
    ----------
    value : float
        An amount.

    Returns
    -------
    str
        Such as `7 billion`.

    Examples
    --------
    >>> large(7e9), large(1.25e6), large(900)
    ('7 billion', '1.25 million', '900')
    """
    for size, word in _LARGE:
        if abs(value) >= size:
            return f"{value / size:.3g} {word}"
    return datum(value)
