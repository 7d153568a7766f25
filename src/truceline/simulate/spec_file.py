"""The spec file of a made-up war: TOML in, a checked `Spec` out."""

import tomllib
from dataclasses import fields
from pathlib import Path
from typing import Any

from truceline.simulate.spec import (
    Backers,
    Front,
    Phases,
    Replies,
    Reports,
    Spec,
    Talks,
    Tempo,
    Truces,
    check,
)
from truceline.terms.errors import BadInput

SECTIONS: dict[str, type[Any]] = {
    "tempo": Tempo, "replies": Replies, "talks": Talks, "truces": Truces, "phases": Phases,
    "front": Front, "backers": Backers, "reports": Reports,
}  # fmt: skip


def read_spec(path: Path) -> Spec:
    """Return the spec of a made-up war from a TOML file.

    Parameters
    ----------
    path : Path
        TOML with the keys of `Spec`; what is absent keeps its default.

    Returns
    -------
    Spec
        Every number inside its range.

    Raises
    ------
    BadInput
        If the file cannot be read, is no TOML, or holds an unknown key or a number out of range.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise BadInput(f"{path.name} cannot be read ({error}); give a TOML file") from error
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise BadInput(f"{path.name} is not TOML: {error}; correct that line") from error
    return spec_of(table)


def spec_of(table: dict[str, Any]) -> Spec:
    """Return the spec that a table describes.

    Parameters
    ----------
    table : dict
        `name`, `start`, `days`, and sections `tempo`, `replies`, `talks`, `truces`, `phases`,
        `front`, `backers`, `reports`.

    Returns
    -------
    Spec
        Every number inside its range.

    Raises
    ------
    BadInput
        If a key is unknown, or a value of the wrong kind or out of range.

    Examples
    --------
    >>> spec_of({"days": 800, "talks": {"effect_a": 2.0}}).talks.effect_a
    2.0
    """
    known = {each.name for each in fields(Spec)}
    _refuse_unknown(table, known, "the spec")
    given: dict[str, Any] = {}
    for key, value in table.items():
        if key not in SECTIONS:
            given[key] = value
            continue
        if not isinstance(value, dict):
            raise BadInput(f"{key} is {value!r}; write it as a section [{key}] with its keys")
        kind = SECTIONS[key]
        _refuse_unknown(value, {each.name for each in fields(kind)}, f"[{key}]")
        given[key] = kind(**value)
    made = Spec(**given)
    check(made)
    return made


def _refuse_unknown(table: dict[str, Any], known: set[str], where: str) -> None:
    """Name the first unknown key, and those there are."""
    for key in table:
        if key not in known:
            raise BadInput(f"{where} has an unknown key {key!r}; known: {', '.join(sorted(known))}")
