"""The words by which the fillers of roles are told, from `fillers.toml`."""

from pathlib import Path
from tomllib import loads

TABLE = loads((Path(__file__).with_name("fillers.toml")).read_text("utf-8"))


def words_of(name: str) -> frozenset[str]:
    """Return one list of the table."""
    return frozenset(TABLE[name].split())


DOERS, STRUCK, STOPS = words_of("doers"), words_of("things"), words_of("stops")
SPEECH, TITLES, HURT = words_of("speech"), words_of("titles"), words_of("hurt")
PLAIN = words_of("plain") | STRUCK | DOERS
ADJECTIVES = frozenset({"terrorist", "subversive", "rebel", "guerrilla", "newspaper"})
