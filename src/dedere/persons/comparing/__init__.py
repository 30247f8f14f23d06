"""How far two records agree: each step of the comparison, and what it is worth."""
