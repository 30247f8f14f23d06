"""The lists give what was asked for, newest first, page after page, whatever the engine."""

from datetime import timedelta

import pytest

from clerk.story import act, note, opened, planned, reminder, track
from dedere import clerk
from dedere.docket.acts import Act
from dedere.docket.entries.aftercare import CaseClosed
from dedere.docket.entries.arrest import ProvisionallyArrested
from dedere.docket.entries.review import StayOrdered
from dedere.docket.entries.surrender import UndertakingChanged, UndertakingGiven
from dedere.registry.lists import names
from dedere.registry.lists.agenda import agenda
from dedere.registry.lists.cases import Wanted, cases
from dedere.registry.lists.found import find
from dedere.registry.lists.ledger import Asked, entries
from dedere.registry.models import CaseRow
from dedere.registry.words import asked, plain, words_of

import cast

pytestmark = pytest.mark.django_db
TODAY = cast.NOON.date()


def arrest() -> Act:
    return act("record-provisional-arrest", ProvisionallyArrested(place="Ciudad de México"), track="t1")


def listed(view: str = "open", **said: str) -> list[str]:
    wanted = Wanted(view=view, **said)
    return [row.number for row in cases(wanted, on=TODAY, home="MX").rows]


def found(query: str) -> list[str]:
    return [row.person for row in find(query).cases]


def test_saved_views_hold_the_cases_that_they_name() -> None:
    plain_case = opened(track()).number
    arrested = opened(track(), arrest()).number
    stayed = opened(act("record-stay", StayOrdered(stay="s1", court="Juzgado Quinto"))).number
    given = UndertakingGiven(undertaking="u1", giver="US", about="death-penalty")
    assured = opened(act("record-undertaking", given)).number
    assert listed() == [assured, stayed, arrested, plain_case]
    assert listed("provisional") == [arrested]
    assert listed("stayed") == [stayed]
    assert listed("unassured") == [stayed, arrested, plain_case]
    assert listed("waiting") == [arrested, plain_case]  # the formal request is the other State's to send


def test_filters_narrow_a_view() -> None:
    first, second = opened(track()).number, opened(track("deportation")).number
    assert listed(track="deportation") == [second]
    assert listed(stage="opened", track="treaty-extradition") == [first]
    assert listed(requesting="MX") == []
    assert listed(requesting="US", requested="MX") == [second, first]


def test_a_closed_case_leaves_the_open_ones_and_is_still_found() -> None:
    number = opened().number
    clerk.file(number, act("close-case", CaseClosed(reason="archivo")), by=cast.ANA, at=cast.NOON)
    clerk.sign(number, 2, by=cast.BRUNO, at=cast.NOON)
    assert listed() == []
    assert listed("all") == [number]
    assert found("Teodoro") == [cast.TEODORO]


def test_pages_follow_one_another_without_a_gap_or_a_repetition() -> None:
    numbers = [opened().number for _ in range(5)]
    seen, before = [], 0
    while True:
        page = cases(Wanted(), on=TODAY, home="MX", before=before, page=2)
        seen += [row.number for row in page.rows]
        if not (before := page.next):
            break
    assert seen == numbers[::-1]
    assert (page.count, page.more) == (5, False)


@pytest.mark.parametrize("rare", [0, 5000])
@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("quinones", {cast.TEODORO}),
        ("QUIÑ", {cast.TEODORO}),
        ("arce teod", {cast.TEODORO}),
        ("holloway arce", set()),
        ("lobo", {cast.BRENDA}),
        ("doj-77", {cast.BRENDA}),
        ("mx-2025-0002", {cast.BRENDA}),
        ("0001", {cast.TEODORO}),
        ("%", set()),
        ("_", set()),
        ("' OR 1=1 --", set()),
        ("", set()),
    ],
)
def test_a_search_finds_by_the_beginnings_of_words_rare_or_common(
    query: str, expected: set[str], rare: int
) -> None:
    opened()
    opened(person=cast.BRENDA, aliases=("La Loba", "Lobo"), other_number="DOJ-77")
    assert set(found(query)) == expected
    narrowed = names.with_words(CaseRow.objects.all(), query, rare=rare)
    assert {row.person for row in narrowed} == (expected if asked(query) else {cast.TEODORO, cast.BRENDA})


def test_a_number_typed_in_full_is_told_apart() -> None:
    number = opened().number
    assert find(number.lower()).exact == number
    assert find("Teodoro").exact == ""


def test_today_is_what_is_overdue_due_and_soon() -> None:
    late = opened(reminder(cast.later(days=-2))).number
    now = opened(reminder(cast.later(days=0))).number
    soon = opened(reminder(cast.later(days=5))).number
    opened(reminder(cast.later(days=30)))
    day = agenda(on=TODAY, home="MX")
    groups = (day.overdue, day.due, day.soon)
    assert [[row.case_id for row in group.rows] for group in groups] == [[late], [now], [soon]]
    assert [group.count for group in groups] == [1, 1, 1]


def test_today_shows_the_last_day_of_an_undertaking_unless_it_was_withdrawn() -> None:
    ends = UndertakingGiven(undertaking="u1", giver="US", about="treatment", until=cast.later(days=5).date())
    given = act("record-undertaking", ends)
    number = opened(given).number
    opened(given, act("change-undertaking", UndertakingChanged(undertaking="u1", change="withdrawn")))
    (row,) = agenda(on=TODAY, home="MX").soon.rows
    assert (row.case_id, row.rule, row.expiry) == (number, "undertaking", "undertaking-ends")


def test_today_shows_what_waits_on_the_other_state_but_not_on_us() -> None:
    awaited = opened(track()).number
    opened(track("deportation"))
    assert [row.number for row in agenda(on=TODAY, home="MX").waiting.rows] == [awaited]
    assert awaited not in [row.number for row in agenda(on=TODAY, home="US").waiting.rows]


def test_today_shows_the_handovers_of_a_fortnight_and_what_awaits_a_signature() -> None:
    planned(1)
    number = opened().number
    clerk.file(number, act("close-case", CaseClosed(reason="archivo")), by=cast.ANA, at=cast.NOON)
    day = agenda(on=TODAY, home="MX")
    assert [row.id for row in day.handovers.rows] == ["H-2025-0001"]
    assert [(row.case_id, row.act) for row in day.signatures.rows] == [(number, "close-case")]
    assert agenda(on=TODAY + timedelta(days=2), home="MX").handovers.count == 0


def test_the_ledger_is_walked_newest_first_and_by_day() -> None:
    number = opened().number
    for hour in range(1, 5):
        clerk.file(number, note(f"hora {hour}"), by=cast.BRUNO, at=cast.later(hours=hour))
    first = entries(Asked(), page=3)
    rest = entries(Asked(), before=first.next, page=3)
    assert [row.number for row in (*first.rows, *rest.rows)] == [5, 4, 3, 2, 1]
    span = Asked(since=cast.later(hours=2), until=cast.later(hours=4))
    one = entries(span, page=1)
    two = entries(span, before=one.next, page=1)
    assert ([row.number for row in (*one.rows, *two.rows)], two.next) == ([4, 3], 0)
    assert [row.number for row in entries(Asked(by=cast.ANA)).rows] == [1]


def test_words_are_plain_and_hyphenated_ones_are_found_by_their_parts() -> None:
    assert plain("Ñáñez-Güémez") == "nanez-guemez"
    assert words_of(["Al-Masri  O'Neill"]) == {"al-masri", "al", "masri", "o'neill", "o", "neill"}
    assert asked("  José  JOSE ") == ("jose",)
