"""How sure an event and its fields are: chances learnt from sentences coded by hand.

What an event was read from (its grounds, in words) is added up by weights that `make sureness`
fits on the open half of `tests/gold` and writes to `lexicons/sureness.toml`.
"""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from truceline.coding.choice import heaviest
from truceline.coding.draft import Draft
from truceline.coding.lexicon import read_toml
from truceline.terms.events import Actor

ARMED = frozenset({"MIL", "REB", "COP", "GOVMIL"})
MOST = 3
"""So many words of an entry, actors of a side or events of a sentence are told apart."""
STEPS = 5
"""The chance of the chosen target is told by so many steps."""
UNSURE = "UNSURE"
LEAST = 0.3
"""An event less likely than this is set aside as `UNSURE`; chosen on the open half of the gold, for
the sum of type and of all of type, source, target and status."""
FIELDS = ("type", "status", "source", "target")


@dataclass(frozen=True, slots=True)
class Sureness:
    """Weights of grounds: for the type, then for status, source and target of a right type."""

    start: tuple[float, ...]
    weights: Mapping[str, tuple[float, ...]]

    def chances(self, grounds: Iterable[str]) -> dict[str, float]:
        """Return how likely each field is right: `type`, and the others where the type is.

        Parameters
        ----------
        grounds : iterable of str
            As `grounds_of` gives them; those without a weight change nothing.

        Returns
        -------
        dict
            Chances between 0 and 1 by field.

        Examples
        --------
        >>> Sureness((0.0, 1.0, 0.0, 0.0), {"passive": (1.0, 0.0, 0.0, -1.0)}).chances(["passive"])
        {'type': 0.731, 'status': 0.731, 'source': 0.5, 'target': 0.269}
        """
        rows = [row for row in map(self.weights.get, grounds) if row is not None]
        sums = map(sum, zip(self.start, *rows, strict=True))
        return {
            field: round(1 / (1 + math.exp(-total)), 3)
            for field, total in zip(FIELDS, sums, strict=True)
        }

    def largest(self, grounds: Iterable[str], most: int = 6) -> list[tuple[str, float]]:
        """Return the grounds that weigh most for or against the type, the heaviest first.

        Parameters
        ----------
        grounds : iterable of str
            Of one event.
        most : int, default 6
            So many are returned at most.

        Returns
        -------
        list of (str, float)
            With their weights in log-odds.
        """
        return heaviest(((each, self.weights.get(each, (None,))[0]) for each in grounds), most)


@cache
def sureness() -> Sureness:
    """Return the weights that ship with truceline, read once."""
    table = read_toml("sureness")
    weights = {name: tuple(row) for name, row in table["weights"].items()}
    return Sureness(tuple(table["start"]), weights)


def grounds_of(draft: Draft) -> tuple[str, ...]:
    """Return what an event was read from, in words that have weights.

    Parameters
    ----------
    draft : Draft
        Finished: with its fields, and how many events stand in its sentence.

    Returns
    -------
    tuple of str
        Such as "type ASSAULT", "source coded", "events in the sentence: 2".

    Notes
    -----
    No name and no word of the text is among them: what holds of one war should hold of another.
    """
    trigger = draft.trigger
    form = "a noun" if trigger.form == "noun" else "a verb"
    found = [
        f"type {trigger.type}", f"class {trigger.kind}", f"form {trigger.form}",
        f"{trigger.type} by {form}", _few(len(trigger.entry.split()), "words of the entry"),
        f"status {draft.status or draft.reading.status}",
        _few(draft.beside, "events in the sentence"),
        f"relation {draft.relation}" if draft.relation else "read without a parse",
        *_side("source", draft.source), *_side("target", draft.target),
    ]  # fmt: skip
    coded = [any(each.code for each in side) for side in (draft.source, draft.target)]
    found.append(SIDES[coded[0], coded[1]])
    if draft.aimed is not None:
        found.append(f"target likely {int(draft.aimed * STEPS) / STEPS:.1f}")
    if trigger.light:
        found.append(f"light verb, {trigger.light}")
    if draft.hedge:
        found.append(f"hedge {draft.hedge}")
    found += [f"{field} inferred" for field in draft.basis]
    found += [words for words, there in _signs(draft) if there]
    return tuple(found)


SIDES = {
    (True, True): "both sides coded", (True, False): "source coded, no target coded",
    (False, True): "target coded, no source coded", (False, False): "no side coded",
}  # fmt: skip


def _signs(draft: Draft) -> Iterable[tuple[str, bool]]:
    return (
        ("passive", draft.trigger.passive), ("subject inherited", draft.inherited),
        ("told by several words", bool(draft.merged)), ("somebody says so", bool(draft.speaker)),
        ("the doer says so", _says_so(draft)),
        ("numbers", bool(draft.counts)), ("weapons", bool(draft.instruments)),
        ("a place", bool(draft.place)), ("a date", bool(draft.when) and "date" not in draft.basis),
    )  # fmt: skip


def _says_so(draft: Draft) -> bool:
    if draft.speaker is None:
        return False
    said = draft.speaker.code, draft.speaker.text.lower()
    return any((each.code, each.text.lower()) == said for each in draft.source)


def _few(number: int, what: str) -> str:
    return f"{what}: {number}" if number < MOST else f"{what}: {MOST} or more"


def _side(side: str, actors: Sequence[Actor]) -> list[str]:
    kinds = dict.fromkeys(map(kind_of, actors))
    return [*[f"{side} {kind}" for kind in kinds or ["nobody"]],
            _few(len(actors), f"actors as {side}")]  # fmt: skip


def kind_of(actor: Actor) -> str:
    """Return what is known of an actor: a code, a sector, a name, or a common noun."""
    if actor.code:
        return "coded with a sector" if actor.sector else "coded"
    if actor.sector:
        return "armed" if actor.sector in ARMED else "of a sector"
    return "a name" if actor.text[:1].isupper() else "a common noun"
