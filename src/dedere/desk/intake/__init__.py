"""Many cases at once, from a table: sent, looked at, taken."""
