"""Regions of a page by their tags and class names: menus, footers, banners, related articles."""

import itertools
import re
from dataclasses import dataclass, field

TOKENS = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
BY_TAG = {
    "nav": "navigation",
    "footer": "page foot",
    "aside": "aside",
    "form": "form",
    "figcaption": "picture caption",
    "button": "button",
    "select": "form",
    "address": "author or date",
    "dialog": "dialog",
}
BY_WORD = {
    "related articles": "related recommended recommendation recommendations recirc recirculation "
    "mostread popular trending outbrain taboola readmore alsoread seealso",
    "cookie notice": "cookie cookies consent gdpr onetrust cmp cookiebanner cookieconsent",
    "share button": "share sharing social socials sharethis addtoany sharebar",
    "newsletter": "newsletter newsletters subscribe subscription signup mailchimp",
    "readers' comments": "comments comment respond disqus commentlist",
    "advert": "ad ads advert adverts advertisement advertising adslot sponsored sponsor dfp",
    "navigation": "breadcrumb breadcrumbs menu navbar navigation topbar tags",
    "picture caption": "caption figcaption",
    "author or date": "byline author authors dateline timestamp pubdate posted",
}
WORDS = {word: region for region, words in BY_WORD.items() for word in words.split()}
NAMES = {"most read": "related articles", "read more": "related articles",
         "read also": "related articles", "you may": "related articles"}  # fmt: skip
MOST_NESTED = 12
"""Regions inside each other that are followed; a page built to hurt nests thousands."""
SHARE = 0.4
"""A region with more than this share of the page's prose is the page, whatever it is called."""


def named(tag: str, classes: str, identity: str, *, inside: bool) -> str | None:
    """Return the region that an element opens, or None.

    Parameters
    ----------
    tag, classes, identity : str
        The element's name, `class` and `id`.
    inside : bool
        Whether it stands inside `article` or `main`, where a header is the article's own.

    Returns
    -------
    str or None
        The reason for which what stands in it is cut.

    Examples
    --------
    >>> named("div", "post-related-articles", "", inside=True)
    'related articles'
    >>> named("header", "", "", inside=True) is None
    True
    """
    if tag in BY_TAG:
        return BY_TAG[tag]
    if tag == "header":
        return None if inside else "page head"
    if tag in {"html", "body", "article", "main", "h1"}:
        return None
    tokens = [each.lower() for each in TOKENS.findall(f"{classes[:300]} {identity[:100]}")]
    for pair in itertools.pairwise(tokens):
        if " ".join(pair) in NAMES:
            return NAMES[" ".join(pair)]
    return next((WORDS[each] for each in tokens if each in WORDS), None)


@dataclass(slots=True)
class Trail:
    """The regions open at a point of the walk, and how much prose each region holds."""

    stack: list[int | None] = field(default_factory=list)
    open: list[int] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    prose: list[int] = field(default_factory=list)
    total: int = 0
    articles: list[bool] = field(default_factory=list)
    inside: int = 0

    def enter(self, tag: str, classes: str, identity: str) -> None:
        """Take in an element's beginning.

        Parameters
        ----------
        tag, classes, identity : str
            The element's name, `class` and `id`.
        """
        own = tag in {"article", "main"}
        self.articles.append(own)
        self.inside += own
        region = named(tag, classes, identity, inside=self.inside > 0)
        if region is None or len(self.open) >= MOST_NESTED:
            self.stack.append(None)
            return
        self.stack.append(len(self.names))
        self.open.append(len(self.names))
        self.names.append(region)
        self.prose.append(0)

    def leave(self) -> None:
        """Take in an element's end."""
        self.inside -= self.articles.pop()
        if self.stack.pop() is not None:
            self.open.pop()

    def place(self, prose: int) -> tuple[int, ...]:
        """Return the open regions, outermost first, after counting characters of prose to them.

        Parameters
        ----------
        prose : int
            Characters of running prose in the block that stands here.

        Returns
        -------
        tuple of int
            Numbers of the regions.
        """
        self.total += prose
        for each in self.open:
            self.prose[each] += prose
        return tuple(self.open)

    def useless(self) -> frozenset[int]:
        """Return the regions that hold so much of the prose that they must be the report's.

        Returns
        -------
        frozenset of int
            Numbers of the regions.
        """
        most = SHARE * self.total
        return frozenset(at for at, prose in enumerate(self.prose) if prose > most)

    def name(self, place: tuple[int, ...], useless: frozenset[int]) -> str | None:
        """Return the innermost useful region's name, or None.

        Parameters
        ----------
        place : tuple of int
            The open regions, outermost first.
        useless : frozenset of int
            The regions that tell nothing.

        Returns
        -------
        str or None
            The reason for which the block is cut.
        """
        return next((self.names[at] for at in reversed(place) if at not in useless), None)
