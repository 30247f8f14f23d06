"""Gates: what is marked, what the case itself shows, and what a go accepts by name."""

from datetime import date

from dedere.docket import Act, countersign, decide
from dedere.docket.choices import GATES
from dedere.docket.entries import (
    GateMarked,
    GoDecided,
    PersonListed,
    PersonStruck,
    PlanChanged,
    SignatureRefused,
    StayLifted,
    StayOrdered,
    UndertakingBreached,
    UndertakingGiven,
)
from dedere.docket.handover import countersign_handover, gates_of
from docket.expedition import Expedition

import cast


def on_case(group: Expedition, code: str, entry: object, ordinal: int = 0, days: int = 1) -> None:
    """File something on the person's own case."""
    case, at = group.case(ordinal), cast.later(days=days)
    for line in decide(case, Act(code=code, entry=entry, occurred_at=at), by=cast.ANA, at=at):
        group.cases[case.number] = case.after(line)


def stay(group: Expedition, ordinal: int = 0) -> None:
    on_case(group, "record-stay", StayOrdered(stay="s1", court="Juzgado"), ordinal)


def undertaking(about: str = "death-penalty") -> UndertakingGiven:
    return UndertakingGiven(undertaking="u1", giver="DOJ", about=about)


def mark(group: Expedition, gate: str, state: str, ordinal: int = 0) -> GateMarked:
    return GateMarked(case=group.numbers[ordinal], gate=gate, state=state, evidence="folio 3")


def gate(group: Expedition, name: str, ordinal: int = 0):
    return next(
        each for each in gates_of(group.handover, group.person(ordinal), group.cases) if each.gate == name
    )


def seen(group: Expedition, name: str) -> tuple[str, str]:
    found = gate(group, name)
    return found.state, found.why


def test_there_are_nine_gates_and_nothing_is_shown_until_somebody_shows_it():
    group = Expedition(ordered=False)
    gates = gates_of(group.handover, group.person(), group.cases)
    assert tuple(each.gate for each in gates) == GATES
    assert {each.state for each in gates} == {"missing"}


def test_a_gate_is_marked_with_its_evidence_by_whom_and_when():
    group = Expedition()
    group.files(mark(group, "medical", "met")).files(mark(group, "property", "not-in-point"))
    found = gate(group, "medical")
    assert (found.state, found.mark.evidence, found.mark.by) == ("met", "folio 3", cast.ANA)
    assert seen(group, "property") == ("not-in-point", "marked")
    assert group.refused(mark(group, "weather", "met")) == "content-not-a-choice"


def test_a_standing_stay_overrules_a_mark():
    group = Expedition()
    group.files(mark(group, "stays", "met"))
    stay(group)
    assert (seen(group, "stays"), gate(group, "stays").named) == (("missing", "stay-standing"), ("s1",))


def test_no_stay_on_file_is_not_proof_that_there_is_none():
    assert seen(Expedition(), "stays") == ("missing", "unmarked")


def test_an_undertaking_given_by_the_day_meets_the_assurance_gate_and_a_later_one_does_not():
    group = Expedition()
    on_case(group, "record-undertaking", undertaking(), days=1)
    assert seen(group, "assurances") == ("met", "undertaking-on-file")
    late = Expedition()
    on_case(late, "record-undertaking", undertaking(), days=160)
    assert seen(late, "assurances") == ("missing", "unmarked")


def test_an_undertaking_on_another_matter_or_reported_breached_does_not_meet_it():
    group = Expedition()
    on_case(group, "record-undertaking", undertaking("return"))
    assert seen(group, "assurances") == ("missing", "unmarked")
    other = Expedition()
    on_case(other, "record-undertaking", undertaking())
    on_case(other, "report-breach", UndertakingBreached(undertaking="u1", report="x"))
    assert seen(other, "assurances") == ("missing", "undertaking-breached")


def test_the_order_gate_is_met_by_the_order_on_file():
    assert seen(Expedition(), "order") == ("met", "order-on-file")
    assert seen(Expedition(ordered=False), "order") == ("missing", "unmarked")


def test_nobody_is_transported_without_a_leg():
    group = Expedition().files(mark(Expedition(), "transport", "met"))
    assert seen(group, "transport") == ("missing", "no-leg")
    assert seen(group.seated(), "transport") == ("met", "marked")


def test_a_go_names_every_gap_and_nothing_else():
    group = Expedition().seated()
    refused = group.tries(GoDecided(go=True, accepted=group.gaps[1:]))
    assert (refused.code, refused.facts["gaps"]) == ("gaps-not-accepted", group.gaps[0])
    assert group.refused(GoDecided(go=True, accepted=(*group.gaps, "MX-2025-0001:order"))) == "not-a-gap"
    assert group.refused(GoDecided(go=False, accepted=group.gaps)) == "not-a-gap"


def test_a_go_is_signed_by_two_officers_and_prints_who_accepted_what():
    group = Expedition().seated()
    accepted = group.gaps
    group.files(GoDecided(go=True, accepted=accepted, reason="court hours"))
    decision = group.handover.decision
    assert (decision.by, decision.second, decision.accepted) == (cast.ANA, cast.BRUNO, accepted)
    assert decision.persons == {"MX-2025-0001", "MX-2025-0002"}


def test_the_officer_who_proposed_the_go_does_not_sign_it():
    group = Expedition().seated()
    group.records(group.tries(GoDecided(go=True, accepted=group.gaps)))
    line = group.handover.proposals[0].line
    refused = countersign_handover(group.handover, line, group.cases, by=cast.ANA, at=group.at)
    assert refused.code == "same-officer"


def test_a_gap_that_appears_before_the_second_signature_stops_it():
    group = Expedition().seated()
    group.files(mark(group, "medical", "met"))
    group.records(group.tries(GoDecided(go=True, accepted=group.gaps)))
    proposal = group.handover.proposals[0].line
    group.records(group.tries(mark(group, "medical", "missing")))
    refused = countersign_handover(group.handover, proposal, group.cases, by=cast.BRUNO, at=group.at)
    assert (refused.code, refused.facts["gaps"]) == ("gaps-not-accepted", "MX-2025-0001:medical")


def test_a_second_officer_may_decline_the_go():
    group = Expedition().seated()
    group.records(group.tries(GoDecided(go=True, accepted=group.gaps)))
    line = group.handover.proposals[0].line
    group.files(SignatureRefused(proposal=line, reason="stays not checked"), by=cast.BRUNO)
    assert (group.handover.proposals, group.handover.decision) == ((), None)


def test_a_no_go_takes_the_go_back():
    group = Expedition().gone().files(GoDecided(go=False, reason="weather"))
    assert group.handover.decision.go is False
    assert "give-over" not in group.checked().allows(0)


def test_a_go_for_one_day_is_no_go_for_another():
    group = Expedition().gone().checked().files(PlanChanged(on=date(2025, 1, 17)))
    assert "give-over" not in group.allows(0)


def test_a_go_does_not_cover_whoever_was_listed_after_it():
    group = Expedition(people=3)
    group.files(PersonStruck(case="MX-2025-0003", reason="x")).gone()
    group.files(PersonListed(case="MX-2025-0003", person="x", leg="f1"))
    assert "give-over" not in group.checked(2).allows(2)


def test_lifting_the_stay_reopens_the_gate_to_its_mark():
    group = Expedition()
    group.files(mark(group, "stays", "met"))
    stay(group)
    lifted = StayLifted(stay="s1", court="Juzgado")
    on_case(group, "lift-stay", lifted)
    case = group.case()
    (line,) = countersign(case, case.version, by=cast.BRUNO, at=cast.later(days=1))
    group.cases[case.number] = case.after(line)
    assert seen(group, "stays") == ("met", "marked")
