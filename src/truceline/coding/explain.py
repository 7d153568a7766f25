"""Why a story was coded as it was: each sentence's parse, what fired, and why the rest did not."""

from collections.abc import Iterator, Sequence

from truceline.coding.bearers import choice as choice_of_place
from truceline.coding.choice import Candidate, Choice
from truceline.coding.parsed import ParsedCoder
from truceline.coding.predicates import Trigger
from truceline.coding.sureness import UNSURE, sureness
from truceline.coding.syntax.parse import Parse
from truceline.coding.trace import Trace
from truceline.terms.events import Actor, Event
from truceline.terms.stories import Story

REASONS = {
    "NO_ACTOR": "nobody who does it or to whom it is done was found",
    "NO_TARGET": "nothing that can be hit was found",
    "NO_CAUSE": "somebody came to harm, but no attack is told",
    "NO_ATTACK": "nothing says that it was an attack",
    "NO_THREAT": "it says how bad something would be, or comes from who threatens nobody",
    "NO_PLACE": "what was taken is no place",
    "NOT_ARMED": "who did it is not said to be armed, or to rule",
    "OTHER_SENSE": "its words have another sense here",
    "REDUCED": "it only says in passing who or what something is",
    "ACCIDENT": "the sentence tells of an accident or a disaster",
    "HABITUAL": "it tells a habit or a state, not a deed",
    "GENERIC": "it names attacks in general",
    "SPEECH_CONTENT": "it is only what somebody demands, threatens, refuses, promises or alleges",
    "NOUN_ALONE": "a noun of this kind reports an event only with a verb that lends it one",
    "ANAPHORA": "it points back at, or thinks of, an event told elsewhere",
    "GERUND": "the form names an act without saying that it was done",
    "QUESTION": "somebody only asks a question",
    "SAID": "it only says who tells what else is told",
    "PURPOSE": "it is what somebody meant to do",
    "ORDER": "soldiers are ordered to do what is the event itself",
    "UNSURE": "it is likelier that no such event is reported",
    "JOINED": "it tells more of an event told before it",
}
"""What each reason means, in words."""


def explain(coder: ParsedCoder, story: Story) -> str:
    """Return how a story was read, as text to be printed.

    Parameters
    ----------
    coder : ParsedCoder
        It codes the story once more, and notes how.
    story : Story
        The report.

    Returns
    -------
    str
        For each sentence: the parse (word, tag, relation and the word it hangs on), each word
        that reported an event with the lexicon's entry, and each that did not, with the reason.
    """
    coding, traces = coder.traced(story)
    lines: list[str] = []
    for trace in traces:
        mine = [each for each in coding.events if each.event_id in trace.grounds]
        lines += _sentence(story.text, trace, mine, coder.choice)
    return "\n".join(lines)


def _sentence(text: str, trace: Trace, events: Sequence[Event], weights: Choice) -> Iterator[str]:
    yield " ".join(text[trace.start : trace.end].split())
    if trace.parse is None:
        yield "  no parse; read by the order of its words"
    else:
        yield "  parse: " + " ".join(_words(trace.parse))
    for trigger, reason in trace.read:
        yield f"  {_words_of(text, trace, trigger)} [{trigger.entry or trigger.kind}]: " + (
            f"{trigger.type}{'/' + trigger.mode if trigger.mode else ''}" if reason is None
            else f"no event: {reason}, {REASONS.get(reason, 'see docs/methods/coding.md')}"
        )  # fmt: skip
    for event in events:
        yield "  = " + _event(event)
        yield "      because " + _because(trace.grounds[event.event_id])
        yield from _aimed(trace.aims[event.event_id], weights)
        if event.place is not None and event.place.candidates:
            yield "      " + choice_of_place(event.place)
    kept = {event.event_id for event in events}
    for name, grounds in trace.grounds.items():
        if name not in kept:
            chance = sureness().chances(grounds)["type"]
            yield f"  = no event: {UNSURE}, {REASONS[UNSURE]} ({grounds[0]}, confidence {chance})"
            yield "      because " + _because(grounds)
    yield ""


def _words_of(text: str, trace: Trace, trigger: Trigger) -> str:
    first, last = trace.spans[trigger.first][0], trace.spans[trigger.last - 1][1]
    return f'"{text[first:last]}"'


def _words(parse: Parse) -> Iterator[str]:
    for node, word in enumerate(parse.words):
        if parse.deps[node] == "punct" or not word.strip():
            continue
        head = parse.heads[node]
        yield f"{word}/{parse.tags[node]}/" + (
            f"{parse.deps[node]}>{parse.words[head]}" if head >= 0 else "root"
        )


def _event(event: Event) -> str:
    """Return an event on one line, with what its fields rest on."""
    basis = "; ".join(
        f"{field}: {why}" for field, why in event.roles.items() if isinstance(why, str)
    )
    return (
        f"{event.type} {event.status}, {event.hedge}, confidence {event.confidence}: "
        f"{_named(event.source)} -> {_named(event.target)}" + (f" [{basis}]" if basis else "")
    )


def _named(actors: Sequence[Actor]) -> str:
    return ", ".join(f"{each.text} ({each.code or '?'})" for each in actors) or "nobody"


def _aimed(candidates: Sequence[Candidate], weights: Choice) -> Iterator[str]:
    """Yield how likely each target is, and the grounds that weigh most for the likeliest."""
    if len(candidates) < SEVERAL:
        return
    ranked = sorted(
        zip(weights.chances(candidates), candidates, strict=True), key=lambda each: -each[0]
    )
    told = "; ".join(
        f"{_named(one.actors)} {chance:.2f}{' by the rules' if one.now else ''}"
        for chance, one in ranked[:SHOWN]
    )
    why = ", ".join(f"{each} {by:+.2f}" for each, by in weights.largest(ranked[0][1].grounds))
    yield f"      target: {told}; for the first: {why}"


SEVERAL = 2
SHOWN = 3
"""So many of the likeliest targets are told."""


def _because(grounds: Sequence[str]) -> str:
    """Return the grounds that weigh most on how sure the type is, in log-odds."""
    return ", ".join(f"{each} {weight:+.2f}" for each, weight in sureness().largest(grounds))
