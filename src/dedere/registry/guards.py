"""Triggers that refuse to change what was recorded, on SQLite and on PostgreSQL.

The journal takes lines at its end only; the watch tables take rows and give none back. Whoever owns the
tables could drop a trigger: in service the desk signs in as a role that doesn't own them (``roles.sql``).
"""

from __future__ import annotations

from django.db.backends.base.base import BaseDatabaseWrapper

JOURNAL = "registry_journalline"
WATCH = ("registry_reading", "registry_attempt", "registry_officerchange")

# SQLite's INSERT OR REPLACE deletes without asking the DELETE trigger; the guard of the end refuses it.
_SQLITE_END = """
CREATE TRIGGER registry_journalline_end BEFORE INSERT ON registry_journalline BEGIN
  SELECT RAISE(ABORT, 'the journal takes a line only at its end')
   WHERE NEW.position IS NOT (SELECT COALESCE(MAX(position), 0) + 1 FROM registry_journalline)
      OR NEW.previous IS NOT COALESCE(
           (SELECT digest FROM registry_journalline ORDER BY position DESC LIMIT 1), '')
      OR NEW.number IS NOT (
           SELECT COALESCE(MAX(number), 0) + 1 FROM registry_journalline WHERE stream = NEW.stream);
END"""

_POSTGRES_END = """
CREATE FUNCTION registry_journalline_end() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE last RECORD;
BEGIN
  SELECT position, digest INTO last FROM registry_journalline ORDER BY position DESC LIMIT 1;
  IF NEW.position IS DISTINCT FROM COALESCE(last.position, 0) + 1
     OR NEW.previous IS DISTINCT FROM COALESCE(last.digest, '')
     OR NEW.number IS DISTINCT FROM
        (SELECT COALESCE(MAX(number), 0) + 1 FROM registry_journalline WHERE stream = NEW.stream) THEN
    RAISE EXCEPTION 'the journal takes a line only at its end'
      USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER registry_journalline_end BEFORE INSERT ON registry_journalline
  FOR EACH ROW EXECUTE FUNCTION registry_journalline_end();
CREATE FUNCTION registry_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is kept: nothing in it is changed or removed', TG_TABLE_NAME
    USING ERRCODE = 'integrity_constraint_violation';
END $$"""


def raise_guards(connection: BaseDatabaseWrapper) -> None:
    """Put the triggers up; the tables stand and have none."""
    _run(connection, _sqlite_up() if connection.vendor == "sqlite" else _postgres_up())


def lower_guards(connection: BaseDatabaseWrapper) -> None:
    """Take the triggers down: to undo the migration, or to empty a test's database."""
    _run(connection, _sqlite_down() if connection.vendor == "sqlite" else _postgres_down())


def _run(connection: BaseDatabaseWrapper, statements: list[str]) -> None:
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)


def _sqlite_up() -> list[str]:
    return [
        _SQLITE_END,
        *(
            f"CREATE TRIGGER {table}_no_{verb.lower()} BEFORE {verb} ON {table} "
            f"BEGIN SELECT RAISE(ABORT, '{table} is kept: nothing in it is changed or removed'); END"
            for table in (JOURNAL, *WATCH)
            for verb in ("UPDATE", "DELETE")
        ),
    ]


def _sqlite_down() -> list[str]:
    names = (f"{table}_no_{verb}" for table in (JOURNAL, *WATCH) for verb in ("update", "delete"))
    return [f"DROP TRIGGER IF EXISTS {name}" for name in (f"{JOURNAL}_end", *names)]


def _postgres_up() -> list[str]:
    return [
        _POSTGRES_END,
        *(
            f"CREATE TRIGGER {table}_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON {table} "
            "FOR EACH STATEMENT EXECUTE FUNCTION registry_kept()"
            for table in (JOURNAL, *WATCH)
        ),
    ]


def _postgres_down() -> list[str]:
    return [
        *(f"DROP TRIGGER {table}_kept ON {table}" for table in (JOURNAL, *WATCH)),
        f"DROP TRIGGER {JOURNAL}_end ON {JOURNAL}",
        f"DROP FUNCTION {JOURNAL}_end(), registry_kept()",
    ]
