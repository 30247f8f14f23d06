"""A layer between SQLite and the disk that remembers each write and sync: what would a power cut leave?

It wraps SQLite's own layer (https://www.sqlite.org/vfs.html) by ctypes, in the library that Python's sqlite3
uses. After a cut a file holds what was synced, and any part of what wasn't; a file removed may be there again
unless its folder was synced too.
"""

from __future__ import annotations

import ctypes
import random
from collections.abc import Iterator
from contextlib import contextmanager
from ctypes import CFUNCTYPE, POINTER, Structure, c_char_p, c_int, c_int64, c_void_p
from dataclasses import dataclass, field
from pathlib import Path

NAME = "libsqlite3.so.0"

_Write = CFUNCTYPE(c_int, c_void_p, c_void_p, c_int, c_int64)
_Truncate = CFUNCTYPE(c_int, c_void_p, c_int64)
_Sync = CFUNCTYPE(c_int, c_void_p, c_int)
_Open = CFUNCTYPE(c_int, c_void_p, c_void_p, c_void_p, c_int, c_void_p)
_Delete = CFUNCTYPE(c_int, c_void_p, c_char_p, c_int)


class _Methods(Structure):
    _fields_ = (
        ("version", c_int),
        ("close", c_void_p),
        ("read", c_void_p),
        ("write", _Write),
        ("truncate", _Truncate),
        ("sync", _Sync),
        ("rest", c_void_p * 13),
    )


class _File(Structure):
    _fields_ = (("methods", POINTER(_Methods)),)


class _Layer(Structure):
    _fields_ = (
        ("version", c_int),
        ("file", c_int),
        ("longest", c_int),
        ("next", c_void_p),
        ("name", c_char_p),
        ("data", c_void_p),
        ("open", _Open),
        ("delete", _Delete),
        ("rest", c_void_p * 14),
    )


@dataclass(frozen=True)
class Step:
    """What was done to a file: ``write``, ``truncate``, ``sync`` or ``delete``; or ``acknowledged``."""

    what: str
    path: str = ""
    at: int = 0
    bytes: bytes = b""


@dataclass
class Disk:
    """All that was done to the files of one folder, in order."""

    folder: Path
    steps: list[Step] = field(default_factory=list)
    settled: int = 0
    _paths: dict[int, str] = field(default_factory=dict)

    def acknowledged(self, entries: int) -> None:
        """Mark that somebody was told, here, that so many entries are kept."""
        self.steps.append(Step("acknowledged", at=entries))

    def settle(self) -> None:
        """Let all that was done so far be on the disk."""
        self.settled = len(self.steps)

    def syncs(self) -> int:
        """How often SQLite asked for a file to be on the disk."""
        return sum(step.what == "sync" for step in self.steps[self.settled :])

    def cuts(self, *, seed: int) -> Iterator[tuple[int, dict[str, bytes]]]:
        """Yield how many entries were acknowledged and what may be on the disk, for each cut between writes.

        Three disks for each: nothing unsynced was written, all of it was but no removal, and a random part.
        """
        chance, acknowledged = random.Random(seed), 0
        for end in range(self.settled + 1, len(self.steps) + 1):
            done, following = self.steps[end - 1], self.steps[end : end + 1]
            if done.what == "acknowledged":
                acknowledged = done.at
            if done.what == "write" and following and following[0].what == "write":
                continue
            for share in (0.0, 1.0, 0.5):
                yield acknowledged, self._left(end, share, chance)

    def _left(self, end: int, share: float, chance: random.Random) -> dict[str, bytes]:
        synced = {step.path: index for index, step in enumerate(self.steps[:end]) if step.what == "sync"}
        files: dict[str, bytearray] = {}
        for index, step in enumerate(self.steps[:end]):
            if step.what == "acknowledged" or step.what == "sync":
                continue
            lasting = index < self.settled or (
                step.at if step.what == "delete" else index < synced.get(step.path, 0)
            )
            wrote = chance.random() < (share % 1 if step.what == "delete" else share)
            if lasting or wrote:
                _do(files, step)
        return {path: bytes(content) for path, content in files.items()}


def _do(files: dict[str, bytearray], step: Step) -> None:
    if step.what == "delete":
        files.pop(step.path, None)
        return
    content = files.setdefault(step.path, bytearray())
    if step.what == "truncate":
        del content[step.at :]
        return
    content.extend(bytes(max(0, step.at - len(content))))
    content[step.at : step.at + len(step.bytes)] = step.bytes


@contextmanager
def watched(folder: Path) -> Iterator[Disk]:
    """Watch every database of a folder that is opened within; they must be closed before the end."""
    library = ctypes.CDLL(NAME)
    library.sqlite3_vfs_find.restype = POINTER(_Layer)
    before = library.sqlite3_vfs_find(None)
    there = [Step("write", path.name, 0, path.read_bytes()) for path in folder.iterdir() if path.is_file()]
    disk = Disk(folder, there)
    layer, held = _layer(before.contents, disk)
    library.sqlite3_vfs_register(ctypes.byref(layer), 1)
    try:
        yield disk
    finally:
        library.sqlite3_vfs_register(before, 1)
        library.sqlite3_vfs_unregister(ctypes.byref(layer))
        del held


def _layer(below: _Layer, disk: Disk) -> tuple[_Layer, list[object]]:
    """Return a layer that remembers and hands on; what it is made of must live as long as it."""
    methods: dict[int, _Methods] = {}

    def open_(layer: int, name: int | None, file: int, flags: int, told: int | None) -> int:
        # The name is handed on as the pointer it is: the layer below keeps it.
        found = below.open(ctypes.addressof(below), name, file, flags, told)
        opened = ctypes.cast(file, POINTER(_File)).contents
        path = Path(ctypes.string_at(name).decode()) if name else Path()
        if found == 0 and opened.methods and path.parent == disk.folder:
            disk._paths[file] = path.name
            address = ctypes.addressof(opened.methods.contents)
            if address not in methods:
                methods[address] = _methods(opened.methods.contents, disk)
            opened.methods = ctypes.pointer(methods[address])
        return int(found)

    def delete(layer: int, name: bytes, synced: int) -> int:
        if Path(name.decode()).parent == disk.folder:
            disk.steps.append(Step("delete", Path(name.decode()).name, at=synced))
        return int(below.delete(ctypes.addressof(below), name, synced))

    made = _Layer.from_buffer_copy(below)
    made.name, made.open, made.delete = b"watched", _Open(open_), _Delete(delete)
    return made, [methods, made.open, made.delete]


def _methods(below: _Methods, disk: Disk) -> _Methods:
    def write(file: int, content: int, length: int, at: int) -> int:
        disk.steps.append(Step("write", disk._paths[file], at, ctypes.string_at(content, length)))
        return int(below.write(file, content, length, at))

    def truncate(file: int, size: int) -> int:
        disk.steps.append(Step("truncate", disk._paths[file], size))
        return int(below.truncate(file, size))

    def sync(file: int, flags: int) -> int:
        disk.steps.append(Step("sync", disk._paths[file]))
        return int(below.sync(file, flags))

    made = _Methods.from_buffer_copy(below)
    made.write, made.truncate, made.sync = _Write(write), _Truncate(truncate), _Sync(sync)
    return made
