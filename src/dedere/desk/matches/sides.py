"""Two records side by side, what differs between them marked piece by piece and never by colour alone."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import NamedTuple

from dedere.desk.frame.dates import partial
from dedere.desk.wording import code, language, say
from dedere.persons.record import FIELDS, Record
from dedere.registry.words import plain

_WORDS = re.compile(r"[^\W_]+|[\W_]+")
_ALIKE = 0.5  # below this two words are other words, and not one word written in two ways


class Piece(NamedTuple):
    """A run of characters, and whether the other record writes it otherwise or not at all."""

    text: str
    differs: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One field of both records.

    ``sign`` is one of ``same written-otherwise says-less differs one-side``.
    """

    label: str
    wanted: tuple[Piece, ...]
    held: tuple[Piece, ...]
    sign: str


def sides(wanted: Record, held: Record) -> list[Row]:
    """Return what either record says, the whole name first."""
    rows = [_row(say("matches.field.name"), wanted.name, held.name)]
    for field in FIELDS:
        one, other = _shown(wanted, field), _shown(held, field)
        if (one or other) and field != "full_name":
            rows.append(_row(say(f"matches.field.{field.replace('_', '-')}"), one, other))
    return rows


def changes(then: Record, now: Record) -> list[Row]:
    """Return what a record said when it was decided on beside what it says now, where that differs."""
    fields = (field for field in FIELDS if then.text(field) != now.text(field))
    return [
        _row(say(f"matches.field.{field.replace('_', '-')}"), _shown(then, field), _shown(now, field))
        for field in fields
    ]


def pieces(text: str, other: str) -> tuple[Piece, ...]:
    """Cut a text into what the other says too, wherever it says it, and what it does not."""
    mine = _WORDS.findall(text)
    others = [plain(word) for word in _WORDS.findall(other) if word[0].isalnum()]
    # A word that has its own answer on the other side is no other word written otherwise.
    answered = {plain(word) for word in mine}
    left = [word for word in others if word not in answered]
    return tuple(_joined(piece for word in mine for piece in _cut(word, others, left)))


def _row(label: str, wanted: str, held: str) -> Row:
    return Row(label=label, wanted=pieces(wanted, held), held=pieces(held, wanted), sign=_sign(wanted, held))


def _sign(wanted: str, held: str) -> str:
    if not (wanted and held):
        return "one-side"
    if wanted == held:
        return "same"
    one, other = Counter(plain(wanted).split()), Counter(plain(held).split())
    if one == other:
        return "written-otherwise"
    return "says-less" if one <= other or other <= one else "differs"


def _shown(record: Record, field: str) -> str:
    text = record.text(field)
    match field:
        case "born":
            return born(text)
        case "sex" if text:
            return code("sex", text)
        case "birth_state" if text:
            return code("birth-state", text)
        case _:
            return text


def born(text: str) -> str:
    """A birth date as far as it is known; one that no calendar has is shown as it was written."""
    try:
        return partial(text, language()) if text else ""
    except (ValueError, IndexError):
        return text


def _cut(word: str, others: Sequence[str], left: Sequence[str]) -> Iterator[Piece]:
    """Cut one word against the word most like it of those ``left`` on the other side without an answer."""
    if not word[0].isalnum() or not others:
        yield Piece(word, differs=word[0].isalnum() and bool(others))
        return
    mine = plain(word)
    # A number differs as a whole; a letter that comes apart when plain cannot be cut by its place.
    if mine in others or mine.isdigit() or len(mine) != len(word):
        yield Piece(word, differs=mine not in others)
        return
    nearest = max(left, default="", key=lambda other: SequenceMatcher(None, mine, other).ratio())
    matcher = SequenceMatcher(None, mine, nearest)
    if matcher.ratio() < _ALIKE:
        yield Piece(word, differs=True)
        return
    done = 0
    for block in matcher.get_matching_blocks():
        yield Piece(word[done : block.a], differs=True)
        yield Piece(word[block.a : block.a + block.size], differs=False)
        done = block.a + block.size


def _joined(found: Iterator[Piece]) -> Iterator[Piece]:
    """Join neighbours of one kind, and leave out what is empty."""
    kept: Piece | None = None
    for piece in found:
        if not piece.text:
            continue
        if kept and kept.differs is piece.differs:
            kept = Piece(kept.text + piece.text, differs=kept.differs)
            continue
        if kept:
            yield kept
        kept = piece
    if kept:
        yield kept
