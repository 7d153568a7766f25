"""Where one clause ends and the next begins, found from signs, connectives and verbs."""

from collections.abc import Sequence

from truceline.coding.actors import Mention
from truceline.coding.predicates import AUXILIARIES, Trigger
from truceline.coding.records import record
from truceline.coding.tokens import Token, word_set

SIGNS = word_set(", ; : ( ) — – [ ]")
CONNECTIVES = word_set(
    "while whereas after before when as if because although though since until unless that "
    "which who whose where but amid despite following whether so"
)
CUTTING = SIGNS | CONNECTIVES | {"and", "or", "-"}
HARD = word_set("; but while whereas after before when although though as")


@record
class Clause:
    """Tokens [first, last) of one clause and what opens it: a sign, a connective or ""."""

    first: int
    last: int
    opener: str


def clauses_of(
    tokens: Sequence[Token], mentions: Sequence[Mention], triggers: Sequence[Trigger]
) -> list[Clause]:
    """Return the clauses of a sentence, in order and without gaps.

    "and" opens a clause only where a verb, or a name and then a verb, follows it: in "Iran and
    Iraq met" it joins two names, in "Iran attacked and Iraq replied" two clauses.
    """
    starts = {each.start for each in triggers if each.form != "noun"}
    inside = {i for each in mentions for i in range(each.first + 1, each.last)}
    follow = {each.first: each.last for each in mentions}
    cuts: list[tuple[int, str]] = [(0, "")]
    for at in [at for at, each in enumerate(tokens) if each.low in CUTTING]:
        if at in inside:
            continue
        low = tokens[at].low
        joins = low in ("and", "or") and _opens(tokens, at, starts, follow, cuts[-1][0])
        if joins or low in SIGNS or low in CONNECTIVES or (low == "-" and _spaced(tokens, at)):
            cuts.append((at + 1, low))
    ends = [*(first - 1 for first, _ in cuts[1:]), len(tokens)]
    return [
        Clause(first, max(first, end), opener)
        for (first, opener), end in zip(cuts, ends, strict=True)
        if end > first or opener
    ]


def _spaced(tokens: Sequence[Token], at: int) -> bool:
    before = at > 0 and tokens[at - 1].end < tokens[at].start
    return before and at + 1 < len(tokens) and tokens[at].end < tokens[at + 1].start


def _opens(
    tokens: Sequence[Token], at: int, starts: set[int], follow: dict[int, int], first: int
) -> bool:
    if at + 1 in starts or (at + 2 in starts and tokens[at + 1].low.endswith("ly")):
        return True
    if at + 1 < len(tokens) and tokens[at + 1].low.endswith("ed"):
        return True
    if not any(first <= start < at for start in starts):
        return False
    for place in range(at + 1, min(at + 4, len(tokens))):
        if place in follow:
            end = follow[place]
            return end in starts or (end < len(tokens) and tokens[end].low in AUXILIARIES)
    return False


def clause_at(clauses: Sequence[Clause], place: int) -> int:
    """Return the number of the clause that holds the token at `place`."""
    for number, clause in enumerate(clauses):
        if clause.first <= place < max(clause.last, clause.first + 1):
            return number
    return max(0, len(clauses) - 1)
