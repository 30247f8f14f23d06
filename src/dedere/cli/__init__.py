"""Operators' door: the command ``dedere``."""
