"""A brief as one file: HTML, Markdown or JSON, the same bytes for the same brief."""

from truceline.show.markdown import as_markdown
from truceline.show.page import as_html
from truceline.show.sheet import headline
from truceline.show.structure import as_json
from truceline.terms.briefs import Brief
from truceline.terms.errors import BadInput

__all__ = ["SUFFIXES", "headline", "render", "require_suffix"]

_FORMS = {".html": as_html, ".md": as_markdown, ".json": as_json}
SUFFIXES = tuple(_FORMS)


def render(brief: Brief, *, suffix: str) -> str:
    """Return a brief as the text of one file.

    Parameters
    ----------
    brief : Brief
        What is shown.
    suffix : {".html", ".md", ".json"}
        The form; HTML is one page that loads nothing and needs no script.

    Returns
    -------
    str
        The whole file. The same brief gives the same text.

    Raises
    ------
    BadInput
        If the suffix is another one.

    Examples
    --------
    >>> render(None, suffix=".docx")  # doctest: +ELLIPSIS
    Traceback (most recent call last):
    ...
    truceline.terms.errors.BadInput: a brief cannot be written as .docx; ...
    """
    require_suffix(suffix)
    return _FORMS[suffix](brief)


def require_suffix(suffix: str) -> None:
    """Refuse a suffix that no brief can be written as.

    Parameters
    ----------
    suffix : str
        A file's suffix, with its dot.

    Raises
    ------
    BadInput
        If it is not one of `SUFFIXES`.

    Examples
    --------
    >>> require_suffix(".md")
    """
    if suffix not in _FORMS:
        raise BadInput(
            f"a brief cannot be written as {suffix or 'a file without a suffix'}; "
            f"name a file that ends in {', '.join(SUFFIXES)}"
        )
