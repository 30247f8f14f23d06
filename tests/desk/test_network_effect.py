"""What handovers do to a network: both yardsticks, findings, caveats on the page, nobody ranked."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client

from clerk.story import planned
from dedere.clerk.network import effects, regrowth
from dedere.clerk.network import told as telling
from dedere.clerk.network.groups import groups_of
from dedere.desk.network import working
from dedere.registry import networks
from dedere.registry.models import WorkedRow
from network import NAME, loaded, network, tie, ties

import cast

pytestmark = pytest.mark.django_db
PAGE = "network/N-2025-0001/effect/"


@pytest.fixture
def two_handovers(monkeypatch: pytest.MonkeyPatch) -> None:
    """Teodoro and his counsel go in the first, the head of the other band in the second."""
    monkeypatch.setattr(effects, "DRAWS", 40)
    first = [person.case for person in planned(2).handover.active]
    second = [person.case for person in planned(1).handover.active]
    loaded(cases={"T": first[0], "E": first[1], "C": second[0]})


def worked_out() -> None:
    row = networks.named(NAME)
    assert row is not None
    told = telling.told(row)
    effects.work_out(told, groups_of(told), at=cast.NOON)


@pytest.mark.usefixtures("two_handovers")
def test_a_manifest_is_a_group_of_those_who_are_in_the_network() -> None:
    row = networks.named(NAME)
    assert row is not None
    found = groups_of(telling.told(row))
    assert [(group.id, [party.id for party in group.members], group.persons) for group in found] == [
        ("H-2025-0001", ["T", "E"], 2),
        ("H-2025-0002", ["C"], 1),
    ]


@pytest.mark.usefixtures("two_handovers")
def test_what_is_not_worked_out_yet_is_begun_once_and_the_page_asks_again(
    ana: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun: list[str] = []
    monkeypatch.setattr(working, "start", lambda digest, work, at: begun.append(digest))
    answer = ana.get(f"/en/{PAGE}")
    assert (answer["Refresh"], len(begun)) == ("3", 1)
    assert "are being worked out" in answer.content.decode()
    worked_out()
    assert "Refresh" not in ana.get(f"/en/{PAGE}")
    assert len(begun) == 1


@pytest.mark.usefixtures("two_handovers")
def test_who_is_cut_off_is_named_with_whether_that_survives(ana: Client) -> None:
    worked_out()
    answer = ana.get(f"/en/{PAGE}?group=H-2025-0001")
    (split,) = answer.context["effect"].fallen
    assert [party.id for party in split.gone] == ["T"]
    assert [party.id for party in split.largest.parties] == ["A", "B", "banda"]
    assert [{party.id for party in piece.parties} for piece in split.others] == [{"C", "D", "otra"}]
    text = answer.content.decode()
    assert "A part of 7 parties falls apart; gone from it: 1" in text
    assert "Before: 7. After: 2 × 3." in text


@pytest.mark.usefixtures("two_handovers")
def test_an_effect_is_kept_until_the_network_or_a_manifest_changes(ana: Client) -> None:
    worked_out()
    worked_out()
    assert WorkedRow.objects.count() == 1
    loaded(network(told=[*ties(), tie("D", "banda", "member-of")]), cases={"T": "MX-2025-0001"})
    worked_out()
    assert WorkedRow.objects.count() == 2


@pytest.mark.usefixtures("two_handovers")
def test_the_page_says_how_the_largest_part_falls_and_stands_by_its_caveats(ana: Client) -> None:
    worked_out()
    answer = ana.get(f"/en/{PAGE}?group=H-2025-0001")
    text, shown = answer.content.decode(), answer.context["effect"]
    assert (
        "Of 7 parties, 1 go. By the ties told, 7 hang together in the largest part before and 3 after" in text
    )
    assert (shown.before.largest, shown.after.largest) == (7, 3)
    assert text.index("Read the figures with this") < text.index("Before, after, and two yardsticks")
    for words in ("if nobody steps in", "is supposed, not measured", "whether anyone is guilty or dangerous"):
        assert words in text
    assert [party.id for party in shown.absent] == ["E"]
    assert "every tie told of this person is left out" in text


@pytest.mark.usefixtures("two_handovers")
def test_those_who_stood_between_others_stand_in_the_order_of_names(ana: Client) -> None:
    worked_out()
    shown = ana.get(f"/en/{PAGE}?group=together").context["effect"]
    names = [party.name for party, _ in shown.lost]
    assert names == sorted(names)
    assert len(names) == 2
    assert shown.sums


@pytest.mark.usefixtures("two_handovers")
@pytest.mark.parametrize("language", ["es", "en"])
def test_each_group_and_all_together_have_their_page_in_both_languages(ana: Client, language: str) -> None:
    worked_out()
    for group, removed in (("H-2025-0001", 1), ("H-2025-0002", 1), ("together", 2), ("H-2031-0001", 1)):
        answer = ana.get(f"/{language}/{PAGE}?group={group}")
        assert len(answer.context["effect"].removed) == removed
        assert answer.content.decode().count("net-cross") >= 2 * removed


@pytest.mark.usefixtures("two_handovers")
def test_the_drawings_are_sent_as_files(ana: Client) -> None:
    assert ana.get("/es/network/N-2025-0001/effect.svg").status_code == 404
    worked_out()
    for query in ("", "?of=figures", "?group=together"):
        answer = ana.get(f"/es/network/N-2025-0001/effect.svg{query}")
        assert answer["Content-Type"].startswith("image/svg+xml")
        assert answer.content.count(b"<svg") in (1, 3)


@pytest.mark.usefixtures("two_handovers")
def test_what_grows_back_is_never_said_without_an_interval_an_assumption_or_a_limit(
    ana: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(regrowth, "DRAWS", 20)
    monkeypatch.setattr(working, "start", lambda digest, work, at: work(at))
    address = "/en/network/N-2025-0001/regrow/?group=together"
    assert ana.get(address)["Refresh"] == "3"
    answer = ana.get(address)
    text = answer.content.decode()
    assert answer.context["persons"] == 3
    assert [len(each.figures) for each in answer.context["scenarios"]] == [3, 4, 3]
    assert all("(" in found for each in answer.context["scenarios"] for _, found, _ in each.figures)
    assert all(each.sources for each in answer.context["assumptions"])
    assert text.index("not a forecast") < text.index("Scenario beside scenario")
    assert "Qué vuelve a crecer" in ana.get(address.replace("/en/", "/es/")).content.decode()


def test_a_network_that_no_handover_touches_says_so(ana: Client) -> None:
    loaded()
    assert "there is nothing to compare" in ana.get(f"/en/{PAGE}").content.decode()


def test_escorts_may_not_read_effects(as_officer: Callable[[str], Client]) -> None:
    loaded()
    assert as_officer(cast.CARLA).get(f"/en/{PAGE}").status_code == 403


def test_work_is_begun_once_at_a_time_and_its_end_lets_it_begin_again() -> None:
    done: list[int] = []
    for _ in range(2):
        working.start("a" * 64, lambda at: done.append(1), at=cast.NOON)
        for thread in list(working._RUNNING.values()):
            thread.join()
    assert (len(done), working._RUNNING) == (2, {})


def test_work_that_fails_is_logged_and_may_begin_again() -> None:
    working.start("b" * 64, lambda at: 1 / 0, at=cast.NOON)
    for thread in list(working._RUNNING.values()):
        thread.join()
    assert working._RUNNING == {}
