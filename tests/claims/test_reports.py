"""The reports that the rules were written with are read as a person read them."""

from __future__ import annotations

import pytest
from benchmarks.claims.__main__ import PARTS, Expected, found, reports

from dedere.claims.claim import Attribute, SentenceKind


@pytest.mark.parametrize("expected", list(reports("written")), ids=lambda each: each.id)
def test_a_report_is_read_as_a_person_read_it(expected: Expected) -> None:
    assert found(expected) == expected.claims


def test_what_is_expected_is_written_in_the_words_that_claims_have() -> None:
    ids = [each.id for part in PARTS for each in reports(part)]
    assert len(ids) == len(set(ids)) >= 80
    for part in PARTS:
        for each in reports(part):
            assert {attribute for attribute, _ in each.claims} <= {known.value for known in Attribute}
            for kinds in each.claims.values():
                assert kinds <= {kind.value for kind in SentenceKind}
