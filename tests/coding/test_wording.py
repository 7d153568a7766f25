"""Words and names of a story's sentences are found once."""

from tests.coding.conftest import story_of

from truceline.coding.actors import ActorFinder
from truceline.coding.lexicon import lexicons
from truceline.coding.wording import OPENING, Wording, named_most


def wording(*paragraphs: str) -> Wording:
    """Return the wording of a story of these paragraphs."""
    return Wording(story_of(*paragraphs), ActorFinder(lexicons(), {}, []))


def test_the_first_sentences_say_which_states_a_story_is_about() -> None:
    assert wording("Chad shelled a town. Mali protested.", "So did Niger.").states() == {
        "TCD", "MLI", "NER"
    }  # fmt: skip


def test_what_is_told_far_below_says_nothing_of_them() -> None:
    assert wording("It rained. " * OPENING, "Chad shelled a town.").states() == set()


def test_a_sentence_is_the_same_whether_it_was_kept_or_not() -> None:
    text = "Chad shelled Faya. It burned."
    fresh, kept = wording(text), wording(text)
    kept.states()
    assert kept.of(0, 18) == fresh.of(0, 18) == kept.of(0, 18)
    assert [each.text for each in fresh.of(19, 29)[0]] == ["It", "burned", "."]


def test_a_story_without_paragraphs_names_nobody() -> None:
    assert wording().states() == set()


def test_a_short_form_in_brackets_is_nobody_else() -> None:
    def named(text: str) -> list[str]:
        return [each.actors[0].text for each in wording(text).of(0, len(text))[1]]

    assert named("The Libyan National Army (LNA) left.") == ["Libyan National Army"]
    assert named("The Sahara Guard (ISIS) left.")[-1] == "ISIS"


def test_a_story_of_one_state_and_its_rebels_is_of_that_state() -> None:
    text = "Malian rebels met. Mali shelled them. France protested. Mali was sorry."
    assert wording(text).land() == "MLI"


def test_a_story_of_a_state_without_rebels_of_its_own_is_of_no_land() -> None:
    assert wording("Mali met France. Mali left. Mali shelled a town.").land() is None


def test_a_state_must_be_named_twice_as_often_as_any_other() -> None:
    assert named_most(["MLI", "MLI", "MLI", "FRA", "FRA"]) is None
    assert named_most(["MLI", "MLI", "MLI", "MLI", "FRA", "FRA", "IGO"]) == "MLI"
    assert named_most(["MLI", "MLI"]) is None
