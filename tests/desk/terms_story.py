"""A case with terms: promises of each sort, a surrender under a grant, trials, another State's request."""

from __future__ import annotations

from clerk.story import act, opened, track
from dedere import clerk
from dedere.docket.acts import Act
from dedere.docket.entries import (
    AssuranceQuestionAnswered,
    Charge,
    ChargesStated,
    Entry,
    ExtraditionGranted,
    FactEstablished,
    HandedOver,
    OpinionGiven,
    OtherRequestRecorded,
    RequestAdmitted,
    RequestReceived,
    SpecialityConsentAsked,
    SurrenderOrdered,
    Tried,
    UndertakingChanged,
    UndertakingGiven,
)

import cast

STATED = ChargesStated(charges=(Charge(id="1", title="Contrabando"), Charge(id="2", title="Cohecho")))
CAPITAL = FactEstablished(fact="death-penalty-in-requesting", value=True, charge="1")


def promised(id: str, **more: object) -> Act:
    given = UndertakingGiven(undertaking=id, giver="Embajada", about="death-penalty", **more)  # type: ignore[arg-type]
    return act("record-undertaking", given)


def promises() -> str:
    """A case with one assurance that cures, one for another charge, one withdrawn, one not shown to bind."""
    case = opened(
        track(),
        act("state-charges", STATED),
        act("establish-fact", CAPITAL),
        promised(
            "u1",
            charges=("1",),
            authority_to_bind=True,
            authority_by="plenos poderes",
            form="note",
            text="Texto.",
        ),
        promised("u2", charges=("2",), authority_to_bind=True, until=cast.later(days=5).date()),
        promised("u3", authority_to_bind=True),
        promised("u4"),
        act("change-undertaking", UndertakingChanged(undertaking="u3", change="withdrawn", note="por nota")),
        act(
            "answer-assurance-question",
            AssuranceQuestionAnswered(undertaking="u1", question="specific", answer="Nombra el cargo."),
        ),
    )
    return case.number


def surrendered() -> str:
    """A case granted for charge 1, handed over, then tried on charges 1 and 2, consent asked for a third."""
    number = opened(track(), act("state-charges", STATED)).number
    for code, entry in _road():
        _filed(number, code, entry)
    for fact in ("returned-voluntarily", "person-consents", "free-to-leave"):
        _filed(number, "establish-fact", FactEstablished(fact=fact, value=False))
    for fact in ("committed-after-surrender", "requested-state-consents"):
        _filed(number, "establish-fact", FactEstablished(fact=fact, value=False, charge="2"))
    return number


def rivalled() -> str:
    """A case for whose person a third State asks too."""
    other = OtherRequestRecorded(request="q1", asking="ES", treaty=True, national=True, maximum="240")
    return opened(track(), act("state-charges", STATED), act("record-other-request", other)).number


def _road() -> tuple[tuple[str, Entry], ...]:
    third = Charge(id="S1", title="Lavado de dinero")
    return (
        ("receive-request", RequestReceived(office="executive", complete=True)),
        ("admit-request", RequestAdmitted()),
        ("give-opinion", OpinionGiven(court="Juzgado Tercero", favourable=True)),
        ("grant-extradition", ExtraditionGranted(authority="SRE", charges=("1",))),
        ("order-surrender", SurrenderOrdered(authority="SRE")),
        ("hand-over", HandedOver(place="AIFA", giving="FGR", receiving="USMS")),
        ("ask-speciality-consent", SpecialityConsentAsked(charges=(third,))),
        ("record-trial", Tried(charge="1")),
        ("record-trial", Tried(charge="2")),
    )


def _filed(number: str, code: str, entry: Entry) -> None:
    """File an act, and have a second officer sign where it needs one."""
    filed = clerk.file(number, act(code, entry), by=cast.ANA, at=cast.NOON)
    assert isinstance(filed, clerk.Filed), filed
    if filed.case.proposals:
        assert clerk.sign(number, filed.case.version, by=cast.BRUNO, at=cast.NOON)
