"""One brief in three forms, and its five main lines."""

from dataclasses import replace

import pytest

from truceline.show.brief import SUFFIXES, headline, render, require_suffix
from truceline.terms.briefs import Brief
from truceline.terms.errors import BadInput


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_each_form_is_whole_and_the_same_each_time(brief: Brief, suffix: str) -> None:
    assert render(brief, suffix=suffix) == render(brief, suffix=suffix)
    assert "War of the Lakes" in render(brief, suffix=suffix)


@pytest.mark.parametrize("suffix", [".docx", "", ".HTML", "html"])
def test_another_suffix_is_refused_with_those_that_are_allowed(brief: Brief, suffix: str) -> None:
    for refuse in (lambda: render(brief, suffix=suffix), lambda: require_suffix(suffix)):
        with pytest.raises(BadInput, match=r"\.html, \.md, \.json"):
            refuse()


def test_five_lines_say_it_all(brief: Brief) -> None:
    lines = headline(brief)
    assert lines[0].startswith(
        "What happened: 7 events, among them Northland: attack with drones (drones), 1 June 2031 "
        "(more than 900 drones; at least 16 killed, of whom 3 children)"
    )
    assert lines[1].endswith("2 June 2031 Lake City (held; agreed: prisoner exchange, bodies)")
    assert lines[2].startswith("As known on the report's date (5 June 2031): In the 7 days")
    assert lines[3].endswith("Verdict: cannot say.")
    assert lines[4] == "What would flip it: a ratio of 1.46 or more"


def test_only_the_nearest_rounds_are_named(brief: Brief) -> None:
    many = replace(brief, rounds=(*brief.rounds, replace(brief.rounds[0], place="Far Away")))
    assert headline(many)[1].count("(") == 3


def test_the_lines_hold_one_line_each_and_no_terminal_control(brief: Brief) -> None:
    story = replace(brief.stories[0], title="a\x1b[31m\nb")
    event = replace(
        brief.codings[0].events[0],
        source=(replace(brief.codings[0].events[0].source[0], text="N\x1b[0m\nland"),),
    )
    bad = replace(
        brief, stories=(story, brief.stories[1]),
        codings=(replace(brief.codings[0], events=(event,)), brief.codings[1]),
    )  # fmt: skip
    told = headline(bad)
    assert len(told) == 5
    assert not any("\n" in each or "\x1b" in each for each in told)


def test_where_one_day_was_asked_for_it_is_not_called_now(brief: Brief) -> None:
    one = replace(brief, answers=(replace(brief.answers[0], then=None),))
    told = headline(one)
    assert told[2] == (
        "As known on the report's date (5 June 2031): not asked, for 1 August 2031 was asked for"
    )
    assert told[3].startswith("As known on 1 August 2031: In the 7 days")


def test_without_talks_or_events_the_lines_say_so(brief: Brief) -> None:
    bare = replace(
        brief, rounds=(), answers=(),
        codings=tuple(replace(each, events=()) for each in brief.codings),
    )  # fmt: skip
    told = headline(bare)
    assert told[0] == "What happened: no event was found in the report"
    assert "no round of talks" in told[1]
    assert told[3].endswith("not asked")
    assert told[4].endswith("not said by the measure")


def test_without_a_date_the_lines_say_what_to_do(brief: Brief) -> None:
    told = headline(replace(brief, date=None))
    assert told[2] == "As known on the report's date: not asked, for no date was found; give --date"
