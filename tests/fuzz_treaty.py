"""Fuzz what is received as a file: treaties, their parties, case files; nothing but a complaint may come.

Run it as ``python -m tests.fuzz_treaty -max_total_time=600``; every option is libFuzzer's own. The
mutator reads the TOML, changes its structure, and writes it again, so that the fuzz comes past the
parser. The suite runs the same target on a fixed, seeded sample.
"""

from __future__ import annotations

import json
import random
import sys
import tomllib
from collections.abc import Callable, Iterable, Iterator
from copy import deepcopy
from dataclasses import replace
from datetime import UTC, date, datetime, time
from functools import cache
from pathlib import Path
from typing import Any

from dedere.law.assess import assess
from dedere.law.casefile import CaseFile, Event
from dedere.law.checked import check
from dedere.law.decider import DECIDERS
from dedere.law.force import law_between
from dedere.law.instrument import Instrument
from dedere.law.kinds import KINDS
from dedere.law.library import library
from dedere.law.readcase import parse_case
from dedere.law.report import report
from dedere.law.sheet import sheet
from dedere.law.shelf import Written
from dedere.law.table import parse
from dedere.words import State, Unreadable

TREATY, PARTIES, CASE = b"T", b"P", b"C"  # what a sample is, by its first byte
CASES = Path(__file__).parent / "cases"
LARGEST = 1 << 16
SEEDS = 150  # samples to begin with
FEW = 5  # clauses of one sample
BOUND = """
[[party]]
state = "MX"
from = 1980-01-25

[[party]]
state = "US"
from = 1980-01-25
until = 2030-01-01

[[reservation]]
state = "MX"
clause = "nationality"
effect = "changes"
made = 1980-01-25
reciprocal = true
text.en = "No national is given up."
text.es = "No se entrega a ningún nacional."
values = { effect = "mandatory-bar" }

[[reservation]]
state = "US"
article = "17(1)"
effect = "leaves-out"
made = 1980-01-25
withdrawn = 2010-01-01
text.en = "It is not applied."
text.es = "No se aplica."
""".encode()
ODD: tuple[Any, ...] = (
    *("", " ", "x" * 300, "\x00", "é", "US", "MX", "1(1)", "2000-01-01"),
    *(-1, 0, 1, 12, 10**15, 2**63, 10**400, 0.5, float("inf"), float("nan"), True, False),
    *([], {}, [[]], [{}], {"option": "remainder"}, {"option": 1}, {"not": "x"}, {"all": []}, {"en": "x"}),
    *(date.min, date.max, date(2000, 2, 29), datetime(2000, 1, 1, tzinfo=UTC), time(1, 2)),
)


def feed(sample: bytes) -> str:
    """Read a sample as what its first byte says, and use what was read; only complaints are let through.

    Says what became of it: ``read`` or the complaint.
    """
    complaint = _complaint(sample)
    if complaint is None:
        return "read"
    assert all((complaint.where, complaint.what, complaint.remedy)), "it says where, what and what to do"
    return complaint.what


def _complaint(sample: bytes) -> Unreadable | None:
    try:
        _TARGETS.get(sample[:1], _treaty)(sample[1:])
    except Unreadable as complaint:
        return complaint
    return None


def _treaty(raw: bytes) -> None:
    named = parse("fuzz", raw, Unreadable)[0].rows().get("id")
    held = library().written.get(str(named))
    _used(Written(where="fuzz", raw=raw, parties=held.parties if held else b""))


def _parties(raw: bytes) -> None:
    listed = b'parties   = ["MX", "US"]\n'
    treaty = library().written["us-mx-1978"].raw
    assert listed in treaty, "the treaty lists its parties"
    _used(Written(where="fuzz/instrument.toml", raw=treaty.replace(listed, b""), parties=raw))


def _case(raw: bytes) -> None:
    report(assess(parse_case("fuzz", raw), library(), explained="es"))


_TARGETS: dict[bytes, Callable[[bytes], None]] = {TREATY: _treaty, PARTIES: _parties, CASE: _case}


def _used(written: Written) -> None:
    """Read an instrument, and put it to every use that an instrument has."""
    instrument, complaints = check(written, library())
    if instrument is None:
        raise complaints[0]
    sheet(instrument, library(), "es")
    pair = (*instrument.parties, "US", "MX")[:2]
    with_it = replace(library(), instruments=dict(_beside(instrument)))
    law_between(with_it, pair[0], pair[1], date(2020, 1, 1))
    starts = {entry for clause in instrument.clauses if clause.clock for entry in clause.clock.start}
    report(assess(_asking(pair, starts), with_it, explained="en"))


def _beside(instrument: Instrument) -> Iterator[tuple[str, Instrument]]:
    """An instrument, and what it amends or replaces: enough law, and quickly asked."""
    for each in filter(None, (instrument.amends, *instrument.replaces)):
        yield from _beside(library().instruments[each])
    yield instrument.id, instrument


def _asking(pair: tuple[str, ...], entries: Iterable[str]) -> CaseFile:
    return CaseFile(
        id="fuzz",
        requesting=State(pair[0]),
        requested=State(pair[1]),
        on=date(2020, 1, 1),
        route="treaty-extradition",
        events=tuple(Event(kind=entry, at=date(2019, 12, 1)) for entry in sorted(entries)),
    )


def seeds() -> Iterator[bytes]:
    """A list of parties, and every instrument and case that is shipped, one sample each."""
    yield PARTIES + BOUND
    for written in library().written.values():
        yield from (TREATY + part for part in _parts(tomllib.loads(written.raw.decode())))
    for path in sorted(CASES.rglob("*.toml")):
        text = path.read_text(encoding="utf-8")
        rows = tomllib.loads(text)
        for case in rows.get("case", [rows]):
            yield CASE + write(case).encode()


def _parts(rows: dict[str, Any]) -> Iterator[bytes]:
    """An instrument in parts of a few clauses, since short samples are quickly read."""
    for first in range(0, len(rows["clause"]), FEW):
        yield write({**rows, "clause": rows["clause"][first : first + FEW]}).encode()


def mutated(sample: bytes, dice: random.Random) -> bytes | None:
    """A sample with its structure changed in some places; None where it is not TOML."""
    try:
        rows = tomllib.loads(sample[1:].decode("utf-8"))
    except (ValueError, RecursionError):
        return None
    for _ in range(dice.choice((1, 1, 2, 3, 8))):
        _change(rows, dice)
    return sample[:1] + write(rows).encode("utf-8", "replace")


def _change(rows: Any, dice: random.Random) -> None:
    place, depth = rows, 0
    while isinstance(place, dict | list) and place and (depth == 0 or dice.random() < 0.8):
        keys = list(place) if isinstance(place, dict) else list(range(len(place)))
        key, inner = dice.choice(keys), place
        place, depth = place[key], depth + 1
    if not isinstance(rows, dict) or not rows:
        return
    match dice.randrange(6):
        case 0:
            inner.pop(key)
        case 1 if isinstance(inner, dict):
            inner[dice.choice((*_words(), "surprise"))] = deepcopy(dice.choice(ODD))
        case 2 if isinstance(inner, list):
            inner.insert(0, deepcopy(inner[dice.randrange(len(inner))]))
        case 3:
            inner[key] = dice.choice(_words())
        case 4:
            inner[key] = [inner[key]] if dice.random() < 0.5 else {dice.choice(_words()): inner[key]}
        case _:
            inner[key] = deepcopy(dice.choice(ODD))


@cache
def _words() -> tuple[str, ...]:
    keys = {key for kind in KINDS.values() for key in kind.values}
    heads = (
        "amends",
        "replaces",
        "based_on",
        "leave_out",
        "choose",
        "option",
        "reservation",
        "party",
        "until",
    )
    own = ("when", "direction", "stage", "instead_of", "at_request_of", "asked", "effect", "as_if", "event")
    return (*KINDS, *DECIDERS, *sorted(keys), *library().facts, *library().instruments, *heads, *own)


def write(rows: dict[str, Any]) -> str:
    """Rows as TOML, one top-level key a line, everything below it inline."""
    return "".join(f"{_text(str(key))} = {_value(each)}\n" for key, each in rows.items())


def _value(value: Any) -> str:
    match value:
        case bool():
            return "true" if value else "false"
        case dict():
            return "{" + ", ".join(f"{_text(str(key))} = {_value(each)}" for key, each in value.items()) + "}"
        case list():
            return "[" + ", ".join(map(_value, value)) + "]"
        case str():
            return _text(value)
        case date() | time():
            return value.isoformat()
    return str(value)


def _text(text: str) -> str:
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def main() -> None:
    """Fuzz until libFuzzer's own limits end it."""
    import atheris

    def mutator(sample: bytes, largest: int, seed: int) -> bytes:
        dice = random.Random(seed)
        made = mutated(sample, dice) if dice.random() < 0.85 else None
        return (made or bytes(atheris.Mutate(sample, len(sample))))[:largest]

    def target(sample: bytes) -> None:
        feed(sample)

    folder = Path(sys.argv.pop() if not sys.argv[-1].startswith("-") and len(sys.argv) > 1 else ".fuzz")
    folder.mkdir(exist_ok=True)
    for place, seed in enumerate(random.Random(0).sample([*seeds()], SEEDS)):
        (folder / f"seed-{place:04}").write_bytes(seed[:LARGEST])
    atheris.instrument_all()
    options = [f"-max_len={LARGEST}", "-timeout=20", "-rss_limit_mb=3072", str(folder)]
    atheris.Setup([*sys.argv, *options], target, custom_mutator=mutator)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
