"""``dedere find``: one person looked up in a register, each proposal with what speaks for and against it."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from dedere.cli.output import AGAINST, print_json, print_text, stop
from dedere.cli.words import Words, words
from dedere.persons import spoken

if TYPE_CHECKING:
    import polars as pl

    from dedere.persons.explained import Explained
    from dedere.persons.proposal import Evidence


def find(
    name: Annotated[str, typer.Argument(help="The name, in any order.")],
    register: Annotated[
        Path | None, typer.Argument(help="The register's file, where it has no saved index.")
    ] = None,
    index: Annotated[Path | None, typer.Option("--index", help="The folder of the register's index.")] = None,
    born: Annotated[str, typer.Option(help="Day, month or year of birth.")] = "",
    sex: Annotated[str, typer.Option(help="M for a man, F for a woman.")] = "",
    state: Annotated[str, typer.Option(help="State of birth: its name or the CURP's two letters.")] = "",
    curp: Annotated[str, typer.Option(help="CURP.")] = "",
    most: Annotated[int, typer.Option(min=1, max=100, help="How many to show.")] = 10,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
    lang: Annotated[str, typer.Option("--lang", help="Language of the text: en or es.")] = "en",
) -> None:
    """Look one person up, with the evidence in bits. Ends with 1 where nobody is near enough."""
    from dedere.persons.reading.asked import asked

    say = words(lang)
    if (register is None) == (index is None):
        stop("find: name either the register's file or, with --index, the folder of its index")
    roll, fault = asked(name, born=born, sex=sex, birth_state=state, curp=curp)
    if fault:
        stop(f"find: {say.code('identifier' if fault.startswith('curp') else 'born', fault)}")
    found = _found(roll, register, index, most)
    if as_json:
        print_json({"name": name, "proposals": [_told(each) for each in found]})
    else:
        for line in _lines(found, say):
            print_text(line)
    raise typer.Exit(0 if found else AGAINST)


def _found(roll: pl.DataFrame, register: Path | None, index: Path | None, most: int) -> list[Explained]:
    from dedere.cli.lists import indexed
    from dedere.cli.progress import bar
    from dedere.persons.explaining import explained
    from dedere.persons.index import store
    from dedere.persons.matching.search import Search
    from dedere.persons.model.model import load
    from dedere.persons.run import digest_of

    with tempfile.TemporaryDirectory(prefix="dedere-") as folder:
        place = index or Path(folder) / "index"
        if register:
            with bar() as progress:
                indexed(register, digest_of(register), place, progress, register.name)
        search = Search(index=store.load(place), model=load())
        return list(explained(search, [roll], wanted_roll="", register_roll=place.name, most=most))


def _told(found: Explained) -> Mapping[str, Any]:
    proposal = found.proposal
    return {
        "register_id": proposal.register_id,
        "probability": round(proposal.probability, 6),
        "weight_bits": round(proposal.bits, 3),
        "band": proposal.band.value,
        "stratum": proposal.stratum,
        "record": {said.field: said.text for said in found.held.said},
        "evidence": [{**asdict(each), "bits": round(each.bits, 3)} for each in proposal.evidence],
        "rivals": list(proposal.rivals),
    }


def _lines(found: list[Explained], say: Words) -> Iterator[str]:
    if not found:
        yield say.say("find-nobody")
    for proposal, record in ((each.proposal, each.held) for each in found):
        yield say.say(
            "find-proposal",
            band=say.code("queue", proposal.band.value),
            id=proposal.register_id,
            name=record.name,
            born=record.text("born") or "—",
            probability=proposal.probability,
            bits=proposal.bits,
        )
        if aliases := record.text("aliases"):
            yield say.say("find-alias", aliases=aliases)
        for evidence in proposal.evidence:
            yield _step(evidence, say)


def _step(evidence: Evidence, say: Words) -> str:
    how = spoken.how(evidence.code, say.language)
    step = ", ".join(part for part in (spoken.what(evidence.code, say.language), how) if part)
    if evidence.share:
        step = f"{step} ({say.say('find-share', one_in=round(1 / evidence.share))})"
    if not (evidence.wanted or evidence.held):
        return say.say("find-step", bits=evidence.bits, step=step)
    both = {"wanted": evidence.wanted or "—", "held": evidence.held or "—"}
    return say.say("find-compared", bits=evidence.bits, step=step, **both)
