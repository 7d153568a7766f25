"""From a war.toml that passed the door to the words all stages share, with its remarks."""

from datetime import date

from truceline.read.war_schema import (
    FORMATS,
    HOLDS,
    LIMITS,
    SUPPORT,
    DepthEntry,
    RoundEntry,
    SeriesEntry,
    WarEntry,
)
from truceline.terms.errors import BadWar
from truceline.terms.wars import Backer, Depth, Round, Series, Side, Strike, Support, Truce, War


def as_war(entry: WarEntry, *, folder: str, remarks: tuple[str, ...] = ()) -> War:
    """Return the war of a checked war.toml, rounds, truces and strikes in order of date.

    Parameters
    ----------
    entry : WarEntry
        What the door let in: every key has its type, but they have not been held together yet.
    folder : str
        The folder's own name.
    remarks : tuple of str
        What was passed over already.

    Returns
    -------
    War
        Without `sha256`. Codes that are not among the sides, words that truceline does not use
        and dates outside the war are remarks.

    Raises
    ------
    BadWar
        If an end lies before its start, or a side's code or a series' name stands twice.
    """
    _once([side.code for side in entry.sides], "[[sides]]", "code")
    _once([each.name for each in entry.series], "[[series]]", "name")
    _forward(entry.start, entry.end, "war.toml")
    return War(
        folder=folder,
        name=entry.name,
        start=entry.start,
        end=entry.end,
        codes=entry.codes,
        aliases=tuple(entry.aliases),
        sides=tuple(
            Side(
                code=side.code,
                name=side.name,
                leader_offices=tuple(side.leader_offices),
                aliases=tuple(side.aliases),
            )
            for side in entry.sides
        ),
        backers=tuple(
            Backer(code=each.code, side=each.side, since=each.since, source=each.source)
            for each in entry.backers
        ),
        rounds=tuple(sorted(_rounds(entry), key=lambda each: (each.start, each.end))),
        truces=tuple(sorted(_truces(entry), key=lambda each: each.start)),
        strikes=tuple(sorted(_strikes(entry), key=lambda each: each.date)),
        depth=tuple(_depth(each, number) for number, each in enumerate(entry.depth, start=1)),
        support=tuple(sorted(_support(entry), key=lambda each: (each.date, each.backer))),
        series=tuple(_series(each, number) for number, each in enumerate(entry.series, start=1)),
        reason=entry.reason,
        remarks=(*entry.remarks, *remarks, *_remarks(entry)),
    )


def _once(names: list[str], table: str, key: str) -> None:
    """Raise over a name that stands twice."""
    for number, name in enumerate(names, start=1):
        if name in names[: number - 1]:
            raise BadWar(
                f"war.toml: {table} number {number}: {key} is {name!r}, which an entry above has "
                "already; each needs its own"
            )


def _forward(start: date, end: date | None, where: str) -> None:
    """Raise over a span that ends before it begins."""
    if end is not None and end < start:
        raise BadWar(f"{where}: end is {end}, before start {start}; it should be the same or later")


def _rounds(entry: WarEntry) -> list[Round]:
    """Rounds as they stand in the file."""
    found = []
    for number, each in enumerate(entry.rounds, start=1):
        _forward(each.start, each.end, f"war.toml: [[rounds]] number {number}")
        found.append(
            Round(
                start=each.start,
                end=each.end or each.start,
                announced_on=each.announced_on,
                status=each.status,
                place=each.place,
                format=each.format,
                parties=tuple(each.parties),
                mediator=each.mediator,
                agreed=tuple(each.agreed),
                done=tuple(each.done),
                source=each.source,
            )
        )
    return found


def _truces(entry: WarEntry) -> list[Truce]:
    """Truces as they stand in the file."""
    found = []
    for number, each in enumerate(entry.truces, start=1):
        _forward(each.start, each.end, f"war.toml: [[truces]] number {number}")
        found.append(
            Truce(
                start=each.start,
                end=each.end,
                declared_by=tuple(each.declared_by),
                limited_to=each.limited_to,
                kept=each.kept,
                source=each.source,
            )
        )
    return found


def _strikes(entry: WarEntry) -> list[Strike]:
    """Strikes as they stand in the file."""
    return [
        Strike(
            date=each.date,
            side=each.side,
            what=each.what,
            place=each.place,
            symbolic=each.symbolic,
            source=each.source,
        )
        for each in entry.strikes
    ]


def _depth(each: DepthEntry, number: int) -> Depth:
    """One entry of how deep places lie; its span must run forward."""
    if each.since is not None:
        _forward(each.since, each.until, f"war.toml: [[depth]] number {number}")
    return Depth(
        depth=each.depth,
        country=each.country,
        admin1=tuple(each.admin1),
        places=tuple(each.places),
        since=each.since,
        until=each.until,
        why=each.why,
        source=each.source,
    )


def _support(entry: WarEntry) -> list[Support]:
    """Acts of third parties as they stand in the file."""
    return [
        Support(
            date=each.date,
            backer=each.backer,
            kind=each.kind,
            what=each.what,
            side=each.side,
            amount=each.amount,
            unit=each.unit,
            source=each.source,
        )
        for each in entry.support
    ]


def _series(each: SeriesEntry, number: int) -> Series:
    """One series; its regime's spans must run forward."""
    for first, last in each.regime:
        _forward(first, last, f"war.toml: [[series]] number {number}: regime")
    return Series(
        name=each.name,
        file=each.file,
        unit=each.unit,
        side=each.side,
        what=each.what,
        holds=each.holds if each.holds in HOLDS else "other",
        reported_by=each.reported_by,
        licence=each.licence,
        citation=each.citation,
        version=each.version,
        retrieved_at=each.retrieved_at.isoformat() if each.retrieved_at else None,
        redistribute=each.redistribute,
        regime=tuple((first, last) for first, last in each.regime),
        other_dating=each.other_dating,
    )


def _remarks(entry: WarEntry) -> tuple[str, ...]:
    """Say what was kept though it looks odd, entry by entry."""
    known = [side.code for side in entry.sides]
    found = []
    for table in ("backers", "strikes", "support", "series"):
        for number, each in enumerate(getattr(entry, table), start=1):
            if each.side is not None and each.side not in known:
                found.append(
                    f"[[{table}]] number {number}: side is '{each.side}', which is not among the "
                    f"sides ({', '.join(known)})"
                )
    for number, each in enumerate(entry.rounds, start=1):
        found += [f"[[rounds]] number {number}: {said}" for said in _odd_round(each)]
    for number, truce in enumerate(entry.truces, start=1):
        if truce.limited_to is not None and truce.limited_to not in LIMITS:
            found.append(
                f"[[truces]] number {number}: limited_to is '{truce.limited_to}'; "
                f"known are {', '.join(LIMITS)}"
            )
    for number, act in enumerate(entry.support, start=1):
        if act.kind not in SUPPORT:
            found.append(
                f"[[support]] number {number}: kind is '{act.kind}'; known are {', '.join(SUPPORT)}"
            )
    for number, series in enumerate(entry.series, start=1):
        if series.holds not in HOLDS:
            found.append(
                f"[[series]] number {number}: holds is '{series.holds}' and is read as 'other'; "
                f"known are {', '.join(HOLDS)}"
            )
    return tuple(found) + _outside(entry)


def _odd_round(each: RoundEntry) -> list[str]:
    """What is odd about one round without being a mistake."""
    said = []
    if each.announced_on is not None and each.announced_on > each.start:
        said.append(f"announced_on {each.announced_on} lies after its start {each.start}")
    if each.format is not None and each.format not in FORMATS:
        said.append(f"format is '{each.format}'; known are {', '.join(FORMATS)}")
    if len(each.done) > len(each.agreed):
        said.append(f"done holds {len(each.done)} lines and agreed {len(each.agreed)}")
    return said


def _outside(entry: WarEntry) -> tuple[str, ...]:
    """Say which rounds, truces, strikes and acts of support lie outside the war's dates."""
    dated = (
        [("rounds", number, each.start) for number, each in enumerate(entry.rounds, start=1)]
        + [("truces", number, each.start) for number, each in enumerate(entry.truces, start=1)]
        + [("strikes", number, each.date) for number, each in enumerate(entry.strikes, start=1)]
        + [("support", number, each.date) for number, each in enumerate(entry.support, start=1)]
    )
    return tuple(
        f"[[{table}]] number {number}: {day} lies outside the war"
        for table, number, day in dated
        if day < entry.start or (entry.end is not None and day > entry.end)
    )
