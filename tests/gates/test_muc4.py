"""The adapter for reports with marked roles: its score, its memory, its fillers."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.gates import muc4
from tests.gates.fillers import fillers, story_of
from tests.gates.mentions import (
    against,
    arms_in,
    away,
    bare,
    did_harm,
    does,
    guilty,
    nouns_in,
    organisations,
    struck,
    with_owner,
)
from tests.gates.names import aimed_at, names_in

from truceline.coding.parsed import ParsedCoder
from truceline.coding.tokens import tokens_of

REPORT: dict[str, Any] = {
    "doctext": "urban guerrillas bombed a bank in lima with dynamite.    judge juan perez soto was "
    "killed in the attack.",
    "templates": [
        {"incident_type": "bombing", "PerpInd": [[["urban guerrillas", 0]]], "PerpOrg": [],
         "Target": [[["bank", 26], ["a bank", 24]]], "Victim": [[["juan perez soto", 60]]],
         "Weapon": [[["dynamite", 44]]]},
        {"incident_type": "attack", "PerpInd": [], "PerpOrg": [], "Target": [],
         "Victim": [[["juan perez soto", 60], ["perez soto", 65]]], "Weapon": []},
    ],
}  # fmt: skip


def test_mentions_are_compared_without_quotes_articles_and_capitals() -> None:
    assert muc4.plain('The "Santo Tomas" farm.') == "santo tomas farm"


def test_entities_of_several_templates_that_share_a_mention_are_one() -> None:
    gold = muc4.gold_of(REPORT)
    assert gold["Victim"] == [frozenset({"juan perez soto", "perez soto"})]
    assert gold["Target"] == [frozenset({"bank"})]


@pytest.mark.parametrize(
    ("answers", "expected"),
    [([{"bank"}], 1), ([{"bank"}, {"branch"}], 1), ([{"bank", "house"}], 0), ([], 0),
     ([{"house"}, {"bank"}], 2)],
)  # fmt: skip
def test_an_answer_matches_one_gold_entity_that_has_all_its_mentions(
    answers: list[set[str]], expected: int
) -> None:
    gold = [frozenset({"bank", "branch"}), frozenset({"house"})]
    assert muc4.matched([frozenset(each) for each in answers], gold) == expected


def test_perfect_answers_score_one_and_none_score_nought() -> None:
    gold = muc4.gold_of(REPORT)
    right, wrong = muc4.Tally(), muc4.Tally()
    right.add(gold, gold)
    wrong.add({}, gold)
    assert list(right.lines())[-1] == ("all roles", 1.0, 1.0, 1.0)
    assert list(wrong.lines())[-1] == ("all roles", 0.0, 0.0, 0.0)


def test_the_memory_says_what_it_saw_marked_and_nothing_else() -> None:
    memory = muc4.Memory([REPORT])
    assert memory(REPORT)["Target"] == [frozenset({"bank"})]
    assert all(not said for said in memory({"doctext": "nothing of the kind"}).values())


def test_the_coder_fills_the_roles_of_a_plain_report() -> None:
    story = story_of(REPORT["doctext"])
    found = set(fillers(story, ParsedCoder()(story)))
    assert {("Target", "bank"), ("Weapon", "dynamite"), ("Victim", "juan perez soto")} <= found
    assert ("PerpInd", "Urban guerrillas") in found


def test_capitals_change_nothing() -> None:
    story = story_of(REPORT["doctext"].upper())
    assert story.text == story_of(REPORT["doctext"]).text


def test_a_report_without_an_incident_fills_nothing() -> None:
    story = story_of("the bank of lima opened a new office on monday.")
    assert list(fillers(story, ParsedCoder()(story))) == []


def test_nouns_take_what_stands_before_them_and_names_end_where_they_should() -> None:
    text = "they burned the u.s. embassy and two presidential farms"
    spans = nouns_in(tokens_of(text), frozenset({"embassy", "farms"}))
    tokens = tokens_of(text)
    said = [text[tokens[a].start : tokens[b - 1].end] for a, b in spans]
    assert said == ["u.s. embassy", "presidential farms"]
    text = "gunmen burned state-owned banks and an avianca 727 plane"
    spans = nouns_in(tokens := tokens_of(text), frozenset({"banks", "plane"}))
    said = [text[tokens[a].start : tokens[b - 1].end] for a, b in spans]
    assert said == ["state-owned banks", "avianca 727 plane"]
    tokens = tokens_of("judge maria elena diaz was killed, said juan lopez")
    assert [(a, b) for a, b in names_in(tokens)] == [(1, 4)]


def test_names_are_found_by_an_age_and_in_a_list() -> None:
    aged = tokens_of("among the injured are marta reyes, 23; and others")
    assert set(names_in(aged)) == {(4, 6)}
    listed = tokens_of("they killed ignacio ellacuria, montes mozo and ramon moreno.")
    assert sorted(names_in(listed)) == [(2, 4), (5, 7), (8, 10)]
    assert list(names_in(tokens_of("president carlos perez met a general"))) == []


def test_a_thing_takes_its_owner_with_it() -> None:
    text = "they burned el siglo's facilities and the offices of the labor union"
    tokens = tokens_of(text)
    spans = [with_owner(tokens, *each)
             for each in nouns_in(tokens, frozenset({"facilities", "offices"}))]  # fmt: skip
    said = [text[tokens[a].start : tokens[b - 1].end] for a, b in spans]
    assert said == ["el siglo's facilities", "offices of the labor union"]


def test_doers_do_something_and_stand_without_the_name_of_their_group() -> None:
    assert does(tokens_of("killed by three men"), 3, 4)
    assert does(tokens_of("gunmen opened fire"), 0, 1)
    assert not does(tokens_of("the traffickers met"), 1, 2)
    assert bare("ELN urban guerrillas") == "urban guerrillas"
    assert bare("ELN members") == "ELN members"
    assert against(tokens_of("a clash with the eln"), 4)


def test_words_of_guilt_name_doers_and_an_army_that_kills_did_harm() -> None:
    tokens = tokens_of("soldiers of the army are accused of the murder")
    assert guilty(tokens, 0, 4)
    assert did_harm(tokens, 3, 4)
    assert did_harm(tokens_of("the army murdered them"), 1, 2)
    assert not did_harm(tokens_of("the army reported a murder"), 1, 2)
    assert not guilty(tokens_of("soldiers guard the bridge"), 0, 1)


def test_whom_an_attack_is_on_is_its_victim_if_unhurt() -> None:
    assert aimed_at(tokens_of("the attack against senator rosa vidal failed"), 4)
    assert not aimed_at(tokens_of("the attack began when rosa vidal left"), 4)


def test_groups_that_act_or_answer_for_a_deed_are_its_doers_and_others_are_not() -> None:
    story = story_of(
        "guerrillas killed judge rosa vidal with a bomb, and the eln claimed the bomb. "
        "the farc (revolutionary armed forces of colombia) planted the bomb, police said. "
        "the talks with the epl were broken off after the explosion."
    )
    said = list(fillers(story, ParsedCoder()(story)))
    groups = {each.lower() for role, each in said if role == "PerpOrg"}
    assert groups == {"eln", "farc"}
    assert ("Victim", "rosa vidal") in [(role, each.lower()) for role, each in said]


def test_who_speaks_and_to_whom_something_is_sent_are_no_victims() -> None:
    story = story_of(
        "gunmen murdered judge rosa vidal in lima, said ricardo mora. a letter to jorge luna "
        "claimed the murder."
    )
    said = {each.lower() for role, each in fillers(story, ParsedCoder()(story)) if role == "Victim"}
    assert said == {"rosa vidal"}


def test_a_deed_told_only_as_a_noun_is_read_by_its_plainest_words() -> None:
    story = story_of("the president spoke of the murder of judge rosa vidal.")
    assert ("Victim", "rosa vidal") in list(fillers(story, ParsedCoder()(story)))


def test_what_an_attack_or_against_stands_before_was_struck() -> None:
    assert struck(tokens_of("an attack on the embassy"), 4)
    assert struck(tokens_of("they marched against the bank"), 4)
    assert not struck(tokens_of("they walked to the bank"), 4)


def test_a_thing_near_which_a_bomb_was_laid_is_its_target() -> None:
    assert not away(tokens_of("a bomb was planted near the embassy"), 6)
    assert away(tokens_of("gunmen shot a judge near the embassy"), 6)


def test_a_vehicle_that_only_carried_the_bomb_is_no_target() -> None:
    story = story_of("a bomb exploded in a car and destroyed the bank.")
    bank = {each for role, each in fillers(story, ParsedCoder()(story)) if role == "Target"}
    assert "bank" in bank
    story = story_of("gunmen in a car attacked the bank with a bomb.")
    assert ("Target", "car") not in list(fillers(story, ParsedCoder()(story)))
    story = story_of("gunmen fled after an attack on the car of the judge with a bomb.")
    assert ("Target", "car of the judge") in list(fillers(story, ParsedCoder()(story)))


def test_persons_of_one_surname_are_two_and_a_part_of_a_name_is_the_same_person() -> None:
    story = story_of(
        "gunmen murdered maria jacinta pulido and pilar pulido in lima. maria pulido was killed "
        "with a knife."
    )
    said = [each.lower() for role, each in fillers(story, ParsedCoder()(story)) if role == "Victim"]
    assert said == ["maria jacinta pulido", "pilar pulido"]


def test_a_weapon_that_nobody_uses_on_anything_is_no_filler() -> None:
    story = story_of("a bomb exploded in lima on monday.")
    assert list(fillers(story, ParsedCoder()(story))) == []


def test_a_weapon_is_named_in_full() -> None:
    tokens = tokens_of("two dynamite charges and a car bomb")
    assert [(a, b) for a, b, _ in arms_in(tokens)] == [(1, 3), (5, 7)]


def test_names_of_one_organisation_have_one_key() -> None:
    keys = {organisations().at(tokens_of(name), 0) for name in ("ELN", "National Liberation Army")}
    assert len({hit[1] for hit in keys if hit}) == 1


def test_a_file_is_scored_from_end_to_end(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "dev.json"
    for name in ("dev.json", "train.json"):
        (tmp_path / name).write_text(json.dumps(REPORT) + "\n", "utf-8")
    muc4.main(file)
    out = capsys.readouterr().out
    assert "| all roles |" in out
    assert "memorised strings" in out


def test_the_development_half_reads(shared: Callable[[str], Path]) -> None:
    reports = muc4.read(shared("data/text/muc4/dev.json"))
    assert sum(len(e) for each in reports for e in muc4.gold_of(each).values()) > 300
