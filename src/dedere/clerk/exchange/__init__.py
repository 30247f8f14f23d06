"""The exchange: what is told to another State and what it tells, each in the journal's own transaction."""
