"""The name of every step: a slot, and what was found there."""

from __future__ import annotations

from dedere.persons.comparing.steps import DIFFERS, NOT_GIVEN

SLOT_NAMES = (
    "paternal-surname", "maternal-surname", "first-given", "second-given", "third-given", "own-surname",
    "own-given", "birth", "sex", "birth-state", "curp", "nickname", "written", "together",
)  # fmt: skip
_LIKENESS = ("same", "sounds-alike", "variant", "one-edit", "two-edits", "shortened")
_PLACE = ("", "-moved", "-crossed")
NAME_STEPS = (
    "none",
    *(likes + place for likes in _LIKENESS for place in _PLACE),
    *{NOT_GIVEN: "not-given", DIFFERS: "differs"}.values(),
)
BIRTH_STEPS = (
    "unknown", "same", "same-month", "same-year", "swapped", "other-day", "other-month", "next-year",
    "year-mistyped", "other-year", "year-alone", "a-year-off", "years-off", "many-years-off",
    "a-generation-off",
)  # fmt: skip
_KNOWN = ("unknown", "same", "differs")
_WHEN = ("no-date", "date-against", "date-near", "date-same")


def _together() -> tuple[str, ...]:
    """Name each pattern of surnames, given names and date that agree, and how many surnames were known."""
    return (
        "none",
        *(
            f"{surnames}-surnames-{givens}-givens-{when}-{known}"
            for surnames in range(3)
            for givens in range(3)
            for when in _WHEN
            for known in ("one-known", "two-known")
        ),
    )


STEPS: tuple[tuple[str, ...], ...] = (
    *(NAME_STEPS for _ in range(7)),
    BIRTH_STEPS,
    _KNOWN,
    _KNOWN,
    ("unknown", "same", "tail-same", "head-same", "differs", "rfc-same"),
    ("none", "same"),
    ("own-names", "suffix-differs", "alias", "alias-suffix-differs"),
    _together(),
)
