"""The worked example on the page about matching is what the matcher says today."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from custody import found, search
from dedere.persons.proposal import Band, Evidence, Proposal
from dedere.persons.spoken import how, what

PAGE = (Path(__file__).parents[3] / "docs" / "explanation" / "how-persons-are-matched.md").read_text(
    encoding="utf-8"
)
SHOWN = [line for line in PAGE.splitlines() if re.search(r"\| \**[+−]?\d+\.\d\** \|$", line)]


def example() -> list[Proposal]:
    return found(full_name="QUINONES, TEODORO", born="1975-03-12")


def signed(bits: float) -> str:
    """Bits to one decimal, with a sign unless they round to none."""
    return "0.0" if abs(bits) < 0.05 else f"{bits:+.1f}".replace("-", "−")


def line(step: Evidence) -> str:
    cells = (what(step.code, "en"), step.wanted, step.held, how(step.code, "en"), signed(step.bits))
    return "|" + "|".join(f" {cell} " if cell else " " for cell in cells) + "|"


def test_the_table_is_the_evidence() -> None:
    first = example()[0]
    total = f"| **Sum** | | | | **{signed(first.bits)}** |"
    assert (first.register_id, first.band) == ("teodoro", Band.STRONG)
    assert [*map(line, first.evidence), total] == SHOWN


def test_the_shares_are_counted_in_the_register() -> None:
    shares = {each.wanted: each.share for each in example()[0].evidence if each.share}
    rows = search().index.rows
    counted = [f"{rows:,}", *(str(round(shares[name] * rows)) for name in ("QUINONES", "TEODORO"))]
    told = re.search(r"The register, of ([\d,]+) rows.*of (\d+) of its rows, .* of (\d+)\.", PAGE)
    assert told
    assert list(told.groups()) == counted


def test_the_others_come_out_as_the_page_tells() -> None:
    others = {each.register_id: each for each in example()}
    told = re.search(
        r"([\d.]+) bits are odds of about ([\d,]+) to one.*?leaves ([\d.]+) bits.*?comes to ([\d.]+) bits",
        PAGE,
        re.DOTALL,
    )
    assert told
    odds = float(told[2].replace(",", ""))
    assert odds == pytest.approx(2 ** others["teodoro"].bits, rel=0.05)
    bits = [round(others[who].bits, 1) for who in ("teodoro", "his twin", "his son")]
    assert [float(told[at]) for at in (1, 3, 4)] == bits
    assert (others["his twin"].band, others["his son"].band) == (Band.REVIEW, Band.REVIEW)
    assert "born the same day" not in others
