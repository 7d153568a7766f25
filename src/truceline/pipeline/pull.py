"""Official files into a folder, with what they are beside them."""

import json
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from truceline.pipeline.files import write_whole
from truceline.read.datasets.fetch import (
    Fetched,
    Official,
    Opener,
    fetch,
    hash_of,
    official,
    opener,
)
from truceline.read.datasets.rights import Rights, rights_of
from truceline.terms.errors import BadInput


@dataclass(frozen=True, slots=True, kw_only=True)
class Pulled:
    """A file in the folder.

    `fresh` says whether it was fetched now, `changed` whether it differs from the one before.
    """

    name: str
    file: str
    sha256: str
    size: int
    fresh: bool
    changed: bool
    licence: str
    citation: str


def listing() -> tuple[tuple[Official, Rights], ...]:
    """Return every official file with its dataset's terms."""
    return tuple((each, rights_of(each.dataset)) for each in official().values())


def pull(
    name: str,
    folder: Path,
    *,
    now: datetime,
    again: bool = False,
    opened: Opener | None = None,
) -> Pulled:
    """Fetch an official file into a folder, once; note its hash, licence and citation beside it.

    Parameters
    ----------
    name : str
        As `listing` has it.
    folder : pathlib.Path
        Made if it is not there.
    now : datetime
        When this happens; the door reads the clock.
    again : bool, default False
        Fetch it though it is here; without this, a file that is here and whole is left as it is.
    opened : callable, optional
        Opens a request.

    Returns
    -------
    Pulled
        What lies in the folder now.

    Raises
    ------
    BadInput
        If there is no such file, or it cannot be fetched whole; the message says how by hand.
    """
    if name not in official():
        raise BadInput(f"{name} is no file of the list; the list has {', '.join(official())}")
    wanted = official()[name]
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / wanted.file
    note = folder / f"{wanted.file}.source.json"
    noted = _noted(note)
    there = hash_of(target) if target.is_file() else None
    if there is not None and not again and there == (wanted.sha256 or noted or there):
        if noted is None:
            _write(note, wanted, Fetched(there, target.stat().st_size, "by hand"), now)
        return _pulled(wanted, there, target.stat().st_size, fresh=False, changed=False)
    got = fetch(wanted, target, opened=opened or opener(), sha256=wanted.sha256)
    _write(note, wanted, got, now)
    changed = noted is not None and noted != got.sha256
    return _pulled(wanted, got.sha256, got.size, fresh=True, changed=changed)


def _noted(note: Path) -> str | None:
    """Return the hash that a note has, None where there is none that can be read."""
    try:
        found = json.loads(note.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    said = found.get("sha256") if isinstance(found, dict) else None
    return said if isinstance(said, str) else None


def _write(note: Path, wanted: Official, got: Fetched, now: datetime) -> None:
    terms = rights_of(wanted.dataset)
    said = {
        "dataset": wanted.dataset, "version": wanted.version, "address": got.address,
        "sha256": got.sha256, "size": got.size, "retrieved_at": now.isoformat(timespec="seconds"),
        "licence": terms.licence, "redistribute": terms.redistribute, "citation": terms.citation,
    }  # fmt: skip
    write_whole(note, (json.dumps(said, ensure_ascii=False, indent=2) + "\n").encode())


def _pulled(wanted: Official, sha256: str, size: int, *, fresh: bool, changed: bool) -> Pulled:
    terms = rights_of(wanted.dataset)
    return Pulled(
        name=wanted.name, file=wanted.file, sha256=sha256, size=size, fresh=fresh,
        changed=changed, licence=terms.licence, citation=terms.citation,
    )  # fmt: skip
