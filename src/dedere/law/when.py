"""A condition written in a treaty file: a fact, ``{not = …}``, ``{all = […]}``, ``{any = […]}``."""

from __future__ import annotations

from typing import Any

from dedere.law import logic
from dedere.law.logic import Condition
from dedere.law.table import Table
from dedere.law.vocabulary import Vocabulary

# What would settle an unknown may double in number with each fact: no text yet read asks so many.
MOST_FACTS = 12
WANTED = 'a yes-no fact, or {not = …}, {all = […]}, {any = […]}, {fact = "…", is = "code"}'


def read_when(table: Table, key: str, facts: Vocabulary) -> Condition:
    """Read the condition under ``key``; always true where the key is left out."""
    value = table.take(key, lambda v: isinstance(v, str | dict), WANTED, None)
    if value is None:
        return logic.ALWAYS
    condition = _read(table, key, value, facts)
    named = logic.facts_of(condition)
    if len(named) > MOST_FACTS:
        table.refuse(
            f"the condition names {len(named)} facts",
            f"name at most {MOST_FACTS}; make the rest a clause of its own",
            key,
        )
    return condition


def _read(table: Table, key: str, value: Any, facts: Vocabulary) -> Condition:
    match value:
        case str():
            return logic.Is(yes_no(table, key, value, facts))
        case {"not": inner, **rest} if not rest:
            return logic.Not(_read(table, key, inner, facts))
        case {"all": [*members], **rest} if not rest and members:
            return logic.All(*(_read(table, key, member, facts) for member in members))
        case {"any": [*members], **rest} if not rest and members:
            return logic.Any(*(_read(table, key, member, facts) for member in members))
        case {"fact": str(name), "is": answer, **rest} if not rest:
            return logic.Is(_declared(table, key, name, answer, facts), answer)
        case _:
            return table.refuse(f"{value!r} is no condition", f"write {WANTED}", key)


def yes_no(table: Table, key: str, name: str, facts: Vocabulary) -> str:
    """The name of a yes-no fact of the vocabulary, or a complaint."""
    if name not in facts:
        table.refuse(
            f"the fact {name!r} is not in the vocabulary", "declare it in facts.toml, or mend the name", key
        )
    if facts[name].type != "yes-no":
        table.refuse(
            f"the fact {name!r} is a {facts[name].type}, not a yes-no", "name a fact that is yes or no", key
        )
    return name


def _declared(table: Table, key: str, name: str, answer: object, facts: Vocabulary) -> str:
    if name not in facts:
        yes_no(table, key, name, facts)
    if not facts[name].accepts(answer):
        table.refuse(f"{answer!r} is no value of {name}", f"write {facts[name].wants()}", key)
    return name
