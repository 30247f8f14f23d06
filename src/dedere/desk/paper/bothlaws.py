"""Both laws side by side on paper: the worksheet of each charge, and how its lapse of time was computed."""

from __future__ import annotations

from datetime import date, datetime

from dedere.desk.bothlaws import lapse
from dedere.desk.bothlaws import sheet as worksheet
from dedere.desk.paper.sheet import Data, sheet, simulated_in
from dedere.desk.paper.words import Words
from dedere.docket.asked import casefile
from dedere.docket.case import Case
from dedere.press import press

_WORDS = (
    "limitation",
    "limitation-lead",
    "worksheet",
    "no-elements",
    "penalty",
    "comes-to",
    "asked",
    "answer",
    "contradiction",
    "missing",
    "nothing-compared",
)


def both_laws(case: Case, words: Words, *, on: date, at: datetime) -> bytes:
    """Return the paper as PDF/A, as the file stands on a day."""
    return press("desk/paper/bothlaws", both_laws_data(case, words, on=on, at=at), at=at)


def both_laws_data(case: Case, words: Words, *, on: date, at: datetime) -> Data:
    """Return what the paper shows; none where the case has no route."""
    read = casefile(case, case.tracks[-1], on) if case.tracks else None
    frame = sheet(
        words,
        title=words.screen("bothlaws.paper"),
        reference=case.number,
        simulated=simulated_in(case.lines),
        at=at,
    )
    said = {key: words.screen(f"bothlaws.{key}", fact="") for key in _WORDS}
    return {
        **frame,
        "person": case.person,
        "on": words.day(on),
        "said": said,
        "unchecked": words.screen("requirements.unchecked"),
        "paraphrase": words.screen("requirements.paraphrase"),
        "sides": [words.code("limitation.side", side) for side in ("requesting", "requested")],
        "not_stated": words.code("worksheet.element", "not-stated"),
        "sheets": worksheet.printed(case, read, words) if read else [],
        "lapses": lapse.printed(case, read, words) if read else [],
        "none": words.screen("requirements.no-track"),
    }
