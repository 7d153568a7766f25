"""Which tellings are worth comparing: those that share a day and something more."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from datetime import date

from truceline.record.same.agree import LATE, WINDOW, states
from truceline.record.same.figures import telling
from truceline.record.same.mention import TOLD, Mention, near
from truceline.record.same.regions import BLOCK, stem

LONGEST = 31
"""Days that a date may span at most: what happened "in 2024" is linked to nothing."""
WHO = frozenset({"CONSULT", "AGREE", "COOPERATE", "AID", "RETREAT", "CONCEDE", "SANCTION"})
"""Types rare enough that one party and one day are worth a look; attacks need a place or number."""
Key = tuple[object, ...]


def pairs(mentions: Sequence[Mention]) -> Iterator[tuple[int, int]]:
    """Yield the places of tellings that may be of one event, each pair once.

    Parameters
    ----------
    mentions : sequence of Mention
        In any order.

    Yields
    ------
    tuple of int
        Two that share type, day and a named place, an equal number that is hardly chance, or, for
        `WHO`, a party. Days within the window count as shared. Of tellings that say exactly the
        same, one stands for all, and the others are paired with it alone: what is compared grows
        with what is said otherwise, not with how often the same is said.
    """
    named: dict[Key, list[int]] = defaultdict(list)
    regions: dict[Key, list[int]] = defaultdict(list)
    for place, each in enumerate(mentions):
        days = list(_days(each)) if each.status in TOLD else []
        for day in days:
            for key in _keys(each):
                named[each.type, day, *key].append(place)
            if each.spot is not None and each.spot.admin1 and each.spot.where_prec <= 4:
                begins = stem(each.spot.admin1)[:BLOCK]
                regions[each.type, day, each.spot.country, begins].append(place)
    signs = list(_signs(mentions))
    seen: set[tuple[int, int]] = set()
    for block in named.values():
        yield from _unseen(_within(block, signs), seen)
    for block in regions.values():
        yield from _unseen(_across(block, mentions, signs), seen)


def _signs(mentions: Sequence[Mention]) -> Iterator[tuple[object, ...]]:
    """Yield what each telling says; two of one report that say the same are told apart by count."""
    met: Counter[tuple[object, ...]] = Counter()
    for each in mentions:
        sign = each.signature()
        met[each.story_id, sign] += 1
        yield *sign, met[each.story_id, sign]


def _days(mention: Mention) -> Iterator[date]:
    """Yield the days under which a telling is looked for, the window added at its end."""
    if mention.start is None or mention.end is None:
        if mention.published is not None:
            for back in range(LATE + WINDOW + 1):
                yield near(mention.published, days=-back)
        return
    length = (mention.end - mention.start).days
    if length < LONGEST:
        for ahead in range(length + WINDOW + 1):
            yield near(mention.start, days=ahead)


def _keys(mention: Mention) -> Iterator[Key]:
    """Yield what else two tellings must share: a place, a number, a party."""
    spot = mention.spot
    if spot is not None and spot.where_prec <= 4:
        yield "place", spot.key
        yield "place", spot.name.lower()
    for each in mention.figures:
        if telling(each):
            yield each.what, each.low
    if mention.type in WHO:
        for code in sorted(states(mention)):
            yield "party", code


def _within(block: list[int], signs: list[tuple[object, ...]]) -> Iterator[tuple[int, int]]:
    """Yield the pairs of one block, those of one signature once."""
    heads = _heads(block, signs)
    first = [each[0] for each in heads]
    for several in heads:
        yield from ((several[0], other) for other in several[1:])
    for one in first:
        *sign, count = signs[one]
        if count != 1:  # told twice in one report: another report may mean either
            alike = (two for two in block if signs[two] == (*sign, 1))
            yield from ((min(one, two), max(one, two)) for two in alike)
    for number, one in enumerate(first):
        yield from ((one, two) for two in first[number + 1 :])


def _across(
    block: list[int], mentions: Sequence[Mention], signs: list[tuple[object, ...]]
) -> Iterator[tuple[int, int]]:
    """Yield the pairs of a region as a whole with the towns in it."""
    if all(_is_point(mentions[each]) for each in block):
        return
    heads = [each[0] for each in _heads(block, signs)]
    wide = [each for each in heads if not _is_point(mentions[each])]
    for one in wide:
        yield from ((min(one, two), max(one, two)) for two in heads if two != one)


def _is_point(mention: Mention) -> bool:
    return mention.spot is not None and mention.spot.is_point()


def _heads(block: list[int], signs: list[tuple[object, ...]]) -> list[list[int]]:
    """Return a block by what its tellings say exactly."""
    found: dict[tuple[object, ...], list[int]] = {}
    for place in dict.fromkeys(block):
        found.setdefault(signs[place], []).append(place)
    return list(found.values())


def _unseen(
    found: Iterator[tuple[int, int]], seen: set[tuple[int, int]]
) -> Iterator[tuple[int, int]]:
    for pair in found:
        if pair not in seen:
            seen.add(pair)
            yield pair
