"""Trains, scores and writes the English pipeline: `python tools/model/main.py --help`."""

import argparse
import json
import logging
import random
import sys
from collections import Counter
from dataclasses import dataclass, fields, replace
from pathlib import Path

from spacy.language import Language
from thinc.api import NumpyOps, set_current_ops

import layers
import vectors
import widen
import wordlists
from augment import Rates
from card import write_card, write_meta
from corpus import ewt, gum, kinds_by_text, own, some
from recogniser import Lists, recogniser
from scoring import score_names, score_raw, score_syntax
from told import Telling, speakers_in
from train import Material, Plan, material, train
from war_news import score_war_news

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
SHIPPED = ROOT / "src" / "truceline" / "coding" / "english" / "pipeline"
WIDTH, DEPTH = 128, 5
SYNTAX = Plan(passes=26)
# then the encoder is given word vectors, and seldom words are hidden so that it learns to use them
VECTORS = vectors.Size(words=200_000, rows=25_000, numbers=56)
# in two runs, whose mean is kept
WIDENED = (
    Plan(passes=6, rate=0.001, warm_up=100, dropout=0.2, seed=20250608, fresh=False),
    Plan(passes=6, warm_up=100, dropout=0.25, seed=20250609, fresh=False),
)
# the last passes see running text alone: headlines blur the line between name and noun
POLISH = Plan(passes=3, rate=0.0005, warm_up=50, dropout=0.25, fresh=False)
# at the end it reads war news: our own trees, each so many times beside some of the treebanks';
# those of the gold's sentences, and those of sentences written for nothing else
NEWS = Plan(passes=5, rate=0.001, warm_up=40, dropout=0.2, seed=5, fresh=False)
OWN_TREES, OWN_TIMES, BESIDE = HERE / "war_trees", 2, 11_000
GOLD, NEWS_ALONE = "gold.conllu", "news.conllu"
# of ten parts of the weights so many are those after it, the others those before
AFTER = 7


@dataclass(frozen=True, slots=True)
class Sources:
    """Where the open data lie that the pipeline is made from."""

    treebanks: Path
    geonames: Path
    census: Path
    english: Path
    vectors: Path


def main() -> int:
    """Train both halves, put them together, score them on the official test splits."""
    options = _options()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s", stream=sys.stderr)
    # OpenBLAS multiplies these shapes about twice as fast as the BLIS that comes with spaCy
    set_current_ops(NumpyOps(use_blis=False))
    if not options.score_only:
        lacking = wordlists.missing(options.census, options.english)
        if lacking := [*lacking, *vectors.missing(options.vectors)]:
            sys.stderr.write("\n".join(lacking) + "\n")
            return 1
        stored(build(_sources(options), options.unread), options.out)
    scores = scored(options.out, options.treebanks)
    write_meta(options.out, scores)
    write_card(options.out, scores)
    sys.stdout.write(json.dumps(scores, indent=1) + "\n")
    return 0


def stored(nlp: Language, path: Path) -> None:
    """Write the pipeline to the folder `path`, without words that are not ours to spread."""
    nlp.to_disk(path)
    layers.trim(path)
    vectors.by_lower_case(path)


def build(sources: Sources, unread: Path | None = None) -> Language:
    """Return the pipeline trained from the treebanks, first syntax, then names.

    At `unread` its syntax is also written as it is without the trees of the gold's sentences.
    """
    cities = sources.geonames / "cities15000.txt"
    found = material(sources.treebanks, cities, HERE / "names.toml", Rates())
    nlp = train(layers.syntax(WIDTH, DEPTH, hidden=128), found, SYNTAX)
    plain = replace(found, rates=Rates(lower=0.01, upper=0.02, title=0, name=0.1))
    nlp = train(nlp, plain, POLISH)
    nlp = widened(nlp, found, sources)
    if unread is not None:
        before = widen.weights(nlp)
        stored(on_news(nlp, found, NEWS_ALONE), unread)
        widen.set_mean(nlp, [before])
    nlp = on_news(nlp, found, GOLD, NEWS_ALONE)
    # names read all vectors, with readers of their own, and at the end the development splits too
    glove = sources.vectors / vectors.FILE
    more = gum(sources.treebanks, "dev", kinds_by_text(ewt(sources.treebanks, "train")))
    found = replace(found, train=(*found.train, *found.dev, *more))
    lists = Lists(sources.geonames, sources.census, sources.english, glove)
    return layers.assemble(nlp, recogniser(found, lists))


def widened(nlp: Language, found: Material, sources: Sources) -> Language:
    """Return the trained pipeline of syntax after it has learnt to read word vectors besides."""
    vectors.give(nlp, vectors.cut(*vectors.read(sources.vectors / vectors.FILE), VECTORS))
    widen.widen(nlp, layers.with_vectors(WIDTH, DEPTH), widen.words_of(found.train))
    found = _hiding(found)
    start, runs = widen.weights(nlp), []
    for plan in WIDENED:
        widen.set_mean(nlp, [start])
        runs.append(widen.weights(train(nlp, found, plan)))
    widen.set_mean(nlp, runs)
    return nlp


def on_news(nlp: Language, found: Material, *files: str) -> Language:
    """Return the pipeline of syntax after it has read war news: trees of `files`, told tales."""
    found = _hiding(found)
    beside = some(found.train, BESIDE, random.Random(7))
    telling = Telling(speakers_in(found.train), found.pool.place)
    trees = [item for file in files for item in own(OWN_TREES / file)]
    train_on = (*beside, *trees * OWN_TIMES)
    before = widen.weights(nlp)
    after = widen.weights(train(nlp, replace(found, train=train_on, telling=telling), NEWS))
    widen.set_mean(nlp, [*[after] * AFTER, *[before] * (10 - AFTER)])
    return nlp


def _hiding(found: Material) -> Material:
    """Return the material with seldom words to be hidden, by how often the text has them."""
    small: Counter[str] = Counter()
    for word, times in widen.words_of(found.train).items():
        small[word.lower()] += times
    return replace(found, pool=replace(found.pool, met=small), rates=Rates(seldom=3))


def scored(path: Path, treebanks: Path) -> dict[str, dict[str, float]]:
    """Return the scores of the pipeline at `path` on every test split, by name of the split."""
    nlp = layers.loaded(path)
    test = ewt(treebanks, "test")
    news = [
        item
        for item in gum(treebanks, "test", kinds_by_text(ewt(treebanks, "train")))
        if item.sentence.document.startswith("GUM_news")
    ]
    return {
        "EWT test, words and sentences given": score_syntax(nlp, test),
        "EWT test, from running text": score_raw(nlp, test),
        "war news by truceline, trees": score_syntax(nlp, own(OWN_TREES / "gold_test.conllu")),
        "war news by truceline, trees beside the gold": score_syntax(
            nlp, own(OWN_TREES / "news_test.conllu")
        ),
        "UNER English-EWT test": score_names(nlp, test),
        "GUM news test, words and sentences given": score_syntax(nlp, news),
        "GUM news test, names": score_names(nlp, news),
        "war news by truceline": score_war_news(nlp, ROOT / "tests" / "coding" / "war_news.toml"),
    }


def _sources(options: argparse.Namespace) -> Sources:
    return Sources(**{field.name: getattr(options, field.name) for field in fields(Sources)})


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python tools/model/main.py", description=main.__doc__)
    shared = ROOT.parent / "shared" / "data"
    parser.add_argument(
        "--treebanks", type=Path, default=shared / "treebank", help="folder with ewt, uner, gum"
    )
    parser.add_argument(
        "--geonames", type=Path, default=shared / "gazetteer", help="cities15000, countryInfo"
    )
    parser.add_argument(
        "--census", type=Path, default=wordlists.census_folder(), help="the census' name lists"
    )
    parser.add_argument(
        "--english", type=Path, default=wordlists.ENGLISH, help="list of English words"
    )
    parser.add_argument(
        "--vectors", type=Path, default=ROOT / "out" / "vectors", help="npm's package of vectors"
    )
    parser.add_argument("--out", type=Path, default=SHIPPED, help="where the pipeline is written")
    parser.add_argument(
        "--unread", type=Path, help="where syntax that has not read the gold is written, too"
    )
    parser.add_argument("--score-only", action="store_true", help="score what is there")
    return parser.parse_args()


if __name__ == "__main__":
    raise SystemExit(main())
