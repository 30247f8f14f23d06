"""What a case takes as if it were in force: a model with its brackets chosen, a treaty not binding."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from types import MappingProxyType

from dedere.law.casefile import CaseFile
from dedere.law.instrument import Clause, Instrument, Text
from dedere.law.library import Library, UnreadableTreaty
from dedere.law.option import Chosen, either
from dedere.law.shelf import digest
from dedere.words.wording import LANGUAGES, codes

Choices = tuple[tuple[str, str, bool | int | str], ...]


def supposed(library: Library, casefile: CaseFile) -> Library:
    """The library with the case's ``as_if`` instruments in force; itself where there are none.

    Raises UnreadableTreaty where one is not there, or a bracket is not chosen as it can be.
    """
    return _supposed(library, casefile.as_if, casefile.choose) if casefile.as_if else library


@lru_cache(maxsize=64)
def _supposed(library: Library, as_if: tuple[str, ...], choose: Choices) -> Library:
    if any(each.supposed for each in library.instruments.values()):
        return library
    taken = {name: _taken(library, name, choose) for name in as_if}
    return replace(library, instruments=MappingProxyType({**library.instruments, **taken}))


def _taken(library: Library, name: str, choose: Choices) -> Instrument:
    if name not in library.instruments:
        known = ", ".join(library.instruments)
        raise _refused(name, f"there is no instrument {name!r}", f"name one of: {known}")
    instrument = library.instruments[name]
    chosen = {option: value for of, option, value in choose if of == name}
    if instrument.layer == "model":
        _chosen_rightly(instrument, chosen)
    elif chosen:
        raise _refused(name, "its brackets are chosen already", "remove the choice")
    told = "".join(f"{option} = {value!r}\n" for option, value in sorted(chosen.items()))
    return replace(
        instrument,
        clauses=tuple(_version(clause, chosen) for clause in instrument.clauses),
        digest=digest(bytes.fromhex(instrument.digest), told.encode()) if told else instrument.digest,
        supposed=True,
        short=_marked(instrument.short),
    )


def _version(clause: Clause, chosen: Chosen) -> Clause:
    if not clause.versions:
        return clause
    return clause.versions[tuple(chosen[option] for option in clause.brackets)]


def _marked(short: Text) -> Text:
    return {each: codes().say("force.as-if-title", each, title=short[each]) for each in LANGUAGES}


def _chosen_rightly(instrument: Instrument, chosen: Chosen) -> None:
    options = {option.id: option for option in instrument.options}
    for name, option in options.items():
        if not any(type(chosen.get(name)) is type(each) and chosen[name] == each for each in option.choices):
            said = (
                f"{chosen[name]!r} is not among the choices of {name!r}"
                if name in chosen
                else (f"the option {name!r} is not chosen")
            )
            raise _refused(
                instrument.id, said, f"write {name} = {either(option)} under [choose.{instrument.id}]"
            )
    for name in chosen:
        if name not in options:
            raise _refused(instrument.id, f"{name!r} is no option", f"choose one of: {', '.join(options)}")


def _refused(name: str, what: str, remedy: str) -> UnreadableTreaty:
    return UnreadableTreaty(where=f"as if {name}", what=what, remedy=remedy)
