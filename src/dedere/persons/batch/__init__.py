"""Whole lists matched in one go: what is kept between runs, what is new, what is written."""
