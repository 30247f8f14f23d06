"""The first room with a database: tables, the journal and the worklists drawn from it."""
