"""A published source and where it is used."""
