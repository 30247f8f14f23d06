"""A sealed run: which lists, model and parameters made a file of proposals, so that it can be repeated."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from dedere.words import Unreadable
from dedere.words.canonical import canonical

FORMAT = 1
PIECE = 1 << 20
# What a run reads and writes; each but the index is a file that can be shown again.
PARTS = ("wanted", "register", "decisions", "output")


class UnreadableRun(Unreadable):
    """A file that is no record of a run."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """A list that a run read: its file's name and SHA-256, how many rows were taken and how many are blank.

    ``aside`` counts the rows set aside and ``faults`` days and CURPs that are wrong in the others, both by
    code. ``read_as`` says how the file was understood: kind, encoding, delimiter, which of day and month
    stands first, what an M means.
    """

    file: str
    digest: str
    rows: int
    blank: int = 0
    aside: Mapping[str, int] = field(default_factory=dict)
    faults: Mapping[str, int] = field(default_factory=dict)
    read_as: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class SealedRun:
    """What made a file of proposals; all digests are SHA-256 in hex.

    ``model`` is its version and ``model_digest`` that of its weights; ``index_digest`` that of the saved
    index; ``decisions_digest`` that of the file of decisions honoured, empty where there was none.
    ``parameters`` are texts, whole numbers and numbers by name; ``at`` is when the run ended, with its zone.
    """

    dedere: str
    engine: str
    model: str
    model_digest: str
    parameters: Mapping[str, str | int | float]
    wanted: Listed
    register: Listed
    index_digest: str
    decisions_digest: str = ""
    pairs: int
    bands: Mapping[str, int] = field(default_factory=dict)
    output: str
    output_digest: str
    at: datetime

    @property
    def digests(self) -> Mapping[str, str]:
        """The digest of each file that the run read or wrote; one it did without is not there."""
        found = (self.wanted.digest, self.register.digest, self.decisions_digest, self.output_digest)
        return {part: digest for part, digest in zip(PARTS, found, strict=True) if digest}

    @property
    def seal(self) -> str:
        """SHA-256 of the canonical JSON of everything the run says of itself."""
        return hashlib.sha256(canonical(_told(self)).encode()).hexdigest()


def digest_of(path: Path) -> str:
    """SHA-256 of a file, in hex, read a mebibyte at a time."""
    digest = hashlib.sha256()
    with path.open("rb") as stream:
        while piece := stream.read(PIECE):
            digest.update(piece)
    return digest.hexdigest()


def write_run(run: SealedRun) -> str:
    """Return the run as canonical JSON (sorted keys, no blanks, one line) with its seal."""
    return canonical({**_told(run), "seal": run.seal}) + "\n"


def read_run(where: object, text: str) -> tuple[SealedRun, str]:
    """Read what `write_run` wrote: the run, and the seal as it stands there; raises UnreadableRun."""
    try:
        told = json.loads(text)
        seal, form = told.pop("seal"), told.pop("format")
        if form != FORMAT:
            raise _complaint(
                where, f"its format is {form}, and {FORMAT} is read here", "use the release that wrote it"
            )
        lists = {name: Listed(**told.pop(name)) for name in ("wanted", "register")}
        return SealedRun(**{**told, **lists, "at": datetime.fromisoformat(told["at"])}), str(seal)
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise _complaint(
            where, "this is no record of a run", "name the .run.json beside the proposals"
        ) from error


def differing(run: SealedRun, seal: str, found: Mapping[str, str]) -> tuple[str, ...]:
    """Return what no longer is as the run says: ``seal``, or a part whose file's digest is another.

    ``found`` are the digests of the files as they are now, by part; a part that is not there is not asked.
    """
    parts = (part for part, digest in run.digests.items() if found.get(part, digest) != digest)
    return (*(("seal",) if seal != run.seal else ()), *parts)


def _told(run: SealedRun) -> dict[str, Any]:
    return {**asdict(run), "at": run.at.isoformat(), "format": FORMAT}


def _complaint(where: object, what: str, remedy: str) -> UnreadableRun:
    return UnreadableRun(where=str(where), what=what, remedy=remedy)
