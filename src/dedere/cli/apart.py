"""``dedere apart``: compare lists so that each State learns only what both have."""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Annotated, Any

import typer

from dedere.cli.output import AGAINST, DONE, print_json, print_text, stop
from dedere.cli.rules import AsJson, Lang
from dedere.cli.words import Words, words
from dedere.files.sheets import Sheet
from dedere.law.vocabulary import read_day
from dedere.persons.apart.kinds import KINDS, USUAL
from dedere.persons.apart.terms import Terms, demand_terms
from dedere.words import State

HEAD = (
    "ours", "theirs", "kinds", "name", "born", "sex", "birth_state", "curp", "probability",
    "weight_bits", "band",
)  # fmt: skip

app = typer.Typer(no_args_is_help=True, help="Compare lists so that each State learns only what both have.")
TermsFile = Annotated[Path, typer.Argument(metavar="TERMS", help="The terms that both States agreed.")]
List = Annotated[Path, typer.Argument(metavar="LIST", help="This side's list of persons.")]
Kept = Annotated[
    Path, typer.Option("--kept", help="Where this side keeps its comparisons, for itself alone.")
]
Held = Annotated[Path, typer.Argument(metavar="FOLDER", help="The comparison's folder on this side.")]
Copy = Annotated[Path | None, typer.Option("-o", "--output", help="Copy the message to this file too.")]


@app.command("terms")
def terms_(
    output: Annotated[Path, typer.Option("-o", "--output", help="Where the terms go.")],
    offers: Annotated[str, typer.Option(help="The State that offers: its list should be the shorter.")],
    answers: Annotated[str, typer.Option(help="The State that answers.")],
    offered: Annotated[int, typer.Option(help="Keys that the offer is padded to: about 10 for each person.")],
    answered: Annotated[int, typer.Option(help="Keys that the answer is padded to.")],
    until: Annotated[str, typer.Option(metavar="DAY", help="The last day on which a side may begin.")],
    rest: Annotated[int, typer.Option(help="Days from one comparison of these two to the next.")] = 30,
    kinds: Annotated[str, typer.Option(help=f"Kinds of keys: {', '.join(KINDS)}.")] = ",".join(USUAL),
) -> None:
    """Draw up the terms of a comparison, for both sides to agree and sign."""
    last = read_day(until) or stop(f"--until: {until!r} is no day; write it as 2027-01-31")
    drawn = Terms(
        session=secrets.token_hex(16),
        offers=State(offers),
        answers=State(answers),
        kinds=tuple(kinds.split(",")),
        offered=offered,
        answered=answered,
        until=last,
        rest=rest,
    )
    demand_terms(drawn, "terms")
    if output.exists():
        stop(f"{output} is there already; name another file", AGAINST)
    output.write_bytes(drawn.as_bytes())
    print_text(str(output))


@app.command()
def offer(
    terms: TermsFile,
    roll: List,
    kept: Kept = Path("apart"),
    output: Copy = None,
    as_json: AsJson = False,
    lang: Lang = "en",
) -> None:
    """Offer: blind this side's list, and write the message that begins a comparison."""
    from dedere.cli import between  # polars and numba take their time to load

    say = words(lang)
    facts = between.offer(terms, roll, kept, output, say)
    _tell(facts, as_json, (say.say("apart-listed", **facts), say.say("apart-offer", **facts)))


@app.command()
def answer(
    terms: TermsFile,
    roll: List,
    offered: Annotated[Path, typer.Argument(metavar="OFFER", help="The offer received.")],
    kept: Kept = Path("apart"),
    output: Copy = None,
    as_json: AsJson = False,
    lang: Lang = "en",
) -> None:
    """Answer an offer, once: blind this side's list, and the other's once more."""
    from dedere.cli import between

    say = words(lang)
    facts = between.answer(terms, roll, offered, kept, output, say)
    _tell(facts, as_json, (say.say("apart-listed", **facts), say.say("apart-answer", **facts)))


@app.command("return")
def return_(
    folder: Held,
    answered: Annotated[Path, typer.Argument(metavar="ANSWER", help="The answer received.")],
    output: Copy = None,
    as_json: AsJson = False,
    lang: Lang = "en",
) -> None:
    """Give back what the answer asks; this side now knows what both have."""
    from dedere.cli import between

    say = words(lang)
    facts = between.give_back(folder, answered, output, say)
    _tell(facts, as_json, (say.say("apart-return", **facts),))


@app.command()
def found(
    folder: Held,
    returned: Annotated[Path | None, typer.Argument(metavar="RETURN", help="What was given back.")] = None,
    as_json: AsJson = False,
    lang: Lang = "en",
) -> None:
    """List what both have: this side's records, and the keys on which the other has one too."""
    from dedere.cli import between

    say = words(lang)
    facts = between.found(folder, returned, say)
    _tell(facts, as_json, _found_lines(facts, say))


@app.command()
def prove(folder: Held, roll: List, as_json: AsJson = False, lang: Lang = "en") -> None:
    """Prove to whom may see it that this list, and no other, was compared. Ends with 1 where it was not."""
    from dedere.cli import between

    say = words(lang)
    facts = between.prove(folder, roll)
    _tell(facts, as_json, (say.say("apart-proved" if facts["holds"] else "apart-not-proved", **facts),))
    raise typer.Exit(DONE if facts["holds"] else AGAINST)


@app.command()
def disclose(
    folder: Held,
    roll: List,
    by: Annotated[str, typer.Option(help="The officer who discloses.")],
    reason: Annotated[str, typer.Option(help="Why, for the record and the other side.")],
    withhold: Annotated[list[str] | None, typer.Option(help="The id of a record to keep back.")] = None,
    output: Copy = None,
    as_json: AsJson = False,
    lang: Lang = "en",
) -> None:
    """Disclose the records behind what both have, by one act that names its officer and reason."""
    from dedere.cli import between

    say = words(lang)
    facts = between.disclose(folder, roll, (by, reason, withhold or ()), output, say)
    _tell(facts, as_json, (say.say("apart-disclosed", **facts),))


@app.command()
def propose(
    folder: Held,
    received: Annotated[Path, typer.Argument(metavar="DISCLOSURE", help="What the other side disclosed.")],
    own: Annotated[
        Path | None, typer.Option("--list", help="This side's own list, in which the pairs are weighed.")
    ] = None,
    output: Annotated[Path | None, typer.Option("-o", "--output", help="The proposals as CSV.")] = None,
    as_json: AsJson = False,
    lang: Lang = "en",
) -> None:
    """List the pairs of disclosed records that share a key, for a person to decide.

    Ends with 1 where a record of the other side lacks the key on which it is said to meet.
    """
    from dedere.cli import between

    say = words(lang)
    facts = between.propose(folder, received, own, say)
    if output is not None:
        _write(output, facts)
    _tell(facts, as_json, _proposal_lines(facts, say))
    raise typer.Exit(AGAINST if facts["not_borne_out"] else DONE)


def _tell(facts: dict[str, Any], as_json: bool, lines: Iterable[str]) -> None:
    if as_json:
        print_json(facts)
    else:
        print_text("\n".join(lines))


def _found_lines(facts: dict[str, Any], say: Words) -> Iterator[str]:
    for each in facts["found"]:
        kind, _, rest = each["key"].partition("|")
        yield f"{', '.join(each['ids'])}: {say.code('apart-kind', kind)}: {rest.replace('|', ', ')}"
    records = {id for each in facts["found"] for id in each["ids"]}
    yield say.say("apart-found", keys=len(facts["found"]), records=len(records))


def _proposal_lines(facts: dict[str, Any], say: Words) -> Iterator[str]:
    for row in facts["proposals"]:
        kinds = "; ".join(say.code("apart-kind", kind) for kind in row["kinds"])
        weight = f" · {row['weight_bits']:+.1f} bits, {row['probability']:.3f}" if row["probability"] else ""
        band = f" · {say.code('queue', row['band'])}" if row["probability"] else ""
        yield f"{row['ours']} · {row['theirs']} {row['name']} {row['born']}: {kinds}{weight}{band}"
    yield say.say("apart-proposed", n=len(facts["proposals"]))
    if facts["not_borne_out"]:
        yield say.say("apart-not-borne-out", records=", ".join(facts["not_borne_out"]))


def _write(output: Path, facts: dict[str, Any]) -> None:
    with output.open("w", encoding="utf-8-sig", newline="") as file:
        sheet = Sheet(file)
        sheet.row(HEAD)
        for row in facts["proposals"]:
            told = {**row, "kinds": ";".join(row["kinds"])}
            sheet.row(told[name] for name in HEAD)
