"""The numbers of a line of the record, read as the numbers of a report are."""

from truceline.coding.counts import ABOUT, AT_LEAST, AT_MOST
from truceline.coding.numbers import number_at
from truceline.coding.tokens import tokens_of
from truceline.terms.claims import Size

_YEARS = range(1900, 2101)


def numbers_of(text: str) -> tuple[Size, ...]:
    """Return the numbers of a line, ages and years apart.

    Parameters
    ----------
    text : str
        Such as a line of what a round agreed.

    Returns
    -------
    tuple of Size
        In the order of the text.

    Examples
    --------
    >>> [each.low for each in numbers_of("all aged 18 to 25, at least 1,000 prisoners each")]
    [1000.0]
    """
    tokens = tokens_of(text)
    found, at = [], 0
    while at < len(tokens):
        number = number_at(tokens, at)
        before = [each.low for each in tokens[max(0, at - 3) : at]]
        if number is None or tokens[at].low == "one":
            at += 1
            continue
        end, value, open_ended = number
        aged = "aged" in before
        at = end
        if aged or (value in _YEARS and "," not in tokens[end - 1].text):
            continue
        words = (" ".join(before[-2:]), " ".join(before[-1:]))
        least = open_ended or any(each in AT_LEAST for each in words)
        most = any(each in AT_MOST for each in words)
        found.append(
            Size(
                0.0 if most else value,
                None if least else value,
                rough=bool(set(before[-1:]) & (ABOUT - {"the", "all"})),
            )
        )
    return tuple(found)
