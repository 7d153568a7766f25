"""The fast way beside the careful one, on clean files and on all kinds of spoilt ones."""

from hypothesis import given
from hypothesis import strategies as st

from truceline.read.datasets import table as careful
from truceline.read.datasets.quick import split, well_quoted

CELLS = st.sampled_from(
    ["", "1", "x y", '"a,b"', '"q""r"', '"l\nm"', '"l\r\nm"', '""', ' "z" ', 'a"b"', '"a"b', "d'e"]
)
PIECES = st.sampled_from(["a", '"', ",", "\n", "\r\n", " ", '""', '"x"', "1", "\u00e9", "\t", "'"])
ROWS = st.lists(st.lists(CELLS, min_size=2, max_size=2).map(",".join), min_size=1, max_size=4)


def same(body: str) -> bool:
    """Say whether the fast way either declines, or gives what the careful way gives."""
    raw = body.encode()
    if b"\r" in raw and b"\n" not in raw:  # turned to line feeds before this is asked
        return True
    found = split(raw, ",", ["a", "b"], 0)
    if found is None:
        return True
    frame, aside = careful._split_with_care(raw, "x", ",", ["a", "b"], 0)
    return not aside.height and frame.select(found.columns).rows() == found.rows()


@given(ROWS, st.sampled_from(["\n", "\r\n"]))
def test_rows_are_those_of_the_careful_way(rows: list[str], end: str) -> None:
    assert same(end.join(rows))


@given(st.lists(PIECES, min_size=1, max_size=14).map("".join))
def test_a_spoilt_file_is_left_to_the_careful_way(body: str) -> None:
    assert same(body)


def test_a_clean_file_is_not_declined() -> None:
    body = b'a,b\n1,"x, ""y"""\n,\n2,3\n'
    assert split(body, ",", ["a", "b"], 1) is None  # a row of nothing may be a blank line
    found = split(body.replace(b",\n2", b"4,\n2"), ",", ["a", "b"], 1)
    assert found is not None
    assert found.rows() == [("1", 'x, "y"', 1), ("4", None, 2), ("2", "3", 3)]


def test_rows_too_short_or_too_long_are_seen() -> None:
    for body in (b"1,2\n3\n", b"1,2\n3,4,5\n", b"1,2\n\n3,4\n", b"a,b\n", b""):
        assert split(body, ",", ["a", "b"], 1 if body[:1] == b"a" else 0) is None


def test_between_tabs_quotes_are_letters() -> None:
    found = split(b'1\t6" pipe\n', "\t", ["a", "b"], 0)
    assert found is not None
    assert found.rows() == [("1", '6" pipe', 1)]


def test_a_quote_in_the_middle_of_a_field_is_not_well() -> None:
    assert not well_quoted(b'1,2" and 3" pipes', ",")
    assert not well_quoted(b'"x" ,1', ",")
    assert well_quoted(b'"",""""\n"x"', ",")
