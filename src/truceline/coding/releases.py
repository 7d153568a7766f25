"""Press releases: reports that open with their place and day and tell of one deed to their end."""

import calendar
import re

from truceline.terms.stories import Story

MONTH = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec"
DATE_LINE = re.compile(
    r"^[^\S\n]*(?:[A-Z][A-Z][A-Z' -]*+(?:, [A-Z][\w. ]{2,30})?,?[^\S\n]*\([^\S\n]*"
    rf"(?:(?P<month>(?i:{MONTH}))[a-z]*\.? (?P<day>\d{{1,2}})\b|"
    rf"(?P<earlier>\d{{1,2}}) (?P<later>(?i:{MONTH}))[a-z]*)|"
    rf"(?P<head>(?i:{MONTH}))[a-z]*\.? (?P<on>\d{{1,2}}):)",
    re.MULTILINE,
)


def is_dispatch(story: Story) -> bool:
    """Return whether a report opens as a press release of its day: "KABUL (April 9, 2011) — ".

    The day stands in brackets after the place, or opens a headline ("April 9: …"), and is the day
    of publication.
    """
    first = next((each.start for each in story.paragraphs()), 0)
    found = DATE_LINE.search(story.text, max(0, first - 160), first + 100)
    if found is None or story.published is None:
        return False
    month, later, head = found.group("month", "later", "head")
    day = found["day"] or found["earlier"] or found["on"]
    named = (month or later or head)[:3].title(), int(day)
    return named == (calendar.month_abbr[story.published.month], story.published.day)
