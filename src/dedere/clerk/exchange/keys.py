"""This installation's keys: a folder with the card that others hold, and the secrets that never leave it."""

from __future__ import annotations

import json
import os
from base64 import b64decode, b64encode
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from pathlib import Path

from django.conf import settings

from dedere.seal import trust
from dedere.seal.note import Signer
from dedere.seal.opening import OpeningKey
from dedere.seal.trust import Card
from dedere.words import State, Unreadable

CARD, SECRETS = "card.note", "secrets.json"


class UnreadableKeys(Unreadable):
    """Keys that are not there, cannot be read, or have all ended."""


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Keys:
    """The card as it was given out (``note``: signed) and every secret behind it."""

    card: Card
    note: str
    signers: tuple[Signer, ...]
    opening: tuple[OpeningKey, ...]

    @property
    def origin(self) -> str:
        """Return the name that this installation signs under."""
        return self.card.origin

    @property
    def state(self) -> State:
        """Return the State whose installation this is."""
        return self.card.state

    def signer(self, at: datetime) -> Signer:
        """Return the youngest key that may sign at an instant; raises UnreadableKeys where all have ended."""
        terms = {key: term for key, term in self.card.signing if term.holds(at)}
        ours = [each for each in self.signers if each.verifier() in terms]
        if not ours:
            raise _unreadable("none of the signing keys holds today", "rotate them: dedere keys rotate")
        return max(ours, key=lambda each: terms[each.verifier()].since)

    def openers(self, at: datetime) -> Mapping[str, OpeningKey]:
        """Return the keys that open envelopes at an instant, by name."""
        holding = {key.name for key, term in self.card.sealing if term.holds(at)}
        named = {each.sealing().name: each for each in self.opening}
        return {name: key for name, key in named.items() if name in holding}


def keys() -> Keys:
    """Return this installation's keys; raises UnreadableKeys."""
    if (found := find_keys()) is None:
        raise _unreadable("this desk has no keys", "make them: dedere keys make")
    return found


def find_keys() -> Keys | None:
    """Return this installation's keys, or None where it never made any."""
    folder = Path(settings.DEDERE_KEYS)
    try:
        stamp = (folder / SECRETS).stat().st_mtime_ns
    except OSError:
        return None
    return _read(folder, stamp)


def keep(kept: Keys) -> None:
    """Write the keys to their folder, readable by their owner only; the card may be given to anyone."""
    folder = Path(settings.DEDERE_KEYS)
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    secrets = {
        "signing": [b64encode(each.seed).decode() for each in kept.signers],
        "opening": [b64encode(each.seed).decode() for each in kept.opening],
    }
    keep_file(folder / CARD, kept.note, mode=0o644)
    keep_file(folder / SECRETS, json.dumps(secrets, indent=1) + "\n", mode=0o600)


def keep_file(path: Path, text: str, *, mode: int) -> None:
    """Write a file whole or not at all, never readable by more than ``mode`` says."""
    beside = path.with_suffix(".new")
    beside.unlink(missing_ok=True)
    with os.fdopen(
        os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode), "w", encoding="utf-8"
    ) as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    beside.replace(path)


@lru_cache(maxsize=4)
def _read(folder: Path, _stamp: int) -> Keys:
    try:
        note = (folder / CARD).read_text(encoding="utf-8")
        card = trust.kept(note)
        secrets = json.loads((folder / SECRETS).read_text(encoding="utf-8"))
        return Keys(
            card=card,
            note=note,
            signers=tuple(Signer(card.origin, b64decode(each)) for each in secrets["signing"]),
            opening=tuple(OpeningKey(b64decode(each)) for each in secrets["opening"]),
        )
    except Exception as complaint:
        raise _unreadable(
            f"{folder} cannot be read ({type(complaint).__name__})", "restore the folder"
        ) from None


def _unreadable(what: str, remedy: str) -> UnreadableKeys:
    return UnreadableKeys(where="keys", what=what, remedy=remedy)
