"""Whom "both sides", "the group" and "the rebels" are."""

from collections.abc import Callable

import pytest

from truceline.terms.events import Coding


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Ethiopia and Eritrea met. Both governments agreed to a truce.", ["ERI", "ETH"]),
        ("Congo and Rwanda met. The two neighbours signed an accord.", ["COD", "RWA"]),
        ("Hezbollah lost a camp. The group attacked Israel.", ["LBN"]),
        ("The European Union met in Vienna. The bloc imposed sanctions on Myanmar.", ["IGO"]),
        ("Rebels attacked a Malian convoy.", ["MLI"]),
        ("Qatari and Egyptian mediators met Israel's negotiators.", ["EGY", "QAT"]),
        ("The leaders of Armenia and Azerbaijan signed a pact.", ["ARM", "AZE"]),
        ("Pakistan and Afghanistan's ministers signed a pact.", ["AFG", "PAK"]),
        ("Burkina Faso closed its border. The army attacked a village.", ["BFA"]),
    ],
)
def test_those_spoken_of_without_a_name_are_those_named_before(
    text: str, source: list[str], code: Callable[..., Coding]
) -> None:
    event = code(text).events[-1]
    first = {a.code for a in event.source} | (
        {a.code for a in event.target} if "reciprocal" in event.roles else set()
    )
    assert sorted(str(each) for each in first) == source


def test_a_group_that_nobody_named_stays_without_a_code(code: Callable[..., Coding]) -> None:
    [event] = code("The group attacked Israel.").events
    assert [a.code for a in event.source] == [None]


def test_a_sentence_that_names_two_states_tells_not_whose_rebels_they_are(
    code: Callable[..., Coding],
) -> None:
    event = code("Chad and Mali met after rebels attacked a village.").events[-1]
    assert all(a.code is None for a in event.source if "rebels" in a.text)


def test_a_pair_is_never_the_one_who_calls_on_it(code: Callable[..., Coding]) -> None:
    coding = code("Libya bombed a base in Chad. Kenya's president appealed to both countries.")
    assert [a.code for a in coding.events[-1].target] == ["LBY", "TCD"]


def test_the_two_are_the_last_two_named(code: Callable[..., Coding]) -> None:
    event = code("Erdogan telephoned Putin and the two agreed on a truce.").events[-1]
    sides = {each.code for each in (*event.source, *event.target)}
    assert (event.type, sides) == ("AGREE", {"TUR", "RUS"})


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Hezbollah attacked Israel. The Red Cross helped Lebanon. Each side accused the other.",
         ["ISR", "LBN"]),
        ("Angola's army attacked UNITA. Cuba and Zaire watched. The two armies agreed to a truce.",
         ["AGO", "AGO"]),
        ("Hezbollah lost a camp in May. Guerrillas attacked Israel.", ["LBN"]),
    ],
)  # fmt: skip
def test_those_who_act_against_each_other_are_the_two_sides(
    text: str, source: list[str], code: Callable[..., Coding]
) -> None:
    event = code(text).events[-1]
    assert sorted(str(a.code) for a in event.source) == source


def test_any_two_are_nobody_named_before(code: Callable[..., Coding]) -> None:
    events = code("Iran attacked Basra. Two men met.").events
    assert [a.code for each in events[1:] for a in each.source if a.code] == []


def test_rebels_are_of_the_state_whose_rebels_the_story_told_of_in_a_deed(
    code: Callable[..., Coding],
) -> None:
    events = code("Rebels attacked the Malian army in Gao. Rebel officials blamed Algeria.").events
    assert [(a.code, a.sector) for a in events[-1].source] == [("MLI", "REB")]


def test_one_army_is_that_of_one_of_two_states(code: Callable[..., Coding]) -> None:
    event = code("The army of Chad and Sudan attacked Libya.").events[0]
    assert [(each.code, each.sector) for each in event.source] == [("TCD", "MIL"), ("SDN", None)]
    event = code("The armies of Chad and Sudan attacked Libya.").events[0]
    assert [(each.code, each.sector) for each in event.source] == [("TCD", "MIL"), ("SDN", "MIL")]
