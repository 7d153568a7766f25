"""The coder: words a second from end to end, sentences a second once parsed, start-up, memory.

The text is 400 sentences of war news in our own words, those that the coder's tests are held to,
said over with other numbers. The plain way, given the parses, is a loop that looks every verb up in
the lexicon and takes its subject and its object: no status, no dates, no counts, no places.
"""

import resource
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from multiprocessing import get_context
from pathlib import Path

from benchmarks.timing import Row, seconds
from truceline.coding.lexicon import lexicons
from truceline.coding.parsed import ParsedCoder
from truceline.coding.syntax.parse import Parse
from truceline.terms.stories import Passage, Story

SENTENCES = 400
TABLE = Path(__file__).parents[1] / "tests" / "coding" / "sentences.toml"
START = """
from truceline.coding.parsed import ParsedCoder
from truceline.terms.stories import Passage, Story
text = "Rebels shelled Goma."
story = Story("s", "s.txt", text, "", passages=(Passage(0, len(text), "paragraph"),), language="en")
assert ParsedCoder()(story).events
"""
START_ALLOWED = 2.5
MEMORY_ALLOWED = 1.0
GAIN = 1.8
"""How many times as much two processes should code as one does in the same time."""


def rows() -> Iterator[Row]:
    """Yield the rows of this benchmark; `allowed` is the bar as seconds for this text."""
    stories = stories_of(SENTENCES)
    words = sum(len(each.text.split()) for each in stories)
    coder = ParsedCoder()
    parsed = coder.parse(stories)
    whole = seconds(lambda: list(coder.batch(stories)))
    given = seconds(lambda: [coder.code(s, p) for s, p in zip(stories, parsed, strict=True)])
    plain = seconds(lambda: [plainly(each) for story in parsed for each in story.values()])
    yield Row(f"code {words} words end to end", whole, words / 2_500)
    yield Row(f"code {SENTENCES} sentences, parses given", given, SENTENCES / 1_000, plain,
              "verb, subject and object alone")  # fmt: skip
    yield from _by_two()
    load = seconds(lambda: subprocess.run([sys.executable, "-c", START], check=True))
    yield Row("start: from nothing to the first sentence coded", load, START_ALLOWED)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024**2
    yield Row("memory at its highest, GiB and not seconds", peak, MEMORY_ALLOWED)


def _by_two() -> Iterator[Row]:
    """Yield the row of two processes, each of which codes all sentences, beside one that does."""
    with get_context("spawn").Pool(2) as pool:
        for _ in range(2):  # both are ready: neither loads its coder while it is timed
            pool.map(_code_all, range(2), chunksize=1)
        one = seconds(lambda: pool.apply(_code_all, (0,)))
        two = seconds(lambda: pool.map(_code_all, range(2), chunksize=1))
    yield Row(f"code {SENTENCES} sentences in each of two processes", two, 2 * one / GAIN,
              2 * one, "one process, one after the other")  # fmt: skip


def _code_all(_: int) -> int:
    """Code all sentences; return how many events they tell of."""
    coder, stories = _ready()
    return sum(len(each.events) for each in coder.batch(stories))


@lru_cache(maxsize=1)
def _ready() -> tuple[ParsedCoder, list[Story]]:
    """Return a coder and what it is to code, made once in each process."""
    return ParsedCoder(), stories_of(SENTENCES)


def stories_of(count: int) -> list[Story]:
    """Return stories of four sentences each, so many sentences in all."""
    texts = [row["text"] for row in tomllib.loads(TABLE.read_text("utf-8"))["sentence"]]
    said = [f"{texts[i % len(texts)]}".replace(" 30 ", f" {30 + i} ") for i in range(count)]
    found = []
    for number in range(0, count, 4):
        text = " ".join(said[number : number + 4])
        passages = (Passage(0, len(text), "paragraph"),)
        found.append(Story(f"b{number}", "b.txt", text, "", published=date(2025, 6, 5),
                           passages=passages, language="en"))  # fmt: skip
    return found


def plainly(parse: Parse) -> list[tuple[str, str, str]]:
    """Return type, subject and object of every verb that the lexicon knows."""
    verbs = lexicons(deeds=True).verbs
    found = []
    for node, low in enumerate(parse.lows):
        for verb in verbs.get(low, ())[:1]:
            subject, object_ = parse.under(node, "nsubj"), parse.under(node, "obj")
            found.append((
                verb.type, parse.words[subject[0]] if subject else "",
                parse.words[object_[0]] if object_ else "",
            ))  # fmt: skip
    return found
