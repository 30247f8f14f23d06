"""The reference of the gate says what the gate does."""

from __future__ import annotations

import json
import re
from pathlib import Path

from dedere.clerk.exchange.pouch import MAGIC
from dedere.docket.exchange.message import FORMAT
from dedere.docket.exchange.release import rules
from dedere.gate.urls import urlpatterns
from dedere.registry.exchange import dispatch
from dedere.seal.order import Turn
from dedere.seal.unsealed import Fault

DOCS = Path(__file__).parents[2] / "docs" / "reference"
PAGE = (DOCS / "gate.md").read_text(encoding="utf-8")
SOURCE = Path(dispatch.__file__).parents[2] / "gate"


def test_it_lists_every_address() -> None:
    paths = set(json.loads((DOCS / "gate.openapi.json").read_text())["paths"])
    assert paths == {f"/{each.pattern}" for each in urlpatterns}


def test_it_names_every_fault_and_every_code_of_a_problem() -> None:
    refusing = {turn.value for turn in Turn} - {Turn.TAKE.value, Turn.AGAIN.value}
    codes = re.findall(
        r'problem\(\d+, "([a-z-]+)"', "".join(path.read_text() for path in SOURCE.glob("*.py"))
    )
    said = {fault.value for fault in Fault} - {Fault.SUPERSEDED.value} | refusing | set(codes)
    assert {code for code in said if f"`{code}`" not in PAGE} == set()


def test_it_names_the_forms_the_caveats_and_the_numbers() -> None:
    caveats = {each.caveat for each in rules().crosses.values()} - {""}
    words = {FORMAT, MAGIC.decode().strip(), *caveats, f"after {dispatch.MOST_TRIES} tries"}
    assert {word for word in words if word not in PAGE} == set()
