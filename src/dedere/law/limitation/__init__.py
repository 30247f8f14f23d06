"""Lapse of time, computed: a State's rules of limitation, the facts they ask, and the last day they give."""
