"""Whether an assurance stands on a day, and whether it cures a bar for one charge; if not, why not."""

from __future__ import annotations

from datetime import date

from dedere.law.assurances.assurance import Assurance

STANDING = ("stands", "not-yet-given", "not-yet", "expired", "withdrawn", "breached", "fulfilled")
CURES = "cures"
WHY = (
    CURES,
    "not-this-person",
    "person-not-known",
    "not-this-charge",
    *STANDING[1:-1],
    "authority-not-shown",
)
# Where somebody must still say: nothing is settled either way, and the bar stays open.
OPEN = frozenset({"person-not-known", "breached", "authority-not-shown"})


def standing(assurance: Assurance, on: date) -> str:
    """How it stands that day, as a code of ``STANDING``.

    A reported breach is not undone by a later confirmation; a withdrawal is. One that was
    fulfilled no longer runs out.
    """
    if on < assurance.given_on:
        return "not-yet-given"
    if assurance.begins_on is not None and on < assurance.begins_on:
        return "not-yet"
    seen = [change.kind for change in sorted(assurance.changes, key=lambda each: each.on) if change.on <= on]
    if "breached" in seen:
        return "breached"
    last = next((kind for kind in reversed(seen) if kind in ("withdrawn", "confirmed")), "")
    if last == "withdrawn":
        return last
    if "fulfilled" in seen:
        return "fulfilled"
    return "expired" if assurance.until is not None and on > assurance.until else "stands"


def why(assurance: Assurance, charge: str, on: date) -> str:
    """Whether it cures for a charge that day, or the first reason why not, as a code of ``WHY``."""
    if assurance.person == "not-covered":
        return "not-this-person"
    if assurance.charges and charge not in assurance.charges:
        return "not-this-charge"
    stands = standing(assurance, on)
    if stands not in ("stands", "fulfilled"):
        return stands
    if assurance.person == "not-known":
        return "person-not-known"
    return "authority-not-shown" if assurance.authority == "not-shown" else CURES
