"""Civil wars from 1946, and interstate wars after 2003, by UCDP/PRIO: a row an episode."""

from collections import defaultdict
from pathlib import Path

from past_cow import Borders, Strength
from past_ends import Ends
from past_table import Joined, Past, Source, day, rows, whole

DATASET = "UCDP/PRIO Armed Conflict 25.1"
OBSERVED = "2024-12-31"
AFTER_COW = "2004-01-01"
PRECISION = {1: "day", 2: "month", 3: "month", 4: "year", 5: "year", 6: "unknown", 7: "unknown"}
REGIONS = {1: "Europe", 2: "Middle East", 3: "Asia", 4: "Africa", 5: "W. Hemisphere"}
FEWEST = {1: 25, 2: 1000}
"""The fewest deaths in battle that a year of each level stands for."""


def civil(data: Path) -> tuple[list[Past], list[Joined]]:
    """Return the episodes that reached war, and the states that joined one in a later year."""
    episodes: dict[tuple[int, str], list[Source]] = defaultdict(list)
    for row in rows(data / "ucdp/UcdpPrioConflict_v25_1.normalized.csv"):
        episodes[whole(row["conflict_id"]), row["start_date2"]].append(row)
    ends, borders, strength = Ends(data), Borders(data), Strength(data)
    wars, joined = [], []
    for (conflict, start), found in sorted(episodes.items()):
        years = sorted(found, key=lambda row: row["year"])
        if not _counts(start, years):
            continue
        war = _war(conflict, start, years)
        war.outcome, source = ends.outcome(war, years)
        war.told("outcome", source)
        dead, source = ends.deaths(war, years)
        if dead:
            war.deaths_best = str(max(dead, whole(war.deaths_low)))
            war.told("deaths_best", source)
        war.talks_from, source = ends.first(war, conflict, mediated=False)
        war.told("talks_from", source)
        war.mediated_from, source = ends.first(war, conflict, mediated=True)
        war.told("mediated_from", source)
        if war.kind == "interstate":
            _between_states(war, years[0], borders, strength)
        wars.append(war)
        joined += _joined(war, years)
    return wars, joined


def _counts(start: str, years: list[Source]) -> bool:
    """Tell whether an episode belongs in the table: a war within a state, or between states late.

    A war has 1,000 deaths in battle in some year. Wars between states are COW's until its table
    ends; wars of colonies against their rulers are left out.
    """
    kinds = {whole(row["type_of_conflict"]) for row in years}
    major = any(row["intensity_level"] == "2" for row in years)
    late = start >= AFTER_COW
    return major and 1 not in kinds and (2 not in kinds or late)


def _war(conflict: int, start: str, years: list[Source]) -> Past:
    """Put an episode together from its years."""
    first, last = years[0], years[-1]
    over = last["ep_end_date"][:10] if last["ep_end"] == "1" else ""
    abroad = [row["year"] for row in years if row["type_of_conflict"] == "4"]
    kind = "interstate" if first["type_of_conflict"] == "2" else "civil"
    severe = [row["year"] for row in years if row["intensity_level"] == "2"]
    about = whole(first["incompatibility"])
    war = Past(
        war_id=f"ucdp-{conflict}-{start[:4]}",
        name=_named(first, start),
        kind="internationalised" if abroad and kind == "civil" else kind,
        start=start[:10],
        start_prec=PRECISION.get(whole(first["start_prec2"]), "unknown"),
        end=over,
        end_prec=("year" if over.endswith("-12-31") else "day") if over else "",
        observed_to=over or OBSERVED,
        side_a=_plain(first["side_a"]),
        side_b=_plain(first["side_b"]),
        deaths_low=str(sum(FEWEST[whole(row["intensity_level"])] for row in years)),
        deaths_known_from=over or OBSERVED,
        war_level_from=f"{severe[0]}-12-31" if severe else "",
        internationalised_from=f"{abroad[0]}-12-31" if abroad and kind == "civil" else "",
        territory={1: "1", 2: "0", 3: "1"}.get(about, ""),
        region=REGIONS.get(whole(first["region"].split(",")[0]), ""),
    )
    war.told(
        "name kind start end side_a side_b deaths_low war_level_from internationalised_from "
        "territory region",
        f"{DATASET}, conflict {conflict}, years {first['year']} to {last['year']}",
    )
    return war


def _named(row: Source, start: str) -> str:
    """Name an episode by its place, what it is over, and its first year."""
    about = row["territory_name"] or "government"
    return f"{row['location']} ({about}), {start[:4]}"


def _plain(side: str) -> str:
    """Return a side's parties, "Government of" left out, joined as in the other table."""
    parts = (part.strip().removeprefix("Government of ") for part in side.split(","))
    return "; ".join(dict.fromkeys(part for part in parts if part))


def _between_states(war: Past, row: Source, borders: Borders, strength: Strength) -> None:
    """Fill in what only wars between states have."""
    began = day(war.start)
    left, right = ([whole(code) for code in row[name].split(",")] for name in ("gwno_a", "gwno_b"))
    if began is None:
        return
    war.contiguous, source = borders.of(left, right, began)
    war.told("contiguous", source)
    war.strength_a, source = strength.share(left, right, began)
    war.told("strength_a", source)


def _joined(war: Past, years: list[Source]) -> list[Joined]:
    """Return outside states by the first year that lists them; known when that year was over."""
    seen: dict[tuple[str, str], str] = {}
    for row in years:
        for side in ("a", "b"):
            for state in filter(None, _plain(row[f"side_{side}_2nd"]).split("; ")):
                seen.setdefault((side, state), row["year"])
    conflict = war.war_id.split("-")[1]
    return [
        Joined(
            war_id=war.war_id, side=side, state=state, known_from=f"{year}-12-31", prec="year",
            source=f"{DATASET}, conflict {conflict}, {year}",
        )
        for (side, state), year in sorted(seen.items(), key=lambda item: (item[1], item[0]))
    ]  # fmt: skip
