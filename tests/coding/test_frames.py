"""Entries for whole groups of words, and their look-up."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from truceline.coding.frames import Frame, Frames, read
from truceline.coding.lexicon import PARSED, irregular_forms, lexicons, read_toml
from truceline.coding.verbs import forms_of
from truceline.terms.ontology import MODES, TYPES

GROUPS = {"ground": ["town", "hill"]}
WORDS = st.sampled_from(["town", "hill", "from", "off", "up"])


@pytest.mark.parametrize(
    ("entry", "verbs", "needs"),
    [
        ("take", ("take",), []),
        ("fall back", ("fall",), [{"back"}]),
        ("take|seize", ("take", "seize"), []),
        ("take {ground} from", ("take",), [{"town", "hill"}, {"from"}]),
        ("set off|out", ("set",), [{"off", "out"}]),
    ],
)
def test_an_entry_is_its_verbs_and_the_words_under_them(
    entry: str, verbs: tuple[str, ...], needs: list[set[str]]
) -> None:
    assert read(entry, GROUPS) == (verbs, tuple(map(frozenset, needs)))


def test_an_entry_names_only_groups_that_there_are() -> None:
    with pytest.raises(KeyError, match="sea"):
        read("cross {sea}", GROUPS)


@given(
    st.lists(st.lists(st.frozensets(WORDS, min_size=1), max_size=3), max_size=6),
    st.frozensets(WORDS),
)
def test_looking_up_by_word_finds_what_looking_through_all_finds(
    entries: list[list[frozenset[str]]], words: frozenset[str]
) -> None:
    frames = [Frame(tuple(needs), place) for place, needs in enumerate(entries)]
    slow = sorted((each for each in frames if each.needs and each.stands_in(words)),
                  key=lambda each: -len(each.needs))  # fmt: skip
    found = [each for each in Frames(frames).among(words) if each.stands_in(words)]
    assert found == slow


def test_of_two_entries_the_one_with_more_words_comes_first() -> None:
    short, long = Frame((frozenset({"off"}),), 1), Frame((frozenset({"off"}), frozenset({"a"})), 2)
    assert [each.value for each in Frames([short, long]).among({"a", "off"})] == [2, 1]


@pytest.mark.parametrize("name", PARSED)
def test_every_entry_over_a_parse_has_a_type_and_mode_of_the_ontology(name: str) -> None:
    table = read_toml(name)
    for row in (*table["verbs"], *table.get("nouns", [])):
        assert row["type"] in {*TYPES, ""}
        assert row.get("mode") is None or row["mode"] in MODES[row["type"]], row


@pytest.mark.parametrize("name", PARSED)
def test_every_class_that_a_light_verb_lends_an_act_has_nouns(name: str) -> None:
    tables = [read_toml(each) for each in ("nouns", *PARSED)]
    nouns = {row["class"] for each in tables for row in each.get("nouns", [])}
    table = read_toml(name)
    used = {kind for group in table.get("light", {}).values() for kind in group}
    assert used | set(table.get("end", {})) <= nouns | {"any"}


def test_no_two_files_give_one_group_other_words() -> None:
    seen: dict[str, list[str]] = {}
    for name in PARSED:
        for group, words in read_toml(name).get("groups", {}).items():
            assert seen.setdefault(group, words) == words, f"{name}: {group}"


def test_no_irregular_verb_is_taken_for_a_regular_one() -> None:
    forms = set(lexicons(deeds=True).verbs)
    wrong = {"stoped", "withdrawed", "taked", "leaved", "submited", "overrunned", "telled"}
    assert not forms & wrong
    assert "withdrew" in forms_of("withdraw", irregular_forms())
