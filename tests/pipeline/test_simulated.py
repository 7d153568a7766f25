"""A made-up war, written as a war folder."""

from pathlib import Path

import pytest

from truceline.pipeline import ask
from truceline.pipeline.simulated import write
from truceline.terms.errors import BadInput


def test_a_made_up_war_can_be_loaded_and_asked(tmp_path: Path) -> None:
    out = tmp_path / "war"
    assert "truth.json" in write(out, seed=3, spec=None)
    record = ask.load(str(out))
    assert {each.holds for each in record.war.series} >= {"attacks", "losses", "area"}


def test_a_spec_with_a_mistake_is_refused_and_nothing_is_written(tmp_path: Path) -> None:
    spec = tmp_path / "spec.toml"
    spec.write_text("[talks]\nrounds = -1\n")
    with pytest.raises(BadInput, match="rounds"):
        write(tmp_path / "war", seed=3, spec=spec)
    assert not (tmp_path / "war").exists()
