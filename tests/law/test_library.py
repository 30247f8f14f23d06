"""A treaty file is read whole or refused with file, clause, article and remedy."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from dedere.law.assessment import Effect
from dedere.law.decider import DECIDERS
from dedere.law.instrument import Instrument
from dedere.law.kinds.clock import EXPIRIES, UNITS
from dedere.law.library import (
    PACKAGED,
    UnreadableTreaty,
    library,
    load_instrument,
    load_library,
)
from dedere.law.readcase import STATES
from dedere.law.stands import NEXT, STANDINGS
from dedere.words.wording import codes

HEAD = """
id = "aa-bb-2000"
title.en = "Treaty"
title.es = "Tratado"
short.en = "Treaty"
short.es = "Tratado"
layer = "treaty"
done = 2000-01-01
in_force = 2001-01-01
parties = ["MX", "US"]
routes = ["treaty-extradition"]
authentic = ["en"]
official = "nowhere"
sources = ["SCR"]
"""
CLAUSE = """
[[clause]]
id = "military"
kind = "military-offence"
article = "5(3)"
text.en = "Not for military offences."
text.es = "No por delitos militares."
"""
SOME = [name for name, fact in library().facts.items() if fact.type == "yes-no"]
PAPERS = CLAUSE.replace("military-offence", "documents")
CLOCK = """
[[clause]]
id = "time"
kind = "clock"
article = "11"
rule = "any"
length = 10
unit = "working-days"
calendar = "mx-federal"
start = ["arrested"]
expiry = "released-at-once"
text.en = "Ten days."
text.es = "Diez días."
"""


def read(text: str) -> Instrument:
    return load_instrument("aa-bb-2000/instrument.toml", text.encode(), library())


def complaint(text: str) -> UnreadableTreaty:
    with pytest.raises(UnreadableTreaty) as caught:
        read(text)
    assert caught.value.remedy
    return caught.value


def test_a_whole_file_is_read_and_its_digest_is_that_of_its_bytes() -> None:
    instrument = read(HEAD + CLAUSE + CLOCK)
    assert [clause.id for clause in instrument.clauses] == ["military", "time"]
    assert instrument.digest == hashlib.sha256((HEAD + CLAUSE + CLOCK).encode()).hexdigest()
    assert instrument.clauses[0].citation.checked == ""


def test_every_packaged_instrument_loads_and_names_its_bytes() -> None:
    for name, instrument in library().instruments.items():
        raw = (PACKAGED / name / "instrument.toml").read_bytes()
        alone = not instrument.based_on and not (PACKAGED / name / "parties.toml").exists()
        assert alone is (instrument.digest == hashlib.sha256(raw).hexdigest())
        assert instrument.clauses


@pytest.mark.parametrize(
    ("text", "what"),
    [
        (HEAD + CLAUSE + 'extra = "x"\n', "the key 'extra' is unknown"),
        (HEAD + "surprise = 1\n" + CLAUSE, "the key 'surprise' is unknown"),
        (HEAD + CLAUSE.replace("military-offence", "military-affair"), "'military-affair' is not one of"),
        (HEAD + CLAUSE.replace('article = "5(3)"\n', ""), "'article' is missing"),
        (HEAD + CLAUSE.replace('text.es = "No por delitos militares."\n', ""), "'es' is missing"),
        (HEAD + CLAUSE.replace('"5(3)"', "5"), "5 is not a text"),
        (HEAD + CLAUSE + CLAUSE, "the id 'military' is taken"),
        (HEAD + CLAUSE + CLAUSE.replace('id = "military"', 'id = "again"'), "has a clause of kind"),
        (HEAD + CLAUSE + 'kind = "rule"\n', "this is not TOML"),
        (HEAD + CLAUSE + 'when = "no-such-fact"\n', "the fact 'no-such-fact' is not in the vocabulary"),
        (HEAD + CLAUSE + 'when = "offence-on"\n', "is a date, not a yes-no"),
        (HEAD + CLAUSE + "when = { some = [] }\n", "is no condition"),
        (HEAD + CLAUSE + f"when = {{ any = {SOME[:13]} }}\n", "the condition names 13 facts"),
        (HEAD + PAPERS + f"papers = {SOME[:13]}\n", "13 facts are too many"),
        (HEAD + PAPERS + f"papers = {SOME[:12]}\naccused = {SOME[12:24]}\n", "it asks of 25 facts"),
        (HEAD + CLAUSE + 'source = ["NOWHERE"]\n', "the source 'NOWHERE' is not in sources.toml"),
        (HEAD + CLAUSE + 'from = "2001-01-01"\n', "is not a date"),
        (HEAD + CLAUSE + "from = 2001-01-01T00:00:00Z\n", "is not a date"),
        (HEAD + CLAUSE + 'decider = "nobody"\n', "'nobody' is not one of"),
        (HEAD + CLAUSE + 'effect = "duty"\n', "'duty' is not one of"),
        (HEAD.replace("2000-01-01", "2000-02-30") + CLAUSE, "this is not TOML"),
        (HEAD.replace('["MX", "US"]', '["MX"]') + CLAUSE, "a treaty binds its parties"),
        (HEAD.replace('"treaty"', '"statute"') + CLAUSE, "a State's own law applies"),
        (HEAD + CLOCK.replace('calendar = "mx-federal"\n', ""), "working days need a calendar"),
        (HEAD + CLOCK.replace("mx-federal", "mars"), "the calendar 'mars' is not known"),
        (HEAD + CLOCK + 'pause = ["stay-ordered"]\n', "each pause needs the entry that ends it"),
        (HEAD + CLOCK.replace("length = 10", "length = -1"), "-1 is not a whole number"),
        (HEAD + CLOCK.replace("length = 10", "length = true"), "True is not a whole number"),
        ("id = " + "[" * 2000, "this is not TOML"),
        ("x = " + "[" * 40 + "]" * 40, "nested too deep"),
        ("a = " + "9" * 5000, "this is not TOML"),
    ],
)
def test_what_is_wrong_is_said(text: str, what: str) -> None:
    assert what in complaint(text).what


def test_the_complaint_names_file_clause_article_and_key() -> None:
    where = complaint(HEAD + CLAUSE + 'decider = "nobody"\n').where
    assert where == "aa-bb-2000/instrument.toml: [[clause]] 1 military, article 5(3): decider"


def test_an_article_may_stand_twice_where_stage_or_direction_tell_the_two_apart() -> None:
    for apart in ('stage = "sentence"', 'direction = { requesting = "US" }', "from = 2005-01-01"):
        other = CLAUSE.replace('id = "military"', f'id = "again"\n{apart}')
        assert len(read(HEAD + CLAUSE + other).clauses) == 2


def test_bytes_that_are_no_text_or_too_many_are_refused() -> None:
    with pytest.raises(UnreadableTreaty, match="UTF-8"):
        load_instrument("x", b"\xff\xfe", library())
    with pytest.raises(UnreadableTreaty, match="too many"):
        load_instrument("x", b"#" * (2 << 20), library())


def folder(tmp_path: Path, **files: str) -> Path:
    (tmp_path / "calendars").mkdir()
    (tmp_path / "aa-bb-2000").mkdir()
    written = {
        "facts.toml": '[[fact]]\nname = "offence-purely-military"\ntype = "yes-no"\nabout = "charge"\n',
        "sources.toml": 'SCR = "https://example.org"\n',
        "aa-bb-2000/instrument.toml": HEAD + CLAUSE,
    } | files
    for name, text in written.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def test_a_folder_of_files_is_a_library(tmp_path: Path) -> None:
    found = load_library(folder(tmp_path))
    assert list(found.instruments) == ["aa-bb-2000"]
    assert found.clause("aa-bb-2000", "military").kind == "military-offence"


@pytest.mark.parametrize(
    ("file", "text", "what"),
    [
        ("facts.toml", "", "asks of 'offence-purely-military', which is not in the vocabulary"),
        ("facts.toml", '[[fact]]\nname = "x"\ntype = "maybe"\n', "'maybe' is not one of"),
        ("facts.toml", '[[fact]]\nname = "x"\ntype = "code"\nabout = "charge"\n', "lists its codes"),
        ("facts.toml", '[[fact]]\nname = "x"\ntype = "yes-no"\nabout = "charge"\n' * 2, "declared already"),
        ("sources.toml", "", "the source 'SCR' is not in sources.toml"),
        ("aa-bb-2000/instrument.toml", HEAD.replace("aa-bb", "cc-dd") + CLAUSE, "is not its folder's name"),
        (
            "calendars/c.toml",
            'id = "c"\ntitle.en = "c"\ntitle.es = "c"\nsource = "s"\nyears = [2024, 2025]\n'
            'weekend = ["sunday"]\n[days]\n2024 = [2024-01-01]\n',
            "'2025' is missing",
        ),
        (
            "calendars/c.toml",
            'id = "c"\ntitle.en = "c"\ntitle.es = "c"\nsource = "s"\nyears = [2024, 2024]\n'
            'weekend = ["sunday"]\n[days]\n2024 = [2025-01-01]\n',
            "is not a list of days of 2024",
        ),
    ],
)
def test_what_is_wrong_in_a_folder_is_said(tmp_path: Path, file: str, text: str, what: str) -> None:
    with pytest.raises(UnreadableTreaty) as caught:
        load_library(folder(tmp_path, **{file: text}))
    assert what in caught.value.what
    assert caught.value.where.startswith((f"{tmp_path.name}/{file}", file, "aa-bb-2000/instrument.toml"))


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(UnreadableTreaty, match=r"facts\.toml"):
        load_library(tmp_path)


def test_every_code_of_the_library_has_words() -> None:
    said = codes().keys()
    clauses = [clause for each in library().instruments.values() for clause in each.clauses]
    clocks = [clause.clock for clause in clauses if clause.clock]
    wanted = {f"decider.{decider}" for decider in DECIDERS}
    wanted |= {f"kind.{clause.kind}" for clause in clauses}
    wanted |= {f"clock.{clock.rule}" for clock in clocks}
    wanted |= {f"expiry.{expiry}" for expiry in EXPIRIES} | {f"unit.{unit}" for unit in UNITS}
    wanted |= {f"clock.state.{state}" for state in STATES} | {f"standing.{each}" for each in STANDINGS}
    wanted |= {f"next.{code}" for code in NEXT} | {f"effect.{effect.value}" for effect in Effect}
    assert sorted(wanted - said) == []
