"""What of a war's series may be shown to others, by their makers' terms."""

from dataclasses import replace

from truceline.terms.wars import Series, War


def of(war: War, *, private: bool) -> tuple[War, War, tuple[str, ...]]:
    """Return a war for days to be drawn, one for totals to be drawn, and what was held back.

    Parameters
    ----------
    war : War
        With all its series.
    private : bool
        Whether everything may be drawn, since nobody else will see it.
    """
    if private:
        return war, war, ()
    return with_days(war), with_totals(war), remarks(war)


def with_days(war: War) -> War:
    """Return a war with the series whose single days may go out: the open ones."""
    return _only(war, ("open",))


def with_totals(war: War) -> War:
    """Return a war with the series of which means and totals may go out: all but private ones."""
    return _only(war, ("open", "aggregate only"))


def remarks(war: War) -> tuple[str, ...]:
    """Say which series a brief holds back, and how to see them.

    Examples
    --------
    >>> from datetime import date
    >>> mine = Series(name="mine", file="x.csv", unit="n", redistribute="private")
    >>> remarks(War(folder="x", name="X", start=date(2025, 1, 1), sides=(), series=(mine,)))
    ('the series mine is private: it is not drawn; --private draws it, for your own eyes',)
    """
    words = {
        "private": "is private: it is not drawn",
        "aggregate only": "may go out as totals alone: its days are not drawn",
    }
    return tuple(
        f"the series {each.name} {words[each.redistribute]}; --private draws it, for your own eyes"
        for each in war.series
        if each.redistribute in words
    )


def _only(war: War, marks: tuple[str, ...]) -> War:
    kept: tuple[Series, ...] = tuple(each for each in war.series if each.redistribute in marks)
    return replace(war, series=kept)
