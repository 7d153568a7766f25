"""Who published a report, where the page says so."""

import re
from collections.abc import Sequence

from truceline.read import lexicon
from truceline.terms.stories import Passage

POLICY = re.compile(
    r"\b(?:reflect|represent|those|position|policy)\b.{0,60}?\b(?:of\s+)?(?:(?-i:the)\s+)?"
    r"(?P<name>(?-i:[A-ZÀ-ÝА-ЯІЇЄ][\w.&/-]*(?:[ ](?:of|the|and|for|in|[A-ZÀ-ÝА-ЯІЇЄ][\w.&/-]*))*))"
    r"(?:['’]s?\b|\s+or its|\W*$)",
    re.IGNORECASE,
)
YEARS = re.compile(
    r"(?:copyright|©|\(c\))\s*(?:©|\(c\))?\s*(?:(?:19|20)\d\d(?:\s*[-–]\s*(?:(?:19|20)\d\d|\d\d))?,?)?"
    r"\s*(?:by\s+)?(?P<name>(?-i:[A-ZÀ-ÝА-ЯІЇЄ])[^.,|©\n]{1,50})",
    re.IGNORECASE,
)
AGENCY = re.compile(
    r"^[^\n]{0,80}?[(/]\s*(?P<name>[A-Za-zА-Яа-яІіЇї/ -]{2,30}?)\s*[)/]\s*[.—–-]{0,2}\s"
)
CREDIT = re.compile(r"^(?:by|source|via)\s*:?\s+", re.IGNORECASE)
TRAILING = re.compile(r"\s+(?:all rights.*|media network|inc\.?|ltd\.?|llc|group)$", re.IGNORECASE)
ORGANISED = re.compile(
    r"\b(?:news|times|post|press|agency|media|radio|tv|television|journal|tribune|herald|gazette|"
    r"daily|weekly|today|ministry|office|institute|council|commission|committee|nations|centre|"
    r"center|monitor|review|service|bulletin|observer|chronicle|wire|network)\b",
    re.IGNORECASE,
)


def of(text: str, passages: Sequence[Passage], *, title: str | None) -> str | None:
    """Return the publisher that a page names, or None.

    Parameters
    ----------
    text : str
        The story's text.
    passages : sequence of Passage
        What each stretch was found to be.
    title : str, optional
        The title with its tail, which may name the site.

    Returns
    -------
    str or None
        Looked for in this order: the title's tail, the note on the author's views, the agency at
        the head of the first paragraph, a byline that is an agency's name, the copyright line.

    Notes
    -----
    A well-known publisher gets the name it goes by ("AP" gives "Associated Press"); another one is
    given as written.

    Examples
    --------
    >>> note = "These views are the author's own and not those of The Daily Bugle."
    >>> of(note, [Passage(0, len(note), "disclaimer", "the author's own views")], title=None)
    'The Daily Bugle'
    """
    for part in re.split(r"\s*(?:\||\s[-–—]\s)\s*", title or "")[1:][::-1]:
        if found := known(part):
            return found
    by = {what: [text[p.start : p.end] for p in passages if p.what == what] for what in
          ("disclaimer", "paragraph", "byline", "furniture")}  # fmt: skip
    for note in by["disclaimer"]:
        if (policy := POLICY.search(" ".join(note.split()))) is not None:
            name = policy["name"].rstrip(".")
            return known(name) or name
    first = AGENCY.match(by["paragraph"][0][:140]) if by["paragraph"] else None
    for name in ([first["name"]] if first else []) + by["byline"]:
        if found := known(CREDIT.sub("", name)):
            return found
    for line in by["furniture"]:
        owner = YEARS.search(line[:300])
        if owner is not None:
            bare = TRAILING.sub("", " ".join(owner["name"].split()))
            return known(bare) or bare
    return None


def known(name: str) -> str | None:
    """Return the name that a well-known publisher goes by, or None for any other name.

    Parameters
    ----------
    name : str
        As a page has it.

    Returns
    -------
    str or None
        Letter case and a leading "The" aside.

    Examples
    --------
    >>> known("AP"), known("the Kyiv Independent"), known("Jane Doe")
    ('Associated Press', 'The Kyiv Independent', None)
    """
    table = lexicon.publishers()
    bare = " ".join(name.split()).strip(" .,:;()[]").casefold()
    return table.get(bare) or table.get(bare.removeprefix("the ")) or table.get(f"the {bare}")


def of_sender(name: str, address: str) -> str | None:
    """Return the publisher behind a mail's sender, never a person's name.

    Parameters
    ----------
    name, address : str
        As in "Kyiv Post <news@example.org>".

    Returns
    -------
    str or None
        A well-known publisher by name or domain, else a name that is an organisation's by its
        words ("… News", "Ministry of …"); None for what may be a person.

    Examples
    --------
    >>> of_sender("Reuters", "a@example.org"), of_sender("Jane Doe", "jane@example.org")
    ('Reuters', None)
    """
    bare = " ".join(name.split()).strip(" \"'")
    domain = address.rpartition("@")[2].casefold()
    found = known(bare) or known(domain)
    return found or (bare if ORGANISED.search(bare) and len(bare) <= 60 else None)
