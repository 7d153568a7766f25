"""The English pipeline is there, says what it should, and does not get worse."""

import json
import shutil
import subprocess
import sys
import time
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import spacy
from spacy.attrs import LOWER
from spacy.language import Language
from threadpoolctl import threadpool_info

from truceline.coding import english
from truceline.terms.errors import BadInput

ROOT = Path(__file__).resolve().parents[2]
WAR_NEWS = Path(__file__).with_name("war_news.toml")

# What the shipped pipeline reached, less a little for another processor's rounding. A new
# pipeline may raise these; none may lower them.
FLOORS = {"UAS": 0.880, "LAS": 0.852, "XPOS": 0.953, "UPOS": 0.958, "morph": 0.958, "lemma": 0.962}
NAMES_FLOOR = 0.781  # the aim of .78 is met
NEWS_FLOORS = {"LAS": 0.851, "names": 0.708}
TREES_FLOORS = {"gold_test": 0.931, "news_test": 0.886}  # LAS on trees of war news of our own
OWN_FLOORS = {"arcs": 0.93, "names": 0.955}


@pytest.fixture(scope="module")
def nlp() -> Language:
    return english.load()


@pytest.fixture(scope="module")
def workshop() -> Any:
    """Give the modules that score a pipeline, which are no part of the installed package."""
    sys.path.insert(0, str(ROOT / "tools" / "model"))
    try:
        import corpus
        import scoring
        import war_news
    finally:
        sys.path.remove(str(ROOT / "tools" / "model"))
    return {"corpus": corpus, "scoring": scoring, "war_news": war_news}


def test_reads_who_did_what_to_whom(nlp: Language) -> None:
    doc = nlp("The rebels released two prisoners.")
    arcs = {(word.text, word.dep_, word.head.text) for word in doc}
    assert {("rebels", "nsubj", "released"), ("prisoners", "obj", "released")} <= arcs
    assert [word.lemma_ for word in doc][1:5] == ["rebel", "release", "two", "prisoner"]
    assert doc[2].tag_ == "VBD"
    assert doc[2].pos_ == "VERB"
    assert "Tense=Past" in str(doc[2].morph)


def test_splits_a_paragraph_into_sentences(nlp: Language) -> None:
    doc = nlp("The talks failed. Shelling resumed at dawn. Nobody was hurt.")
    assert [len(sentence) for sentence in doc.sents] == [4, 5, 4]


def test_words_cover_the_text_as_it_was_given(nlp: Language) -> None:
    text = "“We won't stop,”  he said…\n\nKyiv\tdid not reply."
    assert "".join(word.text_with_ws for word in nlp(text)) == text


def test_reads_any_text_at_all(nlp: Language) -> None:
    for text in ("", " ", "\x00\u202e", "ракета 火箭 صاروخ", "a" * 5000, "((((" * 200):
        assert nlp(text).text == text


def test_the_same_text_gives_the_same_reading(nlp: Language) -> None:
    text = "Drones struck a depot near Ryazan on Monday, officials said."
    first, second = nlp(text), nlp(text)
    assert first.to_json() == second.to_json()


def test_is_loaded_once() -> None:
    assert english.load() is english.load()


def test_a_missing_pipeline_is_said_in_one_line(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="name an installed pipeline or a folder"):
        english.load(str(tmp_path / "nowhere"))


def test_missing_files_of_our_own_say_how_to_get_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(english, "SHIPPED", tmp_path)
    english.load.cache_clear()
    with pytest.raises(BadInput, match="make model"):
        english.load()
    english.load.cache_clear()


def test_stays_under_forty_megabytes() -> None:
    size = sum(file.stat().st_size for file in english.SHIPPED.rglob("*") if file.is_file())
    assert size <= 40e6


def test_holds_no_words_of_the_treebanks_beside_its_rules() -> None:
    words = json.loads((english.SHIPPED / "vocab" / "strings.json").read_text(encoding="utf-8"))
    assert 500 < len(words) < 3000
    assert not [word for word in words if ("@" in word and "." in word) or "www" in word]


def test_words_the_treebanks_lack_have_a_vector_in_any_case(nlp: Language) -> None:
    vectors = nlp.vocab.vectors
    assert vectors.attr == LOWER
    rows = [vectors.find(key=nlp.vocab[word].lower) for word in ("vetoed", "VETOED", "Shelled")]
    assert rows[0] == rows[1] >= 0
    assert rows[2] not in (rows[0], -1)


def test_says_its_licence_and_its_sources() -> None:
    meta = json.loads((english.SHIPPED / "meta.json").read_text(encoding="utf-8"))
    assert meta["license"] == "CC BY-SA 4.0"
    met = {source["license"][:5] for source in meta["sources"]}
    assert met == {"CC BY", "annot", "publi", "free "}
    assert "Kevin Atkinson" in (english.SHIPPED / "SCOWL.txt").read_text(encoding="utf-8")
    card = (english.SHIPPED / "card.md").read_text(encoding="utf-8")
    wanted = ("EWT", "Universal NER", "GUM", "GeoNames", "GloVe", "PDDL", "CC BY-SA 4.0")
    for name in (*wanted, "goes wrong"):
        assert name in card


def test_the_card_gives_the_scores_of_the_meta_file() -> None:
    meta = json.loads((english.SHIPPED / "meta.json").read_text(encoding="utf-8"))
    card = (english.SHIPPED / "card.md").read_text(encoding="utf-8")
    las = meta["performance"]["EWT test, words and sentences given: LAS"]
    assert f"LAS {las:.3f}" in card


def test_own_war_news_stays_read(nlp: Language, workshop: dict[str, Any]) -> None:
    found = workshop["war_news"].score_war_news(nlp, WAR_NEWS)
    assert {name: found[name] >= floor for name, floor in OWN_FLOORS.items()} == dict.fromkeys(
        OWN_FLOORS, True
    ), found


def test_a_wrong_arc_and_a_wrong_name_are_noticed(nlp: Language, workshop: dict[str, Any]) -> None:
    gold = tomllib.loads(WAR_NEWS.read_text(encoding="utf-8"))["sentence"][5]
    spoilt = gold | {"arcs": ["Kyiv nsubj rejected"], "names": ["Oslo|LOC", "Kyiv|LOC"]}
    wrong = workshop["war_news"].misses(nlp(gold["text"]), spoilt)
    assert [item.split(";")[0] for item in wrong][:2] == [
        "arc Kyiv nsubj rejected",
        "name Oslo|LOC not found",
    ]


def test_syntax_on_the_official_test_split(
    nlp: Language, workshop: dict[str, Any], shared: Callable[[str], Path]
) -> None:
    marked = workshop["corpus"].ewt(shared("data/treebank"), "test")
    found = workshop["scoring"].score_syntax(nlp, marked)
    assert {name: found[name] >= floor for name, floor in FLOORS.items()} == dict.fromkeys(
        FLOORS, True
    ), found


@pytest.mark.parametrize("file", TREES_FLOORS)
def test_trees_of_war_news_that_were_kept_apart(
    nlp: Language, workshop: dict[str, Any], file: str
) -> None:
    marked = workshop["corpus"].own(ROOT / "tools" / "model" / "war_trees" / f"{file}.conllu")
    assert workshop["scoring"].score_syntax(nlp, marked)["LAS"] >= TREES_FLOORS[file]


def test_names_on_the_official_test_split(
    nlp: Language, workshop: dict[str, Any], shared: Callable[[str], Path]
) -> None:
    marked = workshop["corpus"].ewt(shared("data/treebank"), "test")
    assert workshop["scoring"].score_names(nlp, marked)["F"] >= NAMES_FLOOR


def test_news_of_another_treebank(
    nlp: Language, workshop: dict[str, Any], shared: Callable[[str], Path]
) -> None:
    root, corpus = shared("data/treebank"), workshop["corpus"]
    kinds = corpus.kinds_by_text(corpus.ewt(root, "train"))
    news = [m for m in corpus.gum(root, "test", kinds) if "GUM_news" in m.sentence.document]
    assert workshop["scoring"].score_syntax(nlp, news)["LAS"] >= NEWS_FLOORS["LAS"]
    assert workshop["scoring"].score_names(nlp, news)["F"] >= NEWS_FLOORS["names"]


def test_reads_fast_enough_for_a_day_of_reports(nlp: Language) -> None:
    sentences = tomllib.loads(WAR_NEWS.read_text(encoding="utf-8"))["sentence"]
    texts = [" ".join(s["text"] for s in sentences)] * 6
    list(nlp.pipe(texts[:1]))
    begun = time.process_time()
    words = sum(len(doc) for doc in nlp.pipe(texts, batch_size=2))
    # half of the aim of 2,500 words a second, since other tests may share the core
    assert words / (time.process_time() - begun) >= 1250


def test_components_that_are_not_wanted_are_not_there(nlp: Language) -> None:
    few = english.load(without=("ner", "lists"))
    assert set(nlp.pipe_names) - set(few.pipe_names) == {"ner", "lists"}
    text = "The rebels released two prisoners."
    assert [word.dep_ for word in few(text)] == [word.dep_ for word in nlp(text)]


def test_spacy_is_whole_after_it_was_imported_without_its_command_line() -> None:
    script = (
        "from truceline.coding import english; english.load(without=('ner',))\n"
        "import sys; assert 'spacy.cli' not in sys.modules\n"
        "import spacy; assert spacy.info(silent=True)['spacy_version'] == spacy.__version__\n"
        "from spacy.cli import app; assert app.registered_commands\n"
    )
    subprocess.run([sys.executable, "-c", script], check=True)


def test_the_tokenizer_is_that_of_the_files_though_it_begins_empty() -> None:
    plain: Any = spacy.load(str(english.SHIPPED), exclude=("ner", "lists")).tokenizer
    ours: Any = english.load(without=("ner", "lists")).tokenizer
    assert ours.rules == plain.rules
    assert ours.to_bytes(exclude=["vocab"]) == plain.to_bytes(exclude=["vocab"])


def test_matrices_are_multiplied_on_one_core_and_then_as_before() -> None:
    def threads() -> list[int]:
        return [pool["num_threads"] for pool in threadpool_info() if pool["user_api"] == "blas"]

    english.load()
    before = threads()
    with english.one_core():
        assert set(threads()) == {1}
    assert threads() == before


def clearnlp(folder: Path) -> Path:
    """Write an untrained pipeline whose parser has the labels of en_core_web_*."""
    nlp = spacy.blank("en")
    parser: Any = nlp.add_pipe("parser")
    for label in ("nsubj", "dobj", "pobj", "prep", "ROOT"):
        parser.add_label(label)
    tagger: Any = nlp.add_pipe("tagger")
    tagger.add_label("VBD")
    nlp.initialize()
    nlp.to_disk(folder)
    return folder


def test_a_pipeline_of_other_relations_is_refused_with_what_is_wrong(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match=r"ClearNLP, such as 'dobj' for 'obj'.*leave --model out"):
        english.load(str(clearnlp(tmp_path / "other")))


def test_a_pipeline_without_a_parser_is_refused(tmp_path: Path) -> None:
    spacy.blank("en").to_disk(tmp_path / "blank")
    with pytest.raises(BadInput, match="lacks a parser"):
        english.load(str(tmp_path / "blank"))


def test_a_copy_of_the_shipped_pipeline_is_another_one_that_is_taken(tmp_path: Path) -> None:
    copy = tmp_path / "copy"
    shutil.copytree(english.SHIPPED, copy)
    other = english.load(str(copy), without=("ner",))
    assert not english.is_shipped(other)
    assert english.is_shipped(english.load(without=("ner",)))
