"""Where a rule stands: instrument, article, and whether the text was checked."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """One place in one instrument.

    ``checked`` says against which official text and when the reading was verified,
    or is empty: then every screen and paper shows it as unchecked.
    """

    instrument: str
    article: str
    checked: str = ""
