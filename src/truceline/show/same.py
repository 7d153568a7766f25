"""Where else a brief's reports tell of an event, in words."""

from collections.abc import Sequence
from dataclasses import dataclass

from truceline.show.text import line
from truceline.terms.briefs import SameEvent


@dataclass(frozen=True, slots=True)
class Note:
    """What is said beside an event that is told more than once.

    `again` where another one stands for it; `counts` are the numbers over all tellings, beside the
    one that stands for them.
    """

    text: str
    again: bool
    counts: tuple[str, ...] = ()


def notes(same: Sequence[SameEvent], numbered: Sequence[tuple[int, int, str]]) -> dict[str, Note]:
    """Return a note for each event that is told more than once.

    Parameters
    ----------
    same : sequence of SameEvent
        Of the brief.
    numbered : sequence of (int, int, str)
        Number, report and id of each event shown.

    Returns
    -------
    dict of str to Note
        By event id; the note of the first telling has the numbers over all tellings.

    Examples
    --------
    >>> one = SameEvent(event_ids=("a", "b"), counts=(("killed", 47.0, 53.0, None),))
    >>> found = notes([one], [(1, 1, "a"), (4, 2, "b")])
    >>> found["a"].text
    'told again as no. 4 (report 2); over all tellings: killed 47 or more, last 53'
    >>> found["b"].text
    'tells again of no. 1 (report 1)'
    """
    order = {name: (number, f"no. {number} (report {story})") for number, story, name in numbered}
    found = {}
    for event in same:
        first, *rest = (name for name in event.event_ids if name in order)
        others = sorted(rest, key=lambda name: order[name][0])
        again = ", ".join(order[name][1] for name in others)
        counts = tuple(_range(*each) for each in event.counts)
        over = f"; over all tellings: {'; '.join(counts)}" if counts else ""
        found[first] = Note(f"told again as {again}{over}", again=False, counts=counts)
        for name in others:
            how = "copied from" if name in event.copies else "tells again of"
            found[name] = Note(f"{how} {order[first][1]}", again=True)
    return found


def _range(what: str, low: float, best: float, high: float | None) -> str:
    """Say a number over several tellings."""
    said = line(what)
    if high == low:
        return f"{said} {low:,.0f}"
    most = f"{low:,.0f} or more" if high is None else f"{low:,.0f} to {high:,.0f}"
    return f"{said} {most}, last {best:,.0f}"
