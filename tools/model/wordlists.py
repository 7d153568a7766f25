"""Words of the language and names of its people, from two public lists, and where they are.

`names` on PyPI carries the given and family names of the census of the United States of 1990,
which are in the public domain; Debian's `wamerican` carries SCOWL's list of English words, whose
terms allow use and copying. Neither is copied here; the pipeline holds single words of both.
"""

from collections.abc import Iterable
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path

from augment import Lexicon

ENGLISH = Path("/usr/share/dict/american-english")
HOW_TO_GET = "install Debian's wamerican and PyPI's names 0.3.0, or say where they are"


def census_folder() -> Path:
    """Return the folder of the installed package `names`, or where it would be."""
    found = find_spec("names")
    return Path(found.origin).parent if found and found.origin else Path("names")


def missing(folder: Path, english: Path) -> list[str]:
    """Return what is not there, in words that say what to do; empty if nothing is missing."""
    return [
        f"{path} is missing; {HOW_TO_GET} (--census, --english)"
        for path in (folder / "dist.all.last", english)
        if not path.is_file()
    ]


def census(path: Path, most: int) -> list[str]:
    """Return the `most` commonest names of a census file, commonest first, in title case.

    A line holds a name in capitals, its share, the running share and its rank.
    """
    rows = path.read_text(encoding="ascii").splitlines()[:most]
    return [_cased(row.split()[0]) for row in rows]


def widened(pool: Lexicon, folder: Path, families: int) -> Lexicon:
    """Return `pool` with the census' given names and its commonest `families` added.

    The pool's own names are repeated, so that names of war news stay a third of the draws.
    """
    given = {n for sex in ("female", "male") for n in census(folder / f"dist.{sex}.first", 3000)}
    family = set(census(folder / "dist.all.last", families))
    ours = pool.family * max(1, families // len(pool.family) // 2)
    return replace(
        pool,
        given=(*pool.given * 4, *sorted(given)),
        family=(*ours, *sorted(family)),
    )


def split_by_case(english: Path) -> tuple[frozenset[str], frozenset[str]]:
    """Return the list's words that are written small, and those only written with a capital."""
    listed = {word for word in _lines(english) if word.isalpha() and len(word) > 1}
    common = frozenset(word for word in listed if word.islower())
    capital = (word for word in listed if word[0].isupper())
    return common, frozenset(word for word in capital if word.lower() not in common)


def _lines(path: Path) -> Iterable[str]:
    return path.read_text(encoding="utf-8").splitlines()


def _cased(name: str) -> str:
    if name.startswith("MC") and len(name) > 4:
        return "Mc" + name[2:].capitalize()
    return name.capitalize()
