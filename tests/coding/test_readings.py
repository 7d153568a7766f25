"""Readings of verb forms, made when a form is first met."""

from truceline.coding.frames import Frame, Frames, read
from truceline.coding.lexicon import PARSED, irregular_forms, lexicons, read_toml
from truceline.coding.readings import Readings, Verb, heads_of
from truceline.coding.verbs import forms_of


def at_once() -> dict[str, tuple[Verb, ...]]:
    """Return the readings of every form in the slow way: entry by entry."""
    found: dict[str, list[Verb]] = {}
    tables = [read_toml(each) for each in ("predicates", *PARSED)]
    groups = {name: row for each in tables for name, row in each.get("groups", {}).items()}
    for row in (row for each in tables for row in each["verbs"]):
        for lemma in row["lemmas"]:
            heads, needs = read(lemma, groups)
            rest = lemma.partition(" ")[2]
            for head in heads:
                named = f"{head} {rest}" if rest else lemma if len(heads) == 1 else head
                for form, tags in forms_of(head, irregular_forms()).items():
                    verb = Verb(row["type"], row.get("mode"), row["class"], named,
                                frozenset(tags), needs)  # fmt: skip
                    found.setdefault(form, []).append(verb)
    return {form: tuple(sorted(row, key=lambda v: -len(v.needs))) for form, row in found.items()}


def test_they_are_those_that_reading_every_entry_at_once_gives() -> None:
    slow, verbs = at_once(), lexicons(deeds=True).verbs
    assert set(slow) == set(verbs)
    assert all(verbs[form] == row for form, row in slow.items())


def test_a_word_that_is_no_verb_has_none() -> None:
    verbs = Readings([], {}, {})
    assert len(verbs) == 0
    assert "table" not in verbs
    assert verbs.get("table") is None
    assert verbs.frames("table") is None


def test_frames_of_a_form_are_its_readings() -> None:
    verbs = lexicons(deeds=True).verbs
    found, slow = verbs.frames("withdrew"), Frames(Frame(v.needs, v) for v in verbs["withdrew"])
    assert found is not None
    words = {"from", "accord", "troops"}
    assert [each.value for each in found.among(words)] == [each.value for each in slow.among(words)]
    assert found.bare == slow.bare


def test_a_form_of_two_verbs_of_one_entry_has_both() -> None:
    row = {"type": "AID", "class": "x", "lemmas": ["lie|lay down"]}
    irregular = {"lie": ["lies", "lay", "lain", "lying"]}
    found = Readings([row], irregular, {})["lay"]
    assert [each.lemma for each in found] == ["lie down", "lay down"]


def test_the_verbs_of_an_entry_are_those_that_reading_it_gives() -> None:
    for name in ("predicates", *PARSED):
        for row in read_toml(name)["verbs"]:
            for lemma in row["lemmas"]:
                assert heads_of(lemma) == read(lemma.partition(" ")[0], {})[0]
