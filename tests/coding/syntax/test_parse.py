"""Parses as plain lists."""

from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc
from tests.coding.syntax.views import parse_of, tree

from truceline.coding import english
from truceline.coding.syntax.parse import overlay, parses
from truceline.coding.tokens import tokens_of


def test_a_parse_counts_in_the_story_text() -> None:
    text = "It rained. Iran attacked Iraq."
    [parse] = parses(english.load(), [(text, (11, len(text)))])
    assert parse is not None
    assert [text[a:b] for a, b in zip(parse.starts, parse.ends, strict=True)] == list(parse.words)
    assert parse.heads[parse.words.index("attacked")] == -1


def test_a_preposition_is_shared_by_those_joined() -> None:
    parse = parse_of("They met with France and Germany.")
    assert parse.case(parse.words.index("Germany")) == "with"


def test_a_possessive_is_no_preposition() -> None:
    parse = parse_of("They rejected Israel's demand.")
    assert parse.case(parse.words.index("Israel")) == ""


def test_a_subtree_is_in_the_order_of_the_sentence() -> None:
    _, parse = tree("the DT det 1", "army NN nsubj 2", "left VBD root -1")
    assert parse.subtree(2) == [0, 1, 2]
    assert list(parse.above(0)) == [1, 2]


@settings(max_examples=40)
@given(st.text(min_size=1, max_size=80))
def test_tokens_lie_over_the_words_that_hold_them(text: str) -> None:
    [parse] = parses(english.load(), [(text, (0, len(text)))])
    tokens = tokens_of(text)
    if parse is None or not tokens or not parse.words:
        return
    laid = overlay(parse, tokens)
    for token, node in zip(tokens, laid.node_of, strict=True):
        assert parse.starts[node] <= token.start < max(parse.ends[node], token.start + 1)
    assert len(laid.token_of) == len(parse.words)


def test_a_sentence_that_the_pipeline_cannot_read_fails_alone() -> None:
    class Breaks:
        pipe_names = ("parser",)
        meta = {"name": "another"}  # noqa: RUF012  as spaCy has it

        def make_doc(self, text: str) -> Doc:
            return english.load().make_doc(text)

        def pipe(self, docs: list[Doc], **_: object) -> list[Doc]:
            raise ValueError(len(docs))

        def __call__(self, doc: Doc, **_: object) -> Doc:
            if "bad" in doc.text:
                raise ValueError(doc.text)
            return english.load()(doc)

    pieces = [("good one", (0, 8)), ("bad one", (0, 7))]
    found = list(parses(Breaks(), pieces))  # type: ignore[arg-type]
    assert found[0] is not None
    assert found[1] is None


def test_a_rare_verb_is_read_as_a_verb_and_stays_as_it_was_written() -> None:
    parse = parse_of("Belgium froze the assets of two men.")
    verb = parse.words.index("froze")
    assert (parse.tags[verb], parse.heads[verb], parse.lemmas[verb]) == ("VBD", -1, "freeze")
    assert parse.deps[parse.words.index("Belgium")] == "nsubj"


def test_what_lies_below_a_word_is_found_even_where_heads_go_round_in_a_circle() -> None:
    _, parse = tree("Mali NNP nsubj 1", "bombed VBD conj 2", "shelled VBD conj 1")
    assert parse.subtree(1) == [0, 1, 2]
