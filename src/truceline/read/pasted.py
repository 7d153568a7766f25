"""Text as a person pasted it from a page: one block a line, or a paragraph where lines wrap."""

from truceline.read.blocks import split
from truceline.read.draft import Draft, Said


def draft(text: str, name: str, *, said: Said | None = None) -> Draft:
    r"""Draft of a pasted text.

    Parameters
    ----------
    text : str
        The text as it was given; offsets count in it.
    name : str
        File name, for messages.
    said : Said, optional
        What is known beside the text.

    Returns
    -------
    Draft
        `text` unchanged, in blocks.

    Raises
    ------
    BadReport
        If it has more lines than a report can have.

    Examples
    --------
    >>> len(draft("Talks end\n\nThey met.", "a.txt").blocks)
    2
    """
    return Draft(text=text, blocks=split(text, name), said=said or Said())
