"""Whose a deed is that is told of a thing."""

from collections.abc import Callable

import pytest

from truceline.terms.events import Coding


@pytest.mark.parametrize(
    ("text", "kind", "source", "target"),
    [
        ("The release of an American journalist by Russia was announced.", "RETREAT", "RUS", "USA"),
        ("The withdrawal of Russian troops from Kherson was completed.", "RETREAT", "RUS", "UKR"),
        ("Prisoners held by Ukraine were released.", "RETREAT", "UKR", "-"),
        ("Food aid from the United States was delivered to Ethiopia.", "AID", "USA", "ETH"),
        ("200 prisoners were exchanged by Russia and Ukraine.", "COOPERATE", "RUS", "UKR"),
        ("The UN resumed aid deliveries to Sudan.", "AID", "IGO", "SDN"),
        ("A military convoy entered Goma from Rwanda.", "COERCE", "RWA", "COD"),
        ("Spain withdrew its recognition of Kosovo.", "SANCTION", "ESP", "XKX"),
        ("Hostages held by Hamas were freed by Israeli troops.", "RETREAT", "ISR", "-"),
    ],
)
def test_a_deed_told_of_a_thing_is_theirs_whose_it_is(
    text: str, kind: str, source: str, target: str, code: Callable[..., Coding]
) -> None:
    [event] = code(text).events
    assert event.type == kind
    assert [each.code for each in event.source] == [source]
    assert [each.code or "-" for each in event.target] == [target]


def test_an_embassy_is_reopened_by_its_state(code: Callable[..., Coding]) -> None:
    [event] = code("The Saudi embassy in Tehran was reopened.").events
    assert [each.code for each in event.source] == ["SAU"]


def test_a_summit_put_off_is_refused_to_no_host(code: Callable[..., Coding]) -> None:
    assert not code("A summit of Arab leaders in Baghdad was postponed.").events


@pytest.mark.parametrize(
    ("text", "kind", "status"),
    [
        ("A withdrawal of Chadian troops was delayed.", "RETREAT", "failed"),
        ("A Chadian strike on Libya was called off on Monday.", "ASSAULT", "failed"),
        ("A Chadian attack on Libya was expected.", "ASSAULT", "planned"),
        ("A prisoner swap between Chad and Libya was agreed on Monday.", "AGREE", "happened"),
    ],
)
def test_what_was_put_off_or_only_agreed_was_not_done(
    code: Callable[..., Coding], text: str, kind: str, status: str
) -> None:
    event = code(text).events[0]
    assert (event.type, event.status, event.source[0].code) == (kind, status, "TCD")


def test_an_apology_that_is_accepted_is_that_of_who_made_it(code: Callable[..., Coding]) -> None:
    [event] = code("Chad accepted an apology from Libya.").events
    assert [each.code for each in (*event.source, *event.target)] == ["LBY", "TCD"]
