"""Each name as it was written, of which kind it is, and where it comes from: a source, or a record."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dedere.clerk.pairs import pair_file
from dedere.desk.acts.choices import words_of
from dedere.desk.wording import say, screens
from dedere.docket.case import Case
from dedere.docket.choices import CONFLATION
from dedere.persons.record import Record
from dedere.registry.models import DecidedRow


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """One name; ``kind`` is the code of how it relates to the person.

    ``sources`` prove it where a file tells it; ``roll`` and ``id`` say which record does; ``decided`` is the
    number of the file in which that record was decided to be of this person.
    """

    name: str
    kind: str
    line: int = 0
    sources: tuple[str, ...] = ()
    roll: str = ""
    id: str = ""
    decided: str = ""

    @property
    def kind_words(self) -> str:
        """What a name of this kind is called."""
        own = f"person.kind.{self.kind}"
        return say(own) if own in screens().keys() else words_of("name_kind", self.kind)  # noqa: SIM118


def of_case(case: Case) -> tuple[list[Name], list[Name]]:
    """Return the names that a case tells of its person, and those that sources mix up with them."""
    opening = case.lines[0]
    own = [Name(name=case.person, kind="opening", line=1, sources=opening.sources)]
    own += [Name(name=alias, kind="alias", line=1, sources=opening.sources) for alias in case.aliases]
    told = [Name(name=each.name, kind=each.kind, line=each.line, sources=each.sources) for each in case.names]
    mixed = [each for each in told if each.kind == CONFLATION]
    return [*own, *(each for each in told if each.kind != CONFLATION)], mixed


def of_record(record: Record, *, decided: str = "") -> list[Name]:
    """Return the names that a record of a roll tells, its aliases each on a row of its own."""
    aliases = (alias.strip() for alias in record.text("aliases").split(";"))
    return [
        _of_roll(record, record.name, "record", decided),
        *(_of_roll(record, alias, "alias", decided) for alias in aliases if alias not in ("", record.name)),
    ]


def decided_same(rows: tuple[DecidedRow, ...]) -> Iterator[Name]:
    """Yield the names of the records of registers that were decided to be of a person wanted."""
    for row in rows:
        said = pair_file(row.number).binding
        if said is not None:
            yield from of_record(said.held, decided=row.number)


def _of_roll(record: Record, name: str, kind: str, decided: str) -> Name:
    return Name(name=name, kind=kind, roll=record.roll, id=record.id, decided=decided)
