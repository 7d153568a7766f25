"""The terminal shows texts as texts."""

import io
from dataclasses import replace

import pytest
from rich.console import Console

from truceline.show import terminal
from truceline.terms.briefs import Brief


@pytest.fixture
def screen() -> Console:
    return Console(file=io.StringIO(), width=160, force_terminal=False)


def told(screen: Console) -> str:
    assert isinstance(screen.file, io.StringIO)
    return screen.file.getvalue()


def test_stories_say_what_was_kept_and_why_the_rest_was_cut(brief: Brief, screen: Console) -> None:
    terminal.stories(brief.stories, console=screen)
    text = told(screen)
    assert "4 paragraphs kept, 2 cut" in text
    assert "a related article" in text
    assert "date not known" in text
    assert "opinion piece" in text


def test_events_come_with_their_counts_news_first(brief: Brief, screen: Console) -> None:
    terminal.events(brief.stories[0], brief.codings[0], console=screen)
    text = told(screen)
    assert "more than 900 drones" in text
    assert text.index("agreement") < text.index("background")
    assert "6–18 no actor was found in it: Bridges burn" in text


def test_no_events_is_said(brief: Brief, screen: Console) -> None:
    terminal.events(brief.stories[1], replace(brief.codings[1], events=()), console=screen)
    assert "No event was found." in told(screen)


def test_an_answer_shows_what_its_verdict_stands_on(brief: Brief, screen: Console) -> None:
    terminal.answer(brief.answers[0].now, console=screen)
    text = told(screen)
    assert "0.74 to 1.58 (95\xa0%)" in text
    assert "1 secondary estimates are in the JSON form" in text
    assert "a ratio of 1.46 or more" in text
    assert "The series holds northern attacks alone." in text
    assert "not judged" in text


def test_markup_and_escapes_in_a_report_stay_text(brief: Brief, screen: Console) -> None:
    story = replace(brief.stories[0], title="[bold red]x[/] \x1b[31mred")
    terminal.stories((story,), console=screen)
    assert "[bold red]x[/] \ufffd[31mred" in told(screen)
    assert "\x1b" not in told(screen)


def test_markup_in_a_cell_stays_text(brief: Brief, screen: Console) -> None:
    passage = replace(brief.stories[0].passages[0], reason="[red]why[/red]")
    terminal.stories((replace(brief.stories[0], passages=(passage,)),), console=screen)
    assert "[red]why[/red]" in told(screen)


def test_progress_gives_every_item() -> None:
    assert list(terminal.progress(iter([1, 2, 3]), "counting")) == [1, 2, 3]
