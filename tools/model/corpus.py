"""Turns the treebanks into spaCy training documents with parses and names."""

import calendar
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from spacy.tokens import Doc
from spacy.tokens import Span as SpacySpan
from spacy.training import Example
from spacy.vocab import Vocab

from augment import Lexicon, Rates, variant
from conllu import Sentence, Word, sentences
from entities import Span, gum_mentions, gum_names, spans_of, uner_tags

# The official development and test documents of GUM in the genres we hold (GUM's splits.md).
GUM_DEV = frozenset(
    """
    GUM_interview_cyclone GUM_interview_gaming GUM_interview_peres GUM_news_defector
    GUM_news_homeopathic GUM_news_iodine GUM_voyage_athens GUM_voyage_coron GUM_voyage_isfahan
    GUM_academic_exposure GUM_academic_librarians GUM_bio_byron GUM_bio_emperor GUM_court_loan
    """.split()  # noqa: SIM905  read and compared as the list it is copied from
)
GUM_TEST = frozenset(
    """
    GUM_interview_hill GUM_interview_libertarian GUM_interview_mcguire GUM_news_expo
    GUM_news_nasa GUM_news_sensitive GUM_voyage_oakland GUM_voyage_thailand GUM_voyage_vavau
    GUM_academic_discrimination GUM_academic_eegimaa GUM_bio_dvorak GUM_bio_jespersen
    GUM_court_negligence
    """.split()  # noqa: SIM905  as above
)
_DATE_WORDS = frozenset((*calendar.day_name, *calendar.month_name[1:]))


@dataclass(frozen=True, slots=True)
class Marked:
    """A sentence with its names; `unsure` words may belong to a name nobody annotated.

    `names` is None where nothing is known about names.
    """

    sentence: Sentence
    names: tuple[Span, ...] | None
    unsure: tuple[int, ...] = ()


def ewt(root: Path, part: str) -> list[Marked]:
    """Return the sentences of EWT's `part` (train, dev, test) with UNER's names.

    `root` is the folder that holds `ewt/` and `uner/`.
    """
    suffix = "train.rebuilt" if part == "train" else part
    tags = uner_tags(root / "uner" / f"en_ewt-ud-{part}.iob2")
    marked = []
    for sentence in sentences(root / "ewt" / f"en_ewt-ud-{suffix}.conllu"):
        row = tags.get(sentence.sent_id)
        usable = row is not None and len(row) == len(sentence.words)
        marked.append(Marked(sentence, tuple(spans_of(row)) if row and usable else None))
    return marked


def own(path: Path) -> list[Marked]:
    """Return the sentences of a treebank of ours, whose names nobody marked."""
    return [Marked(sentence, None) for sentence in sentences(path)]


def some(marked: Sequence[Marked], least: int, rng: random.Random) -> list[Marked]:
    """Return whole documents drawn at random until they have at least so many sentences."""
    documents: dict[str, list[Marked]] = {}
    for item in marked:
        documents.setdefault(item.sentence.document, []).append(item)
    drawn: list[Marked] = []
    for name in rng.sample(sorted(documents), len(documents)):
        if len(drawn) >= least:
            break
        drawn += documents[name]
    return drawn


def gum(root: Path, part: str, kinds: dict[str, str]) -> list[Marked]:
    """Return the sentences of GUM's `part` (train, dev, test) with the names found in them.

    `kinds` gives the kind of names that UNER knows, by text: UNER calls a country a place
    also where it acts, GUM calls it an organisation there.
    """
    chosen = []
    for path in sorted((root / "gum").glob("GUM_*.conllu")):
        where = "dev" if path.stem in GUM_DEV else "test" if path.stem in GUM_TEST else "train"
        if where == part:
            kept = [s for s in sentences(path) if part != "train" or _teaches(s)]
            chosen += [_gum_marked(s, kinds) for s in kept]
    return chosen


def kinds_by_text(marked: Sequence[Marked]) -> dict[str, str]:
    """Return the commonest kind of each name's text among marked sentences."""
    counts: dict[str, dict[str, int]] = {}
    for item in marked:
        for start, end, kind in item.names or ():
            text = _text(item.sentence.words, start, end)
            by_kind = counts.setdefault(text, {})
            by_kind[kind] = by_kind.get(kind, 0) + 1
    return {text: max(sorted(k), key=lambda one: k[one]) for text, k in counts.items()}


def _teaches(sentence: Sentence) -> bool:
    # "dep" stands where the annotators could not tell; it is nothing to learn
    return not any(word.deprel == "dep" or word.form == "_" for word in sentence.words)


def _text(words: Sequence[Word], start: int, end: int) -> str:
    return " ".join(word.form for word in words[start:end])


def _gum_marked(sentence: Sentence, kinds: dict[str, str]) -> Marked:
    words = sentence.words
    names, unsure = gum_names(words, gum_mentions(words))
    kept, doubted = [], set(unsure)
    for start, end, kind in names:
        known = kinds.get(_text(words, start, end), kind)
        plural_people = kind == "PER" and words[end - 1].xpos == "NNPS"
        single_org = kind == "ORG" and end - start == 1 and not words[start].form.isupper()
        if plural_people or (single_org and known == "ORG" and words[start].form not in kinds):
            doubted.update(range(start, end))
        else:
            kept.append((start, end, known))
    sure = sorted(i for i in doubted if words[i].form not in _DATE_WORDS)
    return Marked(sentence, tuple(kept), tuple(sure))


def documents(marked: Sequence[Marked], rng: random.Random, longest: int) -> list[list[Marked]]:
    """Group sentences of one document into runs of 1 to `longest`, as readers meet them.

    A third of the runs hold one sentence, so that a sentence by itself is met as well.
    """
    groups: list[list[Marked]] = []
    room = 0
    for item in marked:
        same = bool(groups) and groups[-1][0].sentence.document == item.sentence.document
        if room <= 0 or not same:
            groups.append([])
            room = 1 if rng.random() < 1 / 3 else rng.randint(2, max(2, longest))
        groups[-1].append(item)
        room -= 1
    return groups


def gold(vocab: Vocab, group: Sequence[Marked], words: Sequence[Sequence[Word]]) -> Doc:
    """Return one annotated document of a group whose sentences read as `words`."""
    flat = [word for sentence in words for word in sentence]
    starts = _starts(words)
    heads = [word.head + start for sent, start in zip(words, starts, strict=True) for word in sent]
    doc = Doc(
        vocab,
        words=[word.form for word in flat],
        spaces=[word.space for word in flat],
        tags=[word.xpos for word in flat],
        pos=[word.upos for word in flat],
        morphs=[word.feats for word in flat],
        lemmas=[word.lemma for word in flat],
        heads=heads,
        deps=["ROOT" if word.deprel == "root" else word.deprel for word in flat],
    )
    _set_names(doc, group, starts)
    return doc


def examples(
    vocab: Vocab, marked: Sequence[Marked], rng: random.Random, news: tuple[Lexicon, Rates] | None
) -> Iterator[Example]:
    """Yield training examples in random order, changed to news style if `news` is given.

    At the rate `hide` a name or a rare word is also hidden, a common word an eighth as often; with
    `seldom`, any word, the more often the more seldom the training text has it.
    """
    groups = documents(marked, rng, 6)
    rng.shuffle(groups)
    for group in groups:
        words: list[Sequence[Word]] = [item.sentence.words for item in group]
        if news:
            words = [
                variant(w, i.names or (), rng, *news) for w, i in zip(words, group, strict=True)
            ]
        doc = gold(vocab, group, words)
        plain = Doc(vocab, words=[t.text for t in doc], spaces=[bool(t.whitespace_) for t in doc])
        if news:
            _hide(plain, doc, rng, news)
        yield Example(plain, doc)


def _hide(plain: Doc, known: Doc, rng: random.Random, news: tuple[Lexicon, Rates]) -> None:
    """Give some words a norm nobody has met, so that a name cannot be learnt by heart.

    What is left to go by is what a new name will have too: its shape, its first and last
    letters, the lists it stands in, its vector if vectors are read, and its neighbours.
    """
    pool, rates = news
    if not rates.hide and not rates.seldom:
        return
    for token, annotated in zip(plain, known, strict=True):
        if rates.seldom:
            rate = rates.seldom / (rates.seldom + pool.met.get(token.lower_, 0))
        else:
            rare = annotated.ent_iob_ in {"B", "I"} or token.lower_ not in pool.common
            rate = rates.hide * (1 if rare else 1 / 8)
        if not token.is_punct and rng.random() < rate:
            token.norm_ = f"hidden{rng.randrange(5000)}"


def _starts(words: Sequence[Sequence[Word]]) -> list[int]:
    starts, total = [], 0
    for sentence in words:
        starts.append(total)
        total += len(sentence)
    return starts


def _set_names(doc: Doc, group: Sequence[Marked], starts: Sequence[int]) -> None:
    spans, unknown = [], []
    for item, first in zip(group, starts, strict=True):
        length = len(item.sentence.words)
        if item.names is None:
            unknown.append(SpacySpan(doc, first, first + length))
            continue
        spans += [SpacySpan(doc, first + a, first + b, label=kind) for a, b, kind in item.names]
        unknown += [SpacySpan(doc, first + i, first + i + 1) for i in item.unsure]
    doc.set_ents(spans, missing=unknown, default="outside")
