"""Who a noun stands for: the name it is, the owner it has, or the noun itself as text."""

from dataclasses import replace

from truceline.coding.actors import Mention
from truceline.coding.cast import DOMESTIC, WE
from truceline.coding.syntax.bodies import own_state
from truceline.coding.syntax.generic import (
    SIDES,
    both,
    joined_to,
    of_several,
    spoken_of,
)
from truceline.coding.syntax.nominals import (
    FACING,
    TIMES,
    conjuncts,
    counted_by,
    is_abstract,
)
from truceline.coding.syntax.pronouns import HE, IT, PRONOUNS, antecedent, quoted_in
from truceline.coding.syntax.unknown import coloured_by, formally, possessed_by
from truceline.coding.syntax.view import View
from truceline.coding.tokens import word_set
from truceline.terms.events import Actor

OWNING = frozenset({"nmod", "amod", "compound", "flat", "appos", "det"})
ABROAD = word_set(
    "coalition peacekeeper alliance mediator counterpart ally rival neighbour neighbor occupier "
    "invader"
)
"""Bodies that need not be those of the one state named."""
BOTH = word_set("delegation negotiator side party")
UN_HEAD = frozenset({"Secretary-General", "Secretary General"})
"""In capitals and without an owner: that of the United Nations."""
PERSONAL = word_set("he she it they him her them we us i me you who whom which that")


def parties(view: View, node: int, *, loose: bool = True) -> list[Actor]:
    """Return the actors that a noun phrase stands for, those joined to it included.

    Parameters
    ----------
    view : View
        The sentence.
    node : int
        The head of the phrase.
    loose : bool
        Whether a noun that no lexicon knows may stand for itself, as text without a code.

    Returns
    -------
    list of Actor
        In the order of the text, none twice; empty for things and ideas that nobody owns.
    """
    known = view.stood_for.get((node, loose))
    if known is None:
        found: list[Actor] = []
        for each in conjuncts(view, node):
            if each not in view.dated_nodes:
                more = _party(view, each, loose=loose)
                found += [one for one in more if one not in found] if found else more
        known = view.stood_for[node, loose] = tuple(found)
    return list(known)


def _party(view: View, node: int, *, loose: bool) -> list[Actor]:
    if view.parse.lemmas[node].lower() in TIMES and view.place_of(node) is None:
        return []
    part = counted_by(view, node)
    if part is not None:
        return parties(view, part, loose=loose)
    mention = view.mention_at.get(node)
    if mention is None and node in view.inside and view.parse.tags[node][:2] != "JJ":
        mention = view.inside[node]
    if mention is not None and mention.actors:
        return known_as(view, node, mention)
    if mention is not None and mention.kind == "none":
        return []
    if view.parse.lows[node] in PRONOUNS:
        return _meant(view, node)
    pair = _two(view, node)
    if pair is not None:
        return pair
    tag = view.parse.tags[node]
    if view.parse.lows[node] == "those" and view.parse.under(node, "acl"):
        last = view.parse.subtree(node)[-1]
        return [Actor(view.text[view.parse.starts[node] : view.parse.ends[last]])]
    if view.parse.lows[node] in PERSONAL or tag[:2] not in ("NN", "CD", "JJ", "DT"):
        return []
    place = view.place_of(node)
    if place is not None:
        return [Actor(view.phrase(node), None if place.disputed else place.country)]
    return _common(view, node, loose=loose)


def _two(view: View, node: int) -> list[Actor] | None:
    """Return whom "both" or "the two neighbours" are, None for words that count no pair."""
    low = view.parse.lows[node]
    if low in ("latter", "former") and view.parse.heads[node] >= 0 and view.just:
        return [view.just[-1 if low == "latter" else 0]]
    bare = low == "two" and any(
        view.parse.lows[each] == "the" for each in view.parse.under(node, "det")
    )
    if not bare and low not in ("both", "each", "other") and not (
        view.parse.lemmas[node] in SIDES and _counts_two(view, node)):  # fmt: skip
        return None
    pair = both(view, node)
    return pair if pair or low == "both" else None


def _common(view: View, node: int, *, loose: bool) -> list[Actor]:
    """Return whom a noun that no lexicon knows stands for: its owner, one named before, itself."""
    owners = owned_by(view, node, facing=view.parse.lemmas[node] in FACING)
    nobody = view.parse.tags[node][:2] != "NN" or view.token(node) in view.avoid
    if is_abstract(view, node) or nobody or not loose:
        return owners
    coded = {each.code: each for each in reversed(owners) if each.code}
    if coded:
        return [Actor(view.owned(node, view.phrase(node), each.text), each.code)
                for each in reversed(coded.values())]  # fmt: skip
    meant = spoken_of(view, node, Actor(view.phrase(node)))
    coloured = None if meant.code else _named_in(view, node)
    if coloured is not None:
        return [replace(meant, code=coloured)]
    named = view.known.get(view.parse.words[node])
    if meant.code or named is None:
        return [meant] if meant.code else _in_apposition(view, node, meant)
    return [replace(named, text=view.phrase(node))]


def _named_in(view: View, node: int) -> str | None:
    """Return the state of an adjective in a noun's own words, however the parser hung it."""
    at = node - 1
    while at >= 0 and view.parse.tags[at] in COLOURS:
        mention = view.mention_at.get(at)
        if mention is not None and mention.kind == "people":
            return mention.actors[0].code
        at -= 1
    return None


COLOURS = frozenset({"JJ", "NN", "NNP", "VBN", "CD", "HYPH"})


def _counts_two(view: View, node: int) -> bool:
    """Return whether "both", "each", "two" or "other" stands with a noun."""
    counting = [view.parse.lows[each] for each in view.parse.under(node, "det", "nummod", "amod")]
    if "other" in counting and view.parse.tags[node] == "NNS":
        return False  # "its other neighbours"
    return any(each in ("both", "each", "two", "either", "neither", "other") for each in counting)


def _meant(view: View, node: int) -> list[Actor]:
    """Return whom a pronoun stands for, in its sentence or in the story before it."""
    if view.parse.lows[node] in WE and view.cast.voice is not None and not quoted_in(view, node):
        return [view.cast.voice]
    found = antecedent(view, node)
    if found is not None:
        return parties(view, found)
    low = view.parse.lows[node]
    wanted = "he" if low in HE else "it" if low in IT else "they"
    return [actor for actor, how in view.recent if how == wanted]


def known_as(view: View, node: int, mention: Mention) -> list[Actor]:
    """Give a role without a state the state that owns it: "rebels in Congo", "Mali's army".

    Without an owner "the army" is that of the one state named; "the delegations" are those of
    both sides of the war.
    """
    first = mention.actors[0]
    named = view.known.get(first.text)
    if mention.kind == "pair" and not first.code:
        return both(view, node) or list(mention.actors)
    if mention.kind == "name" and not first.code:
        if named is None:
            named = formally(view, node, first)
        if named is not None:
            return [replace(named, text=first.text)]
        return (
            coloured_by(view, node, first)
            or possessed_by(view, node, first)
            or _in_apposition(view, node, first)
        )
    if first.code or mention.kind not in ("role", "thing") or len(mention.actors) > 1:
        return [*joined_to(view, mention), *mention.actors, *of_several(view, mention)]
    if view.parse.lemmas[node] in SIDES and _counts_two(view, node):
        return both(view, node) or [first]
    facing = view.parse.lemmas[node] in FACING
    standing = first.sector == "CVL"  # "women in Herat" are women
    owners = [each for each in owned_by(view, node, facing=facing, doer=standing)
              if each.code and each != first]  # fmt: skip
    if owners:
        return [replace(first, code=each.code, sector=_led(first, each),
                        text=view.owned(node, first.text, each.text))
                for each in owners]  # fmt: skip
    stood = owned_by(view, node, facing=facing) if standing else []
    if any(each.code for each in stood):
        return [replace(first, text=view.owned(node, first.text, stood[0].text))]
    if view.sides and view.parse.lemmas[node] in BOTH and view.parse.tags[node] == "NNS":
        return [replace(first, code=code) for code in view.sides]
    if first.sector in DOMESTIC and view.parse.lemmas[node] not in ABROAD:
        if first.text in UN_HEAD:
            return [replace(first, code="IGO", sector="IGO")]
        return [replace(first, code=own_state(view, node))]
    return [spoken_of(view, node, first)]


def _led(body: Actor, owner: Actor) -> str | None:
    """Return the sector of a body of rebels: "the commanders of both armies"."""
    return "REB" if owner.sector == "REB" and body.sector in DOMESTIC else body.sector


def _in_apposition(view: View, node: int, actor: Actor) -> list[Actor]:
    """Give a name the state of the office that explains it: "Haig, the American envoy"."""
    for each in view.parse.under(node, "appos"):
        mention = view.mention_at.get(each)
        if mention is not None and mention.kind == "role" and (
            mention.actors[0].code or view.parse.lemmas[each] in OFFICES):  # fmt: skip
            held = known_as(view, each, mention)[:1]
            return [replace(actor, code=one.code, sector=one.sector) for one in held]
    return [actor]


OFFICES = frozenset({"minister", "president", "premier", "king", "chancellor"})
"""Held in one's own state, where no word says whose they are."""
OWNERS = word_set("of by from")
RELATED = word_set("of in from by against on for to with at")


def owned_by(view: View, node: int, *, doer: bool = False, facing: bool = False) -> list[Actor]:
    """Return who owns or colours a noun: "Israel's demand", "Iraqi positions", "people of Gaza".

    As a `doer` only the owner counts: "a strike on Gaza" is not Gaza's. Of one `facing` another,
    the possessor does not: "his European counterparts".
    """
    allowed = OWNERS if doer else RELATED
    found: list[Actor] = []
    ordered = sorted(
        view.parse.under(node, "nmod", "amod", "compound", "appos", "flat", "nummod"),
        key=lambda each: view.parse.deps[each] == "nmod" and view.parse.subs[each] != "poss",
    )
    for each in ordered:
        case = view.parse.case(each)
        day = view.parse.lemmas[each].lower() in TIMES and view.place_of(each) is None
        if (facing and view.parse.subs[each] == "poss") or day:
            continue
        if view.parse.deps[each] == "nmod" and view.parse.subs[each] != "poss" and (
            case not in allowed
        ):  # fmt: skip
            continue
        mention = view.mention_at.get(each) or view.inside.get(each)
        if mention is not None and mention is view.mention_at.get(node):
            continue  # "foreign" of "foreign ministers"
        if view.parse.lows[each] in PRONOUNS:
            found += [one for one in _meant(view, each) if one not in found]
        elif mention is not None and mention.actors and mention.kind != "none":
            found += [one for one in known_as(view, each, mention) if one not in found]
            found += [one for one in _beside(view, each) if one not in found]
        elif view.place_of(each) is not None:
            found += _party(view, each, loose=True)
        elif view.parse.deps[each] == "nmod":
            inner = owned_by(view, each)
            if not inner and view.parse.tags[each][:2] == "NN" and not is_abstract(view, each):
                inner = [Actor(view.phrase(each))]
            found += [one for one in inner if one not in found]
        if found:
            break
    return found


COLOURING = ("amod", "compound")


def _beside(view: View, node: int) -> list[Actor]:
    """Return whom adjectives joined to one name, too: "Egyptian and Turkish frigates"."""
    found = []
    for each in view.parse.under(node, "conj") if view.parse.deps[node] in COLOURING else ():
        mention = view.mention_at.get(each)
        if mention is not None and mention.kind == "people" and mention.actors[0].code:
            found.append(mention.actors[0])
    return found
