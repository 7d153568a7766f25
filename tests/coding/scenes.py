"""A sentence taken apart, for the tests of the parts that read it."""

from truceline.coding.actors import ActorFinder
from truceline.coding.arguments import Scene
from truceline.coding.clauses import clauses_of
from truceline.coding.lexicon import lexicons
from truceline.coding.predicates import triggers_of
from truceline.coding.tokens import tokens_of

FINDER = ActorFinder(lexicons(), {}, [("RUS", "Russia"), ("UKR", "Ukraine")])


def scene_of(text: str) -> Scene:
    """Return the scene of one sentence."""
    tokens = tokens_of(text)
    mentions = FINDER.mentions(text, tokens, None)
    triggers = triggers_of(tokens, mentions, lexicons())
    return Scene(tokens, mentions, clauses_of(tokens, mentions, triggers), triggers)
