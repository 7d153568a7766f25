"""What talks and agreements were about, and how each matter came out."""

from collections.abc import Sequence

from truceline.coding.amounts import Counted
from truceline.coding.draft import Draft
from truceline.coding.lexicon import Lexicons
from truceline.coding.tokens import Token, word_set
from truceline.terms.events import Issue

STUCK = ("no progress", "no agreement", "no breakthrough", "no deal", "without agreement",
         "failed to agree", "without progress", "little progress", "no movement", "deadlock",
         "without a breakthrough", "without a deal", "no headway")  # fmt: skip
PERHAPS = frozenset({"possible", "potential", "possibly", "eventual", "prospective"})
REFUSED = word_set("refused rejected ruled refuses rejects declined")
OFFERED = word_set("proposed offered suggested discussed discuss proposes seeking")

MATTERS = {"ceasefire": "ceasefire", "access": "aid access"}
"""What a concession is about by its mode: who holds his fire has agreed to a ceasefire."""
TALKING = frozenset({"AGREE", "CONSULT", "COOPERATE"})
RELIEF = word_set(
    "aid relief food humanitarian medicine medicines medical flour supplies convoy convoys trucks"
)
ANSWERED = {"REJECT": "refused", "REQUEST": "proposed"}
"""How a matter came out that a refusal or a demand names after its verb."""
ANSWERABLE = frozenset({"ceasefire", "peace agreement", "withdrawal"})

_PRISONERS = frozenset({"prisoners", "soldiers", "captives", "detainees"})


def stuck(tokens: Sequence[Token]) -> bool:
    """Return whether a sentence says that talks made no headway."""
    words = " ".join(each.low for each in tokens)
    return any(phrase in words for phrase in STUCK)


def issues_of(
    text: str, tokens: Sequence[Token], lexicons: Lexicons, otherwise: str
) -> list[Issue]:
    """Return the issues that a sentence names, each with its outcome.

    Parameters
    ----------
    text, tokens, lexicons
        The story's text, the sentence's words, the lexicons.
    otherwise : str
        The outcome of an issue with no word of its own about it, such as "agreed".

    Returns
    -------
    list of Issue
        Each issue once, in the order of the text; the longest name for it wins.
    """
    found: dict[str, Issue] = {}
    low = {each.low for each in tokens}
    outcome = otherwise
    if stuck(tokens):
        outcome = "no progress"
    elif low & REFUSED:
        outcome = "refused"
    elif otherwise == "proposed" or (low & OFFERED and otherwise != "agreed"):
        outcome = "proposed"
    for first, last, name in lexicons.issues.anywhere(tokens):
        before = {each.low for each in tokens[max(0, first - 3) : first]}
        said = "possible" if before & PERHAPS and outcome == "agreed" else outcome
        quote = text[tokens[first].start : tokens[last - 1].end]
        found.setdefault(name, Issue(name, said, quote))
    return list(found.values())


def issues_told(
    text: str, tokens: Sequence[Token], lexicons: Lexicons, draft: Draft
) -> list[Issue]:
    """Return what an event of a sentence is about, and how that came out.

    Parameters
    ----------
    text, tokens, lexicons
        The story's text, the sentence's words, the lexicons.
    draft : Draft
        The event, with its words in place.

    Returns
    -------
    list of Issue
        Of talks and agreements all that the sentence names, of a refusal or a demand what stands
        in its own words, of a ceasefire declared or a way opened for aid that alone.
    """
    trigger, status = draft.trigger, draft.reading.status
    if draft.type in TALKING:
        brokered = draft.type != "CONSULT" or trigger.mode == "third-party"
        done = brokered and status == "happened"
        return issues_of(text, tokens, lexicons, "agreed" if done else "proposed")
    if draft.type == "RETREAT" and trigger.mode in MATTERS:
        quote = text[tokens[trigger.first].start : tokens[trigger.last - 1].end]
        held = status in ("happened", "ongoing", "planned")
        held = held and (trigger.mode == "ceasefire" or any(each.low in RELIEF for each in tokens))
        return [Issue(MATTERS[trigger.mode or ""], "agreed", quote)] if held else []
    outcome = ANSWERED.get(draft.type)
    if outcome is None or status not in ("happened", "ongoing"):
        return []
    found: dict[str, Issue] = {}
    for first, last, name in lexicons.issues.anywhere(tokens[: draft.last]):
        if first >= trigger.first and name in ANSWERABLE:
            quote = text[tokens[first].start : tokens[last - 1].end]
            found.setdefault(name, Issue(name, outcome, quote))
    return list(found.values())


def told_of_talks(
    text: str, tokens: Sequence[Token], counts: Sequence[Counted], lexicons: Lexicons
) -> list[Issue]:
    """Return what a sentence without events of its own adds to the talks told before it.

    So it is with "They agreed to …, but made no progress on …", each half with its own outcome,
    and with any sentence that says that there was no headway.

    Parameters
    ----------
    text, tokens, lexicons
        The story's text, the sentence's words, the lexicons.
    counts : sequence of Counted
        The sentence's numbers: prisoners that "they agreed to exchange" are an exchange.

    Returns
    -------
    list of Issue
        Empty where the sentence says nothing of how talks came out.
    """
    cut = next((i for i, each in enumerate(tokens) if each.low == "but"), len(tokens))
    found: list[Issue] = []
    for first, last in ((0, cut), (cut, len(tokens))):
        part = tokens[first:last]
        if stuck(part):
            found += issues_of(text, part, lexicons, "no progress")
        elif first == 0 and [each.low for each in part[:2]] == ["they", "agreed"]:
            found += issues_of(text, part, lexicons, "agreed")
            held = {each.issue for each in found}
            found += [
                Issue("prisoner exchange", "agreed", each.count.quote)
                for each in counts
                if each.last <= cut and each.count.what == "exchanged"
                if each.count.of in _PRISONERS and "prisoner exchange" not in held
            ][:1]
    return found
