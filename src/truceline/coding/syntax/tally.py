"""How many, by the parse: numbers of those who did a deed or to whom it was done.

The words beside a number say what most numbers count: "killed nine". Where they do not, its part
in the sentence does: of "some fifty gunmen occupied the parliament" fifty are troops.
"""

from collections.abc import Iterator, Sequence

from truceline.coding.amounts import Counted, made, sized
from truceline.coding.counted import EFFECT_OF, OTHERS, THING_OF, names_people
from truceline.coding.draft import Draft
from truceline.coding.effects import ITSELF
from truceline.coding.heads import TROOPS
from truceline.coding.numbers import BEGINS, number_at
from truceline.coding.records import record
from truceline.coding.syntax.find import is_passive
from truceline.coding.syntax.nominals import TIMES, is_abstract
from truceline.coding.syntax.view import View
from truceline.coding.tokens import word_set

UNCOUNTED = word_set(
    "country nation state government party group side ally partner member percent time name "
    "kilometre kilometer km mile metre meter ton tonne litre degree camp faction organisation "
    "organization stage phase front point part place village town city area region province "
    "district street building spot source meeting session round hour leader president minister "
    "official witness power neighbour neighbor capital union bloc ministry agency company firm "
    "section paragraph article chapter page word line condition way reason thing others border "
    "parliament council envoy ambassador battle war attack strike raid explosion army division "
    "brigade battalion regiment unit magazine airport pipeline"
)
"""Nouns whose number says how long, how often, or which parties, and nothing of a deed's size."""
HOLDERS = word_set(
    "total sum loan grant crowd group force column fleet team batch consignment load cargo squad "
    "shipment flotilla convoy party contingent credit package"
)
"""Of these what they hold is counted: "a loan of five billion euros"."""
DEADLY = word_set("loss death killing murder massacre slaughter cost price")
BEATEN = word_set("beat club maim hurt stab bruise")
SHOT = word_set("shoot gun cut hack burn beat stab blow bomb leave lie be")
FIGHTERS = word_set(
    "fighters gunmen mercenaries militants guerrillas rebels insurgents commandos attackers "
    "assailants raiders volunteers militia police officers policemen guardsmen"
)
AIRCRAFT = word_set("mirage mig rafale sukhoi typhoon gripen tornado jaguar phantom")
PERSONAL = word_set("killed wounded detained abducted captured displaced troops exchanged")
"""What only persons are counted as."""
HELD = {"hostage": "abducted", "captive": "captured", "prisoner": "captured"}
DONE = frozenset({"obj", "of"})
LINKS = frozenset({"conj", "advcl", "acl", "xcomp", "parataxis", "ccomp"})
GIVEN = frozenset({"AID", "COOPERATE", "AGREE", "SANCTION", "RETREAT", "COERCE", "ASSAULT"})
SPENT = frozenset({*GIVEN, "REQUEST", "PROTEST"})
FOUGHT = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "COOPERATE"})
EXPELLING = frozenset({"expel", "deport", "withdraw"})
DEEP = 4


@record
class Amount:
    """A number: its tokens, its size, the noun it counts, the node that has the noun's part."""

    first: int
    last: int
    size: tuple[float, float | None]
    noun: int
    top: int

    @property
    def bare(self) -> bool:
        """Return whether no noun is named: "nine died"."""
        return self.noun < 0


def tally(view: View | None, drafts: Sequence[Draft], known: Sequence[Counted]) -> None:
    """Give events the numbers of their doers and of what they were done to.

    Parameters
    ----------
    view : View or None
        The sentence; nothing is counted where it has no parse.
    drafts : sequence of Draft
        Its events; their counts grow.
    known : sequence of Counted
        Numbers that the words beside them explain, which are left as they are.
    """
    lows = [] if view is None else [each.low for each in view.tokens]
    begins = [at for at, low in enumerate(lows) if low in BEGINS or low[0].isdecimal()]
    if view is None or not begins:
        return
    owners = {view.laid.node_of[each.first]: draft for draft in drafts for each in draft.triggers()}
    owners |= {draft.node: draft for draft in drafts if draft.node >= 0}
    taken = {i for each in known for i in range(each.first, each.last)}
    for amount in _amounts(view, begins, taken):
        found = _told(view, amount, owners)
        if found is not None:
            _keep(view, amount, *found)


def _amounts(view: View, begins: Sequence[int], taken: set[int]) -> Iterator[Amount]:
    """Yield the numbers of a sentence that are neither dated nor counted already."""
    tokens, free = view.tokens, 0
    for at in begins:
        number = number_at(tokens, at) if at >= free else None
        if number is None:
            continue
        first, end, size = sized(tokens, at, number)
        tied = at > 0 and tokens[at - 1].text == "-"
        if not tied and not any(i in taken or i in view.dated for i in range(at, end)):
            yield _amount(view, (first, at, end), size)
        free = end


def _amount(view: View, span: tuple[int, int, int], size: tuple[float, float | None]) -> Amount:
    parse, (first, at, end) = view.parse, span
    node = view.head_of(at, end)
    noun = -1
    if parse.deps[node] in ("nummod", "compound", "amod", "det", "advmod", "nmod") and (
        parse.tags[parse.heads[node]][:2] == "NN" and parse.heads[node] > node
    ):
        noun = parse.heads[node]
        top = noun
    else:
        top = node
        below = [each for each in parse.under(node, "nmod") if parse.case(each) == "of"]
        noun = below[0] if below and parse.tags[below[0]][:2] == "NN" else -1
    last = max(end, view.laid.token_of[noun] + 1) if noun > node else end
    return Amount(first, last, size, noun, top)


def _told(view: View, amount: Amount, owners: dict[int, Draft]) -> tuple[Draft, str] | None:
    """Return the event that a number belongs to, and what it counts there."""
    parse, top = view.parse, amount.top
    for _ in range(DEEP):
        head = parse.heads[top]
        joined = parse.deps[top] == "conj" and not parse.is_verb(head)
        held = parse.deps[top] == "nmod" and parse.lemmas[head] in HOLDERS
        if head < 0 or not (joined or held):
            break
        top = head
    head = parse.heads[top]
    if head < 0 or _uncounted(view, amount):
        return None
    role = _role(view, top)
    fate = _fate(view, amount, top, role)
    draft = _owner(view, head, owners, far=fate is not None)
    if draft is None:
        return None
    what = fate if fate is not None and _may(draft, fate) else _by_type(view, amount, draft, role)
    return None if what is None else (draft, what)


def _uncounted(view: View, amount: Amount) -> bool:
    if amount.bare:
        return False
    mention, lemma = view.mention_at.get(amount.noun), view.parse.lemmas[amount.noun]
    named = mention is not None and mention.kind == "state" and not _human(view, amount)
    unclear = is_abstract(view, amount.noun) and view.parse.lows[amount.noun] not in THING_OF
    return named or lemma in UNCOUNTED or lemma in TIMES or (unclear and not _human(view, amount))


def _role(view: View, top: int) -> str:
    """Return a noun's part: "obj" of what a deed is done to, "nsubj" of the doer, "of"."""
    parse, head = view.parse, view.parse.heads[top]
    dep = parse.deps[top]
    if dep == "nsubj" and is_passive(parse, head):
        return "obj"
    if dep == "obl" and parse.case(top) == "by" and is_passive(parse, head):
        return "nsubj"
    if dep == "nmod" and parse.case(top) == "of":
        return "of"
    return dep if dep in ("obj", "nsubj") else ""


def _fate(view: View, amount: Amount, top: int, role: str) -> str | None:
    """Return what befell those counted by the word that governs them: "left eight dead"."""
    parse, head = view.parse, view.parse.heads[top]
    word, lemma = parse.lows[head], parse.lemmas[head]
    below = {parse.lows[each] for each in parse.subtree(head)}
    if not amount.bare and parse.lows[amount.noun] in (*THING_OF, *OTHERS):
        return None
    if parse.deps[top] == "nmod" and lemma in DEADLY and role == "of":
        return "killed"
    if lemma in SHOT and below & {"dead", "death"} and role in ("obj", "nsubj"):
        deed = role == "nsubj" and lemma not in ("lie", "be")
        return None if deed else "killed"
    if lemma == "lose" and (role == "obj" or below & {"life", "lives"}):
        return "killed"
    held = next((HELD[each] for each in HELD if each in below and lemma in ("take", "hold")), None)
    if held is not None and role == "obj":
        return held
    if lemma in ("surrender", "capitulate") and role == "nsubj":
        return "captured"
    if lemma in BEATEN and role == "obj":
        return "wounded"
    own = word in ITSELF or lemma in ("die", "perish", "drown", "flee")
    effect = EFFECT_OF.get(word)
    fits = effect not in (None, "other", "troops") and (role in DONE or (own and role == "nsubj"))
    return effect if fits else None


def _owner(view: View, head: int, owners: dict[int, Draft], *, far: bool) -> Draft | None:
    """Return the event of a word; of one that tells a fate, the event it is told of."""
    if head in owners:
        return owners[head]
    parse, at = view.parse, head
    for above in parse.above(head) if far else ():
        if parse.deps[at] not in (*LINKS, "nmod", "obl", "obj"):
            break
        at = above
        if at in owners:
            return owners[at]
    fights = [each for each in owners.values() if each.type == "ASSAULT"] if far else []
    return min(fights, default=None, key=lambda each: abs(each.trigger.first - view.token(head)))


def _may(draft: Draft, what: str) -> bool:
    """Return whether an event can have those whom something befell."""
    if what == "captured":
        return draft.type in ("ASSAULT", "COERCE", "CONCEDE", "RETREAT")
    return draft.type in ("ASSAULT", "COERCE", "PROTEST")


def _by_type(view: View, amount: Amount, draft: Draft, role: str) -> str | None:
    """Return what a number counts by the type of its event and by its part in the sentence."""
    low = "" if amount.bare else view.parse.lows[amount.noun]
    if low == "fighters" and _aircraft(view, amount.noun):
        return "aircraft"
    if low in THING_OF:
        return THING_OF[low] if draft.type in GIVEN | FOUGHT else None
    human = amount.bare or _human(view, amount)
    if draft.type == "PROTEST":
        return "other" if role == "nsubj" and human else None
    if draft.type == "CONCEDE":
        return "captured" if role == "nsubj" and human else None
    if (
        draft.type in FOUGHT
        and low in TROOPS | FIGHTERS
        and (role == "nsubj" or draft.type == "MOBILIZE")
    ):
        return "troops"
    if role not in DONE or draft.type not in GIVEN or (amount.bare and role == "of"):
        return None
    if human and draft.type == "COERCE":
        return "other" if draft.trigger.mode in EXPELLING else "detained"
    if draft.type == "SANCTION" and not (human and draft.trigger.mode in EXPELLING):
        return None
    if human and draft.trigger.mode == "exchange":
        return "exchanged"
    if low in TROOPS and draft.type in ("AID", "AGREE", "RETREAT"):
        return "troops"
    return "other" if not amount.bare else None


def _aircraft(view: View, noun: int) -> bool:
    """Return whether fighters fly: "F-16 fighters", "ten Mirage fighters"."""
    parse = view.parse
    first = parse.subtree(noun)[0]
    return any(
        parse.lows[each] in AIRCRAFT or (parse.words[each][:1].isupper() and any(
            sign.isdigit() for sign in parse.words[each]))
        for each in range(first, noun)
    )  # fmt: skip


def _human(view: View, amount: Amount) -> bool:
    if amount.bare:
        return True
    word = view.parse.words[amount.noun]
    return names_people(word) or word.lower().endswith(
        ("people", "men", "women", "girls", "boys", "generals", "aries"))  # fmt: skip


def _keep(view: View, amount: Amount, draft: Draft, what: str) -> None:
    """Put a number among its event's, and stretch the event over it."""
    low = None if amount.bare else view.parse.lows[amount.noun]
    of = None if low in ("people", "persons") else low
    persons = what in PERSONAL or (what == "other" and _human(view, amount))
    named = (what, of if persons or what == "other" else None, "persons" if persons else "items")
    span = (amount.first, amount.last, amount.last)
    draft.counts.append(made(view.text, view.tokens, span, named, amount.size))
    draft.first, draft.last = min(draft.first, amount.first), max(draft.last, amount.last)
