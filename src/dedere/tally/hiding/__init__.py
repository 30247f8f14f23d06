"""Which cells are hidden, so that nobody can work out a small one from what is published."""
