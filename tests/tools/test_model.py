"""What the pipeline is trained on is read rightly: words, spaces, names, news variants."""

import random
from pathlib import Path
from typing import Any

import pytest
import spacy
from tests.tools.workshop import workshop

CONLLU = """# newdoc id = letter
# sent_id = letter-1
1-2\tDon't\t_\t_\t_\t_\t_\t_\t_\t_
1\tDo\tdo\tAUX\tVB\tMood=Imp\t3\taux\t_\t_
2\tn't\tnot\tPART\tRB\t_\t3\tadvmod\t_\t_
3\tshell\tshell\tVERB\tVB\tMood=Imp\t0\troot\t_\t_
4\tOldtown\tOldtown\tPROPN\tNNP\tNumber=Sing\t3\tobj\t_\tSpaceAfter=No
5\t!\t!\tPUNCT\t.\t_\t3\tpunct\t_\t_

# sent_id = letter-2
1\tGo\tgo\tVERB\tVB\t_\t0\troot\t_\t_

"""
IOB = "# sent_id = letter-1\n1\tDo\tO\n2\tn't\tO\n3\tshell\tO\n4\tOldtown\tB-LOC\n5\t!\tB-O\n\n"


@pytest.fixture(scope="module")
def model() -> Any:
    """Give the workshop's modules, which are no part of the installed package."""
    return workshop("augment", "conllu", "corpus", "entities", "layers", "wordlists")


@pytest.fixture
def read(model: Any, tmp_path: Path) -> Any:
    """Give the two sentences above."""
    path = tmp_path / "x.conllu"
    path.write_text(CONLLU, encoding="utf-8")
    return list(model["conllu"].sentences(path))


def test_words_and_spaces_give_the_text_back(read: Any) -> None:
    text = "".join(word.form + " " * word.space for word in read[0].words)
    assert text == "Don't shell Oldtown! "


def test_heads_are_indexes_and_the_root_is_its_own(read: Any) -> None:
    assert [word.head for word in read[0].words] == [2, 2, 2, 2, 2]
    assert [(s.sent_id, s.document, s.new_paragraph) for s in read] == [
        ("letter-1", "letter", True),
        ("letter-2", "letter", False),
    ]


def test_names_are_read_and_a_slip_of_the_tool_is_no_name(model: Any, tmp_path: Path) -> None:
    path = tmp_path / "x.iob2"
    path.write_text(IOB, encoding="utf-8")
    tags = model["entities"].uner_tags(path)
    assert tags == {"letter-1": ("O", "O", "O", "B-LOC", "O")}
    assert model["entities"].spans_of(tags["letter-1"]) == [(3, 4, "LOC")]


def gum_words(model: Any, rows: list[tuple[str, str, int, str, str]]) -> list[Any]:
    word = model["conllu"].Word
    return [word(f, True, f, upos, "NNP", "", h, rel, misc) for f, upos, h, rel, misc in rows]


def test_a_mention_is_cut_to_its_name(model: Any) -> None:
    words = gum_words(
        model,
        [
            ("the", "DET", 2, "det", "Entity=(1-organization-new-x"),
            ("Supreme", "PROPN", 2, "amod", "_"),
            ("Court", "PROPN", 5, "nsubj", "_"),
            ("of", "ADP", 4, "case", "_"),
            ("Freeland", "PROPN", 2, "nmod", "Entity=(2-place-new-x)1)"),
            ("met", "VERB", 5, "root", "_"),
            ("nobody", "PRON", 5, "obj", "Entity=(3-person-new-x)"),
            ("Thursday", "PROPN", 5, "obl", "_"),
        ],
    )
    mentions = model["entities"].gum_mentions(words)
    assert sorted(mentions) == [
        (0, 5, "organization"),
        (4, 5, "place"),
        (6, 7, "person"),
    ]
    names, unsure = model["entities"].gum_names(words, mentions)
    assert names == [(1, 5, "ORG")]
    assert unsure == [7]


def test_a_variant_keeps_heads_tags_and_the_number_of_words(model: Any, read: Any) -> None:
    augment = model["augment"]
    pool = augment.Lexicon(("Ann",), ("Lee",), ("Newtown",), ("NATO",))
    every = augment.Rates(lower=1, upper=0, title=0, curly=1, name=1)
    found = augment.variant(read[0].words, [(3, 4, "LOC")], random.Random(1), pool, every)
    assert [word.form for word in found] == ["do", "n’t", "shell", "newtown", "!"]
    assert [word.lemma for word in found] == [""] * 5
    assert [(w.head, w.xpos) for w in found] == [(w.head, w.xpos) for w in read[0].words]


def test_no_rate_changes_nothing(model: Any, read: Any) -> None:
    augment = model["augment"]
    none = augment.Rates(lower=0, upper=0, title=0, curly=0, name=0)
    pool = augment.Lexicon(("Ann",), ("Lee",), ("Newtown",), ("NATO",))
    found = augment.variant(read[0].words, [(3, 4, "LOC")], random.Random(1), pool, none)
    assert tuple(found) == read[0].words


def test_groups_keep_every_sentence_in_order(model: Any, read: Any) -> None:
    marked = [model["corpus"].Marked(sentence, ()) for sentence in read * 9]
    groups = model["corpus"].documents(marked, random.Random(3), 6)
    assert [item for group in groups for item in group] == marked
    assert max(len(group) for group in groups) > 1
    assert min(len(group) for group in groups) == 1


def test_gum_test_and_development_documents_are_apart(model: Any) -> None:
    assert not model["corpus"].GUM_DEV & model["corpus"].GUM_TEST


def test_names_and_rare_words_are_hidden_and_common_ones_less(model: Any, read: Any) -> None:
    corpus, augment = model["corpus"], model["augment"]
    pool = augment.Lexicon(("Ann",), ("Lee",), ("Newtown",), ("NATO",), frozenset({"do", "go"}))
    rates = augment.Rates(lower=0, upper=0, title=0, curly=0, name=0, hide=1)
    marked = [corpus.Marked(read[0], ((3, 4, "LOC"),))] * 40
    words = [
        (token.text, token.norm_.startswith("hidden"))
        for example in corpus.examples(
            spacy.blank("en").vocab, marked, random.Random(7), (pool, rates)
        )
        for token in example.predicted
    ]
    assert all(hidden for text, hidden in words if text == "Oldtown")
    assert not any(hidden for text, hidden in words if text == "!")
    assert 0 < sum(hidden for text, hidden in words if text == "Do") < 20


def test_the_more_seldom_a_word_is_met_the_more_often_it_is_hidden(model: Any, read: Any) -> None:
    corpus, augment = model["corpus"], model["augment"]
    met = {"do": 30_000, "n't": 3, "oldtown": 9}
    pool = augment.Lexicon(("Ann",), ("Lee",), ("Newtown",), ("NATO",), met=met)
    rates = augment.Rates(lower=0, upper=0, title=0, curly=0, name=0, seldom=3)
    marked = [corpus.Marked(read[0], ((3, 4, "LOC"),))] * 400
    vocab, rng = spacy.blank("en").vocab, random.Random(7)
    hidden = dict.fromkeys(("Do", "n't", "shell", "Oldtown", "!"), 0)
    for example in corpus.examples(vocab, marked, rng, (pool, rates)):
        for token in example.predicted:
            hidden[token.text] += token.norm_.startswith("hidden")
    assert (hidden["shell"], hidden["!"]) == (400, 0)
    assert 170 < hidden["n't"] < 230
    assert 70 < hidden["Oldtown"] < 130
    assert hidden["Do"] < 5


def test_census_names_are_read_in_their_order_and_case(model: Any, tmp_path: Path) -> None:
    path = tmp_path / "dist.all.last"
    path.write_text("SMITH  1.0 1.0 1\nMCDONALD 0.5 1.5 2\nLEE 0.4 1.9 3\n", encoding="ascii")
    assert model["wordlists"].census(path, 2) == ["Smith", "McDonald"]


def test_words_are_told_apart_by_their_capital(model: Any, tmp_path: Path) -> None:
    path = tmp_path / "english"
    path.write_text("mark\nMark\nToyota\ntank\ntank's\nA\n", encoding="utf-8")
    assert model["wordlists"].split_by_case(path) == ({"mark", "tank"}, {"Toyota"})


def test_a_missing_list_is_named_with_what_to_do(model: Any, tmp_path: Path) -> None:
    [first, second] = model["wordlists"].missing(tmp_path, tmp_path / "english")
    assert "dist.all.last is missing; install" in first
    assert "english" in second


def test_the_lists_flag_their_words(model: Any) -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("attribute_ruler", name="lists")
    words = {hint: ["Nobody"] for hint in ("body", "family", "known", "place", "proper")}
    words |= {"common": ["street"], "given": ["Olena"]}
    model["layers"].set_hints(nlp, words)
    common, given = nlp.vocab.strings["FLAG21"], nlp.vocab.strings["FLAG23"]
    [olena, street, capital, other] = nlp("Olena street Street Perlyna")
    words_met = [token.lex for token in (olena, street, capital, other)]
    flags = [(word.check_flag(given), word.check_flag(common)) for word in words_met]
    assert flags == [(True, False), (False, True), (False, True), (False, False)]
