"""Tells a sentence as news does: with who says so behind it, or with a dateline before it.

"Fourteen people died, the ministry said on Sunday." The treebanks say little this way, and a
parser taught by them alone reads what was said as an aside of the saying.
"""

import calendar
import random
from collections.abc import Sequence
from dataclasses import dataclass, replace

from conllu import Word
from corpus import Marked

LONGEST = 40
_LONGEST_SPEAKER = 8
_FINITE, _SUBJECT = "VerbForm=Fin", {"nsubj", "nsubj:pass", "expl", "csubj"}
_SAY = {"say", "announce", "add", "report", "claim", "confirm", "warn", "tell", "declare"}
_SAID = "Person=3|Tense=Past|VerbForm=Fin"
_VERBS = ("said say", "said say", "said say", "announced announce")
_DATED = 0.5
# "who said" names nobody, and "I" is no subject after a comma in a report
_NOBODY = ("PronType=Rel", "PronType=Int", "Person=1")


@dataclass(frozen=True, slots=True)
class Telling:
    """How often a sentence is told in each way (0 to 1); who speaks, and the places of datelines.

    A speaker's words count heads from its own first; the head of it governs itself.
    """

    speakers: Sequence[tuple[Word, ...]]
    places: Sequence[str]
    said: float = 0.08
    according: float = 0.02
    dateline: float = 0.03


def speakers_in(marked: Sequence[Marked]) -> list[tuple[Word, ...]]:
    """Return the short subjects of verbs of saying in sentences, each as a tree of its own."""
    return [
        party
        for item in marked
        for i, word in enumerate(item.sentence.words)
        if word.deprel == "nsubj" and item.sentence.words[word.head].lemma in _SAY
        if not any(mark in word.feats for mark in _NOBODY)
        if (party := _tree(item.sentence.words, i))
    ]


def told(item: Marked, rng: random.Random, how: Telling) -> Marked:
    """Return the sentence told as news at random, else as it is.

    Parameters
    ----------
    item : Marked
        A sentence. Changed is only a plain one: a full stop at its end, a finite verb and its
        subject at the root, no speech in it and no question.
    rng : random.Random
        Seeded by the caller.
    how : Telling
        How often in which way.

    Returns
    -------
    Marked
        With a tree; the names stay the same words, a speaker's are not told.
    """
    words = item.sentence.words
    root = next((i for i, word in enumerate(words) if word.head == i), 0)
    draw = rng.random()
    if draw >= how.said + how.according + how.dateline or not _plain(words, root):
        return item
    if draw < how.dateline:
        return _dated(item, root, rng, how.places)
    party = rng.choice(how.speakers)
    tell = _said if draw < how.dateline + how.said else _according
    words = tell(words, root, party, rng)
    unsure = (*item.unsure, *range(len(item.sentence.words), len(words)))
    return Marked(replace(item.sentence, words=words), item.names, unsure)


def _plain(words: Sequence[Word], root: int) -> bool:
    under = [word for i, word in enumerate(words) if word.head == root and i != root]
    helped = [word for word in under if word.deprel in {"aux", "aux:pass", "cop"}]
    return (
        len(words) <= LONGEST
        and words[-1].form == "."
        and words[-1].head == root
        and any(_FINITE in word.feats for word in (words[root], *helped))
        and any(word.deprel in _SUBJECT for word in under)
        and not any(word.deprel in {"parataxis", "ccomp"} for word in under)
        and not any(word.form in {'"', "“", "”", "''", "``"} for word in words)
    )


def _tree(words: Sequence[Word], top: int) -> tuple[Word, ...]:
    """Return the words under one, which governs itself, if they stand together and are few."""
    inside = {top}
    for _ in range(_LONGEST_SPEAKER):
        inside |= {i for i, word in enumerate(words) if word.head in inside}
    first, last = min(inside), max(inside)
    if last - first + 1 != len(inside) or len(inside) > _LONGEST_SPEAKER:
        return ()
    own = [replace(words[i], head=top) if i == top else words[i] for i in range(first, last + 1)]
    party = [replace(word, head=word.head - first) for word in own]
    party[-1] = replace(party[-1], space=True)
    if party[0].xpos not in {"NNP", "NNPS"}:
        party[0] = replace(party[0], form=party[0].form.lower())
    return tuple(party)


def _said(
    words: Sequence[Word], root: int, party: Sequence[Word], rng: random.Random
) -> tuple[Word, ...]:
    clause, stop = _open(words, root)
    verb = len(clause) + len(party)
    clause[root] = replace(clause[root], deprel="ccomp", head=verb)
    lead = next(word for i, word in enumerate(party) if word.head == i)
    number = "Plur" if "Number=Plur" in lead.feats else "Sing"
    saying = f"{rng.choice(_VERBS)} VERB VBD Mood=Ind|Number={number}|{_SAID}"
    tail = [_word(saying, verb, "root")]
    if rng.random() < _DATED:
        day = rng.choice(tuple(calendar.day_name))
        tail += [
            _word("on on ADP IN _", verb + 2, "case"),
            _word(f"{day} {day} PROPN NNP Number=Sing", verb, "obl"),
        ]
    tail[-1] = replace(tail[-1], space=False)
    speaking = _placed(party, len(clause), verb, "nsubj")
    return (*clause, *speaking, *tail, replace(stop, head=verb))


def _according(
    words: Sequence[Word], root: int, party: Sequence[Word], _: random.Random
) -> tuple[Word, ...]:
    clause, stop = _open(words, root)
    at = len(clause)
    lead = at + 2 + next(i for i, word in enumerate(party) if word.head == i)
    clause[-1] = replace(clause[-1], head=lead)
    link = [
        _word("according accord VERB VBG ExtPos=ADP|Tense=Pres|VerbForm=Part", lead, "case"),
        _word("to to ADP IN _", at, "fixed"),
    ]
    speaking = _placed(party, at + 2, root, "obl")
    speaking[-1] = replace(speaking[-1], space=False)
    return (*clause, *link, *speaking, stop)


def _open(words: Sequence[Word], root: int) -> tuple[list[Word], Word]:
    """Return a sentence with a comma in place of its full stop, and that stop."""
    *clause, stop = words
    clause[-1] = replace(clause[-1], space=False)
    return [*clause, _word(", , PUNCT , _", root, "punct")], stop


def _placed(party: Sequence[Word], first: int, head: int, relation: str) -> list[Word]:
    return [
        replace(word, head=head, deprel=relation)
        if word.head == i
        else replace(word, head=word.head + first)
        for i, word in enumerate(party)
    ]


def _dated(item: Marked, root: int, rng: random.Random, places: Sequence[str]) -> Marked:
    place = rng.choice(places).upper()
    month, day = rng.choice(calendar.month_name[1:]), rng.randint(1, 28)
    dash = rng.choice("-—–")
    line = [
        _word(f"{place} {place} PROPN NNP Number=Sing", root + 5, "parataxis"),
        _word(", , PUNCT , _", 3, "punct"),
        _word(f"{day} {day} NUM CD NumForm=Digit|NumType=Card", 3, "nummod"),
        _word(f"{month} {month} PROPN NNP Number=Sing", 0, "nmod:unmarked"),
        _word(f"{dash} {dash} PUNCT : _", 0, "punct"),
    ]
    line[0] = replace(line[0], space=False)
    far = len(line)
    moved = [replace(word, head=word.head + far) for word in item.sentence.words]
    spans = item.names and tuple((start + far, end + far, kind) for start, end, kind in item.names)
    unsure = (0, *(index + far for index in item.unsure))
    return Marked(replace(item.sentence, words=(*line, *moved)), spans, unsure)


def _word(told_as: str, head: int, relation: str) -> Word:
    """Return a word given as "form lemma upos xpos feats"."""
    form, lemma, upos, xpos, feats = told_as.split()
    marks = "" if feats == "_" else feats
    return Word(form, space=True, lemma=lemma, upos=upos, xpos=xpos, feats=marks, head=head,
                deprel=relation, misc="")  # fmt: skip
