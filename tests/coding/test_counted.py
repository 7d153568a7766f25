"""The words for what is counted."""

from truceline.coding.counted import EFFECT_OF, PLURAL, SINGULAR, THING_OF, peoples, persons


def test_singulars_have_plurals_and_irregular_ones_are_written_out() -> None:
    one, many = persons()
    assert {"child", "policeman", "leader"} <= one
    assert {"children", "policemen", "leaders", "police"} <= many
    assert (one, many) == (SINGULAR, PLURAL)


def test_no_word_is_both_a_thing_and_an_effect() -> None:
    assert not set(THING_OF) & set(EFFECT_OF)


def test_a_word_has_one_effect() -> None:
    assert (EFFECT_OF["arrested"], EFFECT_OF["slain"]) == ("detained", "killed")


def test_peoples_are_plurals() -> None:
    assert "Americans" in peoples()
    assert "Swiss" not in peoples()
