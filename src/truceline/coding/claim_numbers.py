"""Claims about numbers: counts, totals, shares, durations, and numbers no rule knows."""

from collections.abc import Iterator
from dataclasses import replace

from truceline.coding.amounts import range_end
from truceline.coding.claim_line import Line, doer, is_year, window_of
from truceline.coding.claim_made import called, dated, made, sized
from truceline.coding.counts import ABOUT, AT_LEAST, AT_MOST, THING_OF, Counted
from truceline.coding.numbers import fraction_at, number_at
from truceline.coding.tokens import word_set
from truceline.terms.claims import Claim, Kind, Size, Window

UNITS = {
    "day": "days",
    "days": "days",
    "week": "weeks",
    "weeks": "weeks",
    "month": "months",
    "months": "months",
    "year": "years",
    "years": "years",
}
_MONEY = {"euros": "EUR", "euro": "EUR", "dollars": "USD", "pounds": "GBP"}
_UNREAL = "it is told as planned, possible, promised or denied, not as done"
_NEAR = 10  # words between "lasted" and how long
_OWN = ("drones", "missiles", "drones and missiles", "losses", "area")
_NAMED = {
    "exchange": "prisoners exchanged",
    "damage": "of damage",
    "aid": "of aid",
    "area": "km2",
    "losses": "soldiers lost",
}
_LINKS = word_set("in for since by to at and on during over this last")
_MEN = word_set("soldiers troops men servicemen personnel")
_NOT_COUNTED = word_set(
    "sides parties countries leaders delegations presidents capitals times of respects ways"
)
_MOVED = word_set("ago earlier before after later")
_AGED = word_set("aged age ages")
_OFTEN = word_set("time times first second third fourth fifth sixth seventh eighth ninth tenth")


def number_claims(line: Line) -> Iterator[Claim]:
    """Yield a claim for every number of a sentence, dates apart.

    Parameters
    ----------
    line : Line
        The sentence.

    Yields
    ------
    Claim
        A count (of a day), a total (of a month or longer), a share or a duration.
    """
    taken = {i for when in line.whens for i in range(when.first, when.last)}
    for counted in line.counts:
        taken |= set(range(counted.first, counted.last))
        yield _counted(line, counted)
    at = 0
    while at < len(line.tokens):
        found = None if at in taken else _left(line, at)
        if found is None:
            number = number_at(line.tokens, at)
            at = max(at + 1, number[0] if number else 0)
            continue
        at, claim = found
        if claim is not None:
            yield claim


def _counted(line: Line, counted: Counted) -> Claim:
    """Return the claim of a number that the coder's counts know."""
    count = counted.count
    before = [each.low for each in line.tokens[max(0, counted.first - 2) : counted.first]]
    rough = bool(set(before) & ABOUT - {"the", "all"})
    if (count.of or "").startswith("share of"):
        size = Size(count.low, count.high, "share", rough, count.quote)
        return _share(line, size, count.of or "")
    size = Size(count.low, count.high, count.unit, rough, count.quote)
    about = _about(line, counted)
    event = next((e for e in line.events if any(c.quote == count.quote for c in e.counts)), None)
    side = doer(line) or (event.source[0].code if event and event.source else None)
    return _claim(line, _sent(line, about), size, side, at=counted.first)


def _sent(line: Line, about: str) -> str:
    """Tell drones and missiles that were sent at somebody from those made, held or given."""
    if about not in ("drones", "missiles", "drones and missiles"):
        return about
    if line.has("stock") or not (line.has("launch") or line.has("deed", "destroyed")):
        return f"things: {about} (not told as sent)"
    return about


def _claim(line: Line, about: str, size: Size, side: str | None, *, at: int | None = None) -> Claim:
    """Return a claim about a number of things in a window."""
    window = window_of(line)
    deed = next(
        (row for row in ("destroyed", "took", "lost", "holds") if line.has("deed", row)), ""
    )
    long = window is not None and window.precision in ("month", "year", "span")
    kind: Kind = "total" if long or about == "losses" else "count"
    own = about in _OWN or about.endswith(("killed", "wounded"))
    who = f", {called(side, line)}" if own and side else ""
    named = _NAMED.get(about, about.removeprefix("things: "))
    told = f"{sized(size)} {named}{f' {deed}' if deed else ''}{who}{dated(window)}"
    found = made(line, kind, told, about=about, deed=deed, side=side, size=size, window=window)
    if at is not None and not line.asserted(at):
        return replace(found, checkable=False, why_not=_UNREAL)
    return found


def _about(line: Line, counted: Counted) -> str:
    """Return what a number counts, in the words of the rules."""
    what, of = counted.count.what, counted.count.of
    if what in ("drones", "missiles") and _joined(line, counted.last):
        return "drones and missiles"
    if what == "exchanged":
        return "exchange"
    if what == "money":
        return _money(line, counted.first)
    if counted.count.unit == "persons" and "losses" not in line.topics and not _bodies(line):
        return what if of in (None, "people") else f"{of} {what}"
    if what == "other":
        return "bodies" if of == "bodies" else f"things: {of}"
    if "losses" in line.topics and what in ("captured", "wounded", "troops"):
        return "losses"
    if _bodies(line) and counted.count.unit == "persons":
        return "bodies"
    return what


def _money(line: Line, at: int) -> str:
    """Tell aid from other money: a word of aid stands near, or somebody gave it."""
    near = any(cue.row == "aid" and abs(cue.first - at) <= _NEAR for cue in line.cues["about"])
    return "aid" if near or line.has("support", "gave") else "damage"


def _bodies(line: Line) -> bool:
    return "bodies" in {each.low for each in line.tokens}


def _joined(line: Line, at: int) -> bool:
    """Tell whether a thing counted is joined to another by "and" without a number of its own."""
    low = [each.low for each in line.tokens[at : at + 2]]
    return len(low) == 2 and low[0] == "and" and low[1] in THING_OF


def _share(line: Line, size: Size, of: str) -> Claim:
    """Return a claim about a share: of the drones sent, of a country held, of something else."""
    about = "share"
    if line.has("deed", "destroyed") and any(each in of for each in ("drone", "missile")):
        about = "share destroyed"
    elif line.has("deed", "holds", "took") and _names_side(line, of):
        about = "share held"
    window, side = window_of(line), doer(line)
    told = f"{sized(size)}{dated(window)}" if about == "share" else (
        f"a share of {sized(size)}{dated(window)}")  # fmt: skip
    return made(line, "share", told, about=about, side=side, size=size, window=window)


def _names_side(line: Line, of: str) -> bool:
    """Tell whether a share is one of a whole side's country, not of a region of it."""
    first = of.removeprefix("share of ").removeprefix("the ").lower()
    names = [each.name.lower() for each in line.war.sides] if line.war else []
    return any(first.startswith(each) and not first.startswith(f"{each}'") for each in names)


def _left(line: Line, at: int) -> tuple[int, Claim | None] | None:
    """Read a number that counts nothing the coder knows: its end, and its claim if it has one."""
    tokens = line.tokens
    share = fraction_at(tokens, at)
    if share is not None and share[1] <= 1 and tokens[share[0] - 1].low not in UNITS:
        of = " ".join(each.low for each in tokens[share[0] : share[0] + 4])
        return share[0], _share(line, Size(share[1], share[1], "share"), of)
    number = _decade(line, at) or number_at(tokens, at)
    if number is None or tokens[at].low == "one" or is_year(tokens[at].low):
        return None
    end, value, open_ended = number
    size = _size(line, at, (value, open_ended))
    far = range_end(tokens, at, end)
    if far is not None:
        end, size = far[0], Size(value, far[1], rough=size.rough)
    if at and tokens[at - 1].low in _AGED:
        return end, None
    after = end + (end < len(tokens) and tokens[end].low == "-")
    noun = tokens[after].low if after < len(tokens) else ""
    if tokens[end - 1].low == "decade":
        return end, _duration(line, size, "years", end)
    if noun in UNITS:
        moved = after + 1 < len(tokens) and tokens[after + 1].low in _MOVED
        aside = moved or _counts_from(line, at)
        return after + 1, None if aside else _duration(line, size, UNITS[noun], after + 1)
    if noun in _MONEY:
        money = Size(size.low, size.high, _MONEY[noun], size.rough)
        return after + 1, _claim(line, _money(line, at), money, doer(line))
    if noun in _NOT_COUNTED or (at and tokens[at - 1].low == "in" and not noun.isalpha()):
        return end, None
    return end, _claim(line, _sent(line, _noun(line, after)), size, doer(line), at=at)


def _counts_from(line: Line, at: int) -> bool:
    """Tell whether a stretch of time is a term or counts how often: "the third time in a month"."""
    before = [each.low for each in line.tokens[max(0, at - 3) : at]]
    often = {each.low for each in line.tokens[:at]} & _OFTEN
    return "within" in before or ("in" in before and bool(often))


def _decade(line: Line, at: int) -> tuple[int, float, bool] | None:
    low = [each.low for each in line.tokens[at : at + 2]]
    return (at + 2, 10.0, False) if low == ["a", "decade"] else None


def _size(line: Line, at: int, value: tuple[float, bool]) -> Size:
    """Return a number with the words before it: more than, less than, about."""
    number, open_ended = value
    before = [each.low for each in line.tokens[max(0, at - 3) : at]]
    for many in (3, 2, 1):
        words = " ".join(before[-many:])
        if words in AT_LEAST:
            return Size(number, None)
        if words in AT_MOST or words == "no more than":
            return Size(0.0, number)
    rough = bool(set(before[-1:]) & (ABOUT - {"the", "all"}))
    return Size(number, None if open_ended else number, rough=rough)


def _noun(line: Line, at: int) -> str:
    """Return what a number left over counts."""
    nouns = [each.low for each in line.tokens[at : at + 3]]
    low = {each.low for each in line.tokens}
    bare = not nouns or not nouns[0].isalpha() or nouns[0] in _LINKS
    men = bool(set(nouns) & _MEN)
    if (low & {"lost", "losses"} and men) or ("losses" in line.topics and (bare or men)):
        return "losses"
    thing = next((THING_OF[each] for each in nouns if each in THING_OF), None)
    if thing:
        return thing
    if nouns[:1] == ["square"]:
        return "area"
    if "bodies" in low and set(nouns) & _MEN:
        return "bodies"
    names = [each.text for each in line.tokens[at : at + 3] if each.low.isalpha()]
    noun = next((each for each in names if each.islower()), None)
    return f"things: {noun}" if noun else "things"


def _duration(line: Line, size: Size, unit: str, at: int) -> Claim | None:
    """Return a claim that something lasted so long; None where nothing is named that lasts."""
    about = _lasting(line, at)
    if about is None:
        return _claim(line, f"things: {unit}", size, doer(line))
    near = [cue for cue in line.cues["duration"] if abs(cue.first - at) <= _NEAR]
    here = _elsewhere(line, about)
    deed = "lasted" if near and line.asserted(at) and not here else ""
    many = Size(size.low, size.high, unit, size.rough)
    window = window_of(line) if about == "truce" else _ended(line)
    told = f"the {about} lasted {sized(many)} {unit}"
    return made(line, "duration", told, about=about, deed=deed, size=many, window=window)


def _elsewhere(line: Line, about: str) -> bool:
    """Tell whether what lasts is told of a place of its own: "the fighting in" a region."""
    ends = [cue.last for cue in line.cues["about"] if cue.row == about]
    return any(at < len(line.tokens) and line.tokens[at].low == "in" for at in ends)


def _lasting(line: Line, at: int) -> str | None:
    """Return what lasts: "of talks" right behind a number, else what is named nearest before."""
    topics = [cue for cue in line.cues["about"] if cue.row in ("talks", "truce", "war")]
    behind = [cue for cue in topics if at < cue.first <= at + 3 and line.tokens[at].low == "of"]
    if behind:
        return behind[0].row
    near = max((c for c in topics if c.last <= at), key=lambda c: c.last, default=None)
    near = near or (topics[0] if topics else None)
    return near.row if near else None


def _ended(line: Line) -> Window | None:
    """Return the day to which a duration is counted, where the sentence names one."""
    window = window_of(line)
    return window if window is not None and window.precision in ("day", "night") else None
