"""The language of a text, from its script and its commonest words; None where too short to say."""

import re
from collections import Counter

from truceline.read import lexicon

SAMPLE = 20_000
LETTERS = re.compile(r"[^\W\d_]+")
SCRIPTS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("ja", re.compile(r"[\u3040-\u30ff]")),
    ("ko", re.compile(r"[\uac00-\ud7af]")),
    ("zh", re.compile(r"[\u3400-\u9fff]")),
    ("ar", re.compile(r"[\u0600-\u06ff]")),
    ("he", re.compile(r"[\u0590-\u05ff]")),
    ("el", re.compile(r"[\u0370-\u03ff]")),
    ("hy", re.compile(r"[\u0530-\u058f]")),
    ("ka", re.compile(r"[\u10a0-\u10ff]")),
    ("hi", re.compile(r"[\u0900-\u097f]")),
    ("th", re.compile(r"[\u0e00-\u0e7f]")),
)
PERSIAN = re.compile(r"[پچژگ]")
CYRILLIC = re.compile(r"[\u0400-\u04ff]")
UKRAINIAN = re.compile(r"[іїєґІЇЄҐ]")
RUSSIAN = re.compile(r"[ыэъёЫЭЪЁ]")
FEWEST = 3
"""Function words that must be seen before a language is named."""


def of(text: str) -> str | None:
    """Return the language of a text as an ISO 639-1 code, or None where nothing tells.

    Parameters
    ----------
    text : str
        Title and paragraphs, without furniture.

    Returns
    -------
    str or None
        Scripts of one language by their letters (Persian by its own letters, Ukrainian and Russian
        by theirs); languages in Latin letters by their commonest words, if at least three are seen
        and they are a tenth of all words.

    Notes
    -----
    It looks at the first 20,000 characters. A page in two languages gets the commoner one. Few
    words, such as a headline, give None, which is not "another language".

    Examples
    --------
    >>> of("The two sides met in Istanbul on Monday, but there was no truce.")
    'en'
    >>> of("Сторони зустрілися в Стамбулі, але перемир’я не було."), of("Kyiv")
    ('uk', None)
    """
    sample = text[:SAMPLE]
    letters = sum(map(len, LETTERS.findall(sample)))
    if not letters:
        return None
    kana = len(SCRIPTS[0][1].findall(sample))
    for code, pattern in SCRIPTS:
        share = len(pattern.findall(sample)) / letters
        if share > 0.4 or (code == "ja" and kana > 0.05 * letters):
            return "fa" if code == "ar" and len(PERSIAN.findall(sample)) > 0.01 * letters else code
    if len(CYRILLIC.findall(sample)) > 0.5 * letters:
        return _cyrillic(sample, letters)
    return _by_words(sample, ("en", "de", "fr", "es", "it", "pt", "nl", "pl", "tr"))


def _cyrillic(sample: str, letters: int) -> str | None:
    """Return Ukrainian or Russian by the letters that only one of them has."""
    ukrainian, russian = len(UKRAINIAN.findall(sample)), len(RUSSIAN.findall(sample))
    if letters >= 20 and max(ukrainian, russian) >= 2 * min(ukrainian, russian) + 1:
        return "uk" if ukrainian > russian else "ru"
    return _by_words(sample, ("ru", "uk"))


def _by_words(sample: str, codes: tuple[str, ...]) -> str | None:
    """Return the language whose function words are commonest, if they are common enough."""
    seen = Counter(each.casefold() for each in LETTERS.findall(sample))
    total = sum(seen.values())
    tables = lexicon.function_words()
    scores = {code: sum(seen[word] for word in tables[code]) for code in codes}
    best = max(codes, key=lambda code: scores[code])
    return best if scores[best] >= max(FEWEST, 0.1 * total) else None
