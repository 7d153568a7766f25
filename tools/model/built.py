"""Builds longer names of bodies, places and persons from patterns and lists of words.

The treebanks have some hundred long names of bodies. A recogniser taught by them alone takes a
body that is named like a place ("Springfield Weekly") for the place.
"""

import random
import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from augment import Lexicon

_SLOT = re.compile(r"\{(\w+)\}")
_PATTERNS = {"ORG": "body", "LOC": "place_name", "PER": "person"}


@dataclass(frozen=True, slots=True)
class Parts:
    """Patterns of names by kind, and what may stand in each slot of a pattern."""

    patterns: Mapping[str, Sequence[str]]
    fillers: Mapping[str, Sequence[str]]


def known(path: Path) -> tuple[str, ...]:
    """Return the bodies known by one word that the TOML at `path` lists."""
    return tuple(tomllib.loads(path.read_text(encoding="utf-8"))["known"].split())


def parts(path: Path, pool: Lexicon) -> Parts:
    """Return the patterns of the TOML at `path`, to be filled from its lists and from `pool`."""
    found = tomllib.loads(path.read_text(encoding="utf-8"))
    patterns = {kind: found.pop(name) for kind, name in _PATTERNS.items()}
    fillers: dict[str, Sequence[str]] = {
        name: text.replace("\n", "|").strip("|").split("|") for name, text in found.items()
    }
    fillers |= {"known": (*known(path), *pool.organisation), "given": pool.given}
    fillers |= {"family": pool.family, "place": pool.place}
    fillers["initial"] = [f"{letter}." for letter in "ABCDEFGHIJKLMNOPRSTVWZ"]
    return Parts(patterns, fillers)


def built(kind: str, rng: random.Random, source: Parts) -> list[str]:
    """Return the words of a name of `kind`, built by one of its patterns."""
    pattern = rng.choice(source.patterns[kind])
    return _SLOT.sub(lambda slot: rng.choice(source.fillers[slot.group(1)]), pattern).split()
