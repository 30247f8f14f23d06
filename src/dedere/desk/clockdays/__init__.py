"""A clock's computation as a calendar: every day from its start to its last."""
