"""Proposed matches: the queue, two records side by side, what weighs, and a person's decision."""
