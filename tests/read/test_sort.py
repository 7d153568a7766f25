"""Pages as people paste them from many kinds of sites: the report kept whole, the rest named."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from truceline.read.blocks import split
from truceline.read.sort import sort
from truceline.terms.stories import What

P1 = "Russian and Ukrainian delegations met in Istanbul on Monday for the second time this year."
P2 = "They agreed to exchange prisoners, but made no progress on a ceasefire, officials said."
P3 = "“We will go on,” said the head of the delegation."
P4 = "Both sides launched drones on the night before the meeting."
TITLE = "Talks in Istanbul end without a truce"
OTHER = "Storm kills four on the northern coast"


def kept(text: str) -> list[str]:
    passages = sort(split(text, "a"))
    return [text[p.start : p.end] for p in passages if p.what in {"title", "paragraph"}]


def what(text: str, line: str) -> tuple[What, str | None]:
    at = text.index(line)
    found = next(p for p in sort(split(text, "a")) if p.start <= at < p.end)
    return found.what, found.reason


AGENCY = f"""World
{TITLE}
By Jane Doe and John Smith
Updated 10:04 AM EDT, June 3, 2025
Share
{P1}

{P2}

{P3}

___

Associated Press writer John Smith in Geneva contributed to this report.
"""
BROADCASTER = f"""{TITLE}
2 hours ago
Share
Save
Jane Doe
BBC News
Reporting from Istanbul
Getty Images
A man at a window
{P1}
{P2}
{OTHER}
Farmers block border over prices
{P3}
Analysis: What the talks mean for Europe
{P4}
Related topics
"""
BLOG = f"""Skip to content
Example Blog
Menu
{TITLE}
June 3, 2025 by Jane Doe
{P1}

What was agreed

{P2}

{P4}

Share this:
Click to share on Facebook (Opens in new window)
Like Loading...
Related
{OTHER}
June 1, 2025
In "World"
Leave a Reply Cancel reply
Your email address will not be published. Required fields are marked *
Name *
Email *
Post Comment
Proudly powered by WordPress
"""
STATE_AGENCY = f"""{TITLE}
MOSCOW, June 3. /TASS/. {P1}

{P2}

Tags
Military operation in Ukraine
© TASS
"""
WIRE = f"""{TITLE}
By Jane Doe
June 3, 2025 7:12 AM UTC Updated 2 hours ago
Summary
Companies
{P1}
{P2}
Sign up here.
Reporting by Jane Doe; Editing by John Smith
Our Standards: The Thomson Reuters Trust Principles.
Suggested Topics:
Europe
Read Next
{OTHER}
Farmers block border over prices
"""


@pytest.mark.parametrize(
    ("page", "paragraphs"),
    [
        (AGENCY, [P1, P2, P3]),
        (BROADCASTER, [P1, P2, P3, P4]),
        (BLOG, [P1, P2, P4]),
        (STATE_AGENCY, [f"MOSCOW, June 3. /TASS/. {P1}", P2]),
        (WIRE, [P1, P2]),
    ],
    ids=["agency", "broadcaster", "blog", "state agency", "wire"],
)
def test_pages_of_many_kinds_keep_their_report_and_nothing_else(
    page: str, paragraphs: list[str]
) -> None:
    assert kept(page) == [TITLE, *paragraphs]


def test_headlines_inside_the_text_are_named() -> None:
    assert what(BROADCASTER, OTHER) == ("teaser", "related articles")
    assert what(BROADCASTER, "Analysis: What") == ("teaser", "link to another story")
    assert what(BLOG, "What was agreed") == ("furniture", "heading inside the text")


def test_a_single_line_is_the_report() -> None:
    assert kept("Russia attacked Kharkiv with 40 drones") == [
        "Russia attacked Kharkiv with 40 drones"
    ]


def test_lines_without_full_stops_are_kept_where_none_has_any() -> None:
    lines = ["Army says 40 drones were shot down over the south of the country overnight"] * 1
    lines += ["Mayor says two people were wounded when a house was hit in the north"]
    assert kept("\n".join(lines)) == lines


def test_list_items_are_kept() -> None:
    text = f"{P1}\n• 12 soldiers killed in a missile strike\n• 60 wounded\n{P2}"
    assert len(kept(text)) == 4


def test_a_list_behind_a_colon_is_kept() -> None:
    text = f"The two sides agreed on three things on that day:\nan exchange of prisoners\n{P2}"
    assert "an exchange of prisoners" in kept(text)


def test_the_authors_life_is_cut_at_the_end_only() -> None:
    bio = "Jane Doe is a political scientist at the University of Example."
    early = "Ivan Petrenko is a journalist who was captured in 2022."
    text = f"{TITLE}\n{P1}\n{early}\n{P2}\n{P4}\n{bio}"
    assert kept(text) == [TITLE, P1, early, P2, P4]


def test_the_title_is_not_kept_twice() -> None:
    text = f"{TITLE}\nWorld\n{TITLE} | World\n{P1}\n{P2}"
    assert sum(TITLE in each for each in kept(text)) == 1


def test_a_short_question_under_the_title_is_kept() -> None:
    assert kept(f"{TITLE}\nWhy now?\n{P1}\n{P2}") == [TITLE, "Why now?", P1, P2]


def test_standfirsts_are_kept_and_names_are_not() -> None:
    standfirst = "Two sides swap prisoners but no ceasefire follows a short second meeting"
    assert kept(f"{TITLE}\n{standfirst}\nJane Doe\n{P1}\n{P2}") == [TITLE, standfirst, P1, P2]


LINES = [line for page in (AGENCY, BROADCASTER, BLOG, WIRE) for line in page.splitlines()]


@given(st.lists(st.sampled_from(LINES), max_size=40))
def test_any_order_of_lines_gives_ordered_passages_that_cover_all(lines: list[str]) -> None:
    text = "\n".join(lines)
    passages = sort(split(text, "a"))
    assert all(p.start < p.end for p in passages)
    assert all(a.end <= b.start for a, b in pairwise(passages))
    covered = "".join(text[p.start : p.end] for p in passages)
    assert "".join(covered.split()) == "".join(text.split())
    assert all((p.reason is None) == (p.what in {"title", "paragraph"}) for p in passages)
