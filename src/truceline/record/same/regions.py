"""Whether two names are one region: "Kharkivs'ka Oblast'" and "Kharkiv", "Sumy" and "Sumska"."""

import re
import unicodedata
from functools import lru_cache

_KINDS = re.compile(
    r"\b(?:autonomous|republic|oblast|region|province|governorate|krai|kray|district|department|"
    r"state|county|city|gubernia|voivodeship|prefecture|of|the)\b"
)
_ENDINGS = ("skaya", "skyi", "skiy", "ska", "skij", "ka")
_SHORTEST = 3
BLOCK = 3
"""Letters by which names are brought together before they are compared."""


@lru_cache(maxsize=4096)
def stem(name: str) -> str:
    """Return what a region's name begins with in all its forms.

    Examples
    --------
    >>> stem("Kharkivs’ka Oblast’"), stem("Kharkiv"), stem("Donetska"), stem("Donetsk")
    ('kharkiv', 'kharkiv', 'donet', 'donetsk')
    """
    plain = unicodedata.normalize("NFKD", name.lower())
    plain = "".join(each for each in plain if each.isalpha() or each.isspace() or each == "-")
    kept = re.sub(r"[\s-]+", "", _KINDS.sub(" ", plain)) or plain.replace(" ", "")
    for ending in _ENDINGS:
        if kept.endswith(ending) and len(kept) - len(ending) >= _SHORTEST:
            return kept.removesuffix(ending)
    return kept


def is_same_region(one: str, two: str) -> bool:
    """Return whether two names may be one region: one's stem begins the other's.

    Examples
    --------
    >>> is_same_region("Kharkivs’ka Oblast’", "Kharkiv"), is_same_region("Kherson", "Kharkiv")
    (True, False)
    """
    shorter, longer = sorted((stem(one), stem(two)), key=len)
    return longer.startswith(shorter) and len(shorter) >= _SHORTEST
