"""Each figure stands with its words and the numbers behind it."""

from dataclasses import replace

from truceline.show.figures import numbers_behind, profiles, timeline
from truceline.terms.briefs import Brief


def test_each_series_has_a_panel_of_its_own(brief: Brief) -> None:
    panels = timeline(brief)
    assert [each.title for each in panels] == ["north launches", "south losses"]
    assert panels[0].note.startswith("attacks by Northland; drones and missiles; reported by")
    assert len(panels[0].table.rows) == 90
    assert 'id="timeline-1-title"' in panels[0].svg


def test_profiles_stand_by_column(brief: Brief) -> None:
    ((heading, panels),) = profiles(brief)
    assert heading == "As known on 1 August 2031"
    rows = panels[0].table.rows
    assert rows[0] == ("14 days before", "0.53", "0.60 to 1.60")
    assert rows[14] == ("day of the round", "1.00", "0.60 to 1.60")
    assert rows[19] == ("5 days after", "cannot be said", "0.60 to 1.60")


def test_each_column_is_named_by_its_own_day(brief: Brief) -> None:
    talks = replace(brief.answers[0], then=brief.answers[0].now)
    made = profiles(replace(brief, answers=(talks,)))
    assert [heading for heading, _ in made] == [
        "As known on 5 June 2031", "As known on 1 August 2031",
    ]  # fmt: skip
    ids = [panels[0].svg.split('aria-labelledby="')[1].split('"')[0] for _, panels in made]
    assert len(set(ids)) == 2


def test_nothing_to_draw_draws_nothing(brief: Brief) -> None:
    empty = replace(brief, timeline=(), answers=brief.answers[1:])
    plain = replace(
        empty,
        answers=tuple(
            replace(each, then=None, now=replace(each.now, profiles=())) for each in empty.answers
        ),
    )
    assert timeline(plain) == ()
    assert profiles(plain) == ()
    assert numbers_behind(plain) == ()


def test_the_numbers_behind_are_those_of_the_panels(brief: Brief) -> None:
    drawn = [each.table for each in timeline(brief)]
    drawn += [each.table for _, panels in profiles(brief) for each in panels]
    assert list(numbers_behind(brief)) == drawn
