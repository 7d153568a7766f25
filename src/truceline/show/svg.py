"""A Vega-Lite chart as an SVG that may stand inline: named, described, free of ids and chance."""

import re
from html import escape
from typing import Any

from truceline.show.text import line

_TAG = re.compile(r"<[^>]*>")
_SPOKEN = re.compile(r'\s(?:role|aria-[a-z]+|class)="[^"]*"')
_ID = re.compile(r'(\sid="|url\(#)([^")]+)')
_ROOT = re.compile(r"<svg\b[^>]*\bviewBox=\"([^\"]*)\"[^>]*>")
_LONG = re.compile(r"(?<=[0-9])\.([0-9]{3})[0-9]+")


def svg(spec: dict[str, Any], *, name: str, title: str, description: str) -> str:
    """Return a chart as inline SVG.

    Parameters
    ----------
    spec : dict
        A Vega-Lite specification with its rows inline.
    name : str
        What the ids in it begin with; unique in the page.
    title, description : str
        What a screen reader says in its place.

    Returns
    -------
    str
        One `<svg role="img">`; the same specification gives the same bytes, whatever was drawn
        before it, as ids are numbered anew and coordinates rounded to a thousandth.

    Notes
    -----
    The converter draws within the process: no browser, no network. Specifications are written
    out as what they are, a mapping; a builder library would take longer to import than the whole
    page takes to draw.
    """
    import vl_convert  # noqa: PLC0415 -- it starts an engine; a page without figures needs none

    drawn = vl_convert.vegalite_to_svg(spec, allowed_base_urls=[])
    ids: dict[str, str] = {}

    def renamed(met: re.Match[str]) -> str:
        number = ids.setdefault(met.group(2), f"{name}-{len(ids) + 1}")
        return f"{met.group(1)}{number}"

    def plain(met: re.Match[str]) -> str:
        tag = _SPOKEN.sub("", met.group())
        return _LONG.sub(r".\1", _ID.sub(renamed, tag))

    root = _ROOT.search(drawn)
    box = root.group(1) if root else "0 0 720 200"
    inner = _TAG.sub(plain, _ROOT.sub("", drawn, count=1))
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" viewBox="{box}" '
        f'aria-labelledby="{name}-title {name}-desc">'
        f'<title id="{name}-title">{escape(line(title))}</title>'
        f'<desc id="{name}-desc">{escape(line(description))}</desc>'
    )
    return head + inner
