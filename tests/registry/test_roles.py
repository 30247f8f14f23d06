"""In service the desk signs in as a role that can add to the journal and can do nothing else to it."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

import dedere.registry
from scratch import Scratch, scratch

ROLE = "dedere_desk"
GRANTS = Path(dedere.registry.__file__).with_name("roles.sql")
SERVER = os.environ.get("DATABASE_URL", "")
pytestmark = pytest.mark.skipif(not SERVER.startswith("postgres"), reason="roles are PostgreSQL's")


@pytest.fixture(scope="module")
def as_desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Scratch]:
    """A migrated database, reached as the desk's own role."""
    with psycopg.connect(SERVER, autocommit=True) as superuser:
        superuser.execute(f"CREATE ROLE {ROLE} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE")
        try:
            with scratch(tmp_path_factory.mktemp("roles"), "roles") as owners:
                with psycopg.connect(owners.url, autocommit=True) as owner:
                    owner.execute(GRANTS.read_text(encoding="utf-8"))
                    owner.execute(GRANTS.read_text(encoding="utf-8"))  # it may be run again
                yield Scratch(url=owners.url.replace("//dedere@", f"//{ROLE}@"))
        finally:
            superuser.execute(f"DROP ROLE {ROLE}")


def test_the_desks_role_can_do_a_days_work(as_desk: Scratch) -> None:
    *_, end = as_desk.run("clerk/race.py", "2").splitlines()
    assert json.loads(end) == {"verified": True, "differing": 0}


def test_the_desks_role_can_keep_runs_and_decide_their_pairs(as_desk: Scratch) -> None:
    told = as_desk.run("clerk/pairrun.py").splitlines()[-1]
    assert json.loads(told) == {"verified": True, "differing": 0, "stands": "decided"}


def test_the_desks_role_can_load_networks(as_desk: Scratch) -> None:
    told = as_desk.run("clerk/networkrun.py").splitlines()[-1]
    assert json.loads(told) == {"verified": True, "differing": 0, "seal": True}


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE registry_journalline SET nodes = ''",
        "DELETE FROM registry_journalline",
        "TRUNCATE registry_journalline",
        "DROP TRIGGER registry_journalline_end ON registry_journalline",
        "ALTER TABLE registry_journalline DISABLE TRIGGER ALL",
        "CREATE OR REPLACE FUNCTION registry_kept() RETURNS trigger LANGUAGE plpgsql AS "
        "$$ BEGIN RETURN NEW; END $$",
        "DROP TABLE registry_journalline",
        "UPDATE registry_reading SET officer = ''",
        "DELETE FROM registry_officerchange",
        "DELETE FROM django_migrations",
        "CREATE TABLE elsewhere (x int)",
    ],
)
def test_the_desks_role_can_change_nothing_that_is_kept(as_desk: Scratch, statement: str) -> None:
    with psycopg.connect(as_desk.url, autocommit=True) as desk, pytest.raises(psycopg.Error) as refused:
        desk.execute(statement)
    assert refused.value.sqlstate == "42501"  # insufficient privilege
