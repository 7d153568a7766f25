"""The Markdown holds what the page holds, and nothing in a report can become markup."""

import re
from dataclasses import replace

from markdown_it import MarkdownIt

from truceline.show.markdown import as_markdown
from truceline.terms.briefs import Brief

READER = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])


def test_it_holds_every_part(brief: Brief) -> None:
    text = as_markdown(brief)
    for heading in (
        "# 2 reports", "## The answers", "## What the report says happened",
        "### Background and hypothetical, not news", "## Set against the record",
        "## Do they escalate before talks?", "### Checks", "### Limits", "## The other questions",
        "## Numbers behind the figures", "## Annex: the reports", "### Datasets",
        "### To make this brief again",
    ):  # fmt: skip
        assert f"\n{heading}\n" in f"\n{text}", heading
    assert "at least 16 killed, of whom 3 children" in text
    assert "0.74 to 1.58 (95 %)" in text
    assert "**opinion piece**" in text
    assert "(event 1)" in text
    assert "    truceline brief first.txt" in text


def test_every_row_of_a_table_has_as_many_cells_as_its_head(brief: Brief) -> None:
    for block in as_markdown(brief).split("\n\n"):
        if block.startswith("|"):
            widths = {len(re.findall(r"(?<!\\)\|", row)) for row in block.splitlines()}
            assert len(widths) == 1, block


def test_nothing_in_a_report_becomes_markup(brief: Brief) -> None:
    hostile = "<script>x</script> ![i](https://x.org) | [a](javascript:1)\n# h\n```\n"
    story = replace(
        brief.stories[1], title=hostile, text=hostile, publisher=hostile, file_name=hostile
    )
    event = replace(
        brief.codings[1].events[0],
        evidence=replace(brief.codings[1].events[0].evidence, quote=hostile, start=0, end=30),
        date_text=hostile,
    )
    bad = replace(
        brief, stories=(brief.stories[0], story),
        codings=(brief.codings[0], replace(brief.codings[1], events=(event,))), command=hostile,
    )  # fmt: skip
    tokens = READER.parse(as_markdown(bad))
    kinds = {each.type for each in tokens}
    kinds |= {child.type for each in tokens for child in each.children or ()}
    assert not kinds & {"html_block", "html_inline", "link_open", "image", "fence"}
    headings = [tokens[at + 1].content for at, each in enumerate(tokens)
                if each.type == "heading_open" and each.tag == "h1"]  # fmt: skip
    assert headings == ["2 reports"]


def test_one_column_makes_no_empty_one(brief: Brief) -> None:
    one = replace(brief, answers=tuple(replace(each, then=None) for each in brief.answers))
    text = as_markdown(one)
    assert "As known on 1 August 2031" in text
    assert ", then |" not in text
