"""Reprints: one agency text in several papers, found whatever was cut, and nothing else."""

from datetime import date, timedelta
from itertools import combinations
from random import Random

import pytest

from truceline.record.same.reprints import CARRIED, SHARE, Report, reprints
from truceline.record.same.shingles import shared, shingles, words_of

DAY = date(2025, 6, 2)
AGENCY = """Delegations of Russia and Ukraine met for an hour in Istanbul on Monday. They agreed to
return the bodies of 6,000 soldiers each and to exchange all badly wounded prisoners. No progress
was made on a ceasefire. Ukraine handed over a list of children and asked for their return. The
Turkish foreign minister, who led the meeting, called it a good beginning. A day earlier drones had
struck several airfields deep inside Russia. Both sides said that they would study each other's
papers. A further meeting is planned before the end of the month, the Ukrainian minister said."""
OWN = """The wheat harvest in the south began two weeks early this year because of the heat, growers
said. Rail freight was slow, and elevators along the river were full by the middle of the week."""


def found(*texts: str, apart: int = 0) -> list[tuple[str, str]]:
    given = [
        Report(str(number), DAY + timedelta(days=apart * number), text)
        for number, text in enumerate(texts)
    ]
    return [(each.story_id, each.of) for each in reprints(given)]


def test_the_same_text_twice_is_a_reprint_of_the_first() -> None:
    [one] = reprints([Report("b", DAY, AGENCY), Report("a", DAY + timedelta(days=1), AGENCY)])
    assert (one.story_id, one.of, one.share, one.carries) == ("a", "b", 1.0, 1.0)


def test_a_paper_that_prints_the_first_sentences_alone_is_found() -> None:
    cut = " ".join(AGENCY.split(". ")[:3])
    assert found(AGENCY, cut) == [("1", "0")]


def test_a_paper_that_prints_the_end_alone_is_found() -> None:
    cut = ". ".join(AGENCY.split(". ")[3:])
    assert found(AGENCY, cut) == [("1", "0")]


def test_edits_of_single_words_do_not_hide_a_reprint() -> None:
    edited = AGENCY.replace("met for an hour", "held talks").replace("handed over", "gave")
    assert found(AGENCY, "ISTANBUL (Agency) — " + edited) == [("1", "0")]


def test_a_longer_report_that_carries_another_says_how_much_is_its_own() -> None:
    own = " ".join(f"Sentence {word} of the paper's own man in the town." for word in OWN.split())
    [one] = reprints([Report("a", DAY, AGENCY), Report("b", DAY, own + " " + AGENCY)][::-1])
    assert {one.story_id, one.of} == {"a", "b"}
    assert max(one.share, one.carries) >= CARRIED > SHARE > min(one.share, one.carries)


def test_another_text_on_the_same_matter_is_no_reprint() -> None:
    other = """In Istanbul the Russians and the Ukrainians sat at one table again on Monday, if only
    for an hour. Six thousand dead soldiers are to go home to each side; about a truce there was
    nothing new. Kyiv put forward a list of names of children. Ankara spoke of a good start."""
    assert found(AGENCY, other) == []


def test_bulletins_by_one_template_are_no_reprints() -> None:
    form = """Over the past day the enemy launched {} missile strikes and {} air strikes and fired
    {} times from rocket launchers at positions of our troops and at towns. {} combat engagements
    took place along the front. Units of the air defence destroyed {} drones of the enemy."""
    assert found(form.format(3, 45, 61, 98, 17), form.format(1, 52, 70, 84, 25), apart=1) == []


def test_a_text_printed_again_after_weeks_is_an_archive_not_a_reprint() -> None:
    assert found(AGENCY, AGENCY, apart=30) == []


def test_copies_of_copies_name_the_first() -> None:
    second = AGENCY.replace("a good beginning", "useful")
    third = second.replace("A further meeting is planned", "More talks will follow")
    assert found(AGENCY, second, third, apart=1) == [("1", "0"), ("2", "0")]


def test_order_of_reports_changes_nothing() -> None:
    given = [Report(str(n), DAY, AGENCY[: 300 + 40 * n]) for n in range(6)]
    assert reprints(given) == reprints(given[::-1]) != ()


def test_short_and_empty_texts_are_left_alone() -> None:
    assert found("", "", "Talks go on.", "Talks go on.") == []


def texts(count: int, rng: Random) -> list[str]:
    """Return made-up texts; every third is cut and edited out of an earlier one."""
    lexicon = [f"w{number}" for number in range(900)]
    made: list[str] = []
    for number in range(count):
        words = [rng.choice(lexicon) for _ in range(120)]
        if number % 3 == 2:
            words = made[rng.randrange(number)].split()[: rng.randrange(60, 120)]
            for _ in range(rng.randrange(6)):
                words[rng.randrange(len(words))] = rng.choice(lexicon)
        made.append(" ".join(words))
    return made


@pytest.mark.parametrize("seed", range(3))
def test_the_slow_twin_that_compares_all_pairs_finds_the_same(seed: int) -> None:
    given = texts(130, Random(seed))
    read = [shingles(words_of(text)) for text in given]
    related = set()
    for one, two in combinations(range(len(given)), 2):
        count = shared(read[one], read[two])
        first, later = sorted((one, two), key=lambda n: (-read[n].size, str(n)))
        if count >= 12 and (
            count / read[later].size >= SHARE or count / read[first].size >= CARRIED
        ):
            related.add(later)
    ours = reprints([Report(str(number), DAY, text) for number, text in enumerate(given)])
    assert {int(each.story_id) for each in ours} == related
