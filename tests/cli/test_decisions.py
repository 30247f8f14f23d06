"""Decisions leave the registry as the table that a run reads, the same whoever exports it."""

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from clerk.pairday import confirms, decides, kept, proposed
from cli.run import here
from dedere.persons.decided import Verdict
from dedere.persons.decisionfile import read_decisions
from rolls import held, pair, wanted

import cast

pytestmark = pytest.mark.django_db
SCHEMA = Path(__file__).parents[2] / "docs" / "reference" / "decisions.schema.json"


def a_day_of_decisions() -> None:
    kept(proposed(), proposed(other=held("R-2")), proposed(wanted("W-2")))
    decides("not-the-same")
    decides("same", key=pair("W-2").key)
    decides("same", key=pair(register="R-2").key)
    confirms(key=pair("W-2").key)


def test_what_binds_is_exported_and_read_back(tmp_path):
    a_day_of_decisions()
    done = here("decisions", "export", "-o", tmp_path / "decisions.csv")
    assert (done.code, done.out) == (0, "")
    read = read_decisions(tmp_path / "decisions.csv")
    assert {each: made.verdict for each, made in read.items()} == {
        pair(): Verdict.NOT_THE_SAME,
        pair("W-2"): Verdict.SAME,
    }
    assert read[pair("W-2")].second == cast.BRUNO
    assert read[pair()].holds(wanted().digest, held().digest)


def test_the_json_is_what_its_schema_says():
    a_day_of_decisions()
    told = here("decisions", "export", "--json").json
    Draft202012Validator(json.loads(SCHEMA.read_text(encoding="utf-8"))).validate(told)
    assert [row["wanted_id"] for row in told["decisions"]] == ["W-1", "W-2"]


def test_a_registry_without_decisions_gives_the_columns_alone():
    assert here("decisions", "export").out.splitlines() == [
        "wanted_roll,wanted_id,register_roll,register_id,verdict,"
        "wanted_digest,register_digest,reason,by,second,at"
    ]
