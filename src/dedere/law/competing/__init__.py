"""Several States ask for one person: what the law weighs, in which order, and what is missing; no verdict."""
