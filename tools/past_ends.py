"""How an episode of UCDP ended, as far as COW, PA-X and the ceasefires at hand can say.

UCDP's own table says when fighting fell below 25 deaths a year and not how. The rules are declared
here, in this order: what was read by hand where they disagree (BY_HAND); a victory that COW names;
a comprehensive agreement of PA-X in the last year; a ceasefire by both sides in the last three
months; what else COW names. Where none applies the cell stays empty.
"""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from past_table import Past, Source, day, rows, whole

INTRA = "COW Intra-State War Data 4.1"
AGREEMENTS = "PA-X"
CEASEFIRES = "ETH/PRIO Civil Conflict Ceasefires"
SAME_STATE = {679: 678, 255: 260, 340: 345}
"""States that the two lists of states number differently."""
OVER = {3: "agreement", 4: "other", 6: "stalemate", 7: "low_activity"}
AGREED = (timedelta(days=365), timedelta(days=90))
CEASED = (timedelta(days=90), timedelta(days=30))
"""How long before and after an episode's end a document counts as its end."""
BY_HAND = {
    # COW names a winner, but the fighting that ended then ended by PA-X's comprehensive agreement.
    (332, 1992): ("agreement", "PA-X, agreement 392 of 1992-10-04"),
    (389, 1995): ("agreement", "PA-X, agreement 389 of 1995-11-21"),
    (398, 1994): ("agreement", "PA-X, agreement 608 of 1994-03-01"),
    # The one war of COW that ended about then is another, inside this episode.
    (382, 2001): ("", ""),
}
"""Outcome and source by conflict and year of its end: COW's wars are not UCDP's episodes."""


@dataclass(frozen=True, slots=True)
class Civil:
    """A civil war of COW: its years, how it ended, its deaths."""

    number: int
    state: int
    central: bool
    first: int
    last: int
    outcome: int
    dead: int | None


@dataclass(frozen=True, slots=True)
class Document:
    """An agreement or ceasefire of a conflict."""

    when: date
    what: str
    source: str
    mediated: bool = False


class Ends:
    """What the other tables say of an episode's end."""

    def __init__(self, data: Path) -> None:
        self.civil = _civil(data / "wars/cow_war_intra.csv")
        self.documents = _documents(data)

    def outcome(self, war: Past, years: list[Source]) -> tuple[str, str]:
        """Return how an episode ended and where that was read; empty where nothing says."""
        over = day(war.end)
        if over is None:
            return "ongoing", f"UCDP/PRIO Armed Conflict 25.1, active in {years[-1]['year']}"
        if (read := BY_HAND.get((whole(years[0]["conflict_id"]), over.year))) is not None:
            return read
        cow = self.match(years, over)
        if cow and cow.outcome in {1, 2}:
            return f"victory_{'ab'[cow.outcome - 1]}", f"{INTRA}, WarNum {cow.number}"
        documents = self.documents.get(whole(years[0]["conflict_id"]), [])
        for what, (before, after) in (("agreement", AGREED), ("ceasefire", CEASED)):
            found = [
                each
                for each in documents
                if each.what == what and over - before <= each.when <= over + after
            ]
            if found:
                return what, max(found, key=lambda each: (each.when, each.source)).source
        if cow and cow.outcome in OVER:
            return OVER[cow.outcome], f"{INTRA}, WarNum {cow.number}"
        return "", ""

    def deaths(self, war: Past, years: list[Source]) -> tuple[int | None, str]:
        """Return deaths of both sides in battle where COW knows both."""
        over = day(war.end)
        cow = self.match(years, over) if over else None
        return (cow.dead, f"{INTRA}, WarNum {cow.number}") if cow else (None, "")

    def first(self, war: Past, conflict: int, *, mediated: bool) -> tuple[str, str]:
        """Return the day of the first document that both sides agreed to inside a war.

        By that day they had talked; with `mediated`, the first ceasefire that a third party had
        a hand in.
        """
        began, seen = date.fromisoformat(war.start), date.fromisoformat(war.observed_to)
        found = [
            each
            for each in self.documents.get(conflict, [])
            if began < each.when <= seen and (each.mediated or not mediated)
        ]
        if not found:
            return "", ""
        earliest = min(found, key=lambda each: (each.when, each.source))
        return earliest.when.isoformat(), earliest.source

    def match(self, years: list[Source], over: date) -> Civil | None:
        """Return COW's one war in the same state, over the same kind of issue, that ended then.

        COW counts from the first 1,000 deaths, UCDP from the first 25: COW's may begin later.
        """
        state = whole(years[0]["gwno_a"].split(",")[0])
        about = whole(years[0]["incompatibility"])
        began = whole(years[0]["start_date2"][:4])
        found = [
            each
            for each in self.civil
            if each.state == SAME_STATE.get(state, state)
            and (about == 3 or each.central == (about == 2))
            and abs(each.last - over.year) <= 1
            and began - 1 <= each.first <= over.year
        ]
        return found[0] if len(found) == 1 else None


def _civil(path: Path) -> list[Civil]:
    """Read COW's civil wars; a war is given by the rows of its years."""
    by_number: dict[int, list[Source]] = defaultdict(list)
    for row in rows(path):
        by_number[whole(row["warnum"])].append(row)
    found = []
    for number, years in sorted(by_number.items()):
        last = max(years, key=lambda row: whole(row["year"]))
        state = whole(last["ccodea"])
        dead = [whole(last["sideadeaths"]), whole(last["sidebdeaths"])]
        found.append(
            Civil(
                number,
                SAME_STATE.get(state, state),
                last["wartype"] == "central control",
                min(whole(row["year"]) for row in years),
                whole(last["year"]),
                whole(last["outcome"]),
                sum(dead) if min(dead) >= 0 else None,
            )
        )
    return found


def _documents(data: Path) -> dict[int, list[Document]]:
    """Read agreements and ceasefires by UCDP conflict."""
    found: dict[int, list[Document]] = defaultdict(list)
    for row in rows(data / "peace/pax.csv"):
        when = day(row["Dat"])
        what = {"SubComp": "agreement", "Cea": "ceasefire"}.get(row["Stage"], "other")
        if when is None or not row["Status"].startswith("Multiparty"):
            continue
        for conflict in row["UcdpCon"].split(";"):
            source = f"{AGREEMENTS}, agreement {row['AgtId']} of {when.isoformat()}"
            found[whole(conflict)].append(Document(when, what, source))
    for row in rows(data / "peace/ceasefires_dataset.csv"):
        when = _effect(row)
        if when and whole(row["side"]) >= 2 and row["partial"] == "0":
            source = f"{CEASEFIRES}, {row['uniq_id']} of {when.isoformat()}"
            mediated = row["mediator_nego"] == "1"
            document = Document(when, "ceasefire", source, mediated)
            found[whole(row["ucdp_acd_id"])].append(document)
    found.pop(-9, None)
    found.pop(-1, None)
    return found


def _effect(row: Source) -> date | None:
    """Return the day a ceasefire took effect, or was declared; None if no day is known."""
    for name in ("effect", "dec"):
        parts = [whole(row[f"cf_{name}_{part}"]) for part in ("yr", "month", "day")]
        if min(parts) > 0:
            try:
                return date(*parts)
            except ValueError:
                continue
    return None
