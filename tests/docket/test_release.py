"""What crosses to the other State is named field by field; what stays is told by its name and no more."""

from __future__ import annotations

import dataclasses

import pytest

from dedere.docket.acts import RULES
from dedere.docket.case import Case, fold
from dedere.docket.entries import (
    KINDS,
    Arrested,
    CaseOpened,
    Corrected,
    Entry,
    Line,
    Noted,
    OtherStateSaid,
    RequestReceived,
    SignatureAwaited,
)
from dedere.docket.exchange import message
from dedere.docket.exchange.message import UnreadableMessage, of_file
from dedere.docket.exchange.release import release, rules, tells

import cast

OPENED = CaseOpened(person=cast.TEODORO, requesting="US", requested="MX", note="visto con el juez")


def case_of(*entries: Entry) -> Case:
    lines = [
        Line(
            number=n,
            entry=entry,
            occurred_at=cast.NOON,
            recorded_at=cast.NOON,
            by=cast.ANA,
            second=cast.BRUNO,
        )
        for n, entry in enumerate(entries, 1)
    ]
    return fold("MX-2025-0001", lines)


def test_a_field_that_stays_is_named_and_its_content_does_not_cross() -> None:
    released = release(case_of(OPENED, Noted(title="a", text="reservado")).lines, 0)
    assert [line["entry"]["code"] for line in released.lines] == ["case-opened"]
    assert released.withheld == ("case-opened.note", "noted")
    assert released.caveats == ("this-case-only",)
    text = of_file("case", "MX-2025-0001", "", released).text()
    assert not any(word in text for word in ("juez", "reservado", cast.ANA, cast.BRUNO))


def test_an_empty_field_that_stays_is_not_named() -> None:
    assert release(case_of(dataclasses.replace(OPENED, note="")).lines, 0).withheld == ()


def test_housekeeping_neither_crosses_nor_is_named() -> None:
    said = OtherStateSaid(state="US", letter="L1", their_case="US-1", message="{}")
    released = release(case_of(SignatureAwaited(act="close-case", proposed="{}"), said).lines, 0)
    assert (released.lines, released.withheld) == ((), ())


def test_only_what_came_after_the_last_letter_goes_with_the_next() -> None:
    case = case_of(OPENED, Arrested(place="Tijuana"))
    assert [line["number"] for line in release(case.lines, 1).lines] == [2]


def test_a_correction_crosses_where_its_line_did_and_is_told_where_its_line_was() -> None:
    case = case_of(
        OPENED,
        Noted(title="a", text="b"),
        Arrested(place="x"),
        *(Corrected(line=n, reason="error") for n in (2, 3, 1)),
    )
    assert [line["number"] for line in release(case.lines, 3).lines] == [5, 6]
    assert [tells(case.lines, [line]) for line in case.lines] == [False, False, True, False, True, False]


def test_whatever_tells_may_cross() -> None:
    assert {rule.records.code for rule in RULES if rule.tells} < rules().tells
    assert rules().tells <= set(rules().crosses)


@pytest.mark.parametrize("code", sorted(rules().crosses))
def test_the_allow_list_names_fields_that_are_and_withholds_none_that_a_file_needs(code: str) -> None:
    fields = {field.name: field for field in dataclasses.fields(KINDS[code])}
    assert rules().crosses[code].fields <= set(fields)
    needed = {
        name
        for name, field in fields.items()
        if field.default is dataclasses.MISSING and field.default_factory is dataclasses.MISSING
    }
    assert needed <= rules().crosses[code].fields
    assert code not in rules().own


def test_a_message_is_read_as_it_was_written_and_folds_to_the_senders_case() -> None:
    case = case_of(OPENED, Arrested(place="Tijuana"))
    sent = of_file("case", case.number, "US-2025-0001", release(case.lines, 0))
    read = message.read(sent.text())
    assert read == sent
    shadow = fold(case.number, read.read_lines("mx.dedere.example"))
    assert (shadow.person, shadow.custody.status) == (case.person, case.custody.status)


@pytest.mark.parametrize(
    "spoil",
    [
        lambda text: text.replace("dedere-message/1", "dedere-message/2"),
        lambda text: text.replace('"lines":[', '"lines":[ '),
        lambda text: text.replace("request-received", "request-forged"),
        lambda text: text.replace('"complete":true', '"complete":1'),
        lambda text: text.replace('"office":"court"', '"office":"tavern"'),
        lambda text: text.replace('"track":""', '"track":"\\ud800"'),
        lambda text: text.replace('"withheld":[]', '"withheld":[1]'),
        lambda text: text.replace('"kind":"case"', '"kind":"case","more":1'),
        lambda text: "[" * 5000,
        lambda text: "",
    ],
)
def test_a_message_that_no_desk_writes_is_not_read(spoil: object) -> None:
    case = case_of(dataclasses.replace(OPENED, note=""), RequestReceived(office="court", complete=True))
    text = of_file("case", case.number, "", release(case.lines, 0)).text()
    spoiled = spoil(text)  # type: ignore[operator]
    assert spoiled != text
    with pytest.raises(UnreadableMessage):
        message.read(spoiled)
