"""Removals that are proved best, or come with a bound: the critical node problem, solved with HiGHS."""
