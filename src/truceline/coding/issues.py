"""What talks and agreements were about, and how each matter came out."""

from collections.abc import Sequence

from truceline.coding.lexicon import Lexicons
from truceline.coding.tokens import Token, word_set
from truceline.terms.events import Issue

STUCK = ("no progress", "no agreement", "no breakthrough", "no deal", "without agreement",
         "failed to agree", "without progress", "little progress", "no movement", "deadlock",
         "without a breakthrough", "without a deal", "no headway")  # fmt: skip
PERHAPS = frozenset({"possible", "potential", "possibly", "eventual", "prospective"})
REFUSED = word_set("refused rejected ruled refuses rejects declined")
OFFERED = word_set("proposed offered suggested discussed discuss proposes seeking")


def stuck(tokens: Sequence[Token]) -> bool:
    """Return whether a sentence says that talks made no headway."""
    words = " ".join(each.low for each in tokens)
    return any(phrase in words for phrase in STUCK)


def issues_of(
    text: str, tokens: Sequence[Token], lexicons: Lexicons, otherwise: str
) -> list[Issue]:
    """Return the issues that a sentence names, each with its outcome.

    Parameters
    ----------
    text, tokens, lexicons
        The story's text, the sentence's words, the lexicons.
    otherwise : str
        The outcome of an issue with no word of its own about it, such as "agreed".

    Returns
    -------
    list of Issue
        Each issue once, in the order of the text; the longest name for it wins.
    """
    found: dict[str, Issue] = {}
    low = {each.low for each in tokens}
    outcome = otherwise
    if stuck(tokens):
        outcome = "no progress"
    elif low & REFUSED:
        outcome = "refused"
    elif otherwise == "proposed" or (low & OFFERED and otherwise != "agreed"):
        outcome = "proposed"
    for first, last, name in lexicons.issues.anywhere(tokens):
        before = {each.low for each in tokens[max(0, first - 3) : first]}
        said = "possible" if before & PERHAPS and outcome == "agreed" else outcome
        quote = text[tokens[first].start : tokens[last - 1].end]
        found.setdefault(name, Issue(name, said, quote))
    return list(found.values())
