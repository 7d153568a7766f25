"""The word lists can be read, and say what they should."""

import pytest

from truceline.read import lexicon
from truceline.terms.errors import BadInput


def test_lines_are_looked_up_without_case_punctuation_and_counts() -> None:
    assert lexicon.key("SHARE (12)") == lexicon.key("share") == "share"
    assert lexicon.key("Comments: 3.4k") == "comments"
    assert lexicon.key("23") == "23"


def test_every_rule_has_a_reason_and_every_line_is_in_its_looked_up_form() -> None:
    rules = lexicon.furniture()
    assert len({rule.reason for rule in rules}) == len(rules)
    assert all(rule.lines and rule.longest > 0 for rule in rules)
    assert "" not in {line for rule in rules for line in rule.lines}


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("related", "Most Read"),
        ("related", "More from World"),
        ("related", "Читайте также"),
        ("inline", "READ ALSO: The front in June"),
        ("comments", "3 thoughts on “Talks end”"),
        ("byline", "By Jane Doe and John Smith in Geneva"),
        ("byline", "Reporting by Jane Doe; Editing by John Smith"),
        ("notes", "Editor's note: an earlier version gave another date."),
        ("opinion_label", "Guest essay"),
        ("list_title", "Five takeaways from the talks"),
    ],
)
def test_patterns_know_their_lines(name: str, line: str) -> None:
    assert lexicon.around(name).match(line)


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("related", "More than 900 drones were launched"),
        ("byline", "By Monday evening the army had left the town"),
        ("byline", "From Kyiv to Kursk, the war is changing"),
        ("notes", "This report was produced by the United Nations mission."),
        ("opinion_label", "Opinion polls"),
        ("comments", "Responses to the attack were swift"),
    ],
)
def test_patterns_leave_reports_alone(name: str, line: str) -> None:
    assert not lexicon.around(name).match(line)


def test_an_unknown_list_is_named() -> None:
    with pytest.raises(BadInput, match="no list 'nonsense'"):
        lexicon.around("nonsense")


def test_twelve_months_in_each_language_and_no_function_word_twice() -> None:
    assert set(lexicon.months().values()) == set(range(1, 13))
    assert {"en", "de", "fr", "es", "ru", "uk"} <= set(lexicon.function_words())
