"""The spec file of a made-up war, read and refused."""

from pathlib import Path

import pytest

from truceline.simulate.spec import Spec
from truceline.simulate.spec_file import read_spec, spec_of
from truceline.terms.errors import BadInput


def test_a_section_keeps_the_defaults_of_what_it_does_not_name() -> None:
    made = spec_of({"replies": {"slower": 3.0}, "phases": {"day_1": 400, "tempo_1": 2.0}})
    assert (made.replies.lag, made.replies.slower) == (Spec().replies.lag, 3.0)
    assert (made.phases.day_1, made.phases.day_2) == (400, 20_000)


def test_a_file_is_read_with_its_sections(tmp_path: Path) -> None:
    path = tmp_path / "spec.toml"
    path.write_text('name = "X"\nstart = 2031-05-06\n[talks]\neffect_a = 2.0\n', "utf-8")
    made = read_spec(path)
    assert (made.name, made.start.isoformat(), made.talks.effect_a) == ("X", "2031-05-06", 2.0)


@pytest.mark.parametrize(
    ("content", "message"),
    [(b"days = = 3", "is not TOML: Invalid value"), (b"\xff\xfe\x00", "cannot be read")],
)
def test_a_file_that_is_no_toml_is_refused(tmp_path: Path, content: bytes, message: str) -> None:
    path = tmp_path / "spec.toml"
    path.write_bytes(content)
    with pytest.raises(BadInput, match=message):
        read_spec(path)


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match=r"none\.toml cannot be read"):
        read_spec(tmp_path / "none.toml")
