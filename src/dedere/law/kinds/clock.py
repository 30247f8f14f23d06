"""A clock: what starts it, how long it runs, whose receipt stops it, what expiry does."""

from __future__ import annotations

from dedere.law.assessment import Effect
from dedere.law.kinds.kind import Kind, Value, always

UNITS = ("days", "calendar-days", "working-days", "calendar-months")
EXPIRIES = (
    "released-at-once",
    "may-release",
    "release-on-application",
    "may-refuse-later",
    "barred-for-good",
    "protection-ends",
    "opinion-follows",
    "surrender-follows",
    "no-stated-sanction",
)

CLOCK = Kind(
    code="clock",
    says="Time runs from one entry to another; its reading stands among the clocks.",
    effects=(Effect.CLOCK,),
    values={
        "rule": Value(type="word", says="the clock's code, such as provisional-arrest"),
        "length": Value(type="whole", says="how many units it runs"),
        "unit": Value(type="code", says="what is counted; days where the text does not say", choices=UNITS),
        "calendar": Value(type="word", says="the calendar of its working days", default=""),
        "start": Value(type="words", says="the entries that start it"),
        "counts_from": Value(
            type="code",
            says="whether the day of the start is day 0 or day 1",
            choices=("next-day", "same-day"),
            default="next-day",
        ),
        "stop": Value(type="words", says="the entries that stop it", default=()),
        "stop_office": Value(
            type="code",
            says="the office whose receipt alone stops it",
            choices=("executive", "court"),
            default="",
        ),
        "pause": Value(type="words", says="the entries that pause it", default=()),
        "resume": Value(type="words", says="for each pause, the entry that ends it", default=()),
        "expiry": Value(type="code", says="what running out does", choices=EXPIRIES),
    },
    meaning=always,
)
