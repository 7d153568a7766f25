"""Where: places named in a sentence, from a gazetteer and our own list of areas."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from importlib.resources import as_file, files

from truceline.coding.actors import Mention
from truceline.coding.lexicon import read_toml
from truceline.coding.phrases import Phrases
from truceline.coding.tokens import Token, word_set
from truceline.terms.events import Place

CUES = word_set(
    "in at near on into across from to outside around over inside through toward towards "
    "against of hit struck shelled bombed attacked targeted entered reached throughout between "
    "visited pounded captured bombing shelling striking hitting attacking entering capturing "
    "seized left besieged within beyond off the and ,"
)
REGION_WORDS = word_set("region regions oblast province provinces state governorate")
DISTRICT_WORDS = word_set("district raion county")
SMALLER = (
    "Oblast",
    "oblast",
    "Province",
    "Krai",
    "Kray",
    "Republic",
    "Governorate",
    "Region",
    "State",
)
Row = tuple[str, int, float, float, str, str | None, int, bool]


@dataclass(frozen=True, slots=True)
class Where:
    """A place that tokens [first, last) name; `into` where something moved into it."""

    first: int
    last: int
    place: Place
    cue: str


@lru_cache(maxsize=1)
def gazetteer() -> dict[str, tuple[Row, ...]]:
    """Return the gazetteer by name.

    A row is name, id, latitude, longitude, country, admin1, people, and whether it is a region.
    """
    # Late, as it costs a tenth of a second and only coding with places needs it.
    import polars as pl  # noqa: PLC0415

    with as_file(files("truceline.coding") / "gazetteer" / "places.parquet") as path:
        frame = pl.read_parquet(path)
    found: dict[str, list[Row]] = {}
    for number, name, plain, lat, lon, country, admin1, people, kind in frame.iter_rows():
        row = (name, number, round(lat, 4), round(lon, 4), country or "", admin1, people,
               kind == "region")  # fmt: skip
        for form in {name, plain, _short(plain or "")} if kind == "region" else {name, plain}:
            if form:
                found.setdefault(form, []).append(row)
    return {form: tuple(rows) for form, rows in found.items()}


def _short(name: str) -> str:
    for word in SMALLER:
        name = name.removesuffix(word).strip()
    return name


@lru_cache(maxsize=1)
def curated() -> tuple[Phrases[Place], tuple[dict[str, object], ...]]:
    """Return our own places, and the territory whose holder is disputed."""
    table = read_toml("places")
    rows = []
    for row in table["place"]:
        place = Place(
            row["names"][0], row.get("admin1"), row.get("country") or None, row["latitude"],
            row["longitude"], row.get("geonameid"), row["where_prec"], bool(row.get("claimed_by")),
            tuple(row.get("claimed_by", ())), row.get("controlled_by"),
        )  # fmt: skip
        rows += [(name, place) for name in row["names"]]
    return Phrases(rows, capital=True), tuple(table["disputed"])


def places_of(
    text: str, tokens: Sequence[Token], mentions: Sequence[Mention],
    countries: frozenset[str], on: date | None,
) -> list[Where]:  # fmt: skip
    """Return the places of a sentence, left to right.

    Parameters
    ----------
    text, tokens, mentions
        The story's text, the sentence's words and who is named in it.
    countries : frozenset of str
        States of the war and of the story: of towns with one name, theirs are preferred.
    on : date or None
        The day, for who held a disputed area.

    Returns
    -------
    list of Where
        A name in the gazetteer is a place only after a word such as "in" or "near".
    """
    known = {i: each for each in mentions if each.kind not in ("name", "none", "capital", "thing")
             for i in range(each.first, each.last)}  # fmt: skip
    found: list[Where] = []
    at = 0
    while at < len(tokens):
        if tokens[at].text[0].islower() or not tokens[at].text[0].isalnum():
            at += 1
            continue
        if _cue(tokens, at) in ("and", ",") and not (found and found[-1].last >= at - 2):
            at += 1
            continue
        where = _country(tokens, at, known) or (
            None if at in known else _listed(tokens, at) or _town(text, tokens, at, countries)
        )
        if where is None:
            at += 1
            continue
        found.append(Where(where.first, where.last, disputed(where.place, on), where.cue))
        at = where.last
    return found


def _cue(tokens: Sequence[Token], at: int) -> str:
    back = at - 1
    if back >= 0 and tokens[back].low == "the":
        back -= 1
    return tokens[back].low if back >= 0 else ""


def _country(tokens: Sequence[Token], at: int, known: dict[int, Mention]) -> Where | None:
    mention = known.get(at)
    if mention is None or mention.first != at or mention.kind != "state" or mention.possessive:
        return None
    cue = _cue(tokens, at)
    spread = cue in ("in", "across", "inside", "into", "throughout", "over", "within", "near")
    if not spread or mention.actors[0].code is None:
        return None
    place = Place(mention.actors[0].text, None, mention.actors[0].code, where_prec=6)
    return Where(at, mention.last, place, cue)


def _listed(tokens: Sequence[Token], at: int) -> Where | None:
    hit = curated()[0].at(tokens, at)
    return None if hit is None else Where(at, at + hit[0], hit[1], _cue(tokens, at))


def _town(text: str, tokens: Sequence[Token], at: int, countries: frozenset[str]) -> Where | None:
    if not tokens[at].text[:1].isupper() or _cue(tokens, at) not in CUES:
        return None
    for size in (4, 3, 2, 1):
        if at + size > len(tokens) or not tokens[at + size - 1].text[:1].isupper():
            continue
        last = at + size
        name = text[tokens[at].start : tokens[last - 1].end]
        word = tokens[last].low if last < len(tokens) else ""
        rows = gazetteer().get(name.replace("’", "'"), ())
        if word in DISTRICT_WORDS and size <= 2:
            return Where(at, last + 1, Place(f"{name} {word}", where_prec=3), _cue(tokens, at))
        if rows:
            return _chosen(tokens, (at, last, name), rows, countries)
    return None


def _chosen(
    tokens: Sequence[Token],
    said: tuple[int, int, str],
    rows: Sequence[Row],
    countries: frozenset[str],
) -> Where | None:
    at, last, name = said
    cue, word = _cue(tokens, at), tokens[last].low if last < len(tokens) else ""
    wide = word in REGION_WORDS or cue == "into"
    ours = [row for row in rows if row[4] in countries]
    if not ours and max(row[6] for row in rows) < 100_000 and cue in ("of", "the", "and", ","):
        return None
    if tokens[last - 1].text != tokens[last - 1].text.title() and len(tokens[at].text) < 4:
        return None
    row = max(ours or rows, key=lambda each: (each[7] == wide, each[6]))
    area = row[7] or (wide and row[5] is not None)
    prec = 4 if area else (2 if cue in ("near", "outside", "around", "off") else 1)
    place = Place(name, row[5], row[4], row[2], row[3], row[1], prec)
    return Where(at, last + (word in REGION_WORDS), place, cue)


def disputed(place: Place, on: date | None) -> Place:
    """Return `place` with who claims and who holds it, where that is disputed on a day."""
    for area in curated()[1]:
        admin1 = area["admin1"]
        since = str(area.get("since", ""))
        if place.country != area["country"] or not isinstance(admin1, list):
            continue
        if place.admin1 not in admin1 or (since and on is not None and on.isoformat() < since):
            continue
        holder = place.controlled_by
        holds = area.get("holds", [])
        for day, code in holds if isinstance(holds, list) else ():
            holder = code if on is None or on.isoformat() >= day else holder
        claims = area["claimed_by"]
        claimed = tuple(claims) if isinstance(claims, list) else ()
        return replace(place, disputed=True, claimed_by=claimed, controlled_by=holder)
    return place


def finest(found: Sequence[Where]) -> Place | None:
    """Return the most exact of the places, its region filled in from the others."""
    if not found:
        return None
    best = min(found, key=lambda where: where.place.where_prec).place
    if best.admin1 is None and best.where_prec <= 3:
        for where in found:
            area = where.place
            if area.admin1 is not None and (best.country in (None, area.country)):
                return Place(best.name, area.admin1, area.country, area.latitude, area.longitude,
                             best.geonameid, best.where_prec, area.disputed, area.claimed_by,
                             area.controlled_by)  # fmt: skip
    return best
