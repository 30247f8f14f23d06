"""One comparison's folder on one side: terms, secret, list, messages, what was found; each written once."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from pathlib import Path

import polars as pl

from dedere.persons.apart.exchange import Hand, Own
from dedere.persons.apart.message import digest, read_message
from dedere.persons.apart.terms import Terms, read_terms
from dedere.words import Refused, State, Unreadable

TERMS, SECRET, LIST, BEGUN, FOUND = "terms.json", "secret", "list.parquet", "begun.json", "found.parquet"
# What both sides have alike, in the order of the exchange.
SHARED = (
    TERMS,
    "offer.apart",
    "answer.apart",
    "return.apart",
    "disclosed-by-us.json",
    "disclosed-to-us.json",
)
OURS_ONLY = 0o600


class UnreadableSitting(Unreadable):
    """A folder that is no comparison's, or that lacks what the step needs."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sitting:
    """One side's folder of one session. What it keeps is read by its owner alone."""

    folder: Path
    terms: Terms

    @property
    def secret(self) -> bytes:
        """This side's secret, drawn for the session and told to nobody."""
        return self.kept(SECRET)

    @property
    def offers(self) -> bool:
        """Whether this side is the one that offers."""
        return bool(json.loads(self.kept(BEGUN))["offers"])

    @property
    def state(self) -> State:
        """The State on this side."""
        return self.terms.offers if self.offers else self.terms.answers

    @property
    def size(self) -> int:
        """How many keys this side's list is padded to."""
        return self.terms.offered if self.offers else self.terms.answered

    def kept(self, name: str) -> bytes:
        """Return a file of the folder; raises `UnreadableSitting` where it is not there yet."""
        try:
            return (self.folder / name).read_bytes()
        except FileNotFoundError:
            raise UnreadableSitting(
                where=str(self.folder), what=f"{name} is not here", remedy="take the steps in their order"
            ) from None

    def keep(self, name: str, content: bytes) -> bool:
        """Write a file once; false where it is there already with other content."""
        path = self.folder / name
        if path.exists():
            return path.read_bytes() == content
        _write(path, content)
        return True

    def own(self) -> Own:
        """Return this side's list as it travelled."""
        sent = self.kept("offer.apart" if self.offers else "answer.apart")
        return Own(elements=read_message(sent, "own").elements, keys=self.listed()["key"].to_list())

    def listed(self) -> pl.DataFrame:
        """Return, for each place of the list, its key (empty for padding) and the ids of its records."""
        return pl.read_parquet(BytesIO(self.kept(LIST)))

    def transcript(self) -> Iterator[dict[str, object]]:
        """Every file that both sides have, with its length and SHA-256, so that both can seal the same."""
        disclosed = (disclosed_by(self.terms.offers), disclosed_by(self.terms.answers))
        for name in (*SHARED, *disclosed):
            if (self.folder / name).exists():
                content = self.kept(name)
                yield {"file": name, "bytes": len(content), "sha256": digest(content)}


def disclosed_by(state: State) -> str:
    """Return the name of the file with what a State disclosed."""
    return f"disclosed-{state}.json"


def open_sitting(folder: Path) -> Sitting:
    """Open a session's folder."""
    if not (folder / TERMS).exists():
        raise UnreadableSitting(
            where=str(folder), what="this is no folder of a comparison", remedy="name the one that was begun"
        )
    return Sitting(folder=folder, terms=read_terms(folder / TERMS))


def may_begin(root: Path, terms: Terms, keys: int, *, offers: bool, on: date) -> Refused | None:
    """Say why a comparison may not begin: over, held already, too soon after the last, or a list too long."""
    size = terms.offered if offers else terms.answered
    if on > terms.until:
        return Refused(code="apart-over", facts={"until": terms.until.isoformat()})
    if (root / terms.session).exists():
        return Refused(code="apart-held-already", facts={"session": terms.session})
    if keys > size:
        return Refused(code="apart-list-too-long", facts={"keys": f"{keys:,}", "size": f"{size:,}"})
    last = max((day for day in _begun(root, terms)), default=None)
    if last is not None and (on - last).days < terms.rest:
        return Refused(code="apart-too-soon", facts={"last": last.isoformat(), "days": str(terms.rest)})
    return None


def begin(
    root: Path,
    hand: Hand,
    own: Own,
    ids: Mapping[str, Sequence[str]],
    messages: Mapping[str, bytes],
    on: date,
) -> Sitting:
    """Lay down a session's folder, whole or not at all."""
    listed = pl.DataFrame(
        {"key": own.keys, "ids": [list(ids.get(key, ())) for key in own.keys]},
        schema={"key": pl.String, "ids": pl.List(pl.String)},
    )
    begun = {"offers": "answer.apart" not in messages, "on": on.isoformat()}
    part = root / f".{hand.terms.session}.part"
    shutil.rmtree(part, ignore_errors=True)
    part.mkdir(parents=True, mode=0o700)
    _write(part / TERMS, hand.terms.as_bytes())
    _write(part / SECRET, hand.secret)
    _write(part / BEGUN, json.dumps(begun).encode())
    _write(part / LIST, parquet(listed))
    for name, content in messages.items():
        _write(part / name, content)
    return Sitting(folder=part.rename(root / hand.terms.session), terms=hand.terms)


def parquet(table: pl.DataFrame) -> bytes:
    """Return a table as the bytes of a Parquet file."""
    into = BytesIO()
    table.write_parquet(into)
    return into.getvalue()


def _begun(root: Path, terms: Terms) -> Iterator[date]:
    """The days on which these two States began to compare, in this direction."""
    for path in root.glob(f"[!.]*/{TERMS}"):
        other = read_terms(path)
        if (other.offers, other.answers) == (terms.offers, terms.answers):
            yield date.fromisoformat(json.loads((path.parent / BEGUN).read_bytes())["on"])


def _write(path: Path, content: bytes) -> None:
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, OURS_ONLY), "wb") as file:
        file.write(content)
