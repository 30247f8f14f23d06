"""A note in several languages is read in one."""

from __future__ import annotations

import pytest

from dedere.links.notes import note_in

BOTH = "[en] told as: nephew [es] referido como: sobrino"


@pytest.mark.parametrize(
    ("note", "language", "says"),
    [
        (BOTH, "es", ("referido como: sobrino", "es")),
        (BOTH, "en", ("told as: nephew", "en")),
        (BOTH, "fr", ("told as: nephew", "en")),
        (f"{BOTH}; [en] formerly [es] antes", "es", ("referido como: sobrino; antes", "es")),
        (f"B. O.; {BOTH}", "es", ("B. O.; referido como: sobrino", "es")),
        ("told as: nephew", "es", ("told as: nephew", "")),
        ("see [1] and [ES]", "es", ("see [1] and [ES]", "")),
        ("[es]", "en", ("", "es")),
        ("", "es", ("", "")),
    ],
)
def test_a_note_is_read_in_the_language_asked_for_or_in_the_first_it_has(
    note: str, language: str, says: tuple[str, str]
) -> None:
    assert note_in(note, language) == says
