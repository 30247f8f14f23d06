"""Handovers: the list, the board, filling a column, go or no-go."""
