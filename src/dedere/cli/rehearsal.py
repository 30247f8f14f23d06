"""The rehearsal of a pair, act by act over both gates, and its figures."""

from __future__ import annotations

import shutil
import time
from collections.abc import Sequence
from concurrent.futures import wait
from dataclasses import asdict
from pathlib import Path
from typing import Any

from dedere.clerk.example import Example, read_example
from dedere.clerk.example.telling import midnight, opening_acts
from dedere.cli.office import Office
from dedere.cli.output import stop
from dedere.docket.acts import Act
from dedere.gate.pair import asking, giving, granting, meeting, receiving, standing
from dedere.gate.pair.acting import Interrupted
from dedere.gate.pair.history import History, history

OPENING = {"open-case", "state-charges"}
ROUNDS = 50


def openings(example: Example, persons: int) -> list[list[Act]]:
    """Return, for each person of the first handover, the acts that say who it is and of what accused."""
    handover = example.handovers[0]
    acts = (
        opening_acts(example, handover, person, midnight(handover.on))
        for person in handover.persons[:persons]
    )
    return [[each for each in all_of_one if each.code in OPENING] for all_of_one in acts]


def rehearse(mexico: Office, america: Office, folder: Path, persons: int) -> dict[str, Any]:
    """Play the whole story and return its figures; whether all of it held stands under ``faultless``."""
    people, began = openings(read_example(folder), persons), time.monotonic()
    meet(mexico, america)
    met = time.monotonic()
    try:
        acts = play(mexico, america, people)
    except Interrupted as refused:
        stop(f"the rehearsal was refused: {refused}")
    played = time.monotonic()
    told = figures(mexico, america)
    told |= {"persons": len(people), "acts": acts}
    told["seconds"] = {"meeting": round(met - began, 1), "playing": round(played - met, 1)}
    told["tampering"] = [tamper(mexico, america), tamper(america, mexico)]
    named = all(each["broken"] and each["untrue"] for each in told["tampering"])
    return told | {"faultless": told["faultless"] and named}


def meet(mexico: Office, america: Office) -> None:
    """Have each make its keys and trust the other's card and gate; open both gates."""
    given = [
        office.begin(meeting.introduce, origin, office.address)
        for office, origin in ((mexico, "mx.dedere.example"), (america, "us.dedere.example"))
    ]
    ours, theirs = (each.result() for each in given)
    mexico.do(meeting.trust, theirs)
    america.do(meeting.trust, ours)
    mexico.open_gate()
    america.open_gate()


def play(mexico: Office, america: Office, people: Sequence[Sequence[Act]]) -> dict[str, int]:
    """Play each act in its turn, and carry what it wrote before the next; return how many each did."""
    done = {"request": america.do(asking.request, people)}
    story = (
        (mexico, granting.receive),
        (america, asking.supplement),
        (mexico, granting.order),
        (america, asking.follow),
        (mexico, giving.plan),
        (america, receiving.expect),
        (mexico, giving.give),
        (america, receiving.take),
        (mexico, giving.countersign),
    )
    for office, task in story:
        carry(mexico, america)
        done[task.__name__] = office.do(task)
    carry(mexico, america)
    for office in (mexico, america):
        office.do(meeting.show)
    return done


def carry(mexico: Office, america: Office) -> None:
    """Have both send until nothing waits on either side."""
    for _ in range(ROUNDS):
        wait([office.begin(meeting.send) for office in (mexico, america)])
        if not mexico.do(meeting.unsent) + america.do(meeting.unsent):
            return
        time.sleep(0.2)
    stop("letters still wait to be sent; the logs of both gates lie beside their databases")


def figures(mexico: Office, america: Office) -> dict[str, Any]:
    """Check both histories and both records against each other."""
    ours, theirs = mexico.do(standing.exchanged, america.state), america.do(standing.exchanged, mexico.state)
    sent = {mexico.state: history(ours, theirs), america.state: history(theirs, ours)}
    stand = {office.state: office.do(standing.standing) for office in (mexico, america)}
    equal = not any(each.differences for each in stand.values())
    sound = all(each.holds and not each.redrawn and not each.unmarked for each in stand.values())
    return {
        "letters": sum(each.letters for each in sent.values()),
        "receipts": sum(each.receipts for each in sent.values()),
        **{name: _count(sent.values(), name) for name in History.FAULTS},
        "equal": equal,
        "installations": [{"state": state, **asdict(each)} for state, each in stand.items()],
        "faultless": equal and sound and all(each.faultless for each in sent.values()),
    }


def tamper(office: Office, other: Office) -> dict[str, Any]:
    """Change one byte of a copy of a database; the other State reads the ledger that is then given to it."""
    beside = office.folder.parent / f"{office.state}-altered"
    shutil.copytree(office.folder / "keys", beside / "keys")
    text = office.do(standing.told_to, other.state).encode()
    raw = bytearray((office.folder / "dedere.sqlite3").read_bytes())
    place = raw.index(text) + text.index(b'"occurred_at":"') + len(b'"occurred_at":"YYYY-MM-DDTHH:MM:S')
    raw[place] ^= 1
    (beside / "dedere.sqlite3").write_bytes(raw)
    with Office(office.state, beside) as altered:
        copied = altered.do(standing.copy, beside / "ledger.jsonl")
    broken, untrue = other.do(standing.named, copied)
    shutil.rmtree(beside)
    return {
        "altered": office.state,
        "named_by": other.state,
        "broken": None if broken is None else asdict(broken),  # a broken journal is falsy
        "untrue": asdict(untrue) if untrue else None,
    }


def _count(sent: Any, name: str) -> int:
    return sum(len(getattr(each, name)) for each in sent)
