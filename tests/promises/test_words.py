"""Every code a person can meet has words in English and Spanish, and no words lack a code."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from pathlib import Path

from dedere.claims.claim import Attribute, SentenceKind
from dedere.docket.acts import RULES
from dedere.docket.entries import KINDS as ENTRIES
from dedere.docket.exchange.release import rules
from dedere.docket.stage import Stage, TrackKind
from dedere.law.assessment import Effect
from dedere.law.kinds import KINDS
from dedere.law.library import library
from dedere.persons.identifiers import curp, rfc
from dedere.registry.exchange import dispatch
from dedere.seal import verifier
from dedere.seal.order import Turn
from dedere.seal.receipt import Event
from dedere.seal.unsealed import Fault
from dedere.words import Finding
from dedere.words.wording import Wording, codes

SOURCE = Path(__file__).parents[2] / "src" / "dedere"


def missing(group: str, wanted: Iterable[str]) -> list[str]:
    said = codes().keys()
    return sorted(f"{group}.{code}" for code in wanted if f"{group}.{code}" not in said)


def test_every_entry_has_words() -> None:
    assert missing("entry", ENTRIES) == []


def test_every_act_has_words() -> None:
    assert missing("act", (rule.code for rule in RULES)) == []


def test_every_stage_and_track_has_words() -> None:
    assert missing("stage", (stage.value for stage in Stage)) == []
    assert missing("track", (track.value for track in TrackKind)) == []


def test_every_attribute_of_a_claim_and_every_kind_of_sentence_has_words() -> None:
    assert missing("claim", (attribute.value for attribute in Attribute)) == []
    assert missing("sentence", (kind.value for kind in SentenceKind)) == []


def test_every_value_that_a_reader_of_reports_finds_has_words() -> None:
    lists = ("undertakings", "areas", "meetings", "offences", "legalbasis")
    folder = SOURCE / "claims" / "reading" / "lexicon"
    read = [tomllib.loads((folder / f"{name}.toml").read_text(encoding="utf-8")) for name in lists]
    values = {code for codes_of in read for code in codes_of} - {"none"}
    assert missing("claim-value", values) == []


def test_every_fault_event_and_caveat_of_the_exchange_has_words() -> None:
    refusing = {turn.value for turn in Turn} - {Turn.TAKE.value, Turn.AGAIN.value}
    assert missing("fault", {fault.value for fault in Fault} | refusing) == []
    assert missing("event", (event.value for event in Event)) == []
    assert missing("dispatch", (dispatch.DUE, dispatch.HELD, dispatch.DONE)) == []
    assert missing("caveat", {crossing.caveat for crossing in rules().crosses.values()} - {""}) == []


def test_every_way_a_journal_breaks_has_words() -> None:
    assert missing("journal-fault", {*verifier.WHY, "broken-node"}) == []


def test_every_effect_kind_and_finding_has_words() -> None:
    assert missing("effect", (effect.value for effect in Effect)) == []
    assert missing("kind", KINDS) == []
    assert missing("finding", (finding.value for finding in Finding)) == []


def test_every_fault_of_an_identifier_has_words() -> None:
    assert missing("identifier", curp.FAULTS + rfc.FAULTS) == []


def test_every_fact_of_the_vocabulary_has_its_question() -> None:
    assert missing("fact", library().facts) == []


def test_every_fact_of_the_vocabulary_can_stand_in_a_sentence() -> None:
    flags = {name for name, fact in library().asked().items() if fact.type == "yes-no"}
    assert missing("so", flags) + missing("not-so", flags) == []
    assert missing("of", library().asked().keys() - flags) == []
    said = codes().keys()
    spoken = {key.partition(".")[2] for key in said if key.partition(".")[0] in ("so", "not-so", "of")}
    assert spoken == set(library().asked())


def test_every_refusal_has_words() -> None:
    text = "\n".join(path.read_text(encoding="utf-8") for path in SOURCE.rglob("*.py"))
    found = set(re.findall(r'Refused\(\s*code="([a-z-]+)"', text)) | set(
        re.findall(r'refuse\(\s*"([a-z-]+)"', text)
    )
    assert found, "the docket refuses by code"
    assert missing("refused", found) == []


def test_every_screen_sentence_stands_in_both_languages() -> None:
    screens = Wording.read((SOURCE / "desk").rglob("wording.toml"))
    assert screens.keys()
    assert screens.keys().isdisjoint(codes().keys())


def test_no_sentence_is_said_to_nobody() -> None:
    screens = Wording.read((SOURCE / "desk").rglob("wording.toml"))
    text = "\n".join(
        path.read_text(encoding="utf-8")
        for pattern in ("*.html", "*.py", "*.typ")
        for path in (SOURCE / "desk").rglob(pattern)
    )
    # A key may be put together from a prefix and a code: then its prefix stands in the text. A sentence
    # for one thing and for many is asked for by what stands before ``.one`` and ``.many``.
    unused = [
        key
        for key in sorted(screens.keys())
        if key.removesuffix(".one").removesuffix(".many") not in text
        and not re.search(re.escape(key.rpartition(".")[0]) + r"\.(?:\{|\"|')", text)
    ]
    assert unused == []
