"""Interstate wars from 1823 to 2003, by the Correlates of War: a row a war from a row a state."""

from collections import defaultdict
from datetime import date
from pathlib import Path

from past_table import Joined, Past, Source, rows, whole

WARS = "COW Inter-State War Data 4.0"
BORDERS = "COW Direct Contiguity"
STRENGTH = "COW National Material Capabilities"
REGIONS = "COW war locations"
OLDEST = 10
"""Capabilities older than this many years say nothing of a war's first day."""


def interstate(data: Path) -> tuple[list[Past], list[Joined]]:
    """Return every war, and the states that joined one after its first day."""
    parties: dict[int, list[Source]] = defaultdict(list)
    for row in rows(data / "wars/InterStateWarData_v4.0.csv"):
        parties[whole(row["WarNum"])].append(row)
    issues = _issues(data)
    regions: dict[str, str] = {}
    for row in rows(data / "wars/cow/processed/war_locations.csv"):
        regions.setdefault(row["war"], row["region"])
    borders, strength = Borders(data), Strength(data)
    wars, joined = [], []
    for number, states in sorted(parties.items()):
        sides = _sides(states)
        war = _war(number, states, sides)
        began = date.fromisoformat(war.start)
        first = {
            side: [whole(row["ccode"]) for row in states if _first(row, sides, side, began)]
            for side in "ab"
        }
        war.contiguous, source = borders.of(first["a"], first["b"], began)
        war.told("contiguous", source)
        war.strength_a, source = strength.share(first["a"], first["b"], began)
        war.told("strength_a", source)
        war.territory, source = _issue(issues, first, war)
        war.told("territory", source)
        war.region = regions.get(str(number), "")
        war.told("region", f"{REGIONS}, war {number}")
        wars.append(war)
        joined += _joined(war, states, sides)
    return wars, joined


def _sides(states: list[Source]) -> dict[str, str]:
    """Name the side that began the war a.

    COW numbers nearly every war's winner 1: its own order would give the ending away.
    """
    began = {row["Side"] for row in states if row["Initiator"] == "1"}
    if len(began) != 1:
        raise ValueError(f"{states[0]['WarName']}: {len(began)} sides began the war; look at it")
    return {side: "a" if side in began else "b" for side in ("1", "2")}


def _war(number: int, states: list[Source], letters: dict[str, str]) -> Past:
    """Put a war together from its states."""
    began = min(_day(row, "Start", "1") for row in states)
    over = max(_last(row) for row in states)
    dead = [whole(row["BatDeath"]) for row in states]
    known = [each for each in dead if each >= 0]
    sides = {
        side: "; ".join(
            dict.fromkeys(row["StateName"] for row in states if _first(row, letters, side, began))
        )
        for side in "ab"
    }
    war = Past(
        war_id=f"cow-{number}",
        name=_named(states[0]["WarName"]),
        kind="interstate",
        start=began.isoformat(),
        start_prec="day",
        end=over.isoformat(),
        end_prec="day",
        observed_to=over.isoformat(),
        side_a=sides["a"],
        side_b=sides["b"],
        initiator="a",
        deaths_low=str(sum(known)) if known else "",
        deaths_best=str(sum(dead)) if len(known) == len(dead) else "",
        deaths_known_from=over.isoformat() if known else "",
        outcome=_outcome(states, letters),
    )
    war.told(
        "name kind start end side_a side_b initiator deaths_low deaths_best outcome",
        f"{WARS}, WarNum {number}",
    )
    return war


def _named(name: str) -> str:
    return name if "war" in name.lower() or "crisis" in name.lower() else f"{name} war"


def _day(row: Source, what: str, spell: str) -> date:
    """Return a day of a spell; every spell of version 4.0 has its day."""
    return date(*(whole(row[f"{what}{part}{spell}"]) for part in ("Year", "Month", "Day")))


def _last(row: Source) -> date:
    """Return the last day of a state's last spell."""
    return _day(row, "End", "2" if whole(row["EndYear2"]) > 0 else "1")


def _first(row: Source, letters: dict[str, str], side: str, began: date) -> bool:
    """Tell whether a state stood on a side on the war's first day."""
    return letters[row["Side"]] == side and _day(row, "Start", "1") == began


def _outcome(states: list[Source], letters: dict[str, str]) -> str:
    """Say how a war ended in our own words."""
    codes = {letters[row["Side"]]: whole(row["Outcome"]) for row in reversed(states)}
    won = {letters[row["Side"]] for row in states if row["Outcome"] == "1"}
    if len(won) == 1:
        return f"victory_{won.pop()}"
    return {3: "agreement", 4: "other", 6: "stalemate", 7: "low_activity"}.get(codes["a"], "other")


def _joined(war: Past, states: list[Source], letters: dict[str, str]) -> list[Joined]:
    """Return the states that joined later, each with its first day in the war."""
    there = {*war.side_a.split("; "), *war.side_b.split("; ")}
    later = sorted(
        (_day(row, "Start", "1"), letters[row["Side"]], row["StateName"])
        for row in states
        if row["StateName"] not in there
    )
    number = war.war_id.removeprefix("cow-")
    return [
        Joined(
            war_id=war.war_id, side=side, state=state, known_from=since.isoformat(), prec="day",
            source=f"{WARS}, WarNum {number}",
        )
        for since, side, state in later
    ]  # fmt: skip


def _issues(data: Path) -> list[Source]:
    """Return UCDP's years of conflict between states, which say what each was over."""
    return [
        row
        for row in rows(data / "ucdp/UcdpPrioConflict_v25_1.normalized.csv")
        if row["type_of_conflict"] == "2"
    ]


def _issue(issues: list[Source], first: dict[str, list[int]], war: Past) -> tuple[str, str]:
    """Tell whether a war was over territory, by the UCDP conflict of the same states and days."""
    for row in issues:
        pair = [{whole(code) for code in row[f"gwno_{side}"].split(",")} for side in "ab"]
        ways = (pair, pair[::-1])
        same = any(one & {*first["a"]} and other & {*first["b"]} for one, other in ways)
        if same and row["start_date2"][:10] <= war.end and war.start[:4] <= row["year"]:
            source = f"UCDP/PRIO Armed Conflict 25.1, conflict {row['conflict_id']}, {row['year']}"
            return {"1": "1", "2": "0", "3": "1"}[row["incompatibility"]], source
    return "", ""


class Borders:
    """Which states share a border on land, and when."""

    def __init__(self, data: Path) -> None:
        self.spells: dict[tuple[int, int], list[tuple[date, date]]] = defaultdict(list)
        for row in rows(data / "wars/cow_contdir.csv"):
            if whole(row["conttype"]) == 1:
                pair = (whole(row["ccode1"]), whole(row["ccode2"]))
                spell = (date.fromisoformat(row["stdate"]), date.fromisoformat(row["enddate"]))
                self.spells[pair].append(spell)
                self.spells[pair[::-1]].append(spell)
        self.last = max(end for spells in self.spells.values() for _, end in spells)

    def of(self, left: list[int], right: list[int], when: date) -> tuple[str, str]:
        """Tell whether any state of one list borders any of the other, and the row that says so.

        The table ends in 2016: its last month stands for the years after.
        """
        month = min(when, self.last)
        for one in left:
            for other in right:
                for begin, end in self.spells.get((one, other), []):
                    if begin <= month <= end:
                        return "1", f"{BORDERS}, {one} and {other}, {month:%Y-%m}"
        if not left or not right:
            return "", ""
        return "0", f"{BORDERS}, no row of a land border, {month:%Y-%m}"


class Strength:
    """States' shares of the world's capabilities, by year."""

    def __init__(self, data: Path) -> None:
        self.index: dict[tuple[int, int], float] = {}
        for row in rows(data / "wars/cow_nmc.csv"):
            if row["cinc"]:
                self.index[whole(row["ccode"]), whole(row["year"])] = float(row["cinc"])
        self.last = max(year for _, year in self.index)

    def share(self, left: list[int], right: list[int], when: date) -> tuple[str, str]:
        """Return the left side's part of both sides' capabilities in the year before the war."""
        year = min(when.year - 1, self.last)
        values = [
            [self.index.get((state, year), self.index.get((state, year + 1))) for state in side]
            for side in (left, right)
        ]
        if when.year - year > OLDEST or not all(side and None not in side for side in values):
            return "", ""
        a, b = (sum(value or 0.0 for value in side) for side in values)
        return f"{a / (a + b):.2f}", f"{STRENGTH}, {year}"
