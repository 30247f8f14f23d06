"""A saved index beside what it was made from: used again while the register's file is the same."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from dataclasses import asdict, dataclass
from pathlib import Path

from dedere.persons.run import Listed, digest_of
from dedere.words import Unreadable

FORMAT = 1
ASIDE = "aside.csv"
SEEN = "seen"
_MARK = "register.json"


class UnreadableFolder(Unreadable):
    """A folder that holds something else than an index, and is not to be replaced by one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """Of which register an index is, which release made it, and the digest of the index itself."""

    register: Listed
    dedere: str
    digest: str


def kept(folder: Path) -> Kept | None:
    """What the index in a folder was made from, or None where there is none."""
    try:
        told = json.loads((folder / _MARK).read_text(encoding="utf-8"))
        if told.pop("format") != FORMAT:
            return None
        return Kept(**{**told, "register": Listed(**told["register"])})
    except (OSError, ValueError, KeyError, TypeError):
        return None


def demand_replaceable(folder: Path) -> None:
    """Refuse a folder that is neither new, nor empty, nor an index."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())) and kept(folder) is None:
        raise UnreadableFolder(
            where=str(folder),
            what="it holds something else than an index",
            remedy="name a new or empty folder",
        )


def being_built(folder: Path) -> Path:
    """An empty folder beside, in which an index is built before it takes the place of the other."""
    beside = folder.with_name(f".{folder.name}.part")
    shutil.rmtree(beside, ignore_errors=True)
    beside.mkdir(parents=True)
    return beside


def put_in_place(beside: Path, folder: Path, register: Listed, dedere: str) -> Kept:
    """Say what the index was made from, and let it take the place of the one before; what was seen stays."""
    made = Kept(register=register, dedere=dedere, digest=_digest(beside))
    told = json.dumps({"format": FORMAT, **asdict(made)}, ensure_ascii=False, indent=1, sort_keys=True)
    (beside / _MARK).write_text(told + "\n", encoding="utf-8")
    if (folder / SEEN).is_dir():
        shutil.copytree(folder / SEEN, beside / SEEN)
    before = folder.with_name(f".{folder.name}.before")
    shutil.rmtree(before, ignore_errors=True)
    if folder.exists():
        os.replace(folder, before)
    os.replace(beside, folder)
    shutil.rmtree(before, ignore_errors=True)
    return made


def _digest(folder: Path) -> str:
    """SHA-256 over the names and digests of the index's files, in order."""
    whole = hashlib.sha256()
    for path in sorted(each for each in folder.rglob("*") if each.is_file() and each.name != ASIDE):
        whole.update(f"{digest_of(path)}  {path.relative_to(folder).as_posix()}\n".encode())
    return whole.hexdigest()
