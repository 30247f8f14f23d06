"""A file or a field that cannot be read: where, what, and what to do."""

from __future__ import annotations


class Unreadable(Exception):
    """Input that cannot be read as it stands.

    Each room raises a subclass of its own. ``where`` names the file and the place in
    it, ``what`` the complaint, ``remedy`` what the writer can do.
    """

    def __init__(self, *, where: str, what: str, remedy: str) -> None:
        super().__init__(f"{where}: {what}; {remedy}")
        self.where, self.what, self.remedy = where, what, remedy
