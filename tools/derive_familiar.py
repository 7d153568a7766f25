"""Derive the list of words that the English pipeline has met often enough to know what they are.

Run once, by hand: `python tools/derive_familiar.py TREEBANK.conllu… OUT.toml`, with the treebanks
that the pipeline was trained from. Listed are past tenses, participles and other words in "-ed" met
three times or more, verbs met so often in their base form, and base forms that stand for
something else at least twice ("a strike").
"""

import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

OFTEN = 3
ELSE = 2
HEAD = """\
# Words that the English pipeline has met often enough to tell what they are (see
# coding/syntax/familiar.py). Derived by tools/derive_familiar.py from counts of single words in
# Universal Dependencies English EWT (Silveira et al. 2014, CC BY-SA 4.0) and GUM (Zeldes 2017,
# annotations CC BY 4.0); no sentence of them is here. This file is under CC BY-SA 4.0.
"""


def counted(paths: Iterable[Path]) -> Counter[tuple[str, str]]:
    """Return how often each word has each Penn tag."""
    found: Counter[tuple[str, str]] = Counter()
    for path in paths:
        for line in path.read_text("utf-8").splitlines():
            cells = line.split("\t")
            if len(cells) > 5 and cells[0].isdigit():
                found[cells[1].lower(), cells[4]] += 1
    return found


def familiar(counts: Counter[tuple[str, str]]) -> list[str]:
    """Return the words to list, in order."""
    verbs: Counter[str] = Counter()
    bases: Counter[str] = Counter()
    rest: Counter[str] = Counter()
    for (word, tag), number in counts.items():
        if word.isalpha():
            (verbs if tag.startswith("VB") else rest)[word] += number
            bases[word] += number if tag in ("VB", "VBP") else 0
    ends = {w for w in verbs | rest if w.endswith("ed") and verbs[w] + rest[w] >= OFTEN}
    met = {word for word, number in verbs.items() if number >= OFTEN}
    other = {
        word for word, number in rest.items() if number >= ELSE and (bases[word] or verbs[word])
    }
    return sorted(ends | met | other)


def main(arguments: list[str]) -> None:
    """Write the list."""
    *paths, out = map(Path, arguments)
    words = familiar(counted(paths))
    lines = [" ".join(words[at : at + 12]) for at in range(0, len(words), 12)]
    body = 'words = """\n' + "\n".join(lines) + '\n"""\n'
    Path(out).write_text(HEAD + body, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main(sys.argv[1:])
