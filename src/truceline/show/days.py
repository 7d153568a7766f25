"""Dates as a person reads them, no more precise than they are known."""

from datetime import date

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip


def day(when: date | None) -> str:
    """Return a date as `2 June 2025`.

    Parameters
    ----------
    when : datetime.date or None
        A day.

    Returns
    -------
    str
        The day, or `not known`.

    Examples
    --------
    >>> day(date(2025, 6, 2))
    '2 June 2025'
    """
    if when is None:
        return "not known"
    return f"{when.day} {_MONTHS[when.month - 1]} {when.year}"


def span(first: date, last: date | None) -> str:
    """Return two dates as short as they can be said.

    Parameters
    ----------
    first : datetime.date
        The first day.
    last : datetime.date or None
        The last day; None where it is the same or not known.

    Returns
    -------
    str
        Such as `1 to 3 June 2025`.

    Examples
    --------
    >>> span(date(2025, 6, 1), date(2025, 6, 3)), span(date(2025, 5, 31), date(2025, 6, 1))
    ('1 to 3 June 2025', '31 May to 1 June 2025')
    """
    if last is None or last == first:
        return day(first)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day} to {day(last)}"
    if first.year == last.year:
        return f"{first.day} {_MONTHS[first.month - 1]} to {day(last)}"
    return f"{day(first)} to {day(last)}"


def dated(first: date | None, last: date | None, precision: str) -> str:
    """Return when something was, no more precise than it is known.

    Parameters
    ----------
    first, last : datetime.date or None
        The interval in which it lies.
    precision : {"day", "week", "month", "year", "unknown"}
        How precisely it is known.

    Returns
    -------
    str
        Such as `June 2025`, or `date not resolved`.

    Examples
    --------
    >>> dated(date(2025, 6, 1), date(2025, 6, 30), "month"), dated(None, None, "unknown")
    ('June 2025', 'date not resolved')
    """
    if first is None:
        return "date not resolved"
    end = last or first
    if precision == "year" and first.year == end.year:
        return str(first.year)
    if precision == "month" and (first.year, first.month) == (end.year, end.month):
        return f"{_MONTHS[first.month - 1]} {first.year}"
    if precision == "week":
        return f"about {span(first, last)}"
    return span(first, last)


def month(when: date) -> str:
    """Return a month as `June 2025`.

    Parameters
    ----------
    when : datetime.date
        Any day of it.

    Returns
    -------
    str
        The month.

    Examples
    --------
    >>> month(date(2025, 6, 1))
    'June 2025'
    """
    return f"{_MONTHS[when.month - 1]} {when.year}"
