"""Places of one name: which others a text may mean than the one that was taken."""

from collections.abc import Sequence
from dataclasses import replace

from truceline.coding.gazette import Row
from truceline.terms.events import Bearer, Place

MOST = 9
"""So many other places of a name are kept, the largest: there are dozens of San Josés."""


def beside(place: Place, rows: Sequence[Row], ours: Sequence[Row]) -> Place:
    """Return a place with the others of its name, and with its share where size alone decided.

    Parameters
    ----------
    place : Place
        The one that was taken.
    rows : sequence of Row
        All that the gazetteer has by the name.
    ours : sequence of Row
        Those in a state of the story or the war; where there are any, one of them was taken.

    Returns
    -------
    Place
        A town and the region called after it are no two places, nor are two entries of a region.

    Examples
    --------
    >>> from truceline.coding.gazette import rows_of
    >>> rows = rows_of("Tripoli")
    >>> [port] = [row for row in rows if row[4] == "LBN"]
    >>> found = beside(Place("Tripoli", port[5], "LBN"), rows, [port])
    >>> [each.country for each in found.candidates]
    ['LBY', 'GRC']
    """
    largest = _largest(rows)
    own = (place.country or "", place.admin1)
    others = [row for at, row in largest.items() if at != own]
    if not others:
        return place
    found = tuple(Bearer(row[0], row[5], row[4] or None, row[1]) for row in others[:MOST])
    pool = _largest(ours or rows)
    people = sum(row[6] for row in pool.values())
    size = len(pool) > 1 and people > 0 and own in pool
    return replace(place, candidates=found,
                   share=round(pool[own][6] / people, 3) if size else None)  # fmt: skip


def _largest(rows: Sequence[Row]) -> dict[tuple[str, str | None], Row]:
    """Return the largest place of a name in each region, the largest of all first."""
    found: dict[tuple[str, str | None], Row] = {}
    for row in sorted(rows, key=lambda each: (-each[6], each[1])):
        found.setdefault((row[4], row[5]), row)
    return found


def larger(rows: Sequence[Row], *, wide: bool) -> Row:
    """Return the largest region (`wide`) or town, or one of the other kind abroad, if far larger.

    Examples
    --------
    >>> from truceline.coding.gazette import rows_of
    >>> larger(rows_of("Geneva"), wide=False)[4]
    'CHE'
    """
    row = max(rows, key=lambda each: (each[7] == wide, each[6]))
    most = max(rows, key=lambda each: each[6])
    abroad = most[4] != row[4] and most[6] >= FAR_LARGER * row[6]
    return most if abroad else row


FAR_LARGER = 10
"""A canton of so many times the people of a far town is meant rather than the town."""


def choice(place: Place) -> str:
    """Return why this place was taken and which others bear its name; "" where none does.

    Examples
    --------
    >>> choice(Place("Goma", "North Kivu", "COD"))
    ''
    """
    if not place.candidates:
        return ""
    others = ", ".join(
        f"{each.country or '?'} {each.admin1}" if each.admin1 else f"{each.country or '?'}"
        for each in place.candidates
    )
    if place.share is None:
        why = "in a state of the story or the war"
    else:
        why = f"the largest, with {place.share:.0%} of the people"
    taken = " ".join(filter(None, (place.country, place.admin1)))
    return f"{place.name} may be {taken} ({why}) or {others}"
