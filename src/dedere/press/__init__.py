"""The press: what the house prints as PDF/A, and the papers of the law room, for the desk and the shell."""

from dedere.press.press import press

__all__ = ["press"]
