"""Provinces and districts that a text names as such: "Nahr-e Saraj district, Helmand province"."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache

from truceline.coding.gazette import Row, regions, towns_like
from truceline.coding.tokens import Token, word_set
from truceline.terms.events import Place

FIRST = word_set(
    "province provinces region regions oblast oblasts governorate governorates state states "
    "department departments prefecture prefectures voivodeship krai"
)
SECOND = word_set(
    "district districts raion raions county counties municipality municipalities subdistrict "
    "canton cantons"
)
CALLED = FIRST | SECOND
LOOSE = word_set("region regions state states department departments canton")
"""With these a name is an area only if the gazetteer has it: "two Russian regions"."""
PARTICLES = word_set("e i ye wa va al el de del da do la las los le bin u ul ud ur of")
APOSTROPHES = frozenset("'’‘`")
SIGNS = frozenset("-–'’‘`")
NOT_NAMES = word_set(
    "the a an in at on near from to and or also of during for with by into across both this that "
    "each every one two three southern northern eastern western central neighboring neighbouring "
    "another same other while when after before as meanwhile outside inside within around"
)
TITLES = word_set(
    "governor governors police chief court council commander leader official officials attorney "
    "judge department secretary"
)
SOUNDS = (("kh", "k"), ("gh", "g"), ("ph", "f"), ("q", "k"), ("ck", "k"), ("dzh", "j"))
KIN = 65.0


def areas_of(
    text: str, tokens: Sequence[Token], countries: frozenset[str], told: dict[str, Place]
) -> Iterator[tuple[int, int, Place]]:
    """Yield (first, end, place) of each province or district that is called one.

    Parameters
    ----------
    text, tokens
        The story's text, the sentence's words.
    countries : frozenset of str
        States of the war and of the story; a name that the gazetteer spells otherwise is looked
        for among their regions alone.
    told : dict
        Districts that the story has placed before, by name; it grows.

    Yields
    ------
    tuple
        In the order of the text.
    """
    called = [at for at, each in enumerate(tokens) if each.low in CALLED]
    if not called:
        return
    found = [each for at in called for each in _at(text, tokens, at, countries)]
    whole = [each for each in found if each[2].where_prec == 4]
    for first, last, place in found:
        if place.where_prec == 4:
            yield first, last, place
            continue
        near = next((w[2] for w in whole if 0 <= w[0] - last <= 3), None)
        if near is not None and near.admin1:
            told[place.name] = Place(place.name, near.admin1, near.country, where_prec=3)
        yield first, last, told.get(place.name) or _of_town(place, countries)


def _at(
    text: str, tokens: Sequence[Token], at: int, countries: frozenset[str]
) -> list[tuple[int, int, Place]]:
    word = tokens[at].low
    if at + 1 < len(tokens) and tokens[at + 1].low in TITLES:
        return []
    spans = list(_names_before(tokens, at, plural=word.endswith("s")))
    end = at + 1
    if not spans and at + 2 < len(tokens) and tokens[at + 1].low == "of":
        end = _name_end(tokens, at + 2)
        spans = [(at + 2, end)] if end > at + 2 else []
    found = []
    for number, (first, last) in enumerate(spans):
        name = text[tokens[first].start : tokens[last - 1].end]
        stop = end if number == len(spans) - 1 else last
        if word in SECOND:
            shown = f"{name} {word.removesuffix('s')}"
            found.append((first, stop, Place(shown, where_prec=3)))
        else:
            row = region_of(name, countries)
            if row is None and word in LOOSE:
                continue
            found.append((first, stop, _region(name, row)))
    return found


def _region(name: str, row: Row | None) -> Place:
    if row is None:
        return Place(name, name, None, where_prec=4)
    return Place(name, row[5], row[4] or None, row[2], row[3], row[1], 4)


def _of_town(place: Place, countries: frozenset[str]) -> Place:
    """Give a district the region of the town that it is named after, where there is one."""
    row = town_of(place.name.rsplit(" ", 1)[0], countries)
    return place if row is None else Place(place.name, row[5], row[4], where_prec=3)


def _names_before(tokens: Sequence[Token], at: int, *, plural: bool) -> Iterator[tuple[int, int]]:
    """Yield the spans of the names before a word such as "provinces", left to right."""
    spans: list[tuple[int, int]] = []
    last = at
    while last > 0:
        first = _name_start(tokens, last)
        if first == last:
            break
        spans.append((first, last))
        joint = first
        while plural and joint > 0 and tokens[joint - 1].low in ("and", ","):
            joint -= 1
        if joint == first or len(spans) > 8:
            break
        last = joint
    yield from reversed(spans)


def _name_start(tokens: Sequence[Token], last: int) -> int:
    """Return where the name that ends before `last` begins."""
    first = last
    while first > 0 and last - first < 9:
        token = tokens[first - 1]
        capital = token.text[:1].isupper() and token.low not in NOT_NAMES
        tied = token.text in SIGNS and first < last and _tied(tokens, first - 1)
        part = token.low in PARTICLES and token.low != "of" and 1 < first < last and (
            tokens[first - 2].text[:1].isupper() or tokens[first - 2].text in SIGNS)  # fmt: skip
        bound = first < last and token.text.islower() and first >= 1 and (
            tokens[first].text in "'’" and token.end == tokens[first].start)  # fmt: skip
        if not (capital or tied or part or bound):
            break
        first -= 1
    while first < last and not tokens[first].text[:1].isupper():
        first += 1
    return first


def _tied(tokens: Sequence[Token], at: int) -> bool:
    before = at > 0 and tokens[at - 1].end == tokens[at].start
    after = at + 1 < len(tokens) and tokens[at + 1].start == tokens[at].end
    return before or after


def _name_end(tokens: Sequence[Token], first: int) -> int:
    """Return where the name that begins at `first` ends."""
    last = first
    while last < len(tokens) and last - first < 9:
        token = tokens[last]
        capital = token.text[:1].isupper() and token.low not in NOT_NAMES
        tied = token.text in SIGNS and last > first and _tied(tokens, last)
        after = tokens[last + 1].text if last + 1 < len(tokens) else ""
        bound = last > first and tokens[last - 1].text in SIGNS and token.text.isalpha() and (
            tokens[last - 1].end == token.start)  # fmt: skip
        part = token.low in PARTICLES and token.low != "of" and last > first and (
            after[:1].isupper())  # fmt: skip
        if not (capital or tied or part or bound):
            break
        last += 1
    while last > first and tokens[last - 1].text in SIGNS:
        last -= 1
    return last


def name_end(tokens: Sequence[Token], first: int) -> int:
    """Return where a name that begins at a place ends, over "-e", "wa" and apostrophes."""
    return _name_end(tokens, first)


def cuts_word(tokens: Sequence[Token], last: int) -> bool:
    """Return whether a name would be cut inside a word: "Sana" of "Sana'a"."""
    return 0 < last < len(tokens) - 1 and (
        tokens[last].text in APOSTROPHES
        and tokens[last - 1].end == tokens[last].start
        and tokens[last].end == tokens[last + 1].start
    )


def skeleton(name: str) -> str:
    """Return a name's consonants, so that transcriptions of one name fall together.

    Examples
    --------
    >>> {skeleton(each) for each in ("Khowst", "Khost")}, skeleton("Paktya"), skeleton("Paktika")
    ({'kst'}, 'pkt', 'pktk')
    """
    plain = unicodedata.normalize("NFKD", name.lower())
    letters = re.sub(r"[^a-z]", "", plain)
    for one, other in SOUNDS:
        letters = letters.replace(one, other)
    head = "a" if letters[:1] in "aeiou" else letters[:1]
    rest = re.sub(r"[aeiouywhv]", "", letters[1:])
    return re.sub(r"(.)\1+", r"\1", head + rest)


@lru_cache(maxsize=4096)
def region_of(name: str, countries: frozenset[str]) -> Row | None:
    """Return the region of a name: spelt so, else of the same sound in one of the countries."""
    rows = regions()
    exact = [row for row in rows.get(name.replace("’", "'"), ()) if row[4] in countries]
    exact = exact or list(rows.get(name.replace("’", "'"), ())) * (not countries)
    if exact:
        return max(exact, key=lambda row: row[6])
    return _alike(name, [row for code in sorted(countries) for row in rows.get(code, ())])


@lru_cache(maxsize=4096)
def town_of(name: str, countries: frozenset[str]) -> Row | None:
    """Return the town of a name in one of the countries, spelt so or of the same sound."""
    return _alike(name, [row for code in sorted(countries) for row in towns_like(code, name[:1])])


def _alike(name: str, rows: Sequence[Row]) -> Row | None:
    from rapidfuzz import fuzz  # noqa: PLC0415  late: few reports name a region it must look for

    wanted = skeleton(name)
    if len(wanted) < 3:
        return None
    best: tuple[float, Row] | None = None
    for row in rows:
        forms = {row[0], row[0].rsplit(" ", 1)[-1]} if row[7] else {row[0]}
        for form in forms:
            if skeleton(form) == wanted:
                alike = fuzz.ratio(form.lower(), name.lower())
                if alike >= KIN and (best is None or alike > best[0]):
                    best = (alike, row)
    return None if best is None else best[1]
