"""CAMEO's twenty roots as PLOVER types, for GDELT and ICEWS."""

import polars as pl

ROOTS = {
    "02": "REQUEST", "03": "AGREE", "04": "CONSULT", "05": "SUPPORT", "06": "COOPERATE",
    "07": "AID", "08": "CONCEDE", "09": "ACCUSE", "10": "REQUEST", "11": "ACCUSE", "12": "REJECT",
    "13": "THREATEN", "14": "PROTEST", "15": "MOBILIZE", "16": "SANCTION", "17": "COERCE",
    "18": "ASSAULT", "19": "ASSAULT", "20": "ASSAULT",
}  # fmt: skip
"""After PLOVER's own CAMEO-PLOV table. 01, a statement, has no PLOVER type; 08, yielding, is
CONCEDE, but for 087, which withdraws or keeps a ceasefire and is RETREAT."""


def plover(code: pl.Expr) -> pl.Expr:
    """Return the PLOVER type of CAMEO codes, null for statements and unknown ones.

    Examples
    --------
    >>> codes = pl.DataFrame({"c": ["190", "010", "0871", "43"]})
    >>> codes.select(plover(pl.col("c"))).to_series().to_list()
    ['ASSAULT', None, 'RETREAT', 'CONSULT']
    """
    # A spreadsheet strips the leading zero: roots 01 to 09 always begin with it, so a code that
    # is no two-digit root of its own (10 to 20) has lost one.
    root = code.str.slice(0, 2).cast(pl.Int64, strict=False)
    whole = (
        pl.when(root.is_between(10, 20) | code.str.starts_with("0"))
        .then(code)
        .otherwise(pl.concat_str(pl.lit("0"), code))
    )
    found = whole.str.slice(0, 2).replace_strict(ROOTS, default=None, return_dtype=pl.String)
    return pl.when(whole.str.starts_with("087")).then(pl.lit("RETREAT")).otherwise(found)
