"""Who is named in a sentence: states, offices, groups and roles, each as a stretch of tokens."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from truceline.coding.lexicon import OFFICE, Lexicons, Name
from truceline.coding.phrases import Phrases
from truceline.coding.posts import follows_particle, name_after_title, post_of, remit_end
from truceline.coding.records import record
from truceline.coding.surnames import holding, stands_alone, surnames
from truceline.coding.tokens import Token, word_set
from truceline.terms.events import Actor

LINKS = word_set(
    "a an the of in on at by to for from with against and or but as that which who is are "
    "was were be been has have had will would could may might can into over after before "
    "during near through amid between about than while when not also across inside along "
    "without under said says its their his her it they he she"
)
LED = frozenset({"led", "dominated", "commanded", "flagged", "registered"})
BACKED = word_set("backed supported aligned trained armed funded sponsored linked")
TWO = ("both", "two")
PAIRS = word_set(
    "sides parties countries nations states governments leaders armies neighbours neighbors "
    "capitals delegations"
)
BODIES = word_set(
    "court tribunal police army navy ministry parliament senate congress government authority "
    "administration forces cabinet"
)
"""The last word of a name by which a reader knows a body of a state."""
FLYING = frozenset({"fighter", "bomber"})
"""Fighters that may be machines: a fighter squadron is the air force's."""
CALENDAR = word_set(
    "january february march april may june july august september october november december "
    "monday tuesday wednesday thursday friday saturday sunday christian christmas easter"
)


@record
class Mention:
    """A stretch [first, last) of tokens that names somebody.

    `kind`: state, people (an adjective alone), capital, group, person, role, thing, pair, name.
    """

    first: int
    last: int
    actors: tuple[Actor, ...]
    kind: str
    possessive: bool = False


class ActorFinder:
    """Finds mentions in a sentence, with the names of one war and of one day."""

    def __init__(
        self, lexicons: Lexicons, aliases: Mapping[str, str], sides: Sequence[tuple[str, str]]
    ) -> None:
        self.lexicons = lexicons
        self.sides = tuple(sides)
        grouped: dict[str, list[Name]] = {}
        for form, name in (*lexicons.names, *surnames(lexicons.names)):
            grouped.setdefault(form, []).append(name)
        for form, code in aliases.items():
            grouped.setdefault(form, [Name(code, None, "group")])
        self.held = frozenset(
            form.split()[0].lower() for form, row in grouped.items()
            if any(each.kind == OFFICE for each in row)
        )  # fmt: skip
        self.names = Phrases(((form, tuple(row)) for form, row in grouped.items()), capital=True)

    def mentions(self, text: str, tokens: Sequence[Token], on: date | None) -> list[Mention]:
        """Return the mentions of a sentence, left to right, none overlapping."""
        found: list[Mention] = []
        free = 0
        for place in self._begins(tokens):
            if place < free:
                continue
            mention = (
                self._pair(text, tokens, place)
                or self._named(text, tokens, place, on)
                or self._role(text, tokens, place, on)
                or self._unknown(text, tokens, place, on)
            )
            if mention is not None:
                free = mention.last
                if mention.actors:
                    found.append(mention)
        return found

    def _begins(self, tokens: Sequence[Token]) -> list[int]:
        """Return where a mention can begin; most words cannot, and are passed over at once."""
        names, roles = self.names.by_first, self.lexicons.roles.by_first
        return [
            at for at, token in enumerate(tokens)
            if (first := token.text[0]).isupper() or token.low in roles or token.low in TWO
            or (first.isdecimal() and token.low in names)
        ]  # fmt: skip

    def _hit(
        self, tokens: Sequence[Token], place: int, on: date | None, *, titled: bool = False
    ) -> tuple[int, Sequence[Name]] | None:
        """Return how many tokens a name takes and its readings; surnames only in office."""
        hit = self.names.at(tokens, place)
        if hit is None or tokens[place].low not in self.held:
            return hit
        alone = stands_alone(tokens, place, place + hit[0], titled=titled)
        lasting = [each for each in hit[1] if each.kind != OFFICE]
        readings = holding(hit[1], on) if alone else lasting
        return (hit[0], readings) if readings else None

    def _pair(self, text: str, tokens: Sequence[Token], place: int) -> Mention | None:
        if tokens[place].low not in TWO or place + 1 == len(tokens) or (
            tokens[place + 1].low not in PAIRS):  # fmt: skip
            return None
        spoken = text[tokens[place].start : tokens[place + 1].end]
        actors = tuple(Actor(spoken, code) for code, _ in self.sides) or (Actor(spoken),)
        return Mention(place, place + 2, actors, "pair")

    def _named(
        self, text: str, tokens: Sequence[Token], place: int, on: date | None
    ) -> Mention | None:
        start = name_after_title(tokens, place)
        hit = self._hit(tokens, start, on, titled=start > place)
        if hit is None:
            return None
        end, name = start + hit[0], in_office(hit[1], on)
        if place > 1 and tokens[place - 1].low == "-" and tokens[place - 2].low in ("pro", "anti"):
            place, name = place - 2, replace(name, code=None)  # "pro-Russian gunmen"
        word, after = tokens[place].text, [each.low for each in tokens[end : end + 2]]
        surname = name.kind == "capital" and follows_particle(tokens, place)
        if surname or (word == "West" and any(map(_is_name, tokens[end : end + 1]))):
            return Mention(place, end, (), "none")
        if after and after[0] == "." and word in ("U", "u") and end + 1 < len(tokens):
            end += 1
        if len(after) == 2 and after[0] == "-" and after[1] in BACKED | LED:
            theirs = after[1] in LED or (after[1] == "linked" and name.kind == "group")
            name = name if theirs else replace(name, code=None)
            end += 2
        elif len(after) == 2 and after[0] == "-" and after[1].isalpha() and name.kind != "group":
            other = self.names.at(tokens, end + 1)
            return None if other else Mention(place, end + 2, (), "none")
        return self._grown(
            text,
            tokens,
            Mention(place, end, (_actor(text, tokens, place, end, name),), name.kind),
            on,
        )

    def _grown(self, text: str, tokens: Sequence[Token], base: Mention, on: date | None) -> Mention:
        """Let a name take the role words after it: "Russian" → "Russian military airfields"."""
        end = base.last
        possessive = end < len(tokens) and tokens[end].low == "'s"
        role = self._role_after(tokens, end + possessive)
        if role is None:
            return replace(base, last=end + 1, possessive=True) if possessive else base
        if base.kind == "person" and not possessive:
            return base
        stop, sector, acts = role
        known = base.actors[0]
        sector = post_of(known.sector, sector, tokens[stop - 1].low)
        stop, person = self._person_after(tokens, stop, on) if acts else (stop, None)
        actor = Actor(
            text[tokens[base.first].start : tokens[stop - 1].end],
            person.code if person and person.code else known.code,
            (person.sector if person and person.sector else None) or sector,
            person.person if person else None,
        )
        owned = stop < len(tokens) and tokens[stop].low == "'s"
        return Mention(base.first, stop + owned, (actor,), "role" if acts else "thing", owned)

    def _role_after(
        self, tokens: Sequence[Token], place: int
    ) -> tuple[int, str | None, bool] | None:
        """Return where the role words after `place` end, their sector, and whether they act."""
        found: tuple[int, str | None, bool] | None = None
        military, skipped, at = False, 0, place
        while at < len(tokens) and skipped <= 3:
            hit = self.lexicons.roles.at(tokens, at)
            low = tokens[at].low
            if hit is not None:
                sector: str | None = hit[1][0]
                acts = hit[1][1]
                at += hit[0]
                sector = "GOVMIL" if military and sector == "GOV" else sector
                if found and tokens[found[0] - 1].low not in FLYING:
                    sector = post_of(found[1], sector, tokens[at - 1].low)
                military = military or sector == "MIL"
                found = (at, sector, acts)
                skipped = 0
            elif low in self.lexicons.adjectives or low == "-":
                military = military or low in ("military", "defence", "defense")
                at += 1
            elif found and tokens[at].text[:1].isupper() and self.names.at(tokens, at):
                break  # "his counterpart | Italian President …" are two names of one man
            elif low.isalpha() and low not in LINKS and not self._is_act(low):
                at += 1
                skipped += 2
            else:
                break
        if found and found[1] == "CVL" and not found[2] and military:
            return found[0], "MIL", False
        return found

    def _is_act(self, low: str) -> bool:
        return low in self.lexicons.verbs or low in self.lexicons.light or low.endswith("ed")

    def _person_after(
        self, tokens: Sequence[Token], place: int, on: date | None
    ) -> tuple[int, Name | None]:
        hit = self._hit(tokens, place, on, titled=True) if place < len(tokens) else None
        if hit is not None:
            name = in_office(hit[1], on)
            return (place + hit[0], name) if name.kind == "person" else (place, None)
        end = place
        while end < len(tokens) and end < place + 4 and _is_name(tokens[end]):
            end += 1
        return end, None

    def _role(
        self, text: str, tokens: Sequence[Token], place: int, on: date | None
    ) -> Mention | None:
        hit = self.lexicons.roles.at(tokens, place)
        if hit is None or not hit[1][1]:
            return None
        stop, sector, acts = self._role_after(tokens, place) or (place + hit[0], hit[1][0], True)
        code, person = None, None
        stop = remit_end(tokens, stop, lambda at: self.names.at(tokens, at) is not None)
        links = ("of",) if sector == "MIL" else ("of", "from")
        if stop < len(tokens) and tokens[stop].low in links and acts:
            start = stop + 1 + (stop + 1 < len(tokens) and tokens[stop + 1].low == "the")
            named = self._named(text, tokens, start, on) if start < len(tokens) else None
            if named is not None and named.actors:
                stop, code = named.last - named.possessive, named.actors[0].code
                sector = named.actors[0].sector or sector
        elif acts:
            stop, name = self._person_after(tokens, stop, on)
            if name is not None:
                code, person = name.code, name.person
                sector = name.sector or sector
        first = place
        while first > 0 and tokens[first - 1].low in self.lexicons.adjectives:
            first -= 1
        owned = stop < len(tokens) and tokens[stop].low == "'s"
        actor = Actor(text[tokens[first].start : tokens[stop - 1].end], code, sector, person)
        return Mention(place, stop + owned, (actor,), "role" if acts else "thing", owned)

    def _unknown(
        self, text: str, tokens: Sequence[Token], place: int, on: date | None
    ) -> Mention | None:
        """Return a run of capitalised words that no lexicon knows; it is kept as text."""
        if not _is_name(tokens[place]) or tokens[place].low in LINKS:
            return None
        end = place + 1
        while end < len(tokens) and end < place + 6 and _is_name(tokens[end]):
            if self._hit(tokens, end, on) is not None:
                break
            end += 1
        first_word = place == 0 or tokens[place - 1].text in '"“‘:—–'
        common = not tokens[place].text.isupper() and end == place + 1
        if first_word and common:
            return None
        role = self.lexicons.roles.at(tokens, end) if end < len(tokens) else None
        if end > place + 1 and tokens[end - 1].low in BODIES:  # "National Court"
            end -= 1
            role = self.lexicons.roles.at(tokens, end)
        acts = role is not None and role[1][1]
        end += role[0] if role is not None and acts else 0
        sector = role[1][0] if role is not None and acts else None
        actor = Actor(text[tokens[place].start : tokens[end - 1].end], None, sector)
        owned = end < len(tokens) and tokens[end].low == "'s"
        return Mention(place, end + owned, (actor,), "role" if acts else "name", owned)


def in_office(names: Sequence[Name], on: date | None) -> Name:
    """Return the reading of a name that holds on a day; out of office the office is dropped.

    Examples
    --------
    >>> tenure = Name("USA", "GOV", "person", "X", date(2001, 1, 20), date(2009, 1, 20))
    >>> in_office([tenure], date(2005, 5, 5)).sector, in_office([tenure], date(2020, 5, 5)).sector
    ('GOV', None)
    """
    for name in names:
        before = on is not None and name.since is not None and on < name.since
        after = on is not None and name.until is not None and on > name.until
        if not before and not after:
            return name
    return replace(names[0], sector=None if names[0].kind == "person" else names[0].sector)


def _actor(text: str, tokens: Sequence[Token], first: int, last: int, name: Name) -> Actor:
    said = text[tokens[first].start : tokens[last - 1].end]
    return Actor(said, name.code, name.sector, name.person)


def _is_name(token: Token) -> bool:
    return token.text[:1].isupper() and token.text.isalpha() and token.low not in CALENDAR
