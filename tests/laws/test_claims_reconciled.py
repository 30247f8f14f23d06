"""Whatever sources say: the answers depend on no order, and agreement never unseats what stands."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from claims.saying import EVENT
from dedere.claims.claim import Bound, SentenceKind
from dedere.claims.reconcile import Outcome, Reconciled, reconciled
from dedere.claims.said import DOCKET, Said

VALUES = {
    "count": ["10", "12", "14"],
    "date": ["2031", "2031-05", "2031-05-06", "2031-05-07"],
    "verb": ["extradited", "transferred", "expelled", "deported", "surrendered"],
    "departure": ["AIFA", "Santa Lucía", "Toluca"],
}


@st.composite
def claims(draw: st.DrawFn, attribute: str) -> Said:
    party = draw(st.sampled_from(["", "AA", "BB", "CC"]))
    source = draw(st.sampled_from(["", "one", "two", "three", "four"]))
    return Said(
        id="",
        event=EVENT.id,
        attribute=attribute,
        value=draw(st.sampled_from(VALUES[attribute])),
        bound=draw(st.sampled_from(Bound)) if attribute == "count" else Bound.EXACT,
        negated=draw(st.booleans()),
        kind=draw(st.sampled_from([SentenceKind.FACT, SentenceKind.REPORTED, SentenceKind.OPINION])),
        source=source,
        origin=source,
        tier=draw(st.sampled_from(["official", "official-repost", "news", "aggregator", DOCKET])),
        party=party,
    )


@st.composite
def gathered(draw: st.DrawFn) -> list[Said]:
    attribute = draw(st.sampled_from(sorted(VALUES)))
    told = draw(st.lists(claims(attribute), min_size=1, max_size=7))
    return [replace(claim, id=f"c{number}") for number, claim in enumerate(told)]


def answer(told: list[Said]) -> Reconciled:
    (found,) = reconciled(told, [EVENT])
    return found


@given(told=gathered(), data=st.data())
def test_the_answer_does_not_depend_on_the_order_of_the_claims(told: list[Said], data: st.DataObject) -> None:
    assert answer(data.draw(st.permutations(told))) == answer(told)


@given(told=gathered(), data=st.data())
def test_a_source_that_agrees_with_the_best_supported_never_unseats_it(
    told: list[Said], data: st.DataObject
) -> None:
    before = answer(told)
    if before.best is None:
        return
    like = next(each for each in before.best.held if _same(before, each))
    party, source, tier = (data.draw(each) for each in (
        st.sampled_from(["", "AA", "BB", "CC"]),
        st.sampled_from(["one", "five"]),
        st.sampled_from(["official", "official-repost", "news", "aggregator", DOCKET]),
    ))  # fmt: skip
    more = replace(like, id="more", party=party, source=source, origin=source, tier=tier)
    after = answer([*told, more])
    assert after.best is not None
    assert after.best.meaning == before.best.meaning
    assert after.outcome is before.outcome


def _same(found: Reconciled, claim: Said) -> bool:
    """Whether a claim says by itself what the best supported position says."""
    alone = reconciled([replace(claim, tier=DOCKET)], [EVENT])[0].best
    return alone is not None and found.best is not None and alone.meaning == found.best.meaning


@given(told=gathered())
def test_every_claim_is_shown_somewhere_and_none_is_held_twice(told: list[Said]) -> None:
    found = answer(told)
    held = [claim.id for each in found.positions for claim in each.held]
    shown = {claim.id for each in found.positions for claim in each.fitting} | set(held)
    assert len(held) == len(set(held))
    assert shown | {claim.id for claim in found.aside} == {claim.id for claim in told}


@given(told=gathered())
def test_what_is_agreed_is_denied_by_nobody_and_what_is_contested_is(told: list[Said]) -> None:
    found = answer(told)
    fit = all(one.meaning.fits(two.meaning) for one in found.positions for two in found.positions)
    assert fit == (found.outcome is not Outcome.CONTESTED)
    assert (found.best is None) <= (found.rule is None)
