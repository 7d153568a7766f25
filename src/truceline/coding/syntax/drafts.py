"""Events of one sentence by its parse, before the story around it is known."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from truceline.coding.arguments import Scene
from truceline.coding.draft import SPEAKING, Draft, Found
from truceline.coding.drafts import Dropped
from truceline.coding.predicates import Trigger
from truceline.coding.syntax.answers import answered
from truceline.coding.syntax.arguments import (
    doers,
    doers_of_noun,
    goals_of_noun,
    objects,
    placed,
    subjects,
)
from truceline.coding.syntax.avowed import only_says
from truceline.coding.syntax.downed import downed
from truceline.coding.syntax.fill import fill
from truceline.coding.syntax.foiled import foiled, lamented
from truceline.coding.syntax.mood import commands, mood_of
from truceline.coding.syntax.origins import originate
from truceline.coding.syntax.parse import Parse
from truceline.coding.syntax.promise import promise, unsaid
from truceline.coding.syntax.refuse import refusal
from truceline.coding.syntax.retype import CEASING, RUINING, retype
from truceline.coding.syntax.settle import settle
from truceline.coding.syntax.twice import told_once
from truceline.coding.syntax.unreal import name_doer
from truceline.coding.syntax.view import View
from truceline.coding.syntax.whose import whose

MERITED = frozenset({"SANCTION", "SUPPORT", "COERCE", "ACCUSE"})
"""Types that are done to somebody for something he did."""
ANSWERS = frozenset({"REJECT", "ACCUSE", "SUPPORT", "AGREE"})
"""What is done to a claim: "a charge that Delhi waved aside"."""
TEMPORAL = frozenset({"after", "before", "when", "while", "as", "by", "since", "once", "because"})
AFTER = frozenset({"after", "following", "since"})
CLAIMS = frozenset({"accusation", "allegation", "claim", "charge", "report", "suggestion",
                    "assertion", "rumour", "rumor", "suspicion", "denial"})  # fmt: skip
"""Nouns whose clause says what is claimed: "accusations that it had supplied missiles"."""
PREVENTING = frozenset({"bar", "ban", "prevent", "stop", "keep", "block", "discourage", "deter",
                        "forbid", "prohibit", "restrain", "hinder", "dissuade"})  # fmt: skip
BLOW = frozenset({"as", "after"})
PERFECT = frozenset({"had", "has", "have", "was", "were"})
CONDEMNING = frozenset({"condemn", "denounce", "deplore", "decry", "criticise", "criticize",
                        "slam", "protest"})  # fmt: skip
SUMMONING = frozenset({"summon", "blame", "condemn", "ambassador", "envoy"})
CANCELLING = frozenset({"call", "cancel", "abort", "scrap", "postpone"})
"""What is done to a deed that was planned: "called off the attack"."""


@dataclass(slots=True)
class Reader:
    """Reads the triggers of one sentence into drafts."""

    view: View
    scene: Scene
    found: Found
    drafts: list[Draft] = field(default_factory=list)
    dropped: Dropped = field(default_factory=list)
    charged: set[int] = field(default_factory=set)
    told: dict[int, Trigger] = field(default_factory=dict)

    def read(self, nodes: Sequence[int]) -> None:
        """Read every trigger; what reports no event is dropped with a reason."""
        self.told = dict(zip(nodes, self.scene.triggers, strict=True))
        for node, trigger in zip(nodes, self.scene.triggers, strict=True):
            reason = self._one(node, trigger)
            if reason is not None:
                self.dropped.append((reason, trigger))

    def _one(self, node: int, trigger: Trigger) -> str | None:
        if self._content(node, trigger):
            return "SPEECH_CONTENT"
        if commands(self.view, node):
            return "ORDER"
        reading = mood_of(self.view, node, trigger)
        if reading.drop is not None:
            return reading.drop
        if self._merged(node, trigger):
            return None
        if reading.willing:
            trigger = replace(trigger, type="AGREE", mode=None, kind="speech")
        draft = Draft(trigger, reading)
        draft.node, draft.relation = node, self.view.parse.deps[node]
        fill(self.view, self.scene, draft, node)
        name_doer(self.view, draft)
        originate(self.view, draft)
        answered(self.view, draft)
        settle(self.view, draft, self.drafts)
        downed(self.view, draft)
        foiled(self.view, draft)
        lamented(self.view, draft)
        whose(self.view, draft)
        promise(self.view, draft, node)
        reason = retype(self.view, draft) or refusal(self.view, self.scene, draft, self.found)
        if reason is None and only_says(self.view, draft, self.told):
            reason = "SAID"
        if reason is None:
            for each in unsaid(self.view, draft, self.drafts):
                self.drafts.remove(each)
            self.drafts.append(draft)
        elif reason in ("REDUCED", "NO_THREAT") and trigger.kind in SPEAKING:
            self.charged.add(node)  # "officials accused of blocking the talks" may not have
        return reason

    def _content(self, node: int, trigger: Trigger) -> bool:
        """Return whether a deed is only what somebody demands, threatens, refuses or alleges."""
        parse = self.view.parse
        if parse.heads[node] < 0:
            return False
        speaking = {each.node for each in self.drafts if each.trigger.kind in SPEAKING}
        speaking |= self.charged
        blamed = {each.node for each in self.drafts if each.type in MERITED}
        at = node
        for above in parse.above(node):
            dep = parse.deps[at]
            if self._beside(at, above, answer=at == node and trigger.type in ANSWERS):
                return False
            if dep == "advcl" and above in blamed and self._reason(at):
                return True
            if self._prevented(at, above) or self._ceased(at, above):
                return True
            if self._named(node, at, above, trigger):
                return False
            if above in speaking and dep not in ("conj", "parataxis", "nsubj"):
                noun = parse.deps[node] in ("obj", "obl", "nmod") and not parse.is_verb(node)
                return not noun or dep != "obl" or parse.case(at) not in ("after", "in", "during")
            at = above
        return False

    def _named(self, node: int, at: int, above: int, trigger: Trigger) -> bool:
        """Return whether an attack that was made is condemned: "condemned the raid on Gao"."""
        parse = self.view.parse
        if trigger.type != "ASSAULT" or trigger.form != "noun" or at != node:
            return False
        owned = any(parse.subs[each] == "poss" for each in parse.under(node, "nmod"))
        known = owned or any(parse.lows[each] == "the" for each in parse.under(node, "det"))
        object_of = parse.deps[node] == "obj" and parse.lemmas[above] in CONDEMNING
        cause = parse.deps[node] in ("obl", "nmod") and parse.case(node) in ("over", "for", "about")
        return known and (object_of or (cause and parse.lemmas[above] in SUMMONING))

    def _reason(self, at: int) -> bool:
        """Return whether a clause tells only what was left undone: "fined for failing to sign"."""
        parse = self.view.parse
        marks = {parse.lows[each] for each in parse.under(at, "mark", "case")}
        return parse.lows[at] == "failing" and "for" in marks

    def _prevented(self, at: int, above: int) -> bool:
        """Return whether a clause tells what somebody was kept from: "barred from marching"."""
        parse = self.view.parse
        kept = parse.lemmas[above] in PREVENTING and parse.tags[at] == "VBG"
        return kept and any(parse.lows[each] == "from" for each in parse.under(at, "mark", "case"))

    def _ceased(self, at: int, above: int) -> bool:
        """Return whether it is what somebody stops doing: "halted its offensive"."""
        parse = self.view.parse
        kinds = {each.type for each in self.drafts if each.node == above}
        noun = self.view.nouns.get(at)
        if noun is not None and noun[2].kind in ("talks", "support") and "SANCTION" in kinds:
            return parse.deps[at] in ("obj", "obl")  # "broke off talks", "withdrew recognition"
        stopped = "RETREAT" in kinds and parse.lemmas[above] in CEASING | CANCELLING
        return stopped and parse.deps[at] in ("obj", "xcomp")

    def _beside(self, at: int, above: int, *, answer: bool) -> bool:
        """Return whether a clause stands beside what is said: when, after, or what was before."""
        parse = self.view.parse
        dep, relative = parse.deps[at], parse.subs[at] == "relcl"
        if (dep == "advcl" and not relative) or (dep == "obl" and not parse.is_verb(at)):
            marks = {parse.lows[each] for each in parse.under(at, "mark", "case", "advmod")}
            if dep == "advcl" and parse.tags[at] == "VBG" and not marks:
                return at > 0 and parse.lows[at - 1] == ","  # "condemned it, recalling its envoy"
            return bool(marks & (TEMPORAL if dep == "advcl" else AFTER))
        finite = parse.tags[at] == "VBD" or any(
            parse.lows[each] in PERFECT for each in parse.under(at, "aux"))  # fmt: skip
        if relative:
            modal = any(parse.tags[each] == "MD" for each in parse.under(at, "aux"))
            claimed = parse.lemmas[above] in CLAIMS and not answer
            return (finite or _aside(parse, at)) and not modal and not claimed
        joined = dep == "conj" and parse.tags[above] in ("VBG", "VB")
        return joined and parse.tags[at] in ("VBD", "VBZ")

    def _merged(self, node: int, trigger: Trigger) -> bool:
        """Let a trigger that tells more of an attack, or of talks, join that event."""
        parse, view = self.view.parse, self.view
        burnt = trigger.type == "COERCE" and parse.lemmas[node] in RUINING
        kind = "ASSAULT" if burnt and parse.deps[node] == "advcl" else trigger.type
        for last in reversed(self.drafts):
            if last.node == parse.heads[node] and self._repeats(last, trigger):
                last.merged.append(trigger)
                return True
            if last.type != kind or last.type not in ("ASSAULT", "CONSULT"):
                continue
            related = last.node in parse.above(node) or node in parse.above(last.node)
            if not related:
                continue
            if trigger.form == "noun" or last.trigger.form == "noun":
                return self._join_noun(last, node, trigger)
            own, inherited = subjects(view, node)
            if self._suffered(last, node, trigger, own):
                return True
            follows = inherited or not own
            part = parse.deps[node] == "advcl" and trigger.form == "ing"
            effect = trigger.kind == "effect" and parse.deps[node] in ("conj", "acl", "advcl")
            if follows and not trigger.passive and (part or effect):
                self._join_verb(last, node, trigger)
                return True
        return False

    def _repeats(self, last: Draft, trigger: Trigger) -> bool:
        """Return whether a noun is what its verb was read by: "extended its sanctions on it"."""
        alike = last.type == trigger.type == "SANCTION" and trigger.form == "noun"
        return alike and last.trigger.entry.endswith(f" {trigger.entry}")

    def _suffered(self, last: Draft, node: int, trigger: Trigger, own: Sequence[int]) -> bool:
        """Join what more was suffered, and the blow itself: "two were killed when a bomb hit …"."""
        parse = self.view.parse
        if not (last.trigger.kind == "effect" and last.trigger.passive) or last.node == node:
            return False
        if parse.heads[node] != last.node:
            return False
        if trigger.kind == "effect":  # "and nine wounded", which the parser reads in several ways
            if parse.tags[node] != "VBN" or parse.tags[node - 1] != "CD":
                return False
        elif not (
            "when" in parse.lows[last.node : node]
            or (BLOW & {parse.lows[each] for each in parse.under(node, "mark")})
        ):  # fmt: skip
            return False
        else:
            hit = [each for each in objects(self.view, node, trigger) if each.code]
            last.target = last.target or hit
            known = [each for each in doers(self.view, list(own)) if each.code or each.sector]
            last.source = last.source or [each for each in known if each not in last.target]
        last.merged.append(trigger)
        return True

    def _join_noun(self, last: Draft, node: int, trigger: Trigger) -> bool:
        view = self.view
        noun = node if trigger.form == "noun" else last.node
        if trigger.form == "noun":
            last.source = last.source or doers_of_noun(view, noun)
            last.target = [each for each in last.target if each not in last.source]
            last.target = last.target or goals_of_noun(view, noun)
        else:
            self._join_verb(last, node, trigger)
            return True
        last.merged.append(trigger)
        return True

    def _join_verb(self, last: Draft, node: int, trigger: Trigger) -> None:
        last.merged.append(trigger)
        more = objects(self.view, node, trigger)
        if trigger.type == "CONSULT":  # "talks were held in Istanbul"
            here = placed(self.view, [node], nearest=True)
            more = [each for each in more if each not in here]
        fresh = [each for each in more if each not in (*last.target, *last.source)]
        if not any(each.code for each in last.target) or any(each.code for each in fresh):
            last.target = [*last.target, *fresh]


def _aside(parse: Parse, at: int) -> bool:
    """Return whether a relative clause is the writer's of today: "…, which is shelling it"."""
    first = next(each for each in parse.subtree(at) if parse.deps[each] != "punct")
    now = parse.tags[at] in NOW or any(parse.tags[each] in NOW for each in parse.under(at, "aux"))
    return now and first > 0 and parse.lows[first - 1] == "," and parse.lows[first] in WRITTEN


NOW = frozenset({"VBZ", "VBP"})
WRITTEN = frozenset({"which", "who", "whose"})


def drafts_by_parse(
    view: View, scene: Scene, found: Found, nodes: Sequence[int]
) -> tuple[list[Draft], Dropped]:
    """Return the events of a parsed sentence, and what reports none, each with its reason.

    Parameters
    ----------
    view, scene, found
        The sentence, its triggers, its numbers, places and weapons.
    nodes : sequence of int
        The node of each trigger of the scene.

    Returns
    -------
    tuple
        Drafts in the order of the text; dropped triggers with their reasons.
    """
    reader = Reader(view, scene, found)
    reader.read(nodes)
    return told_once(view, reader.drafts), reader.dropped
