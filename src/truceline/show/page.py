"""A brief as one HTML page: offline, without a script, every text of a report escaped."""

import base64
import hashlib
import re
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from truceline.show import figures
from truceline.show.answers import tally
from truceline.show.sheet import sheet
from truceline.show.text import host, pieces, shorten
from truceline.terms.briefs import Brief

_DAY = re.compile(r"(\b[0-9]{4}-[0-9]{2}-[0-9]{2}\b)")


def as_html(brief: Brief) -> str:
    """Return a brief as one HTML page.

    Parameters
    ----------
    brief : Brief
        What is shown.

    Returns
    -------
    str
        The whole page, style and figures inside. It loads nothing: its content policy forbids
        every source but its own style, which it names by hash, so that no text of a report could
        run or fetch anything even if it were markup.
    """
    places = environment()
    style = "".join(places.get_template(name).render() for name in ("brief.css", "claims.css"))
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    return places.get_template("brief.html").render(
        sheet=sheet(brief),
        timeline=figures.timeline(brief),
        profiles=figures.profiles(brief),
        models=figures.models(brief),
        style=Markup(style),  # noqa: S704 -- a file of ours, with nothing filled in
        style_hash=digest,
    )


def linked(text: str) -> Markup:
    """Return `text` escaped, its `http` and `https` addresses as links named by their host.

    Parameters
    ----------
    text : str
        A source or a citation.

    Returns
    -------
    markupsafe.Markup
        Safe HTML; any other scheme stays text.

    Examples
    --------
    >>> str(linked("<b> https://example.org/a"))
    '&lt;b&gt; <a href="https://example.org/a" rel="noreferrer noopener">example.org</a>'
    >>> str(linked("javascript:alert(1)"))
    'javascript:alert(1)'
    """
    dated = Markup('<span class="num">{0}</span>')
    anchor = Markup('<a href="{0}" rel="noreferrer noopener">{1}</a>')
    found = []
    for piece, address in pieces(text):
        if address:
            found.append(anchor.format(address, host(address)))
            continue
        # A date must not be broken at its hyphens at the end of a line.
        parts = _DAY.split(piece)
        found += [dated.format(one) if at % 2 else escape(one) for at, one in enumerate(parts)]
    return Markup("").join(found)


@cache
def environment() -> Environment:
    """Return the templates, which escape whatever is put into them."""
    places = Environment(
        loader=PackageLoader("truceline.show"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    places.filters["linked"] = linked
    places.filters["lower_first"] = lambda text: text[:1].lower() + text[1:]
    places.filters["shorten"] = shorten
    places.filters["tally"] = tally
    places.filters["drawn"] = Markup  # figures are made by `show.svg`, which escapes their words
    return places
