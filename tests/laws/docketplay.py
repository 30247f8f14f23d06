"""Any act at all, sound or not: what Hypothesis throws at the docket."""

from __future__ import annotations

import dataclasses
from datetime import UTC, date, datetime, timedelta, timezone
from random import Random
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin

from hypothesis import strategies as st

from dedere.docket import Act
from dedere.docket.acts import RULES, Rule
from dedere.docket.choices import CHOICES
from dedere.docket.entries import Charge, Entry, FactEstablished
from dedere.docket.handover import HANDOVER_RULES
from dedere.docket.text import hints

from cast import NOON

ZONES = (UTC, timezone(timedelta(hours=-6)), timezone(timedelta(hours=5, minutes=30)))
CASES = ("MX-2025-0001", "MX-2025-0002")

# Small worlds, so that acts meet: the same few tracks, stays, charges, legs and officers.
WORDS = {
    "track": ("t1", "t2"),
    "stay": ("s1", "s2"),
    "despite_stays": ("s1", "s2"),
    "charges": ("1", "2"),
    "charge": ("1", "2"),
    "undertaking": ("u1", "u2"),
    "remedy": ("amparo",),
    "leg": ("f1", "f2"),
    "seat": ("", "1A", "1B", "2A"),
    "case": CASES,
    "first": CASES,
    "second": CASES,
    "requesting": ("US",),
    "requested": ("MX",),
    "giving": ("MX",),
    "receiving": ("US",),
    "officer": ("Núñez", "Ortiz"),
    "ground": ("nationality", "evidence"),
    "about": ("death-penalty", "return"),
    "handover": ("",),
    "fact": ("offence-wilful",),
    "accepted": tuple(f"{case}:medical" for case in CASES),
}
NUMBERS = {"line": st.integers(0, 30), "proposal": st.integers(0, 30), "seats": st.integers(0, 2)}


def field(code: str, name: str, kind: Any) -> st.SearchStrategy[Any]:
    """A value for a field: of its kind, and drawn from the small world where it names something."""
    words = CHOICES.get((code, name)) or WORDS.get(name)
    if get_origin(kind) is tuple:
        return _many(code, name, get_args(kind)[0], words)
    if get_origin(kind) in (Union, UnionType):
        return st.one_of(*(field(code, name, each) for each in get_args(kind)))
    if kind is str and words:
        return st.sampled_from(words)
    return {
        str: st.sampled_from(("x", "y")),
        bool: st.sampled_from((True, True, False)),
        int: NUMBERS.get(name, st.integers(0, 400)),
        date: st.dates(date(2025, 1, 1), date(2025, 12, 31)),
        NoneType: st.none(),
    }[kind]


def _many(code: str, name: str, kind: Any, words: Any) -> st.SearchStrategy[Any]:
    if kind is Charge:
        charges = st.builds(Charge, id=st.sampled_from(("1", "2")), title=st.just("x"))
        return st.lists(charges, min_size=1, max_size=2, unique_by=lambda charge: charge.id).map(tuple)
    values = st.sampled_from(words) if words else st.just("x")
    return st.lists(values, min_size=0, max_size=2, unique=True).map(tuple)


def entries(kind: type[Entry]) -> st.SearchStrategy[Any]:
    """An entry of this kind, filled."""
    return st.builds(kind, **{name: field(kind.code, name, each) for name, each in hints(kind).items()})


def wild(kind: type[Entry]) -> st.SearchStrategy[Any]:
    """An entry whose fields hold anything at all, right or wrong."""
    anything = st.one_of(
        st.none(), st.booleans(), st.integers(), st.text(), st.floats(), st.binary(max_size=3), st.just(("",))
    )
    given = [each.name for each in dataclasses.fields(kind)]  # type: ignore[arg-type]
    return st.builds(kind, **dict.fromkeys(given, anything))


def instants(first: datetime, last: datetime) -> st.SearchStrategy[datetime]:
    """An instant of the story, in one of several zones."""
    span = int((last - first).total_seconds())
    return st.builds(
        lambda seconds, zone: (first + timedelta(seconds=seconds)).astimezone(zone),
        st.integers(0, span),
        st.sampled_from(ZONES),
    )


def case_acts(at: datetime) -> st.SearchStrategy[Act]:
    """A filled act on a case at that instant, on one of its tracks or on none."""

    def act(rule: Rule) -> st.SearchStrategy[Act]:
        return st.builds(
            Act,
            code=st.just(rule.code),
            entry=entries(rule.records),
            occurred_at=st.just(at),
            track=st.sampled_from(("", "t1", "t1", "t2")),
        )

    return st.sampled_from(RULES).flatmap(act)


def any_acts() -> st.SearchStrategy[Act]:
    """An act with any code, any content, any instant with or without a zone, any track."""
    rules = (*RULES, *HANDOVER_RULES)

    def act(rule: Any) -> st.SearchStrategy[Act]:
        return st.builds(
            Act,
            code=st.one_of(st.just(rule.code), st.just(rule.code), st.text(max_size=5)),
            entry=st.one_of(entries(rule.records), wild(rule.records)),
            occurred_at=st.one_of(
                instants(NOON, NOON + timedelta(days=20)),
                st.datetimes(timezones=st.one_of(st.none(), st.sampled_from(ZONES))),
            ),
            track=st.sampled_from(("", "t1", "t9")),
            simulated=st.booleans(),
        )

    return st.sampled_from(rules).flatmap(act)


def dice(seed: int) -> Random:
    """Dice for one stretch of a story: Hypothesis draws the seed, so that a failure is told again."""
    return Random(seed)


def some_entry(kind: type[Entry], random: Random) -> Any:
    """An entry of this kind, filled evenly from the small world."""
    filled = {name: _some(kind.code, name, each, random) for name, each in hints(kind).items()}
    if kind is FactEstablished:
        filled["value"] = random.random() < 0.5  # the one fact of the small world is yes or no
    return kind(**filled)


def _some(code: str, name: str, kind: Any, random: Random) -> Any:
    words = CHOICES.get((code, name)) or WORDS.get(name) or ("x",)
    if get_origin(kind) is tuple and get_args(kind)[0] is Charge:
        return (Charge(id=random.choice(("1", "2")), title="x"),)
    if get_origin(kind) is tuple:
        fewest, most = (1, len(words)) if name == "charges" else (0, 1)
        return tuple(random.sample(words, random.randint(fewest, most)))
    if get_origin(kind) in (Union, UnionType):
        return _some(code, name, get_args(kind)[0], random)
    return {
        str: random.choice(words),
        bool: random.random() < 0.7,
        int: random.randint(1, 30),
        date: date(2025, random.randint(1, 12), random.randint(1, 28)),
    }[kind]
