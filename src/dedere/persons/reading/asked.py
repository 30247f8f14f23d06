"""One person as they are asked for: a name in one line and what else is known, as a roll of one row."""

from __future__ import annotations

import polars as pl

from dedere.files.source import LINE, ROW
from dedere.persons.reading.cells import Habits, roll
from dedere.persons.reading.columns import recognise

ID = "asked"


def asked(
    name: str, *, born: str = "", sex: str = "", birth_state: str = "", curp: str = ""
) -> tuple[pl.DataFrame, str]:
    """Return the roll, and the code of what is wrong with the day or the CURP's length, or nothing.

    Each is written as in a file: a day in any form, the day before the month; ``sex`` is M for a man and F
    for a woman. A CURP with a wrong digit is asked for as it is.
    """
    said = {"id": ID, "full_name": name, "born": born, "sex": sex, "birth_state": birth_state, "curp": curp}
    columns = recognise(ID, list(said))
    cells = pl.DataFrame({str(place): [text] for place, text in enumerate(said.values())})
    numbered = cells.with_columns(
        pl.lit(1, dtype=pl.UInt64).alias(ROW), pl.lit(1, dtype=pl.UInt64).alias(LINE)
    )
    frame, faults = roll(numbered, columns, Habits(m_is_woman=False))
    unread = frame["curp_fault"][0] if frame["curp"][0] is None else None
    return frame, faults[0] or unread or ""
