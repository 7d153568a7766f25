"""Trains one pipeline on the treebanks, by a fixed number of passes and a fixed seed.

The learning rate rises over the first steps and then falls in a straight line to nothing;
the weights kept are the running averages at the end, chosen once and not by the test split.
"""

import json
import logging
import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from spacy.language import Language
from spacy.training import Example
from spacy.training.batchers import minibatch_by_words
from thinc.api import Adam, fix_random_seed

import augment
import widen
from corpus import Marked, ewt, examples, gum, kinds_by_text
from scoring import score_syntax
from told import Telling, told

log = logging.getLogger("truceline.model")


@dataclass(frozen=True, slots=True)
class Plan:
    """How long and how hard to train; `size` is words a step, `rate` the highest step size.

    With `fresh` the weights are drawn anew, else training goes on from those that are there.
    """

    passes: int
    size: int = 1500
    rate: float = 0.0015
    warm_up: int = 200
    dropout: float = 0.15
    seed: int = 20250605
    checks: int = 4
    fresh: bool = True


@dataclass(frozen=True, slots=True)
class Material:
    """The training sentences, EWT's development sentences, and what makes news variants.

    With `telling`, sentences are told as news.
    """

    train: tuple[Marked, ...]
    dev: tuple[Marked, ...]
    pool: augment.Lexicon
    rates: augment.Rates
    telling: Telling | None = None


def material(treebanks: Path, cities: Path, names: Path, rates: augment.Rates) -> Material:
    """Return what is needed for training, read from the treebanks' folder."""
    main = ewt(treebanks, "train")
    more = gum(treebanks, "train", kinds_by_text(main))
    pool = augment.lexicon(names, cities)
    return Material((*main, *more), tuple(ewt(treebanks, "dev")), pool, rates)


def train(nlp: Language, found: Material, plan: Plan) -> Language:
    """Return the pipeline trained on `found` by `plan`, with averaged weights set in it."""
    fix_random_seed(plan.seed)
    rng = random.Random(plan.seed)
    news = (found.pool, found.rates)
    if plan.fresh:
        first = list(examples(nlp.vocab, found.train, rng, None))
        nlp.initialize(lambda: first)
    elif nlp.has_pipe("lemmatizer"):
        # spaCy does not store which label a tree has, and without it no lemma is learnt from
        lemmatizer: Any = nlp.get_pipe("lemmatizer")
        lemmatizer.tree2label = {tree: i for i, tree in enumerate(lemmatizer.cfg["labels"])}
    words = sum(len(item.sentence.words) for item in found.train)
    total = max(1, plan.passes * words // plan.size)
    optimizer = Adam(plan.rate, L2=0.01, grad_clip=1.0, use_averages=True, L2_is_weight_decay=True)
    for number in range(1, plan.passes + 1):
        losses: dict[str, float] = {}
        for step, batch in _steps(nlp, found, plan, (rng, news), (number - 1) * words // plan.size):
            optimizer.learn_rate = _rate(step, total, plan)
            nlp.update(batch, sgd=optimizer, drop=plan.dropout, losses=losses)
        log.info("pass %d %s", number, json.dumps({k: round(v) for k, v in losses.items()}))
        with nlp.use_params(optimizer.averages):
            if number % max(1, plan.passes // plan.checks) == 0:
                log.info("dev %s", json.dumps(_headline(nlp, found)))
            averaged = widen.weights(nlp)
    widen.set_mean(nlp, [averaged])
    return nlp


def _steps(
    nlp: Language,
    found: Material,
    plan: Plan,
    source: tuple[random.Random, tuple[augment.Lexicon, augment.Rates]],
    before: int,
) -> Iterator[tuple[int, list[Example]]]:
    taught = found.train
    if found.telling:
        taught = tuple(told(item, source[0], found.telling) for item in taught)
    stream = examples(nlp.vocab, taught, *source)
    for step, batch in enumerate(minibatch_by_words(stream, plan.size, tolerance=0.2)):
        yield before + step, batch


def _rate(step: int, total: int, plan: Plan) -> float:
    if step < plan.warm_up:
        return plan.rate * (step + 1) / plan.warm_up
    return plan.rate * max(0.01, 1 - (step - plan.warm_up) / max(1, total - plan.warm_up))


def _headline(nlp: Language, found: Material) -> dict[str, float]:
    return {k: round(v, 4) for k, v in score_syntax(nlp, found.dev).items()}
