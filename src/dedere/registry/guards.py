"""Triggers that refuse to change what was recorded, on SQLite and on PostgreSQL.

The journal takes lines at its end only, and gives up a text only where its commitment stays; the watch tables
take rows and give none back. Whoever owns the
tables could drop a trigger: in service the desk signs in as a role that doesn't own them (``roles.sql``).
"""

from __future__ import annotations

from django.db.backends.base.base import BaseDatabaseWrapper

JOURNAL = "registry_journalline"
WATCH = ("registry_reading", "registry_attempt", "registry_officerchange")
_SQLITE_KEPT = ((JOURNAL, "DELETE"), *((table, verb) for table in WATCH for verb in ("UPDATE", "DELETE")))
_FUNCTIONS = (f"{JOURNAL}_end", f"{JOURNAL}_erased", "registry_kept")
_POSTGRES_KEPT = ((JOURNAL, ""), *((table, "UPDATE OR ") for table in WATCH))

# SQLite's INSERT OR REPLACE deletes without asking the DELETE trigger; the guard of the end refuses it.
_SQLITE_END = """
CREATE TRIGGER registry_journalline_end BEFORE INSERT ON registry_journalline BEGIN
  SELECT RAISE(ABORT, 'the journal takes a line only at its end')
   WHERE NEW.position IS NOT (SELECT COALESCE(MAX(position), 0) + 1 FROM registry_journalline)
      OR length(NEW.salt) IS NOT 16 OR length(NEW.nodes) NOT BETWEEN 32 AND 2048 OR NEW.commitment IS NOT NULL
      OR NEW.number IS NOT (
           SELECT COALESCE(MAX(number), 0) + 1 FROM registry_journalline WHERE stream = NEW.stream);
END"""

# Exactly one change is let through: text and salt go, the commitment comes, once, and the rest stays.
_SQLITE_ERASED = """
CREATE TRIGGER registry_journalline_no_update BEFORE UPDATE ON registry_journalline BEGIN
  SELECT RAISE(ABORT, 'registry_journalline is kept: nothing in it is changed or removed')
   WHERE NEW.position IS NOT OLD.position OR NEW.stream IS NOT OLD.stream OR NEW.number IS NOT OLD.number
      OR NEW.nodes IS NOT OLD.nodes OR OLD.commitment IS NOT NULL OR NEW.text IS NOT '' OR NEW.salt IS NOT x''
      OR length(NEW.commitment) IS NOT 32;
END"""

_POSTGRES_END = """
CREATE FUNCTION registry_journalline_end() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.position IS DISTINCT FROM (SELECT COALESCE(MAX(position), 0) + 1 FROM registry_journalline)
     OR length(NEW.salt) <> 16 OR length(NEW.nodes) NOT BETWEEN 32 AND 2048 OR NEW.commitment IS NOT NULL
     OR NEW.number IS DISTINCT FROM
        (SELECT COALESCE(MAX(number), 0) + 1 FROM registry_journalline WHERE stream = NEW.stream) THEN
    RAISE EXCEPTION 'the journal takes a line only at its end'
      USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER registry_journalline_end BEFORE INSERT ON registry_journalline
  FOR EACH ROW EXECUTE FUNCTION registry_journalline_end();
CREATE FUNCTION registry_journalline_erased() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.position, NEW.stream, NEW.number, NEW.nodes, NEW.text, NEW.salt, NEW.commitment) IS DISTINCT FROM
     (OLD.position, OLD.stream, OLD.number, OLD.nodes, '', ''::bytea,
      sha256(OLD.salt || convert_to(OLD.text, 'UTF8')))
     OR OLD.commitment IS NOT NULL THEN
    RAISE EXCEPTION 'registry_journalline is kept: nothing in it is changed or removed'
      USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER registry_journalline_erased BEFORE UPDATE ON registry_journalline
  FOR EACH ROW EXECUTE FUNCTION registry_journalline_erased();
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
        _SQLITE_ERASED,
        *(
            f"CREATE TRIGGER {table}_no_{verb.lower()} BEFORE {verb} ON {table} "
            f"BEGIN SELECT RAISE(ABORT, '{table} is kept: nothing in it is changed or removed'); END"
            for table, verb in _SQLITE_KEPT
        ),
    ]


def _sqlite_down() -> list[str]:
    names = (f"{table}_no_{verb.lower()}" for table, verb in _SQLITE_KEPT)
    return [f"DROP TRIGGER IF EXISTS {name}" for name in (f"{JOURNAL}_end", f"{JOURNAL}_no_update", *names)]


def _postgres_up() -> list[str]:
    return [
        _POSTGRES_END,
        *(
            f"CREATE TRIGGER {table}_kept BEFORE {change}DELETE OR TRUNCATE ON {table} "
            "FOR EACH STATEMENT EXECUTE FUNCTION registry_kept()"
            for table, change in _POSTGRES_KEPT
        ),
    ]


def _postgres_down() -> list[str]:
    return [
        *(f"DROP TRIGGER IF EXISTS {table}_kept ON {table}" for table in (JOURNAL, *WATCH)),
        *(f"DROP TRIGGER IF EXISTS {JOURNAL}_{what} ON {JOURNAL}" for what in ("end", "erased")),
        *(f"DROP FUNCTION IF EXISTS {name}()" for name in _FUNCTIONS),
    ]
