"""What `talks` tests, as it was declared: read from talks_registry.toml, in its order."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal

from truceline.measure.calendar import Window
from truceline.measure.known import Which

Role = Literal["primary", "secondary", "calendar"]
Quantity = Literal["level", "share"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Endpoint:
    """One thing that is tested; `order` counts from 1, `declared` is the list that named it."""

    order: int
    declared: int
    role: Role
    window: Window
    quantity: Quantity
    calendar: Which


@cache
def registry() -> tuple[Endpoint, ...]:
    """Return every endpoint in the order in which it was declared.

    Returns
    -------
    tuple of Endpoint
        The first one is primary.

    Examples
    --------
    >>> registry()[0].role, registry()[0].window.days, registry()[0].window.side
    ('primary', 7, 'before')
    """
    text = files(__package__).joinpath("talks_registry.toml").read_text(encoding="utf-8")
    return tuple(
        Endpoint(
            order=order, declared=row["list"], role=row["role"],
            window=Window(row["window"], row["days"], row.get("kind", "mean")),
            quantity=row.get("quantity", "level"), calendar=row.get("calendar", "announced"),
        )
        for order, row in enumerate(tomllib.loads(text)["endpoints"], start=1)
    )  # fmt: skip


def windows() -> tuple[Window, ...]:
    """Return the secondary windows of a series' level, in the order of the registry.

    Returns
    -------
    tuple of Window
        Their p-values are adjusted together.

    Examples
    --------
    >>> windows()[0]
    Window(side='before', days=3, kind='mean')
    """
    return tuple(
        each.window for each in registry() if each.role == "secondary" and each.quantity == "level"
    )


def calendars() -> tuple[Which, ...]:
    """Return the calendars that are tested beside the primary one, in the order of the registry.

    Returns
    -------
    tuple of Which
        As `known` takes them.

    Examples
    --------
    >>> calendars()
    ('held', 'direct', 'announcements', 'first', 'truces')
    """
    return tuple(each.calendar for each in registry() if each.role == "calendar")
