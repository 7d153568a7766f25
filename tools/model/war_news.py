"""Scores a pipeline on war-news sentences of our own, of which only what a coder needs is gold.

Gold are a sentence's main arcs (who does what to whom, when, by whom said) and its names. Words
are the tokenizer's, so the score covers the whole way from text to parse.
"""

import tomllib
from pathlib import Path
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc, Token


def misses(doc: Doc, gold: dict[str, Any]) -> list[str]:
    """Return what of a sentence's gold the parse lacks, and what names it adds, in words."""
    wrong = []
    for arc in gold["arcs"]:
        word, relation, governor = arc.split(" ")
        if not any(_holds(token, relation, governor) for token in doc if token.text == word):
            met = [f"{t.text} {t.dep_} {t.head.text}" for t in doc if t.text == word]
            wrong.append(f"arc {arc}; parsed {'; '.join(met)}")
    found = {f"{e.text}|{e.label_}" for e in doc.ents if e.label_ in {"PER", "ORG", "LOC"}}
    wrong += [f"name {name} not found" for name in gold["names"] if name not in found]
    wrong += [f"name {name} invented" for name in sorted(found - set(gold["names"]))]
    return wrong


def score_war_news(nlp: Language, path: Path) -> dict[str, float]:
    """Return the share of gold arcs and of gold names found, and of sentences with no miss."""
    sentences = tomllib.loads(path.read_text(encoding="utf-8"))["sentence"]
    arcs = names = missed_arcs = missed_names = invented = clean = 0
    for doc, gold in zip(nlp.pipe(s["text"] for s in sentences), sentences, strict=True):
        wrong = misses(doc, gold)
        arcs += len(gold["arcs"])
        names += len(gold["names"])
        missed_arcs += sum(item.startswith("arc") for item in wrong)
        missed_names += sum(item.endswith("not found") for item in wrong)
        invented += sum(item.endswith("invented") for item in wrong)
        clean += not wrong
    return {
        "arcs": 1 - missed_arcs / arcs,
        "names": 2 * (names - missed_names) / (2 * names - missed_names + invented),
        "sentences": clean / len(sentences),
    }


def _holds(token: Token, relation: str, governor: str) -> bool:
    if token.head.text != governor:
        return False
    return token.dep_ == relation or token.dep_.split(":")[0] == relation
