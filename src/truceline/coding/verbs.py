"""English verb forms, made from lemmas by rule, with the irregular ones listed."""

from collections.abc import Mapping, Sequence

VOWELS = "aeiou"
SHORT = 4
UNSTRESSED = ("el", "ol", "al", "il", "ul")


def forms_of(lemma: str, irregular: Mapping[str, Sequence[str]]) -> dict[str, set[str]]:
    """Return the forms of a one-word verb, each with its tags.

    Parameters
    ----------
    lemma : str
        A verb in its base form, such as "attack".
    irregular : mapping
        Lemma → [third person, past, past participle, -ing form].

    Returns
    -------
    dict
        Form → tags among base, s, past, pp, ing.

    Examples
    --------
    >>> sorted(forms_of("strike", {"strike": ["strikes", "struck", "struck", "striking"]}))
    ['strike', 'strikes', 'striking', 'struck']
    >>> sorted(forms_of("cancel", {}))
    ['cancel', 'canceled', 'canceling', 'cancelled', 'cancelling', 'cancels']
    >>> sorted(forms_of("deny", {})["denied"])
    ['past', 'pp']
    """
    third, past, participle, ing = irregular.get(lemma) or _regular(lemma)
    tags: dict[str, set[str]] = {}
    for form, tag in ((lemma, "base"), (third, "s"), (past, "past"), (participle, "pp"),
                      (ing, "ing")):  # fmt: skip
        tags.setdefault(form, set()).add(tag)
    if lemma not in irregular and len(lemma) > SHORT and lemma.endswith(UNSTRESSED):
        for ending, row in (("led", {"past", "pp"}), ("ling", {"ing"})):
            tags.setdefault(lemma + ending, set()).update(row)  # "cancelled" as well as "canceled"
    return tags


def _regular(lemma: str) -> tuple[str, str, str, str]:
    if lemma.endswith("e"):
        return lemma + "s", lemma + "d", lemma + "d", lemma[:-1] + "ing"
    if lemma.endswith("y") and lemma[-2:-1] not in VOWELS:
        return lemma[:-1] + "ies", lemma[:-1] + "ied", lemma[:-1] + "ied", lemma + "ing"
    third = lemma + ("es" if lemma.endswith(("s", "x", "z", "ch", "sh")) else "s")
    short = len(lemma) <= 4 and lemma[-1:] not in "aeiouwxyhs" and lemma[-2:-1] in VOWELS
    stem = lemma + lemma[-1] if short and lemma[-3:-2] not in VOWELS else lemma
    return third, stem + "ed", stem + "ed", stem + "ing"
