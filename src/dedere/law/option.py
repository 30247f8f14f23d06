"""Bracketed choices: what an instrument leaves open, and what was chosen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from dedere.law.instrument import Option
from dedere.law.table import Table

MOST_OPTIONS = 40
MOST_CHOICES = 12
CHOICES = f"a list of 1 to {MOST_CHOICES} choices of one type"
Options = Mapping[str, Option]
Chosen = Mapping[str, Any]


@dataclass(slots=True)
class Choices:
    """What stands for each option, and where a choice that is lacking is to be written."""

    options: Options
    made: Chosen
    place: str = "choose"
    used: set[str] = field(default_factory=set)

    def chosen(self, table: Table, key: str, option: object) -> Any:
        """The value chosen for an option; raises the table's complaint where there is none."""
        if not isinstance(option, str) or option not in self.options:
            known = ", ".join(self.options) or "none is declared"
            table.refuse(
                f"the option {option!r} is not declared", f"declare it, or name one of: {known}", key
            )
        self.used.add(option)
        if option not in self.made:
            table.refuse(
                f"the option {option!r} is not chosen",
                f"write {option} = {either(self.options[option])} under [{self.place}]",
                key,
            )
        return self.made[option]


def read_options(table: Table) -> Options:
    """Every ``[[option]]`` of an instrument by id."""
    rows = table.tables("option")
    if len(rows) > MOST_OPTIONS:
        table.refuse(f"{len(rows)} options are too many", f"keep it under {MOST_OPTIONS}", "option")
    found: dict[str, Option] = {}
    for row in rows:
        option = _option(row)
        if option.id in found:
            row.refuse(f"the id {option.id!r} is taken", "give each option an id of its own", "id")
        found[option.id] = option
    return found


def _option(row: Table) -> Option:
    option = Option(
        id=row.word("id"),
        article=row.word("article"),
        unit=row.word("unit", ""),
        choices=tuple(row.take("choices", _are_choices, CHOICES)),
    )
    row.close()
    return option


def _are_choices(value: object) -> bool:
    if not isinstance(value, list) or not 1 <= len(value) <= MOST_CHOICES:
        return False
    kinds = {type(each) for each in value}
    return len(kinds) == 1 and kinds <= {int, str, bool} and len(set(value)) == len(value)


def read_choices(table: Table, options: Options) -> Chosen:
    """What ``[choose]`` chooses, each a choice of its option."""
    inner = table.table("choose")
    made = inner.rows()
    for name, value in made.items():
        if name not in options:
            known = ", ".join(options) or "none is declared"
            inner.refuse(f"{name!r} is no option", f"remove it, or choose one of: {known}", name)
        if not _among(value, options[name].choices):
            inner.refuse(
                f"{value!r} is not among the choices of {name!r}",
                f"write {either(options[name])}; for anything else leave the clause out and write your own",
                name,
            )
    return made


def _among(value: object, choices: tuple[Any, ...]) -> bool:
    return any(type(value) is type(choice) and value == choice for choice in choices)


def first(options: Options) -> Chosen:
    """The first choice of each option: a model's clauses are read with it until somebody chooses."""
    return {name: option.choices[0] for name, option in options.items()}


def either(option: Option) -> str:
    """The choices as a person writes them: ``4 or 6``."""
    return " or ".join(f'"{each}"' if isinstance(each, str) else str(each).lower() for each in option.choices)
