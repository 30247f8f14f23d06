"""What a report claims is set beside what stands: supported, contested, contradicted or unsupported."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from claims.saying import EVENT, GIVING, RECEIVING, said
from dedere.claims.claim import Attribute, Bound, Claim, SentenceKind
from dedere.claims.compare import Known, Verdict, compared
from dedere.claims.said import Said

AFTER = EVENT.on + timedelta(days=1)
STANDING = (
    said("count", "12", party=GIVING, source="GIVER"),
    said("count", "12", party=RECEIVING, source="TAKER"),
    said("count", "14", source="DAILY"),
    said("verb", "transferred", party=GIVING, source="GIVER"),
    said("verb", "extradited", party=RECEIVING, source="TAKER"),
    said("verb", "deported", source="DAILY"),
    said("city", "Houston", source="DAILY"),
    said("city", "Houston", source="WEEKLY"),
    said("aircraft", "2", source="DAILY"),
    said("date", EVENT.on.isoformat(), party=GIVING, source="GIVER"),
    said("date", EVENT.on.isoformat(), party=RECEIVING, source="TAKER"),
)


def claim(attribute: Attribute, value: str, **more: object) -> Claim:
    told = {"start": 0, "end": 1, "sentence": 0, "sentence_kind": SentenceKind.FACT, **more}
    return Claim(attribute=attribute, value=value, **told)  # type: ignore[arg-type]


def verdict(*claims: Claim, on: date | None = AFTER, standing: tuple[Said, ...] = STANDING) -> str:
    return compared(claims, on, Known([EVENT], standing))[-1].verdict.value


@pytest.mark.parametrize(
    ("attribute", "value", "more", "expected"),
    [
        ("count", "12", {}, "supported"),
        ("count", "10", {"bound": Bound.AT_LEAST}, "supported"),
        ("count", "14", {}, "contradicted"),
        ("count", "99", {}, "contradicted"),
        ("verb", "transferred", {}, "supported"),
        ("verb", "extradited", {"negated": True}, "supported"),
        ("verb", "surrendered", {}, "supported"),
        ("verb", "extradited", {}, "contested"),
        ("verb", "deported", {}, "contradicted"),
        ("city", "Houston", {}, "supported"),
        ("city", "Houston", {"negated": True}, "contradicted"),
        ("city", "Chicago", {}, "unsupported"),
        ("offence", "murder", {}, "unsupported"),
        ("count", "12", {"sentence_kind": SentenceKind.OPINION}, "opinion"),
    ],
)
def test_a_claim_is_set_beside_what_stands(
    attribute: str, value: str, more: dict[str, object], expected: str
) -> None:
    assert verdict(claim(Attribute(attribute), value, **more)) == expected


def test_a_verdict_names_the_sources_it_rests_on_and_what_stands() -> None:
    counted, contested = compared(
        [claim(Attribute.COUNT, "14"), claim(Attribute.VERB, "extradited")], AFTER, Known([EVENT], STANDING)
    )
    assert (counted.stands, counted.against) == ("12", ("GIVER", "TAKER"))
    assert (contested.stands, contested.against) == ("transferred", ("GIVER", "TAKER"))


def test_where_no_rule_decides_either_side_is_contested() -> None:
    split = (said("count", "12", party=GIVING), said("count", "14", party=RECEIVING))
    for value in ("12", "14"):
        assert verdict(claim(Attribute.COUNT, value), standing=split) == "contested"
    assert verdict(claim(Attribute.COUNT, "99"), standing=split) == "contradicted"


def test_what_one_outlet_alone_said_supports_nothing() -> None:
    alone = (said("count", "12"),)
    assert [verdict(claim(Attribute.COUNT, value), standing=alone) for value in ("12", "14")] == [
        "unsupported",
        "unsupported",
    ]


def test_a_report_is_of_the_event_whose_day_it_names_else_of_a_recent_one() -> None:
    count = claim(Attribute.COUNT, "12", sentence=1)
    named = claim(Attribute.DATE, EVENT.on.isoformat())
    assert verdict(count, on=AFTER) == "supported"
    assert verdict(count, on=EVENT.on - timedelta(days=1)) == "unsupported"
    assert verdict(count, on=EVENT.on + timedelta(days=400)) == "unsupported"
    assert verdict(named, count, on=EVENT.on + timedelta(days=400)) == "supported"


def test_where_no_event_is_known_nothing_is_supported() -> None:
    found = compared([claim(Attribute.COUNT, "12")], AFTER, Known([], []))
    assert [(each.verdict, each.event) for each in found] == [(Verdict.UNSUPPORTED, "")]
