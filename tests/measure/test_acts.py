"""Acts of third parties, listed or coded."""

from tests.measure.made_words import day, gdelt, war

from truceline.measure.acts import Act, coded_acts, listed_acts, months, network
from truceline.measure.event_rows import coded
from truceline.terms.wars import Support

GIFT = Support(date=day(40), backer="XME", side="XNO", kind="aid", what="x")
OFFER = Support(date=day(3), backer="XME", kind="mediation", what="y")


def test_lists_acts_in_order_and_nothing_later() -> None:
    found = listed_acts(war(support=(GIFT, OFFER)), as_of=day(40))
    assert [(each.day, each.side, each.kind) for each in found] == [
        (day(3), None, "mediation"), (day(40), "XNO", "aid"),
    ]  # fmt: skip
    assert found[1].evidence == "made-up:support:XME:2030-02-10"
    assert len(listed_acts(war(support=(GIFT, OFFER)), as_of=day(39))) == 1


def test_a_coded_act_has_a_third_party_as_source_and_a_side_as_target() -> None:
    rows = [
        (5, "XME", "XNO", 2), (5, "XME", "XNO", 2), (6, "XME", "NORHAVEN", 4), (7, "XSO", "XNO", 2),
        (8, "XME", "XYZ", 2), (9, "XME", "XSO", 3), (9, "XME", "XSO", 1),
    ]  # fmt: skip
    found = coded_acts(coded(gdelt(rows)), war())
    assert [(each.day, each.backer, each.side, each.kind) for each in found] == [
        (day(5), "XME", "XNO", "aid"), (day(6), "XME", "XNO", "sanction"),
        (day(9), "XME", "XSO", "mediation"),
    ]  # fmt: skip


def test_series_and_network_count_each_act_once() -> None:
    acts = [
        Act(day(3), "XME", None, "mediation", ""), Act(day(40), "XME", "XNO", "aid", ""),
        Act(day(45), "XME", "XNO", "aid", ""), Act(day(60), "XYO", "XNO", "aid", ""),
    ]  # fmt: skip
    assert months(acts).rows() == [
        (day(0), None, "mediation", 1), (day(31), "XNO", "aid", 2), (day(59), "XNO", "aid", 1),
    ]  # fmt: skip
    assert network(acts).rows() == [
        ("XME", "XNO", "aid", 2, day(40), day(45)),
        ("XME", None, "mediation", 1, day(3), day(3)),
        ("XYO", "XNO", "aid", 1, day(60), day(60)),
    ]
    assert network([]).height == months([]).height == 0
