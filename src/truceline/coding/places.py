"""Where: places named in a sentence, from a gazetteer and our own list of areas."""

import calendar
import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache

from truceline.coding.actors import Mention
from truceline.coding.areas import areas_of, cuts_word, name_end, town_of
from truceline.coding.bearers import beside, larger
from truceline.coding.gazette import Row, rows_of
from truceline.coding.lexicon import read_toml
from truceline.coding.phrases import Phrases
from truceline.coding.records import record
from truceline.coding.standing import AROUND, cue_of, goes_on, unlisted
from truceline.coding.tokens import Token, tokens_of, word_set
from truceline.terms.events import Place

CUES = word_set(
    "in at near on into across from to outside around over inside through toward towards "
    "against of hit struck shelled bombed attacked targeted entered reached throughout between "
    "visited pounded captured bombing shelling striking hitting attacking entering capturing "
    "seized left besieged within beyond off above along beneath the and ,"
)
STANDING = word_set("in near at outside around on")
QUARTERS = word_set(
    "North South East West Centre Central Northern Southern Eastern Western Gulf Bay Mission Union "
    "Liberty Police Enterprise Independence Federal Republic Bank Alliance University Man Most "
    "Best Imperial Same Of Date"
)
"""Names of regions that are also plain words: found only in a state of the story or the war."""
NO_PLACES = frozenset([name.lower() for name in (*calendar.month_name, *calendar.day_name) if name])
UNMARKED = re.compile("['’‘`]")
REGION_WORDS = word_set("region regions oblast province provinces state governorate")


AFLOAT = word_set("in on over across into through off near of and")
"""After these a sea is where something is done; "Atlantic ports" are not in it."""
SEA = 7
"""UCDP's `where_prec` of seas and the air over them."""
DISTRICT = 3
"""UCDP's `where_prec` of a district."""


@record
class Where:
    """A place that tokens [first, last) name; `into` where something moved into it."""

    first: int
    last: int
    place: Place
    cue: str


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
    countries: frozenset[str], on: date | None, told: dict[str, Place] | None = None,
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
    told : dict, optional
        Districts that the story has placed before, by name; it grows.

    Returns
    -------
    list of Where
        A name in the gazetteer is a place only after a word such as "in" or "near".
    """
    known = {i: each for each in mentions if each.kind not in ("name", "none", "capital", "thing")
             for i in range(each.first, each.last)}  # fmt: skip
    known |= _behind(mentions)
    areas = {first: (last, place) for first, last, place in areas_of(
        text, tokens, countries, {} if told is None else told)}  # fmt: skip
    found: list[Where] = []
    free = 0
    for at, token in enumerate(tokens):
        if at < free or (token.text[0].islower() and at not in areas):
            continue
        if at in areas:
            free, place = areas[at]
            found.append(Where(at, free, disputed(place, on), cue_of(tokens, at)))
            continue
        if not token.text[0].isalnum():
            continue
        if cue_of(tokens, at) in ("and", ",") and not (found and found[-1].last >= at - 2):
            continue
        where = _country(tokens, at, known) or (
            None
            if at in known
            else _listed(tokens, at) or _town(text, tokens, at, countries, known)
        )
        if where is not None:
            found.append(Where(where.first, where.last, disputed(where.place, on), where.cue))
            free = where.last
    return found


def _behind(mentions: Sequence[Mention]) -> dict[int, Mention]:
    """Return the name behind a capital that opens the sentence, by its first word.

    "In Moscow Alexander Rutskoi accused …" is in Moscow, not in a town of three words.
    """
    opening = {each.last for each in mentions if each.kind == "capital" and each.first == 1}
    return {each.first: each for each in mentions
            if each.kind in ("name", "person") and each.first in opening}  # fmt: skip


def _country(tokens: Sequence[Token], at: int, known: dict[int, Mention]) -> Where | None:
    mention = known.get(at)
    if mention is None or mention.first != at or mention.kind != "state" or mention.possessive:
        return None
    cue = cue_of(tokens, at)
    spread = cue in ("in", "across", "inside", "into", "throughout", "over", "within", "near")
    if not spread or mention.actors[0].code is None:
        return None
    place = Place(mention.actors[0].text, None, mention.actors[0].code, where_prec=6)
    return Where(at, mention.last, place, cue)


def _listed(tokens: Sequence[Token], at: int) -> Where | None:
    hit, cue = curated()[0].at(tokens, at), cue_of(tokens, at)
    if hit is None or (hit[1].where_prec == SEA and cue not in AFLOAT):
        return None
    return Where(at, at + hit[0], hit[1], cue)


def _town(
    text: str, tokens: Sequence[Token], at: int, countries: frozenset[str],
    known: dict[int, Mention],
) -> Where | None:  # fmt: skip
    if not tokens[at].text[:1].isupper() or cue_of(tokens, at) not in CUES:
        return None
    if tokens[at].low in NO_PLACES:
        return None
    whole = name_end(tokens, at)
    for last in sorted({whole, *range(at + 1, min(at + 5, len(tokens) + 1))}, reverse=True):
        if not tokens[last - 1].text[:1].isupper() and last != whole:
            continue
        if cuts_word(tokens, last) or goes_on(tokens, last, known):
            continue
        name = text[tokens[at].start : tokens[last - 1].end]
        rows = rows_of(name.replace("’", "'")) or rows_of(UNMARKED.sub("", name))
        if name in QUARTERS:
            ended = not tokens[last : last + 1] or not tokens[last].text[:1].isupper()
            rows = tuple(row for row in rows if ended and row[4] in countries)
        if rows:
            name = text[tokens[at].start : tokens[max(last, _tail(tokens, last)) - 1].end]
            return _chosen(tokens, (at, last, name), rows, countries)
    if whole == at:
        return None
    place = unlisted(text, tokens, at, whole)
    return _transcribed(text, tokens, at, countries) or (
        None if place is None else Where(at, whole, place, cue_of(tokens, at)))  # fmt: skip


def _tail(tokens: Sequence[Token], last: int) -> int:
    """Return where a name ends that goes on with a hyphen: "Munsan-ni"."""
    tied = last + 1 < len(tokens) and tokens[last].text == "-" and (
        tokens[last - 1].end == tokens[last].start and tokens[last].end == tokens[last + 1].start
    )  # fmt: skip
    return last + 2 if tied and tokens[last + 1].text.islower() else last


def _transcribed(
    text: str, tokens: Sequence[Token], at: int, countries: frozenset[str]
) -> Where | None:
    """Return a town of the war's or story's states that the gazetteer spells otherwise."""
    last = name_end(tokens, at)
    if cue_of(tokens, at) not in STANDING:
        return None
    name = text[tokens[at].start : tokens[last - 1].end]
    row = town_of(name, countries)
    return None if row is None else _chosen(tokens, (at, last, name), [row], countries)


def _chosen(
    tokens: Sequence[Token],
    said: tuple[int, int, str],
    rows: Sequence[Row],
    countries: frozenset[str],
) -> Where | None:
    at, last, name = said
    cue, word = cue_of(tokens, at), tokens[last].low if last < len(tokens) else ""
    wide = word in REGION_WORDS or cue == "into"
    ours = [row for row in rows if row[4] in countries]
    if not ours and max(row[6] for row in rows) < 100_000 and cue in ("of", "the", "and", ","):
        return None
    if tokens[last - 1].text != tokens[last - 1].text.title() and len(tokens[at].text) < 4:
        return None
    row = larger(ours or rows, wide=wide)
    area = row[7] or (wide and row[5] is not None)
    prec = 4 if area else (2 if cue in AROUND else 1)
    place = beside(Place(name, row[5], row[4], row[2], row[3], row[1], prec), rows, ours)
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


def addressed(found: Sequence[Where]) -> bool:
    """Return whether places are given as an address: "in Sabari district, Khost province"."""
    best = finest(found)
    return best is not None and best.where_prec == DISTRICT and best.admin1 is not None


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


def within(place: Place, told: Place | None) -> Place:
    """Return a district with the region that the story told of just before it."""
    if place.admin1 is not None or place.where_prec != 3 or told is None or told.admin1 is None:
        return place
    return replace(place, admin1=told.admin1, country=told.country)


def land_of(name: str, countries: frozenset[str]) -> Place | None:
    """Return the place of a name that no preposition marks as one: of "stormed Lahore", Lahore.

    Parameters
    ----------
    name : str
        As it stands in the text.
    countries : frozenset of str
        States of the war and of the story: a small town counts only in one of them.

    Returns
    -------
    Place or None
        The largest place of that name; None where there is none, or only small ones elsewhere.
    """
    words = tokens_of(name)
    hit = curated()[0].at(words, 0) if words else None
    if hit is not None and hit[0] == len(words):
        return hit[1]
    rows = rows_of(name.replace("’", "'"))
    ours = [row for row in rows if row[4] in countries]
    if not ours and max((row[6] for row in rows), default=0) < LARGE:
        return None
    row = max(ours or rows, key=lambda each: each[6])
    place = Place(name, row[5], row[4], row[2], row[3], row[1], 4 if row[7] else 1)
    return beside(place, rows, ours)


LARGE = 100_000
"""A town of so many people is known without its state."""
