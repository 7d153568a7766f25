"""The pages of findings: up to date, three sentences a question, written for people."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

import findings
from derive_syria import derive

PAGES = {page.name: (findings.PAGES / f"{page.name}.md") for page in findings.WARS}


@pytest.mark.slow
@pytest.mark.parametrize("page", findings.WARS, ids=lambda page: page.name)
def test_a_page_is_what_the_measures_say_today(page: findings.Page) -> None:
    there = PAGES[page.name].read_text("utf-8")
    assert findings.written(page) == there, "run `make findings`"


@pytest.mark.parametrize("name", PAGES)
def test_each_question_has_its_three_sentences_and_a_verdict(name: str) -> None:
    text = PAGES[name].read_text("utf-8")
    sections = re.split(r"^## ", text, flags=re.MULTILINE)[1:]
    asked = [each for each in sections if each.split("\n")[0] in findings.QUESTIONS.values()]
    assert len(asked) == 5
    for each in asked:
        heads = re.findall(r"^\*\*([\w ]+)\.\*\* [A-Z0-9].*\.$", each, re.MULTILINE)
        assert heads == ["Found", "Not found", "What would flip it"]
        assert re.search(
            r"^Verdict: (supported|contradicted|mixed|cannot say)\.", each, re.MULTILINE
        )


def test_what_was_found_on_ukraine_comes_with_an_interval() -> None:
    text = PAGES["ukraine"].read_text("utf-8")
    talks = text.split("## Do attacks rise before talks?")[1].split("**Not found.**")[0]
    assert re.search(r"\d\.\d\d times \(\d\.\d\d to \d+\.\d\d\)", talks)


def test_the_months_of_syria_are_those_of_the_table_they_come_from(
    shared: Callable[[str], Path],
) -> None:
    source = shared("data/ucdp/derived_ucdp_panel.csv")
    there = Path(findings.ROOT, "examples", "syria", "deaths_ucdp.csv").read_text("utf-8")
    assert derive(source) == there
