"""Cues, names and content words of a sentence."""

from tests.coding.claim_scenes import WAR

from truceline.coding.claim_words import content_words, cue_tables, cues_of, name_table, named
from truceline.coding.lexicon import read_toml
from truceline.coding.tokens import tokens_of


def who(text: str) -> list[tuple[str, bool, bool]]:
    found = named(tokens_of(text), name_table(WAR))
    return [(each.code, each.speaker, each.obj) for each in found]


def test_no_phrase_stands_in_two_rows_of_a_table_for_one_would_never_be_found() -> None:
    for name, rows in read_toml("claims").items():
        every = [phrase for phrases in rows.values() for phrase in phrases]
        assert sorted(set(every)) == sorted(every), name


def test_every_table_is_ready_for_look_up() -> None:
    assert set(cue_tables()) == set(cues_of(tokens_of("Nothing."))) == set(read_toml("claims"))


def test_who_reports_is_a_speaker_and_what_is_hit_an_object() -> None:
    assert who("Ukraine's Air Force said Russia fired.") == [("UKR", True, False),
                                                             ("RUS", False, False)]  # fmt: skip
    assert who("Aircraft raided Kyiv.") == [("UKR", False, True)]


def test_a_bloc_is_known_by_its_name() -> None:
    assert who("EU leaders met.") == [("EUE", False, False)]


def test_the_pronoun_us_is_no_state() -> None:
    assert who("He told us so.") == []


def test_content_words_leave_out_what_every_sentence_says() -> None:
    assert content_words(tokens_of("On June 3, Ukraine struck the Kerch Bridge.")) == {
        "kerch", "bridge",
    }  # fmt: skip
