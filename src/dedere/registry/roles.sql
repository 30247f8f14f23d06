-- What the desk's own PostgreSQL role may do: read and add to what is kept, never change it.
--
-- Two roles: the owner runs `manage.py migrate` and this file, and is not used by the desk; the desk signs
-- in as dedere_desk, which owns nothing. Create it once, as a superuser, with a password of your own:
--     CREATE ROLE dedere_desk LOGIN PASSWORD '…' NOSUPERUSER NOCREATEDB NOCREATEROLE;
-- Run this file as the owner after each migration; it may be run again:
--     psql "$OWNER_URL" -v ON_ERROR_STOP=1 -f roles.sql

BEGIN;

REVOKE ALL ON ALL TABLES IN SCHEMA public FROM dedere_desk;
REVOKE CREATE ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO dedere_desk;
GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO dedere_desk;

-- Worklists, officers, sessions, drafts: the desk keeps them itself.
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO dedere_desk;

-- The journal and the watch tables: read and add. No UPDATE, DELETE, TRUNCATE, and no TRIGGER to lower.
REVOKE UPDATE, DELETE ON
    registry_journalline,
    registry_reading,
    registry_attempt,
    registry_officerchange
FROM dedere_desk;

-- But a text that a court has erased: the trigger lets that one change through, and nothing else.
GRANT UPDATE (text, salt, commitment) ON registry_journalline TO dedere_desk;

-- Which migrations were applied is the owner's to write.
REVOKE INSERT, UPDATE, DELETE ON django_migrations FROM dedere_desk;

COMMIT;
