"""Who may be meant by the target of an event: everybody the sentence names, or nobody.

The rules of `fill` and `settle` give one answer. Here stand all that could be given, each with what
it is read from, so that learnt weights may find another likelier.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from truceline.coding.actors import Mention
from truceline.coding.choice import Candidate, Choice
from truceline.coding.draft import Draft
from truceline.coding.sureness import kind_of
from truceline.coding.syntax.arguments import goals_by_case
from truceline.coding.syntax.back import before, quad_of
from truceline.coding.syntax.folk import are_people, in_words
from truceline.coding.syntax.helpers import helpers
from truceline.coding.syntax.parse import between
from truceline.coding.syntax.parties import parties
from truceline.coding.syntax.settle import BETWEEN_STATES, stands
from truceline.coding.syntax.view import View
from truceline.terms.events import Actor, Place

HEARD = "according"
"""Who stands after it only says so."""
UNNAMED = frozenset({"thing", "name"})
FARTHEST = 5
APART = ("apart", "apart", FARTHEST)
"""The way between two words that have no head in common."""
TIE = 1e-6
MANY = 3
"""So many others with a code are told apart."""
READ = ("class ", "party ", "way ", "hangs ")
"""Grounds that weigh otherwise for what the rules give than for others."""
SPOKEN = BETWEEN_STATES - {"SANCTION", "AID"}
"""Types that are said or agreed somewhere, which says nothing of with whom."""
FORCE = frozenset({"ASSAULT", "COERCE", "MOBILIZE"})
REBELS = "the state of the rebels"
CHOSEN = "likelier than what the rules give"

Key = tuple[str, ...]


def aim(view: View, drafts: Sequence[Draft], choice: Choice) -> None:
    """Give each draft the likeliest target of all that the sentence could mean.

    Parameters
    ----------
    view : View
        The sentence.
    drafts : sequence of Draft
        All its events, with their fields as the rules give them; they are changed.
    choice : Choice
        The weights.
    """
    none = frozenset[str]()
    hosts = _hosts(view) if any(each.type in SPOKEN for each in drafts) else none
    allies = helpers(view) if any(each.type in FORCE for each in drafts) else none
    pools = [candidates(view, each, drafts, hosts if each.type in SPOKEN else allies
                        if each.type in FORCE else none) for each in drafts]  # fmt: skip
    for draft, pool in zip(drafts, pools, strict=True):
        draft.aims = pool
        if not pool:
            continue
        _choose(draft, pool, choice)
        if "reciprocal" not in draft.basis:  # who asks both sides to meet asks the other one
            own = {(each.code, each.sector) for each in draft.source if each.code}
            others = [each for each in draft.target if (each.code, each.sector) not in own]
            draft.target = others or draft.target
        in_words(view, draft)


def _choose(draft: Draft, pool: Sequence[Candidate], choice: Choice) -> None:
    """Take the likeliest of a pool; of two as likely, as one side of a war is, the rules' own."""
    chances = choice.chances(pool)
    least = max(chances) - TIE
    likely = [at for at, chance in enumerate(chances) if chance > least]
    best = likely[0] if len(likely) == 1 else 0
    draft.aimed = chances[best]
    if not pool[best].now and not are_people(draft):
        draft.target = list(pool[best].actors)
        draft.basis["target"] = CHOSEN


def candidates(
    view: View, draft: Draft, drafts: Sequence[Draft], spared: frozenset[str]
) -> list[Candidate]:
    """Return everybody who may be the target of a draft, each with the grounds for it.

    Parameters
    ----------
    view : View
        The sentence.
    draft : Draft
        One of its events, read by the parse.
    drafts : sequence of Draft
        All of them.
    spared : frozenset of str
        Who is not meant: the state in whose town something was said, who helps in a deed of force.

    Returns
    -------
    list of Candidate
        What the rules give, first, and all with a code: those named, the states of places, the
        sides of other events and of the war; of those named before only whom the story has told
        the source dealt with, the one other whom the sentence before names, and the state that
        rebels rise against; no two with the same codes, and not the source as it was named. What
        the rules give in words is nobody's only where they say so. Empty where two sides act
        alike, and for an event that was not read by the parse.
    """
    if draft.node < 0 or "reciprocal" in draft.basis:
        return []
    pool = _Pool(frozenset([each.code for each in draft.source if each.code]),
                 (draft.node, *view.parse.above(draft.node)),
                 spared)  # fmt: skip
    pool.add(tuple(draft.target), ["now"])
    for mention in view.mentions:
        _named(pool, view, draft, mention)
    for token, place in view.towns.items():
        _stood(pool, view, token, place)
    for other in drafts:
        if other is not draft:
            _beside(pool, draft, other)
    _unsaid(pool, view, draft)
    _governed(pool, view, draft)
    if draft.place is not None:
        pool.add(_holder(draft.place), ())
    return [*_weighed(pool, draft)]


@dataclass(slots=True)
class _Pool:
    """Candidates by their codes, or by their words where they have none, with their grounds.

    `source` are the codes of the event's source, `climb` its word and all above it, `spared` those
    who are not meant.
    """

    source: frozenset[str]
    climb: tuple[int, ...]
    spared: frozenset[str] = frozenset()
    found: dict[Key, tuple[tuple[Actor, ...], dict[str, None]]] = field(default_factory=dict)

    def add(self, actors: tuple[Actor, ...], grounds: Iterable[str]) -> None:
        key = _key(actors)
        if key in self.found:
            self.found[key][1].update(dict.fromkeys(grounds))
        else:
            self.found[key] = actors, dict.fromkeys(grounds)

    def wants(self, actor: Actor) -> bool:
        """Return whether an actor has a code, or is whom the rules give."""
        return actor.code is not None or (actor.text.lower(),) in self.found


def _hosts(view: View) -> frozenset[str]:
    """Return the states that a sentence names only by towns where somebody is: "met in Geneva"."""
    there: set[str | None] = set()
    named: set[str | None] = {*view.sides, *(each.code for each in view.just)}
    parts = [(view.head_of(each.first, each.last), each.kind == "capital",
              {actor.code for actor in each.actors}) for each in view.mentions]  # fmt: skip
    parts += [(view.laid.node_of[token], True, {place.holder})
              for token, place in view.towns.items()]  # fmt: skip
    for node, town, codes in parts:
        away = town and view.parse.deps[node] == "obl" and stands(view, node)
        (there if away else named).update(codes)
    return frozenset(each for each in there - named if each)


def _unsaid(pool: _Pool, view: View, draft: Draft) -> None:
    """Add those whom the sentence does not name: by the story, the war, or who they are."""
    for code in sorted(pool.source):
        for actor in view.dealt.get(code, ()):
            pool.add((actor,), ["dealt with before"])
    others = {each.code: each for each in view.just if each.code not in pool.source}
    if pool.source and len(others) == 1:
        pool.add((*others.values(),), ["the only other named just before"])
    for actors, grounds in before(view, draft):
        pool.add(actors, grounds)
    for code in view.sides:
        pool.add((Actor(code, code),), ())
    for each in draft.source:
        if each.code and each.sector == "REB":
            pool.add((Actor(each.code, each.code),), [REBELS])


def _key(actors: Sequence[Actor]) -> Key:
    if len(actors) == 1:  # as nearly all are
        [one] = actors
        return ("coded", one.code) if one.code else (one.text.lower(),)
    codes = sorted({each.code for each in actors if each.code})
    return ("coded", *codes) if codes else tuple(each.text.lower() for each in actors)


def _named(pool: _Pool, view: View, draft: Draft, mention: Mention) -> None:
    if mention.kind == "none" or not any(map(pool.wants, mention.actors)):
        return
    parse, node = view.parse, view.head_of(mention.first, mention.last)
    case = parse.case(node)
    if case == HEARD:
        return
    chain = (node, *parse.above(node))
    way, first, steps = between(parse, pool.climb, chain) or APART
    kind = "thing" if mention.kind in UNNAMED else mention.kind
    grounds = [
        f"way {way}", f"{draft.type} {first}", f"class {draft.trigger.kind} {first}",
        f"steps {min(steps, FARTHEST)}", f"hangs as {parse.deps[node]} {parse.subs[node]}",
        f"{kind} after {case}",
    ]  # fmt: skip
    if mention.possessive:
        grounds.append("possessive")
    if next(filter(parse.is_verb, chain), -1) == draft.node:
        grounds.append("in its own clause")
    for actor in [each for each in mention.actors if each not in draft.source]:
        number = "several" if parse.tags[node] == "NNS" else "one"
        plain = [] if actor.code else [f"{number} without a code"]
        pool.add((actor,), [*grounds, f"sector {actor.sector}", *plain])
    if len(mention.actors) > 1:
        pool.add(mention.actors, grounds)


def _stood(pool: _Pool, view: View, token: int, place: Place) -> None:
    node = view.laid.node_of[token]
    way, _, _ = between(view.parse, pool.climb, (node, *view.parse.above(node))) or APART
    pool.add(_holder(place), [f"place after {view.parse.case(node)}", f"place {way}"])


def _holder(place: Place) -> tuple[Actor, ...]:
    """Return the state that a place lies in, or who holds it."""
    return (Actor(place.name, place.holder),) if place.holder else ()


def _beside(pool: _Pool, draft: Draft, other: Draft) -> None:
    when = "before" if other.first < draft.first else "after"
    for side, actors in (("source", other.source), ("target", other.target)):
        coded = tuple([each for each in actors if each.code])
        if coded:
            quads = f"{quad_of(other.type)} {when} {quad_of(draft.type)}"
            pool.add(coded, [f"{side} of the event {when}, {quads}"])


def _governed(pool: _Pool, view: View, draft: Draft) -> None:
    """Add those whom the verb governs, as the rules would read each noun."""
    parse, quad = view.parse, quad_of(draft.type)
    for node in parse.under(draft.node, "obj", "nsubj", "iobj", "obl"):
        case = parse.case(node)
        if case == HEARD:
            continue
        actors = tuple(parties(view, node))
        if all(each in draft.source for each in actors):
            continue
        owned = any(parse.tags[each] == "PRP$" for each in parse.children[node])
        own = owned and {each.code for each in actors} <= pool.source  # "closed its airspace"
        if not own:
            role = f"{parse.deps[node]} {case}".strip()
            pool.add(actors, [f"party {role}", f"{quad} party {role}"])
    around = [draft.node, *parse.under(draft.node, "obj")]
    for case, aimed in goals_by_case(view, around).items():
        pool.add(tuple(aimed), [f"aimed {case}"])


def _weighed(pool: _Pool, draft: Draft) -> Iterator[Candidate]:
    """Yield the candidates with what can be said of each only once all are known."""
    rules = [f"the rules give {each}" for each in
             dict.fromkeys(map(kind_of, draft.target)) or ["nobody"]]  # fmt: skip
    worded = bool(draft.target) and not any(each.code for each in draft.target)
    others = sum(key[:1] == ("coded",) and pool.source.isdisjoint(key[1:]) for key in pool.found)
    given = {*_key(draft.target)} if draft.target else set()
    kind, group = draft.type, draft.trigger.kind
    for key, (actors, known) in pool.found.items():
        own = not pool.source.isdisjoint(key[1:])
        coded = key[:1] == ("coded",)
        if coded and set(key) < given:
            continue
        if coded and pool.spared and pool.spared.issuperset(key[1:]) and "now" not in known:
            continue
        if "now" not in known and (not coded or (worded and own and REBELS not in known)):
            continue
        what = "a code" if coded else "words" if key else "nobody"
        grounds = [each for each in known if each != "now"]
        grounds += [what, f"{kind} {what}", f"class {group} {what}"]
        if own:
            grounds += ["the source's", f"{kind} the source's"]
        if draft.trigger.mode:
            grounds.append(f"mode {draft.trigger.mode} {what}")
        if not pool.source:
            grounds.append(f"no source coded, {what}")
        few = f"{what}, others coded: {min(others, MANY)}"
        grounds.append(few)
        if coded and not own and others == 1:
            grounds.append("the only other with a code")
        if "now" in known:
            told = [each for each in known if each.startswith(READ)]
            told += [what, f"class {group} {what}", few]
            grounds += ["now", *rules, *[f"now, {each}" for each in told]]
        yield Candidate(actors, tuple(grounds), "now" in known)
