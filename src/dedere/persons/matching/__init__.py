"""Matching: the pairs a person should look at, for a list and for one person, with their rivals and bands."""
