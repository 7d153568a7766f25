"""Verbs that the English pipeline has hardly met, read as verbs that it knows.

The treebanks it learnt from say little of war: "vetoed", "froze" and "expel" stand there less than
three times, and the tagger takes them for nouns, after which the whole sentence is read wrongly.
Such a word is shown to the pipeline as a common verb of the same form; the parse keeps the word
that was written.
"""

import tomllib
from collections.abc import Mapping, Sequence
from functools import lru_cache
from importlib.resources import files

from truceline.coding.lexicon import heads, irregular_forms
from truceline.coding.records import record
from truceline.coding.tokens import word_set
from truceline.coding.verbs import forms_of

ASKING = word_set(
    "urge exhort implore beg plead entreat petition pressure lobby summon instruct command compel "
    "coerce persuade forbid"
)
PROMISING = word_set("vow threaten pledge swear consent decline undertake volunteer balk")
STATING = word_set("warn caution forewarn lament")
STAND_INS: Mapping[str, tuple[str, str]] = {
    "asking": ("asked", "ask"), "promising": ("decided", "decide"),
    "stating": ("stated", "state"), "doing": ("received", "provide"),
}  # fmt: skip
"""By what may follow a verb: its stand-in as a past tense or participle, and as a base form."""
STATED_NOW = {"asking": "asks", "promising": "decides", "stating": "states", "doing": "receives"}
SURE = word_set(
    "denies condemns denounces accuses rejects refuses urges warns threatens pleads implores "
    "exhorts expels seizes captures besieges invades annexes mediates withdraws deploys negotiates "
    "convenes imposes"
)
"""Forms of the present that are no plurals of nouns."""
BEFORE_BASE = word_set("to will would 'll may might can could shall should must not n't")
BEFORE_NOUN = word_set("a an the his her its their our my this that these those some any no of -")
COLOURING = word_set("armed unarmed outgunned bearded wounded")
SHORTEST = 5


@record
class StandIn:
    """What is shown in a word's place, and the lemma of the word itself."""

    word: str
    lemma: str


def stand_ins(words: Sequence[str]) -> dict[int, StandIn]:
    """Return, by position, the words of a sentence that are to be shown as others.

    A past tense or participle is, where no article or hyphen makes it an adjective; a base form
    only after "to" and auxiliaries, where nothing but a verb can stand.

    Examples
    --------
    >>> stand_ins("Belgium froze the assets".split())
    {1: StandIn(word='received', lemma='freeze')}
    >>> stand_ins("the vetoed draft".split())
    {}
    """
    known, forms = familiar(), _forms()
    found: dict[int, StandIn] = {}
    for place, word in enumerate(words):
        if not word.islower() or word in known or word in COLOURING:
            continue
        before = words[place - 1].lower() if place else ""
        after = words[place + 1] if place + 1 < len(words) else ""
        hit = forms.get(word)
        if hit is not None and hit[1] == "base":
            if before in BEFORE_BASE:
                found[place] = StandIn(STAND_INS[hit[2]][1], hit[0])
        elif before in BEFORE_NOUN or after == "-":
            continue
        elif hit is not None and hit[1] == "now":
            if before not in BEFORE_BASE:
                found[place] = StandIn(STATED_NOW[hit[2]], hit[0])
        elif hit is not None:
            found[place] = StandIn(STAND_INS[hit[2]][0], hit[0])
        elif word.endswith("ed") and len(word) >= SHORTEST:
            found[place] = StandIn(STAND_INS["doing"][0], word[:-1])
    return found


@lru_cache(maxsize=1)
def familiar() -> frozenset[str]:
    """Return the words that the pipeline has met often enough to know what they are."""
    path = files("truceline.coding") / "english" / "familiar.toml"
    return frozenset(tomllib.loads(path.read_text(encoding="utf-8"))["words"].split())


@lru_cache(maxsize=1)
def _forms() -> dict[str, tuple[str, str, str]]:
    """Return past, participle and base forms of the lexicons' verbs: lemma, form, way of use."""
    irregular = irregular_forms()
    found: dict[str, tuple[str, str, str]] = {}
    for lemma in sorted({*heads(), *irregular} - BEFORE_BASE):
        use = (
            "asking" if lemma in ASKING
            else "promising" if lemma in PROMISING
            else "stating" if lemma in STATING
            else "doing"
        )  # fmt: skip
        for form, tags in forms_of(lemma, irregular).items():
            tag = "past" if tags & {"past", "pp"} else "base" if "base" in tags else ""
            tag = "now" if form in SURE else tag
            if tag and form.isalpha():
                found.setdefault(form, (lemma, tag, use))
    return found
