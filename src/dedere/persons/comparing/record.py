"""One name of one person in 64 bytes: a line of sixteen 32-bit numbers, read with one fetch from memory."""

from __future__ import annotations

FIELDS = 16
ROW, BORN, BORN_BY_CURP, MARKS, TOKENS, CURP_HEAD, CURP_TAIL, RFC, NICKNAME = 0, 1, 2, 3, 4, 12, 13, 14, 15
MOST_TOKENS = 8

# MARKS, from the lowest bit: tokens (4), sex (2), suffix (2), state (6), alias (1), roles guessed (1).
SEX_AT, SUFFIX_AT, STATE_AT, ALIAS_AT, GUESSED_AT = 4, 6, 8, 14, 15

# A token's role stands in the four bits above its number.
ROLE_AT = 28
NUMBER = (1 << ROLE_AT) - 1
GIVEN, PATERNAL, MATERNAL, MARRIED = 1, 2, 3, 4
