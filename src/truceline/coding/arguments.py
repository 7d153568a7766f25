"""Who did it and to whom: the source and the target of a trigger."""

from collections.abc import Sequence

from truceline.coding.actors import CALENDAR, Mention
from truceline.coding.clauses import HARD, Clause, clause_at
from truceline.coding.numbers import SMALL, VAGUE
from truceline.coding.predicates import BE, Trigger
from truceline.coding.records import record
from truceline.coding.tokens import Token, word_set

PREPOSITIONS = word_set(
    "of in on at by with against from for to into near across between through amid during "
    "after before over under inside around towards toward about like unlike than despite "
    "among including including"
)
OVER = word_set("the a an its their his her both all some own least more abducted captured")
VEHICLES = word_set("ship ships vessel vessels aircraft plane planes tank tanks fleet")
PARTING = PREPOSITIONS | BE | {"and", "that", "which", "has", "had", "have"}
DOERS = frozenset({"people", "state", "group", "role", "capital", "person"})
CUTS = (HARD - {"as"}) | {"who", "which", "whose", "because"}
AMOUNTS = frozenset(VAGUE) | {"number", "one", "some", "many", "most", "all", "dozen", "group"}
CLOSING = word_set(", . ; : ) on in at after when by and with during last this")
PRONOUNS = word_set("he she it they who which")
EMBEDDED = word_set("if when as that which who whose because although though while since")
TARGET_CUES = word_set("against on at to with into for upon over toward towards between")


@record
class Scene:
    """A sentence with all that was found in it."""

    tokens: Sequence[Token]
    mentions: Sequence[Mention]
    clauses: Sequence[Clause]
    triggers: Sequence[Trigger]
    speaking: frozenset[int] = frozenset()
    arms: frozenset[int] = frozenset()


def preposition(scene: Scene, mention: Mention) -> str:
    """Return the preposition that governs a mention, over articles and adjectives, or ""."""
    at = mention.first - 1
    while at >= 0:
        low = scene.tokens[at].low
        if low == "of" and at and scene.tokens[at - 1].low in AMOUNTS:
            at -= 2
        elif low in OVER or low in SMALL or low.isdecimal():
            at -= 1
        else:
            break
    low = scene.tokens[at].low if at >= 0 else ""
    if low == "," and at == mention.first - 1 and _after_town(scene, mention):
        return "in"  # "in Kaduna, Nigeria"
    if low == "and":
        earlier = [each for each in scene.mentions if each.last == at]
        if earlier:
            return preposition(scene, earlier[0])
    return low if low in PREPOSITIONS else ""


def _after_town(scene: Scene, mention: Mention) -> bool:
    """Return whether a state only says where a town lies: not so in "In Kharkiv, Russia struck"."""
    town, after = mention.first - 2, mention.last
    if mention.kind != "state" or town < 1 or scene.tokens[town].low in CALENDAR:
        return False
    closed = after >= len(scene.tokens) or scene.tokens[after].low in CLOSING
    named = scene.tokens[town].text[:1].isupper()
    return closed and named and scene.tokens[town - 1].low in PREPOSITIONS


def joined(scene: Scene, mention: Mention) -> list[Mention]:
    """Return a mention with those that "and" or commas join to it, left to right."""
    group = [mention]
    ordered = list(scene.mentions)
    cuts = {each.first - 1 for each in scene.clauses if each.opener == "and"}
    at = ordered.index(mention)
    for step in (-1, 1):
        number = at + step
        while 0 <= number < len(ordered):
            left, right = sorted((ordered[number], ordered[number - step]), key=lambda m: m.first)
            gap = [each.low for each in scene.tokens[left.last : right.first]]
            if cuts & set(range(left.last, right.first)):
                break
            if not gap or len(gap) > 3 or not set(gap) <= {"and", ",", "the", "nor", "or", "both"}:
                break
            if "," in gap and "and" not in gap and not _listed(scene, max(number, number - step)):
                break
            group = [ordered[number], *group] if step < 0 else [*group, ordered[number]]
            number += step
    return group


def _listed(scene: Scene, right: int) -> bool:
    """Return whether a comma before a mention is one of a list, which "and" must then end."""
    if right + 1 >= len(scene.mentions):
        return False
    here, after = scene.mentions[right], scene.mentions[right + 1]
    gap = [each.low for each in scene.tokens[here.last : after.first]]
    return len(gap) <= 3 and "and" in gap


def subjects(scene: Scene, trigger: Trigger) -> tuple[list[Mention], bool]:
    """Return the mentions that are the subject of a verb, and whether they were inherited.

    Without a subject of its own, a verb takes that of the nearest clause before it which is not
    embedded; a subject that is no actor ("the damage") yields none.
    """
    number = clause_at(scene.clauses, trigger.start)
    clause = scene.clauses[number]
    own = _before(scene, clause.first, trigger.start)
    if own:
        return own, False
    words = [each.low for each in scene.tokens[clause.first : trigger.start]
             if each.low.isalpha() and not each.low.endswith("ly")]  # fmt: skip
    meant = [word for word in words if word not in ("and", "then", "also", "managed", "to", "the",
             "began", "started", "later", "after", "by", "or", "not", "had", "reportedly",
             "continued", "rather", "than", "without", "instead", "of", "still")]  # fmt: skip
    if clause.opener in ("that", "which", "who", "whose") and not meant:
        near = [each for each in scene.mentions if clause.first - 3 <= each.last <= clause.first]
        return ([near[-1]] if near and near[-1].kind != "thing" else []), True
    if meant and not set(meant) <= PRONOUNS:
        return [], False
    for earlier in range(number - 1, -1, -1):
        other = scene.clauses[earlier]
        if other.opener in EMBEDDED:
            continue
        verbs = [each.start for each in scene.triggers
                 if each.form != "noun" and other.first <= each.start < other.last]  # fmt: skip
        found = _before(scene, other.first, min(verbs, default=other.last), leading=True)
        if found and not (not verbs and preposition(scene, found[0])):
            return found, True
    if number < len(scene.clauses) - 1 and number == 0 and trigger.form == "ing":
        nxt = scene.clauses[1]
        later = [each for each in scene.mentions if nxt.first <= each.first < nxt.last]
        if later and not preposition(scene, later[0]):
            return joined(scene, later[0]), True
    return [], True


def _before(scene: Scene, first: int, end: int, *, leading: bool = False) -> list[Mention]:
    """Return the subject among tokens [first, end): the last name there, or the first if it leads.

    A clause whose verb no lexicon knows may end in its object: "Kyiv gave Moscow a list".
    """
    inside = [
        each for each in scene.mentions
        if first <= each.first and each.last <= end and each.kind != "none"
        and (each.kind != "thing" or scene.tokens[each.last - 1].low in VEHICLES)
        and not preposition(scene, each) and not _owner(scene, each, end)
    ]  # fmt: skip
    if not inside:
        return []
    known = [each for each in inside if each.kind != "name"]
    chosen = (known or inside)[0 if leading else -1]
    if any(scene.tokens[i].low in BE for i in range(chosen.last, end)) and len(inside) > 1:
        chosen = (known or inside)[0]
    return joined(scene, chosen)


def _owner(scene: Scene, mention: Mention, end: int) -> bool:
    """Return whether a mention only owns or colours another noun: "Ukraine's gamble"."""
    if mention.last in scene.arms:
        return False
    if mention.possessive:
        return True
    nouns = {each.first for each in scene.triggers if each.form == "noun"}
    return mention.kind == "people" and mention.last < end and (
        not mention.actors[0].text.endswith("s") and mention.last not in nouns
    ) and scene.tokens[mention.last].low.isalpha() and mention.last + 1 < end  # fmt: skip


def objects(scene: Scene, trigger: Trigger, stop: int) -> list[Mention]:
    """Return the mentions that a trigger's act is done to, before the token at `stop`."""
    after = [
        each for each in scene.mentions
        if trigger.last <= each.first < stop and each.kind != "none"
        and each.first not in scene.speaking
        and not (each.kind == "name" and preposition(scene, each) in ("at", "in", "on"))
    ]  # fmt: skip
    inside = [
        each for each in scene.mentions
        if trigger.noun_at is not None and trigger.first < each.first < trigger.noun_at
    ]  # fmt: skip
    cues = {"", *TARGET_CUES} | ({"from"} if trigger.mode in ("seize", "withdraw") else set())
    direct = [each for each in (*inside, *after) if preposition(scene, each) in cues]
    if trigger.noun is not None and trigger.noun.kind == "threat":
        direct = [each for each in direct if preposition(scene, each) != "of"]
    known = [each for each in direct if each.actors[0].code] or direct
    if not known:
        known = [each for each in after if preposition(scene, each) in ("of", "across", "inside")
                 or (preposition(scene, each) == "in" and each.kind == "state")]  # fmt: skip
        known = [each for each in known if each.actors[0].code]
    group = joined_after(scene, known[0], trigger.last) if known else []
    return [each for each in group if each.first < stop]


def joined_after(scene: Scene, mention: Mention, first: int) -> list[Mention]:
    """Return a mention and those joined to it, none before the token at `first`."""
    return [each for each in joined(scene, mention) if each.first >= first or each is mention]


def agent(scene: Scene, trigger: Trigger, stop: int) -> list[Mention]:
    """Return who follows "by" after a passive verb or an event noun."""
    for mention in scene.mentions:
        if trigger.last <= mention.first < stop and preposition(scene, mention) == "by":
            return joined_after(scene, mention, trigger.last)
    return []


def modifier(scene: Scene, trigger: Trigger) -> list[Mention]:
    """Return who stands before an event noun as its doer: "Russian drone strikes"."""
    at = trigger.noun_at if trigger.noun_at is not None else trigger.first
    for mention in reversed(scene.mentions):
        if mention.last > at or mention.first < at - 6 or mention.kind in ("thing", "none", "name"):
            continue
        gap = [each.low for each in scene.tokens[mention.last : at]]
        plain_gap = all(word.isalpha() or word in ("-", ",") for word in gap)
        if plain_gap and not set(gap) & PARTING and mention.kind in DOERS:
            plain = mention.kind in ("state", "capital", "person") and not mention.possessive
            return [] if plain and gap and trigger.form != "noun" else joined(scene, mention)
        return []
    return []


def stop_of(scene: Scene, trigger: Trigger) -> int:
    """Return where the reach of a trigger ends: at the next verb or a hard connective."""
    following = []
    for each in scene.triggers:
        if each.start > trigger.first and each.form != "noun":
            opens = scene.clauses[clause_at(scene.clauses, each.start)].first
            following.append(opens if opens > trigger.first else each.start)
    hard = [each.first - 1 for each in scene.clauses
            if each.opener in CUTS and each.first - 1 >= trigger.last]  # fmt: skip
    return min([*following, *hard, len(scene.tokens)])
