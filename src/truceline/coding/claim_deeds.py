"""Claims about deeds with a day: talks, truces, strikes, replies, and their order in time."""

from collections.abc import Iterator, Sequence

from truceline.coding.claim_line import Line, doer, speaker, target, window_of, windows
from truceline.coding.claim_made import called, dated, made
from truceline.coding.lexicon import lexicons
from truceline.coding.numbers import number_at
from truceline.terms.claims import Claim, Size, Window

_NOT = {"no", "not", "without", "never", "neither", "nor"}
_NEAR = 8  # words between a truce and what became of it
_UNITS = {"day": 1, "days": 1, "week": 7, "weeks": 7, "month": 30, "months": 30}


def talks_claims(line: Line) -> Iterator[Claim]:
    """Yield what a sentence says of talks: that they were held or not, and what came of them."""
    about_talks = "talks" in line.topics
    window = window_of(line)
    issues = _issues(line)
    agreed = line.has("talks", "agreed", "nothing")
    cut = next((row for row in ("not_held", "broke_off") if line.has("talks", row)), None)
    if about_talks and cut:
        # A coder may carry a day over to it; only a day that is said tells which talks are meant.
        said = windows(line)
        window = said[0] if said else None
        yield made(
            line,
            "event",
            f"talks were not held, or broke off{dated(window)}",
            about="talks",
            deed=cut,
            window=window,
            negated=True,
        )
    elif about_talks and window and line.has("talks", "held") and not line.has("timing"):
        yield made(line, "event", f"talks were held{dated(window)}", about="talks", window=window)
    if issues and (about_talks or agreed) and not line.has("prediction"):
        for name, how in issues:
            yield made(
                line,
                "outcome",
                f"{name}: {how}{dated(window)}",
                about="talks",
                window=window,
                issues=((name, how),),
            )
    elif about_talks and agreed and not line.counts and _done(line):
        nothing = line.has("talks", "nothing")
        told = "talks came to nothing" if nothing else "talks came to an agreement"
        yield made(
            line, "outcome", told + dated(window), about="talks", window=window, negated=nothing
        )


def _done(line: Line) -> bool:
    """Tell whether an agreement, or that there was none, is told as a fact."""
    return all(line.asserted(cue.first) for cue in line.cues["talks"])


def _issues(line: Line) -> tuple[tuple[str, str], ...]:
    """Return the matters that a sentence names, each with what became of it."""
    found: dict[str, str] = {}
    planned = line.has("talks", "not_held", "broke_off") or line.has("hedge")
    for first, name in _matters(line):
        before = [each.low for each in line.tokens[max(0, first - 7) : first]]
        cut = max((i for i, word in enumerate(before) if word in ("but", ";")), default=-1)
        near = before[cut + 1 :]
        how = "agreed"
        if set(near) & _NOT and "any" not in near[-1:]:
            how = "none"
        elif set(near[-4:]) & {"possible", "possibly", "potential", "possibility"}:
            how = "possible"
        elif planned or not line.asserted(first) or set(near) & {"partial", "planned", "about"}:
            how = "planned"
        elif not line.has("talks", "agreed") and "ended" not in before:
            continue
        found.setdefault(name, how)
    return tuple(found.items())


def _matters(line: Line) -> list[tuple[int, str]]:
    """Return where matters are named: by the coder's own list, and by the claims' own."""
    own = [(cue.first, cue.row) for cue in line.cues["matter"]]
    return own + [(first, name) for first, _, name in lexicons().issues.anywhere(line.tokens)]


def _near_truce(line: Line, row: str) -> bool:
    """Tell whether a cue stands near the truce it is about."""
    at = [cue.first for cue in line.cues["about"] if cue.row == "truce"]
    return any(
        cue.row == row and any(abs(cue.first - each) <= _NEAR for each in at)
        for cue in line.cues["truce"]
    )


def truce_claims(line: Line) -> Iterator[Claim]:
    """Yield what a sentence says of a truce: in force, declared, left, kept or broken, none."""
    if "truce" not in line.topics or line.has("prediction") or line.has("timing"):
        return
    window, side = window_of(line), doer(line)
    who = called(side, line)
    declared = line.has("truce", "declared") or (_near_truce(line, "in_force") and side)
    told = (
        ("none", "there was no truce", line.has("truce", "none")),
        ("left", f"{who} left a truce", line.has("truce", "left")),
        ("broken", "a truce did not hold", line.has("truce", "broken")),
        ("declared", f"{who} declared a truce", declared),
        ("in force", "a truce was in force", _near_truce(line, "in_force")),
    )
    if line.has("truce", "treaty"):
        yield made(
            line,
            "event",
            "no treaty of peace was made",
            about="truce",
            deed="treaty",
            window=window,
            negated=True,
        )
    for deed, words, said in told:
        if said and not (deed == "in force" and line.has("talks", "nothing")):
            yield made(
                line,
                "event",
                words + dated(window),
                about="truce",
                deed=deed,
                side=None if deed in ("none", "in force") else side,
                window=window,
                negated=deed == "none",
            )
            return


def timing_claims(line: Line, recent: Sequence[Window]) -> Iterator[Claim]:
    """Yield where a deed stands to talks in time.

    Parameters
    ----------
    line : Line
        The sentence.
    recent : sequence of Window
        Days of the attacks told just before, for "they came just ahead of the talks".

    Yields
    ------
    Claim
        One for the pattern ("not the first time"), or one for each deed.
    """
    if line.has("timing", "pattern"):
        yield made(line, "timing", "attacks rise when talks come up", about="pattern")
        return
    cue = line.cue("timing", "before", "after")
    if cue is None or ("talks" not in line.topics and not line.has("talks")):
        return
    attack = any(t in line.topics for t in ("attacks", "drones", "missiles")) or line.events
    if not attack and not line.has("event", "deed") and not recent:
        return
    order = "before" if cue.row == "before" else "after"
    gap = _gap(line, cue.first)
    own = window_of(line)
    days: Sequence[Window | None] = [own] if own or not recent or gap else list(recent)
    for window in days:
        told = f"a deed came {order} talks{dated(window)}"
        yield made(
            line,
            "timing",
            told,
            about="talks",
            order=order,
            size=gap,
            window=window,
            side=doer(line),
        )


def _gap(line: Line, at: int) -> Size | None:
    """Read "a day" of "a day before the talks", in days."""
    if at < 2 or line.tokens[at - 1].low not in _UNITS:
        return None
    unit = _UNITS[line.tokens[at - 1].low]
    if line.tokens[at - 2].low in ("a", "one"):
        return Size(unit, unit, "days")
    number = number_at(line.tokens, at - 2)
    return Size(number[1] * unit, number[1] * unit, "days") if number else None


def reply_claims(line: Line) -> Iterator[Claim]:
    """Yield that a strike brought an answer, did not, or will."""
    if line.has("reply", "did_not") and "threat" in line.words:
        told = f"{called(doer(line) or speaker(line), line)} threatened no answer"
        yield made(line, "reply", told, about="reply", negated=True, window=window_of(line))
    elif line.has("reply", "did_not"):
        yield made(
            line,
            "reply",
            f"{called(doer(line), line)} did not answer a strike",
            about="reply",
            side=doer(line),
            negated=True,
            window=window_of(line),
        )
    elif line.has("reply", "will") and ("attacks" in line.topics or "response" in line.words):
        yield made(
            line,
            "prediction",
            "a strike will bring an answer",
            about="reply",
            side=doer(line),
            window=line.told,
        )
    elif line.has("reply", "did"):
        yield made(
            line,
            "reply",
            f"{called(doer(line), line)} answered a strike{dated(window_of(line))}",
            about="reply",
            side=doer(line),
            window=window_of(line),
        )


def event_claim(line: Line) -> Iterator[Claim]:
    """Yield a deed with a day that a list of the record may hold."""
    window = window_of(line)
    coded = [each for each in line.events if each.type == "ASSAULT" and each.status == "happened"]
    killed = any(each.count.what in ("killed", "wounded") for each in line.counts)
    if window is None or not (line.has("event", "deed") or (coded and not killed)):
        return
    side = doer(line)
    if coded:
        side = coded[0].source[0].code if coded[0].source else None
    first = line.has("event", "first")
    what = "an attack" if coded else "a deed"
    told = f"{what}{f' of {called(side, line)}' if side else ''}{dated(window)}"
    yield made(
        line,
        "event",
        told,
        about="deed",
        side=side,
        target=target(line, side),
        window=window,
        order="same" if first else None,
    )
