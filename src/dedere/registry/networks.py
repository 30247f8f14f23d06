"""Networks in the registry: rows keyed so that a load that comes again updates them and doubles none."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from hashlib import sha256

import polars as pl

from dedere.docket.entries import Line, NetworkLoaded
from dedere.links.network import PARTIES, TIES, Columns, Network
from dedere.registry.insert import insert
from dedere.registry.models import NetworkRow, PartyRow, PublishedSource, TieRow
from dedere.words.canonical import canonical

_PAGE = 900  # an older SQLite takes 999 values in one statement
_KEY = 24
Row = PartyRow | TieRow


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """How many rows a load added, changed and withdrew, parties and ties together."""

    added: int
    changed: int
    withdrawn: int

    @property
    def any(self) -> bool:
        """Whether the load said anything new."""
        return bool(self.added or self.changed or self.withdrawn)


def named(name: str) -> NetworkRow | None:
    """Return the network of that name, or None."""
    return NetworkRow.objects.filter(name=name).first()


def find(number: str) -> NetworkRow | None:
    """Return the network of that number, or None."""
    return NetworkRow.objects.filter(number=number).first()


def latest() -> NetworkRow | None:
    """Return the network that was loaded last, or None."""
    return NetworkRow.objects.order_by("-at", "-position").first()


def every() -> tuple[NetworkRow, ...]:
    """Return every network, in the order of their names."""
    return tuple(NetworkRow.objects.order_by("name"))


def cases_of(number: str) -> dict[str, str]:
    """Return the number of the case of each party of a network that has one, by the party's id."""
    return dict(PartyRow.objects.filter(network=number).exclude(case="").values_list("id", "case"))


def rows_of(
    network: Network, number: str, line: int, cases: Mapping[str, str]
) -> tuple[list[Row], list[Row]]:
    """Return the rows of a network's parties and of its ties; ``cases`` gives numbers of cases by party.

    Ties of the same two parties and kind are told apart by their order in time, so that the end of a
    period that comes to be known changes a row and adds none.
    """
    parties: list[Row] = [
        PartyRow(
            key=_key(number, told["id"]),
            network=number,
            line=line,
            case=cases.get(told["id"], ""),
            id=told["id"],
            name=told["name"] or told["id"],
            kind=told["kind"] or "",
        )
        for told in network.parties.iter_rows(named=True)
    ]
    return parties, list(_ties(network.ties, number, line))


def write(number: str, parties: Sequence[Row], ties: Sequence[Row]) -> Changes:
    """Make these the rows of the network; a row that says what it said is left as it was."""
    found = [_write(PartyRow, number, parties), _write(TieRow, number, ties)]
    return Changes(
        added=sum(each.added for each in found),
        changed=sum(each.changed for each in found),
        withdrawn=sum(each.withdrawn for each in found),
    )


def seal_of(number: str) -> str:
    """Return the SHA-256 of all parties and ties of a network in the order of their keys."""
    seal = sha256()
    for model in (PartyRow, TieRow):
        for told in _told(model, number).values():
            seal.update(f"{canonical(dict(told))}\n".encode())
    return seal.hexdigest()


def network_row(number: str, lines: Sequence[Line], position: int) -> NetworkRow:
    """Draw the row of a network's file from its lines: the last load holds."""
    line = lines[-1]
    loaded = line.entry
    assert isinstance(loaded, NetworkLoaded)  # noqa: S101  (told to mypy: a network's file holds nothing else)
    return NetworkRow(
        number=number,
        position=position,
        name=loaded.name,
        line=line.number,
        parties=loaded.parties,
        ties=loaded.ties,
        inputs=canonical({"inputs": [asdict(each) for each in loaded.inputs]}),
        seal=loaded.seal,
        by=line.by,
        at=line.recorded_at,
        simulated=line.simulated,
    )


def network_of(number: str) -> Network:
    """Return a network as it was last loaded.

    Its parties have the further columns ``case`` and ``key``, its ties ``key``.
    """
    of_party, of_tie = (*PARTIES, "case", "key"), ("tail", "head", *list(TIES)[2:], "key")
    parties = PartyRow.objects.filter(network=number).values_list(*of_party)
    ties = TieRow.objects.filter(network=number).values_list(*of_tie)
    at = of_tie.index("sources")
    rows = [(*told[:at], told[at].split(), *told[at + 1 :]) for told in ties.iterator(_PAGE)]
    further: Columns = {**PARTIES, "case": pl.String, "key": pl.String}
    keyed: Columns = {**TIES, "key": pl.String}
    # Sorted here: two engines need not agree on the order of letters.
    return Network(
        parties=pl.DataFrame(list(parties), schema=further, orient="row").sort("id"),
        ties=pl.DataFrame(rows, schema=keyed, orient="row").sort("from", "to", "kind", "since", "until"),
    )


def unpublished(network: Network) -> tuple[str, ...]:
    """Return the ids of sources that ties name and nobody has published here, in order."""
    wanted = sorted(set(network.ties["sources"].explode().drop_nulls()))
    known: set[str] = set()
    for start in range(0, len(wanted), _PAGE):
        part = PublishedSource.objects.filter(pk__in=wanted[start : start + _PAGE])
        known.update(part.values_list("pk", flat=True))
    return tuple(id for id in wanted if id not in known)


def _ties(ties: pl.DataFrame, number: str, line: int) -> Iterator[TieRow]:
    seen: Counter[tuple[str, str, str]] = Counter()
    for told in ties.sort("from", "to", "kind", "since", "until", nulls_last=True).iter_rows(named=True):
        who = (told["from"], told["to"], told["kind"])
        seen[who] += 1
        yield TieRow(
            key=_key(number, *who, str(seen[who])),
            network=number,
            tail=told["from"],
            head=told["to"],
            kind=told["kind"] or "",
            since=told["since"] or "",
            until=told["until"] or "",
            basis=told["basis"] or "",
            reliability=told["reliability"] or "",
            sources=" ".join(told["sources"] or ()),
            note=told["note"] or "",
            joint_offence=bool(told["joint_offence"]),
            line=line,
        )


def _write(model: type[PartyRow] | type[TieRow], number: str, rows: Sequence[Row]) -> Changes:
    stored = _told(model, number)
    wanted = {row.key: row for row in rows}
    fresh = [key for key in wanted if key not in stored]
    changed = [key for key, row in wanted.items() if key in stored and stored[key] != _said(row)]
    gone = [key for key in stored if key not in wanted]
    for keys in _pages([*changed, *gone]):
        model._default_manager.filter(key__in=keys).delete()
    insert(model, (wanted[key] for key in (*fresh, *changed)))
    return Changes(added=len(fresh), changed=len(changed), withdrawn=len(gone))


def _told(model: type[PartyRow] | type[TieRow], number: str) -> dict[str, dict[str, object]]:
    """Return what each stored row says, by key and in the order of keys; not when it was loaded."""
    names = _names(model)
    rows = model._default_manager.filter(network=number).order_by("key").values(*names)
    return {row["key"]: row for row in rows.iterator(_PAGE)}


def _said(row: Row) -> dict[str, object]:
    return {name: getattr(row, name) for name in _names(type(row))}


def _names(model: type[PartyRow] | type[TieRow]) -> tuple[str, ...]:
    return tuple(field.attname for field in model._meta.concrete_fields if field.name != "line")


def _pages(keys: Sequence[str]) -> Iterable[Sequence[str]]:
    return (keys[start : start + _PAGE] for start in range(0, len(keys), _PAGE))


def _key(*parts: str) -> str:
    return sha256("\n".join(parts).encode()).hexdigest()[:_KEY]
