"""A day of 29 persons, step by step: `prepare`, `carry` (may be killed at any point), `look`."""

import json
import sys

import django

django.setup()

from clerk.story import carried, giving, ready, taking  # noqa: E402
from dedere import clerk  # noqa: E402  (after the set-up)
from dedere.docket.handover import Handover, Listed, Step  # noqa: E402
from dedere.registry import journal  # noqa: E402
from dedere.registry.rebuild import rebuild  # noqa: E402

import cast  # noqa: E402

ID = "H-2025-0001"
PERSONS = 29


def prepare() -> None:
    """Bring 29 persons to the point where they can be given over."""
    ready(PERSONS)


def carry() -> None:
    """Give and take each person who has not been, and say so after each act."""
    for person in clerk.handover(ID).active:
        if person.step is Step.CHECKED:
            carried(ID, giving(person.case), by=cast.CARLA)
            print("given", person.case, flush=True)
        if person.step in (Step.CHECKED, Step.GIVEN_OVER):
            carried(ID, taking(person.case), by=cast.BRUNO)
            print("taken", person.case, flush=True)


def look() -> None:
    """Say what is on file, and whether the two files of each person agree."""
    handover = clerk.handover(ID)
    cases = clerk.cases(person.case for person in handover.active)
    taken = {person.case for person in handover.active if person.step is Step.TAKEN_OVER}
    handed = {number for number, case in cases.items() if case.lines[-1].entry.code == "handed-over"}
    told = {
        "verified": bool(journal.verify()),
        "differing": rebuild(write=False).differing,
        "halves": sorted(taken ^ handed),
        "taken": sorted(taken),
        "given": sorted(given(handover)),
    }
    print(json.dumps(told))


def given(handover: Handover) -> set[str]:
    """Whoever was given over, taken since or not."""

    def gone(person: Listed) -> bool:
        return person.step in (Step.GIVEN_OVER, Step.TAKEN_OVER)

    return {person.case for person in handover.active if gone(person)}


if __name__ == "__main__":
    {"prepare": prepare, "carry": carry, "look": look}[sys.argv[1]]()
