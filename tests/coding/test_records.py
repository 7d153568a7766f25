"""Records of a sentence."""

import pickle
from dataclasses import replace

import pytest

from truceline.coding.records import record


@record
class Stretch:
    first: int
    last: int
    said: str = ""


def test_a_record_is_its_fields() -> None:
    assert Stretch(1, 2) == Stretch(1, 2, "") != Stretch(1, 3)
    assert {Stretch(1, 2): "a"}[Stretch(1, 2)] == "a"
    assert replace(Stretch(1, 2), last=5) == Stretch(1, 5)


def test_a_record_goes_from_one_process_to_another() -> None:
    assert pickle.loads(pickle.dumps(Stretch(1, 2, "it"))) == Stretch(1, 2, "it")


def test_a_record_has_no_other_fields() -> None:
    with pytest.raises(AttributeError):
        Stretch(1, 2).more = 3  # type: ignore[attr-defined]
