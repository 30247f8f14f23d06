"""Assurances: who gave them, for whom and what, whether they stand, which bar each cures, and why not."""
