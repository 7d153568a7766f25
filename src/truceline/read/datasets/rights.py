"""What may be done with each dataset's rows: one dated table, `rights.toml`, and its reading."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal

from truceline.terms.errors import BadInput

Redistribute = Literal["open", "aggregate only", "private"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rights:
    """A dataset's terms. `sentence` is what `redistribute` rests on; `seen` is when it was read.

    `counts` says what a row is one of: "events", "reports" (several may tell of one event),
    "agreements", "ceasefires", "wars" or "conflict-years". `citation` names the makers' paper.
    """

    name: str
    title: str
    redistribute: Redistribute
    sentence: str
    seen: str
    counts: str
    licence: str
    citation: str
    home: str


@cache
def rights() -> dict[str, Rights]:
    """Return every dataset's terms by its name.

    Examples
    --------
    >>> rights()["ucdp-ged"].redistribute, rights()["acled"].redistribute
    ('open', 'aggregate only')
    """
    text = files("truceline.read.datasets").joinpath("rights.toml").read_text(encoding="utf-8")
    found = tomllib.loads(text)
    return {name: Rights(name=name, seen=found["seen"], **entry)
            for name, entry in found["dataset"].items()}  # fmt: skip


def rights_of(name: str) -> Rights:
    """Return one dataset's terms.

    Raises
    ------
    BadInput
        If the table does not have the dataset.
    """
    if name not in rights():
        raise BadInput(f"{name} is no dataset of the table; known are {', '.join(rights())}")
    return rights()[name]


def own(name: str, *, redistribute: Redistribute = "private") -> Rights:
    """Return the terms of a user's own file: private, unless the user says otherwise.

    Parameters
    ----------
    name : str
        The dataset's name in the record.
    redistribute : str, default "private"
        As the user says.

    Returns
    -------
    Rights
        Its citation is the file's name.
    """
    return Rights(
        name=name,
        title=name,
        redistribute=redistribute,
        sentence="Your own file: rows stay private unless its map says otherwise.",
        seen="",
        counts="events",
        licence="as you say",
        citation=name,
        home="",
    )
