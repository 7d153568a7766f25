"""The door for a stranger's war.toml: what may stand in it, and what each mistake is called."""

from datetime import date, datetime
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError
from pydantic_core import PydanticCustomError

from truceline.terms.wars import RoundStatus

LIMITS = ("energy", "sea", "local", "holiday")
"""What a truce may be limited to; another word is kept with a remark."""

FORMATS = ("direct", "indirect")
"""Both sides in one room (or one call), or a third party between them."""

SUPPORT = ("aid", "pause", "sanction", "easing", "summit", "mediation")
"""What an act of a third party may be; another word is kept with a remark."""

HOLDS = ("attacks", "losses", "deaths", "area", "other")
"""What a rise of a series means; another word is read as `other`, with a remark."""


def _day(value: object) -> date:
    """Read a TOML date, a TOML time or an ISO text as a day."""
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    try:
        return datetime.fromisoformat(value.strip() if isinstance(value, str) else "").date()
    except ValueError as error:
        raise PydanticCustomError("date_type", "not a date") from error


Day = Annotated[date, BeforeValidator(_day)]
Text = Annotated[str, Field(min_length=1)]


class _Entry(BaseModel):
    """An entry keeps unknown keys, so that they can be remarked on."""

    model_config = ConfigDict(extra="allow", strict=True, str_strip_whitespace=True)


class SideEntry(_Entry):
    """A [[sides]] entry."""

    code: Text = Field(description="ISO 3166 alpha-3 code of the belligerent, such as `UKR`")
    name: Text = Field(description="its name, as a reader would write it")
    leader_offices: list[Text] = Field(
        default=[], description="offices, such as `president`; never a private person"
    )
    aliases: list[Text] = Field(default=[], description="other words for it: `Kyiv`, `the Kremlin`")


class BackerEntry(_Entry):
    """A [[backers]] entry."""

    code: Text = Field(description="code of a third party that sustains one side")
    side: Text = Field(description="code of the side it sustains")
    since: Day | None = Field(default=None, description="day from which its support is known")
    source: Text | None = Field(default=None, description="where that was read")


class RoundEntry(_Entry):
    """A [[rounds]] entry."""

    start: Day = Field(description="first day of the round, held or planned")
    end: Day | None = Field(default=None, description="last day; without it, `start`")
    announced_on: Day | None = Field(
        default=None, description="day on which the date became publicly known; empty if unknown"
    )
    status: RoundStatus = Field(default="held", description="`held`, `postponed` or `collapsed`")
    place: Text | None = Field(default=None, description="town, or `video`")
    format: Text | None = Field(
        default=None, description="`direct` (both sides in the room) or `indirect`"
    )
    parties: list[Text] = Field(default=[], description="codes of those who met or were to meet")
    mediator: Text | None = Field(default=None, description="who hosted or went between")
    agreed: list[Text] = Field(default=[], description="what was agreed, one line each")
    done: list[Text] = Field(
        default=[], description="what became of each line of `agreed`: `kept on 2025-05-25: …`"
    )
    source: Text | None = Field(default=None, description="publisher, date, what; or an address")


class TruceEntry(_Entry):
    """A [[truces]] entry."""

    start: Day = Field(description="first day as declared")
    end: Day | None = Field(default=None, description="last day as declared; empty if open")
    declared_by: list[Text] = Field(default=[], description="codes of those who declared it")
    limited_to: Text | None = Field(
        default=None, description="`energy`, `sea`, `local` or `holiday`; empty if general"
    )
    kept: Text | None = Field(default=None, description="what became of it, in a phrase")
    source: Text | None = Field(default=None, description="where that was read")


class StrikeEntry(_Entry):
    """A [[strikes]] entry."""

    date: Day = Field(description="day of the strike")
    side: Text = Field(description="code of the side that struck")
    what: Text = Field(description="what was struck, in a phrase")
    place: Text | None = Field(default=None, description="where, by town or region")
    symbolic: bool = Field(
        default=False, description="true for a capital, a bridge, a strategic air base, or deep"
    )
    source: Text | None = Field(default=None, description="publisher, date, what; or an address")


class DepthEntry(_Entry):
    """A [[depth]] entry."""

    depth: Literal["deep", "near", "unknown"] = Field(
        description="`deep` (over 100 km behind the front, a capital, a bridge, a strategic air "
        "base), `near`, or `unknown` where a region is partly so"
    )
    country: Text = Field(description="code of the country in which the places lie: `UKR`")
    admin1: list[Text] = Field(default=[], description="whole regions, spelt as the gazetteer does")
    places: list[Text] = Field(default=[], description="towns, bridges; they go before a region")
    since: Day | None = Field(default=None, description="first day; empty: from the war's first")
    until: Day | None = Field(default=None, description="last day; empty: to the last")
    why: Text | None = Field(default=None, description="why, in a phrase: `a capital`")
    source: Text | None = Field(default=None, description="publisher, date, what; or an address")


class SupportEntry(_Entry):
    """A [[support]] entry."""

    date: Day = Field(description="day of the act, or of its announcement")
    backer: Text = Field(description="code of the third party")
    kind: Text = Field(description="`aid`, `pause`, `sanction`, `easing`, `summit` or `mediation`")
    what: Text = Field(description="what was given, withheld or offered, in a phrase")
    side: Text | None = Field(
        default=None, description="code of the side helped, pressed or met; empty if both"
    )
    amount: float | None = Field(default=None, ge=0, description="how much, if it was said")
    unit: Text | None = Field(default=None, description="what the amount is counted in: `USD`")
    source: Text | None = Field(default=None, description="publisher, date, what; or an address")


class SeriesEntry(_Entry):
    """A [[series]] entry."""

    name: Text = Field(description="name by which the series is asked for")
    file: Text = Field(description="CSV file beside war.toml: `date,value[,low,high]`")
    unit: Text = Field(description="what is counted: `drones and missiles a day`")
    side: Text | None = Field(default=None, description="code of the side whose acts or losses")
    what: Text | None = Field(default=None, description="what it holds, in a sentence")
    holds: Text = Field(
        default="other", description="`attacks`, `losses`, `deaths`, `area` or `other`"
    )
    reported_by: Text | None = Field(default=None, description="who reports the numbers")
    licence: Text | None = Field(default=None, description="licence of the numbers")
    citation: Text | None = Field(default=None, description="how to cite them")
    version: Text | None = Field(default=None, description="version of the source")
    retrieved_at: Day | None = Field(
        default=None, description="day the source was fetched; without it, the file's own date"
    )
    redistribute: Literal["open", "aggregate only", "private"] = Field(
        default="open", description="`open`, `aggregate only` or `private`"
    )
    regime: list[Annotated[list[Day], Field(min_length=2, max_length=2)]] = Field(
        default=[], description="spans in which its level means one thing: `[[from, to], …]`"
    )
    other_dating: Text | None = Field(
        default=None, description="a second file: the same quantity dated the other way"
    )


class WarEntry(_Entry):
    """The whole of a war.toml."""

    name: Text = Field(description="name of the war")
    start: Day = Field(description="first day")
    end: Day | None = Field(default=None, description="last day; empty while it goes on")
    codes: dict[str, str] = Field(
        default={}, description='codes of others: `cow = "…"`, `ucdp_dyad = "…"`'
    )
    aliases: list[Text] = Field(default=[], description="other names of the war")
    sides: Annotated[list[SideEntry], Field(min_length=2)] = Field(description="two or more")
    backers: list[BackerEntry] = Field(default=[], description="third parties")
    rounds: list[RoundEntry] = Field(default=[], description="rounds of talks, held or not")
    truces: list[TruceEntry] = Field(default=[], description="truces and limited moratoria")
    strikes: list[StrikeEntry] = Field(default=[], description="salient strikes")
    depth: list[DepthEntry] = Field(default=[], description="which places lie deep, and since when")
    support: list[SupportEntry] = Field(default=[], description="dated acts of third parties")
    series: list[SeriesEntry] = Field(default=[], description="dated series")
    remarks: list[Text] = Field(default=[], description="what each answer should say beside it")
    reason: dict[str, Any] = Field(default={}, description="ranges for the strategic model")


TABLES: dict[str, type[_Entry]] = {
    "sides": SideEntry,
    "backers": BackerEntry,
    "rounds": RoundEntry,
    "truces": TruceEntry,
    "strikes": StrikeEntry,
    "depth": DepthEntry,
    "support": SupportEntry,
    "series": SeriesEntry,
}
"""The lists of war.toml by key."""

_ALLOWED = {
    "date_type": "a date such as 2022-02-24",
    "bool_type": "true or false, without quotes",
    "string_type": "text in quotes",
    "string_too_short": "text that is not empty",
    "list_type": "a list: [ … ], or [[table]] entries",
    "too_long": "a pair of dates such as [2024-09-01, 2026-06-07]",
    "dict_type": "a table",
    "model_type": "a table of keys and values",
}


def first_mistake(error: ValidationError) -> str:
    """Return pydantic's finding as one line: the entry, the value met, what is allowed.

    Parameters
    ----------
    error : pydantic.ValidationError
        Raised by `WarEntry.model_validate`.

    Returns
    -------
    str
        The first mistake, and how many more there are.

    Examples
    --------
    >>> try:
    ...     WarEntry.model_validate({"name": "A war", "start": "tomorrow", "sides": []})
    ... except ValidationError as error:
    ...     first_mistake(error)
    "start is 'tomorrow'; it should be a date such as 2022-02-24 (and 1 more)"
    """
    found = error.errors(include_url=False)
    first = found[0]
    where, kind, met = _where(first["loc"]), first["type"], first["input"]
    key = str(first["loc"][-1])
    if kind == "missing":
        said = f"{where} is missing; it is required"
    elif kind == "too_short" and key == "sides":
        said = f"sides holds {len(met)}; a war needs two [[sides]], each with code and name"
    elif kind == "too_short":
        said = f"{where} is {met!r}; it should be {_ALLOWED['too_long']}"
    elif kind == "literal_error":
        said = f"{where} is {met!r}; it should be one of {first['ctx']['expected']}"
    else:
        said = f"{where} is {_shown(met)}; it should be {_ALLOWED.get(kind, first['msg'])}"
    return said if len(found) == 1 else f"{said} (and {len(found) - 1} more)"


def _shown(met: object) -> str:
    """Show a value in at most sixty characters."""
    text = str(met) if isinstance(met, date) else repr(met)
    return text if len(text) <= 60 else f"{text[:57]}..."


def _where(loc: tuple[int | str, ...]) -> str:
    """Name the place as a person counts it: `[[rounds]] number 3: start`."""
    if len(loc) >= 2 and isinstance(loc[1], int):
        rest = ".".join(str(part) for part in loc[2:] if isinstance(part, str))
        entry = f"[[{loc[0]}]] number {loc[1] + 1}"
        return f"{entry}: {rest}" if rest else entry
    return ".".join(str(part) for part in loc)


def unknown_keys(entry: WarEntry) -> tuple[str, ...]:
    """Return a remark for each key that truceline does not know, in the file's order.

    Parameters
    ----------
    entry : WarEntry
        A war.toml that passed the door.

    Returns
    -------
    tuple of str
        One line a key.

    Examples
    --------
    >>> sides = [{"code": "AAA", "name": "A"}, {"code": "BBB", "name": "B", "colour": "red"}]
    >>> unknown_keys(WarEntry.model_validate({"name": "W", "start": "2020-01-01", "sides": sides}))
    ("[[sides]] number 2: the key 'colour' is not known and was left out",)
    """
    found = [f"the key '{key}' is not known and was left out" for key in entry.model_extra or {}]
    for table in TABLES:
        for number, item in enumerate(getattr(entry, table), start=1):
            found += [
                f"[[{table}]] number {number}: the key '{key}' is not known and was left out"
                for key in item.model_extra or {}
            ]
    return tuple(found)
