"""The door: which mistakes of a war.toml are named, and how."""

import re
import tomllib
from datetime import date

import pytest
from pydantic import ValidationError

from truceline.read.war_schema import WarEntry, first_mistake, unknown_keys

HEAD = 'name = "A made-up war"\nstart = 2020-01-01\n'
SIDES = '[[sides]]\ncode = "AAA"\nname = "Ardland"\n[[sides]]\ncode = "BBB"\nname = "Brevia"\n'
ROUND = "[[rounds]]\nstart = 2020-05-01\n"
SERIES = '[[series]]\nname = "shells"\nfile = "shells.csv"\nunit = "shells a day"\n'


def entry(toml: str) -> WarEntry:
    return WarEntry.model_validate(tomllib.loads(toml))


@pytest.mark.parametrize(
    ("toml", "said"),
    [
        ("start = 2020-01-01\n" + SIDES, "name is missing; it is required"),
        ('name = "x"\n' + SIDES, "start is missing"),
        (HEAD, "sides is missing"),
        (HEAD + '[[sides]]\ncode = "A"\nname = "a"\n', "sides holds 1; a war needs two"),
        (HEAD + SIDES.replace('code = "BBB"', ""), r"\[\[sides\]\] number 2: code is missing"),
        (HEAD + SIDES.replace('"Brevia"', "3"), r"number 2: name is 3; it should be text in quot"),
        (HEAD + SIDES.replace("Brevia", " "), "number 2: name is .*text that is not empty"),
        (HEAD.replace("2020-01-01", '"soon"') + SIDES, "start is 'soon'; it should be a date such"),
        (HEAD.replace("2020-01-01", "2020") + SIDES, "start is 2020; it should be a date such as"),
        (HEAD + SIDES + "[[rounds]]\nplace = 'x'\n", r"\[\[rounds\]\] number 1: start is missing"),
        (
            HEAD + SIDES + ROUND + "[[rounds]]\nstart = 2020-06-01\nend = '2020-05-41'\n",
            r"\[\[rounds\]\] number 2: end is '2020-05-41'; it should be a date such as",
        ),
        (
            HEAD + SIDES + ROUND + "status = 'planned'\n",
            "status is 'planned'; it should be one of 'held', 'postponed' or 'collapsed'",
        ),
        (HEAD + SIDES + ROUND + "agreed = 'x'\n", r"number 1: agreed is 'x'; it should be a list"),
        (
            HEAD + SIDES + "[[strikes]]\ndate = 2020-05-02\nside = 'AAA'\nwhat = 'x'\nsymbolic = 1",
            "symbolic is 1; it should be true or false",
        ),
        (HEAD + SIDES + "[[backers]]\ncode = 'C'\n", r"\[\[backers\]\] number 1: side is missing"),
        (HEAD + SIDES + SERIES.replace('unit = "shells a day"', ""), "unit is missing"),
        (HEAD + SIDES + SERIES + "regime = [[2020-01-01]]\n", "regime is .*a pair of dates"),
        (HEAD + SIDES + SERIES + "redistribute = 'maybe'\n", "redistribute is 'maybe'; it should"),
        (HEAD + "end = 5\naliases = 5\n" + SIDES, r"end is 5; .* \(and 1 more\)"),
        (HEAD + "rounds = 3\n" + SIDES, "rounds is 3; it should be a list"),
        (HEAD + "rounds = [3]\n" + SIDES, r"\[\[rounds\]\] number 1 is 3; it should be a table"),
        (HEAD + "codes = 3\n" + SIDES, "codes is 3; it should be a table"),
    ],
)
def test_names_the_mistake_in_one_line(toml: str, said: str) -> None:
    with pytest.raises(ValidationError) as caught:
        entry(toml)
    message = first_mistake(caught.value)
    assert re.search(said, message), message
    assert "\n" not in message


@pytest.mark.parametrize(
    "written",
    ["2020-05-01", "'2020-05-01'", "' 2020-05-01 '", "2020-05-01T10:00:00Z", "'20200501'"],
)
def test_reads_a_day_however_it_is_written(written: str) -> None:
    read = entry(HEAD + SIDES + f"[[rounds]]\nstart = {written}\n")
    assert read.rounds[0].start == date(2020, 5, 1)


@pytest.mark.parametrize("written", ["'2020-05'", "'1 May 2020'", "5", "''", "true", "10:00:00"])
def test_refuses_what_is_no_day_even_where_none_is_needed(written: str) -> None:
    with pytest.raises(ValidationError, match="not a date"):
        entry(HEAD + SIDES + f"{ROUND}end = {written}\n")


def test_a_long_value_is_cut_in_the_message() -> None:
    with pytest.raises(ValidationError) as caught:
        entry(HEAD.replace("2020-01-01", "'" + "x" * 500 + "'") + SIDES)
    assert len(first_mistake(caught.value)) < 150


def test_unknown_keys_are_remarked_on_in_order() -> None:
    read = entry("mood = 1\n" + HEAD + SIDES + "colour = 2\n" + ROUND + "a = 3\nb = 4\n")
    assert unknown_keys(read) == (
        "the key 'mood' is not known and was left out",
        "[[sides]] number 2: the key 'colour' is not known and was left out",
        "[[rounds]] number 1: the key 'a' is not known and was left out",
        "[[rounds]] number 1: the key 'b' is not known and was left out",
    )
