"""Scores a pipeline on treebank sentences, counted word by word and name by name.

Attachment counts every word, punctuation too, as the CoNLL shared tasks do, with full
relation names ("nsubj:pass").
"""

from collections.abc import Sequence

from spacy.language import Language
from spacy.tokens import Doc

from corpus import Marked
from entities import Span


def parsed(nlp: Language, marked: Sequence[Marked], *, whole: bool = True) -> list[Doc]:
    """Return the pipeline's reading of each sentence, its words given.

    With `whole`, the parser may not split the sentence in two, as when sentences are given.
    """
    docs = []
    for item in marked:
        words = item.sentence.words
        doc = Doc(nlp.vocab, words=[w.form for w in words], spaces=[w.space for w in words])
        if whole:
            for token in doc:
                token.is_sent_start = token.i == 0
        docs.append(doc)
    return list(nlp.pipe(docs, batch_size=256))


def score_syntax(nlp: Language, marked: Sequence[Marked]) -> dict[str, float]:
    """Return the shares of words right: UAS, LAS, XPOS, UPOS, morph (all features), lemma."""
    right = dict.fromkeys(("UAS", "LAS", "XPOS", "UPOS", "morph", "lemma"), 0)
    total = 0
    for doc, item in zip(parsed(nlp, marked), marked, strict=True):
        for token, word in zip(doc, item.sentence.words, strict=True):
            total += 1
            head = token.head.i == word.head
            label = "root" if token.dep_ == "ROOT" else token.dep_
            right["UAS"] += head
            right["LAS"] += head and label == word.deprel
            right["XPOS"] += token.tag_ == word.xpos
            right["UPOS"] += token.pos_ == word.upos
            right["morph"] += str(token.morph) == word.feats
            right["lemma"] += token.lemma_ == word.lemma
    return {name: count / total for name, count in right.items()}


def score_names(nlp: Language, marked: Sequence[Marked]) -> dict[str, float]:
    """Return precision, recall and F of names found with exact bounds and kind.

    Keys are `P`, `R`, `F` over PER, ORG and LOC and `F_PER` and so on for each. A name the
    pipeline calls OTH is ignored: UNER's test split has no such kind. Names that touch a word
    marked unsure are left out on both sides. Whole documents are read, as truceline reads stories.
    """
    counts = {kind: [0, 0, 0] for kind in ("PER", "ORG", "LOC")}
    for names, item in zip(_named(nlp, marked), marked, strict=True):
        if item.names is None:
            continue
        unsure = set(item.unsure)
        gold = {span for span in item.names if span[2] in counts}
        found = {span for span in names if span[2] in counts}
        found = {span for span in found if not unsure & set(range(span[0], span[1]))}
        for kind, tally in counts.items():
            gold_kind = {s for s in gold if s[2] == kind}
            found_kind = {s for s in found if s[2] == kind}
            tally[0] += len(gold_kind & found_kind)
            tally[1] += len(found_kind)
            tally[2] += len(gold_kind)
    total = [sum(column) for column in zip(*counts.values(), strict=True)]
    scores = {f"F_{kind}": _f(*tally) for kind, tally in counts.items()}
    right, found_all, gold_all = total
    scores |= {"P": right / max(1, found_all), "R": right / max(1, gold_all), "F": _f(*total)}
    return scores


def _named(nlp: Language, marked: Sequence[Marked]) -> list[list[Span]]:
    """Return the names that the pipeline finds in each sentence, given with its document."""
    groups: list[list[Marked]] = []
    for item in marked:
        if not groups or groups[-1][0].sentence.document != item.sentence.document:
            groups.append([])
        groups[-1].append(item)
    docs = []
    for group in groups:
        words = [word for item in group for word in item.sentence.words]
        places = [place for item in group for place in range(len(item.sentence.words))]
        starts: list[bool | int | None] = [place == 0 for place in places]
        forms, spaces = [w.form for w in words], [w.space for w in words]
        docs.append(Doc(nlp.vocab, words=forms, spaces=spaces, sent_starts=starts))
    found: list[list[Span]] = []
    for doc, group in zip(nlp.pipe(docs, batch_size=64), groups, strict=True):
        first = 0
        for item in group:
            last = first + len(item.sentence.words)
            own = [e for e in doc.ents if first <= e.start < last]
            found.append([(e.start - first, e.end - first, e.label_) for e in own])
            first = last
    return found


def _f(right: int, found: int, gold: int) -> float:
    return 2 * right / max(1, found + gold)


def score_raw(nlp: Language, marked: Sequence[Marked]) -> dict[str, float]:
    """Return F scores of words, sentences, UAS and LAS when only the running text is given.

    The text of a paragraph is its words with their spaces. A found word is right if it covers
    the same characters as an annotated one; an arc, if both its ends are right words and joined.
    """
    gold_words = found_words = words = sentences = gold_sents = found_sents = heads = labels = 0
    for group in _paragraphs(marked):
        text, gold, firsts = _laid_out(group)
        doc = nlp(text)
        found = {(t.idx, t.idx + len(t)): t for t in doc if not t.is_space}
        gold_words += len(gold)
        found_words += len(found)
        for span, (head, deprel) in gold.items():
            token = found.get(span)
            if token is None:
                continue
            words += 1
            at = (token.head.idx, token.head.idx + len(token.head))
            heads += at == head
            label = "root" if token.dep_ == "ROOT" else token.dep_
            labels += at == head and label == deprel
        starts = {(s.start_char, s.end_char) for s in doc.sents}
        gold_sents += len(firsts)
        found_sents += len(starts)
        sentences += len(starts & firsts)
    return {
        "words": _f(words, found_words, gold_words),
        "sentences": _f(sentences, found_sents, gold_sents),
        "UAS": _f(heads, found_words, gold_words),
        "LAS": _f(labels, found_words, gold_words),
    }


def _paragraphs(marked: Sequence[Marked]) -> list[list[Marked]]:
    groups: list[list[Marked]] = []
    for item in marked:
        if item.sentence.new_paragraph or not groups:
            groups.append([])
        groups[-1].append(item)
    return groups


def _laid_out(
    group: Sequence[Marked],
) -> tuple[str, dict[tuple[int, int], tuple[tuple[int, int], str]], set[tuple[int, int]]]:
    """Lay a paragraph's words out as text; give arcs by the characters of word and head."""
    text = ""
    arcs: dict[tuple[int, int], tuple[tuple[int, int], str]] = {}
    bounds: set[tuple[int, int]] = set()
    for item in group:
        spans = []
        for word in item.sentence.words:
            spans.append((len(text), len(text) + len(word.form)))
            text += word.form + " " * word.space
        for span, word in zip(spans, item.sentence.words, strict=True):
            arcs[span] = (spans[word.head], word.deprel)
        bounds.add((spans[0][0], spans[-1][1]))
    return text, arcs, bounds
