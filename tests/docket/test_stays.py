"""A stay is never silent: it stops an order under a treaty, and a handover must name it."""

import pytest

from dedere.docket import Act, decide
from dedere.docket.entries import HandedOver, StayLifted, StayOrdered, SurrenderOrdered
from docket.story import Story

ORDER = SurrenderOrdered(authority="SRE")


def handover(*despite: str) -> HandedOver:
    return HandedOver(place="AIFA", giving="FGR", receiving="US Marshals", despite_stays=despite)


@pytest.mark.parametrize("covers", ["extradition", "removal", "not-published"])
def test_surrender_is_not_ordered_under_a_stay_that_covers_it(covers):
    story = Story().granted().stayed(covers=covers)
    assert story.refused(ORDER) == "stay-in-force"
    assert "order-surrender" not in story.allows()


def test_a_stay_against_expulsion_alone_does_not_stop_an_extradition_order():
    assert Story().granted().stayed(covers="expulsion").files(ORDER).stage == "surrender-ordered"


def test_several_stays_stand_until_each_is_lifted():
    story = Story().granted().stayed("one").stayed("two").files(StayLifted(stay="one", court="Juzgado"))
    assert [stay.id for stay in story.case.standing_stays] == ["two"]
    assert story.refused(ORDER) == "stay-in-force"
    assert story.files(StayLifted(stay="two", court="Juzgado")).files(ORDER).stage == "surrender-ordered"


def test_a_stay_is_lifted_once_and_only_if_it_stands():
    story = Story().stayed("one").stayed("two").files(StayLifted(stay="one", court="Juzgado"))
    assert story.refused(StayLifted(stay="one", court="Juzgado")) == "stay-not-standing"
    assert Story().refused(StayLifted(stay="one", court="Juzgado")) == "no-stay-in-force"


def test_two_stays_do_not_share_an_id():
    assert Story().stayed("one").refused(StayOrdered(stay="one", court="x")) == "stay-exists"


@pytest.mark.parametrize("kind", ["treaty-extradition", "national-security-transfer"])
def test_a_handover_under_stays_must_name_every_one_of_them(kind):
    story = Story(kind=kind)
    story = story.ordered() if kind == "treaty-extradition" else story.files(ORDER)
    story.stayed("one").stayed("two", covers="expulsion")
    assert story.refused(handover()) == "stays-not-named"
    assert story.refused(handover("one")) == "stays-not-named"
    assert story.refused(handover("one", "two", "three")) == "stay-not-standing"
    assert story.files(handover("one", "two")).track.despite_stays == ("one", "two")


def test_a_stay_that_comes_to_the_file_after_the_handover_but_stood_before_it_is_shown():
    story = Story().ordered()
    story.day = 5
    late = StayOrdered(stay="late", court="Juzgado")
    story.files(handover())
    assert story.track.despite_stays == ()
    story.day = 3
    act_on_day_3 = story.at
    story.day = 9
    act = Act(code="record-stay", entry=late, occurred_at=act_on_day_3)
    story.records(decide(story.case, act, by="ana", at=story.at))
    assert story.track.despite_stays == ("late",)


def test_an_order_of_transfer_without_a_treaty_is_possible_under_a_stay_against_extradition():
    assert Story(kind="national-security-transfer").stayed().files(ORDER).stage == "surrender-ordered"
