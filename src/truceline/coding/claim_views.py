"""Claims about the course of a war: trends, likeness, support, the future, opinion and motive."""

from collections.abc import Iterator

from truceline.coding.claim_line import Line, doer, target, window_of, windows
from truceline.coding.claim_made import called, dated, made
from truceline.coding.claim_words import Who, cue_tables
from truceline.coding.lexicon import lexicons
from truceline.coding.numbers import number_at
from truceline.coding.tokens import tokens_of
from truceline.terms.claims import Claim, Direction, Window

_TOPICS = ("drones", "missiles", "losses", "area", "attacks", "war")
_COURSES = {"war": "the pace of the war", "area": "the map"}
_NEAR = 8  # words between a verb of support and whoever stands before it
_WEAK = {"support", "supports", "supported", "supplies", "supply", "backs"}
_BREAKS = {",", ";", "while", "but", "whereas"}


def trend_claims(line: Line) -> Iterator[Claim]:
    """Yield that something rose, fell or stood still, by how much, and against when."""
    if line.has("trend", "new_phase"):
        yield made(
            line, "trend", "the war has entered a new phase, defined by strikes", about="phases"
        )
        return
    if line.has("trend", "stalemate"):
        yield made(line, "trend", "the front is still and costly", about="front")
    factor = _factor(line)
    named = [each for each in _TOPICS if each in line.topics]
    if not named or "talks" in line.topics:
        return
    if "drones" in named and "missiles" in named:
        named = ["attacks", *(each for each in named if each not in ("drones", "missiles"))]
    window, versus = _pair(line)
    directions, ground = _directions(line, named, factor)
    for about, direction in directions.items():
        by = f" to {factor:g} times" if factor else ""
        against = dated(versus).replace(", ", " against ") if versus else ""
        course = _COURSES.get(about, about)
        way = "stood still" if direction == "flat" else f"went {direction}"
        told = f"{course} {way}{by}{dated(window)}{against}"
        yield made(
            line,
            "trend",
            told,
            about=about,
            direction=direction,
            deed=ground if about == "area" else "",
            factor=factor,
            window=window,
            versus=versus,
            side=doer(line),
        )


def _directions(
    line: Line, named: list[str], factor: float | None
) -> tuple[dict[str, Direction], str]:
    """Return which topic went which way, and "ground" where a side won or lost it."""
    directions: dict[str, Direction] = {}
    ground = ""
    for cue in line.cues["trend"]:
        if cue.row in ("up", "down", "flat"):
            about = "area" if cue.row == "flat" else _nearest(line, cue.first, named)
            directions.setdefault(about, cue.row)  # type: ignore[arg-type]
        elif cue.row in ("ground_lost", "ground_won") and "area" not in directions:
            ground = "ground"
            directions["area"] = "down" if cue.row == "ground_lost" else "up"
    if factor and not directions:
        directions[named[0]] = "up" if factor > 1 else "down"
    return directions, ground


def _nearest(line: Line, at: int, named: list[str]) -> str:
    """Return the topic that is named last before a cue, else the first of those named."""
    before = [cue for cue in line.cues["about"] if cue.last <= at and cue.row in named]
    return max(before, key=lambda cue: cue.last).row if before else named[0]


def _factor(line: Line) -> float | None:
    """Read "doubled", "tenfold", "20 times as many"."""
    cue = line.cue("factor")
    if cue is not None:
        return float(cue.row)
    low = [each.low for each in line.tokens]
    for at in range(len(low) - 2):
        number = number_at(line.tokens, at)
        if number and low[number[0] : number[0] + 2] in (["times", "as"], ["times", "more"]):
            return number[1]
    return None


def _pair(line: Line) -> tuple[Window | None, Window | None]:
    """Return the window of a trend, and the one it is set against where it is named."""
    found = windows(line)
    if len(found) < 2:
        return (found[0] if found else None), None
    return found[0], found[1]


def likeness(line: Line, past: str | None) -> Iterator[Claim]:
    """Yield that this war is like a past one; an "unlike" in one respect is no such claim."""
    asked = line.tokens[-1].low == "?"
    if asked or not line.has("comparison", "like") or line.has("comparison", "unlike"):
        return
    told = f"this war is like the {past.title()}" if past else "this war is like a past one"
    yield made(line, "comparison", told, about="analogues", war=past)


def past_war(line: Line) -> str | None:
    """Return the past war that a sentence names, None where it names none or this one."""
    own: set[str] = set()
    for each in (line.war.name, *line.war.aliases) if line.war else ():
        own |= set(each.lower().replace("–", " ").replace("-", " ").split())
    for first, last, name in lexicons().past_wars.anywhere(line.tokens):
        known = set(name.split()) - {"war", "the", "of", "civil"}
        capital = any(line.tokens[i].text[:1].isupper() for i in range(first, last))
        if capital and not known <= own:
            return name
    return _some_war(line, own)


def _some_war(line: Line, own: set[str]) -> str | None:
    """Return a war that the lexicon does not know by its capitals: the Great Northern War."""
    tokens = line.tokens
    for at, token in enumerate(tokens):
        first = at
        while first > 0 and tokens[first - 1].text[:1].isupper() and tokens[first - 1].low != "the":
            first -= 1
        names = [each.low for each in tokens[first:at]]
        if token.text == "War" and first > 0 and names and not set(names) <= own | {"'s", "full"}:
            return " ".join([*names, "war"])
    return None


def support_claims(line: Line) -> Iterator[Claim]:
    """Yield who backs whom, and aid that was given, held back or resumed on a day."""
    window = window_of(line)
    if line.has("support", "willing"):
        yield made(
            line,
            "support",
            "backers are willing to go on supplying",
            about="willing",
            side=doer(line) or "WEST",
            window=window,
        )
        return
    dated_act = next((row for row in ("paused", "resumed") if line.has("support", row)), None)
    if window and dated_act and "aid" in line.topics:
        side = doer(line) or _american(line)
        yield made(
            line,
            "support",
            f"{called(side, line)} {dated_act} aid{dated(window)}",
            about="aid",
            deed=dated_act,
            side=side,
            target=target(line, side),
            window=window,
        )
        return
    yield from _backing(line)


def _american(line: Line) -> str | None:
    return "USA" if "american" in {each.low for each in line.tokens} else None


def _backing(line: Line) -> Iterator[Claim]:
    """Yield that one state backs another, for each clause that says so."""
    if "talks" in line.topics:
        return
    for cue in line.cues["support"]:
        if cue.row != "gives":
            continue
        words = [each.low for each in line.tokens[cue.first : cue.last]]
        given = words[-1] in ("by", "from")
        near = [each for each in line.who if 0 <= cue.first - each.last <= _NEAR]
        before = near[-1:]
        after = _clause(line, cue.last)
        if words[-1] in _WEAK:
            after = [each for each in after if _object(line, cue.last, each)]
        if not line.asserted(cue.first):
            continue
        backers, backed = (after, before) if given else (before, after[:1])
        for backer in backers:
            for each in backed:
                told = f"{called(backer.code, line)} on the side of {called(each.code, line)}"
                yield made(
                    line, "support", told, about="backing", side=backer.code, target=each.code
                )


def _object(line: Line, at: int, who: Who) -> bool:
    """Tell whether somebody stands right behind a verb, and not what is theirs."""
    after = line.tokens[who.last].low if who.last < len(line.tokens) else ""
    return who.first - at <= 1 and after != "'s"


def _clause(line: Line, first: int) -> list[Who]:
    """Return who is named from a token on to the end of its clause."""
    stop = next(
        (at for at in range(first, len(line.tokens)) if line.tokens[at].low in _BREAKS),
        len(line.tokens),
    )
    return [each for each in line.who if first <= each.first < stop]


def prediction_claims(line: Line) -> Iterator[Claim]:
    """Yield what a sentence says will be: a truce, no truce, something no rule can score."""
    if line.has("reply", "will") or line.has("support", "willing"):
        return
    if line.tokens[-1].low == "?":
        return
    outlook = line.has("prediction", "outlook")
    future = line.has("prediction", "will")
    if not outlook and not future:
        return
    about = "truce" if any(t in line.topics for t in ("truce", "war", "talks")) else "future"
    far = line.has("far")
    if about == "truce" and not _ends(line) and not far:
        about = "future"
    window = _deadline(line)
    word = "no truce soon" if far else "a truce"
    told = f"{word} to come{dated(window)}" if about == "truce" else "something to come"
    yield made(line, "prediction", told, about=about, negated=far, window=window)


def _ends(line: Line) -> bool:
    """Tell whether a sentence foretells a truce, or an end of the fighting."""
    text = " ".join(each.low for each in line.tokens)
    if any(each in text for each in ("will end", "will be over", "will stop", "will cease")):
        return "war" in line.topics
    truces = [cue for cue in line.cues["about"] if cue.row == "truce"]
    wills = [cue for cue in line.cues["prediction"] if cue.row == "will"]
    ahead = any(0 <= truce.first - will.last <= 3 for will in wills for truce in truces)
    behind = any(0 <= will.first - truce.last <= 1 for will in wills for truce in truces)
    return ahead or behind


def _deadline(line: Line) -> Window | None:
    """Return from the report to the day by which a prediction falls due."""
    published = line.story.published
    if published is None:
        return None
    low = [each.low for each in line.tokens]
    if " ".join(low).find("year is out") >= 0 or "end of the year" in " ".join(low):
        return Window(published, published.replace(month=12, day=31), "span", "within the year")
    if "christmas" in low:
        day = published.replace(month=12, day=25)
        return Window(published, day, "span", "before Christmas") if day > published else None
    found = [each for each in windows(line) if each.last > published]
    return Window(published, found[0].last, "span", found[0].text) if found else None


def not_checkable(line: Line) -> Iterator[Claim]:
    """Yield what no record can test: a condition, a motive, an opinion."""
    low = [each.low for each in line.tokens]
    text = " ".join(low).replace("if not", "")
    unreal = {"would", "could", "might"} & set(low)
    if unreal and ("if" in text.split() or low[0] in ("had", "were", "unless")):
        yield made(line, "condition", "what would be, if")
    elif line.has("not_checkable", "motive"):
        yield made(line, "motive", "what somebody wants, fears or intends")
    elif line.has("not_checkable", "opinion"):
        yield made(line, "opinion", "a judgement")


def is_satire(text: str) -> bool:
    """Tell whether a text names itself, or is known, as satire."""
    return bool(cue_tables()["satire"].anywhere(tokens_of(text)))
