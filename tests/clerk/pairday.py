"""A run of invented rolls kept, and pairs of it decided."""

from __future__ import annotations

from collections.abc import Sequence

from dedere.clerk.matches import keep
from dedere.clerk.pairs import FiledPair, Saying, decide, file_pair, sign_pair
from dedere.docket.entries import DecisionUndone, SignatureRefused
from dedere.persons.decided import Verdict
from dedere.persons.explained import Explained, Input, Run
from dedere.persons.record import Record
from dedere.registry.models import DecidedRow, PairRow, RunRow
from dedere.words import Refused
from rolls import REGISTER, WANTED, held, pair, proposal, wanted

import cast

RUN = Run(
    wanted_roll=WANTED,
    register_roll=REGISTER,
    model="es-1",
    parameters={"strong": 0.95, "review": 0.3},
    inputs=(
        Input(name="wanted.csv", digest="a" * 64, rows=3),
        Input(name="register.csv", digest="b" * 64, rows=9),
    ),
)


def proposed(one: Record | None = None, other: Record | None = None, **said: object) -> Explained:
    """A pair as the matcher hands it over."""
    one, other = one or wanted(), other or held()
    return Explained(proposal=proposal(one.id, other.id, **said), wanted=one, held=other)  # type: ignore[arg-type]


def kept(*pairs: Explained, run: Run = RUN) -> RunRow:
    """Keep a run of these pairs; of the usual one where none is given."""
    row = keep(run, pairs or [proposed()], by=cast.ANA, at=cast.NOON)
    assert isinstance(row, RunRow)
    return row


def queued(key: str = "") -> str:
    """The queue in which a pair stands now; empty where no run proposes it."""
    row = PairRow.objects.filter(key=key or pair().key).first()
    return row.queue if row else ""


def decides(
    verdict: str, *, by: str = cast.ANA, key: str = "", words: Sequence[Record] = (), seen: int | None = None
) -> FiledPair | Refused:
    """Decide a pair on the words that its records have now, or on others, as the page showed it."""
    key = key or pair().key
    one, other = words or (wanted(), held())
    file = DecidedRow.objects.filter(key=key).first()
    version = seen if seen is not None else file.version if file else 0
    saying = Saying(
        verdict=Verdict(verdict),
        reason="seen side by side",
        wanted=one.digest,
        register=other.digest,
        seen=version,
    )
    return decide(key, saying, by=by, at=cast.NOON)


def confirms(*, by: str = cast.BRUNO, key: str = "") -> FiledPair | Refused:
    """Sign what awaits a second officer on the pair."""
    row = DecidedRow.objects.get(key=key or pair().key)
    return sign_pair(row.number, row.awaiting, by=by, at=cast.NOON, seen=row.version)


def declines(*, by: str = cast.BRUNO) -> FiledPair | Refused:
    """Decline to sign it."""
    row = DecidedRow.objects.get(key=pair().key)
    entry = SignatureRefused(proposal=row.awaiting, reason="no prints on file")
    return file_pair(row.number, "refuse-signature", entry, by=by, at=cast.NOON, seen=row.version)


def undoes(*, by: str = cast.ANA, seen: int | None = None) -> FiledPair | Refused:
    """Undo what binds."""
    row = DecidedRow.objects.get(key=pair().key)
    entry = DecisionUndone(line=row.line, reason="taken in error")
    version = row.version if seen is None else seen
    return file_pair(row.number, "undo-decision", entry, by=by, at=cast.NOON, seen=version)
