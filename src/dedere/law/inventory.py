"""The page of what is encoded, from what it was read, and what is still unchecked."""

from __future__ import annotations

from collections.abc import Iterator

from dedere.law.crimes import Appendix, Classification
from dedere.law.instrument import Clause, Instrument
from dedere.law.library import Library
from dedere.law.limitation.rules import LimitationLaw

HEAD = """# What is encoded

Every provision in `src/dedere/treaties/`, in the order of each text. The texts there are our
paraphrases, in English and Spanish, and no legal advice. *Read in* names the published copy, report
or judgment that a reading rests on, by its key at the foot of this page: **no clause was checked
against an official text yet**. A clause without such a key is *unchecked*, from general knowledge of
the text, and every screen and paper says so. `dedere sheet INSTRUMENT` prints one instrument whole.
"""

LEFT_OUT = """## Left out, and why

- **Recesses and suspensions of Mexican courts.** They are announced by circular, court by court, and no
  source was at hand; the amparo clocks leave out the days that the laws name, and say so.
- **Calendar or working days in LEI articles 25 to 33.** The texts at hand do not settle it; these clocks
  count days as they come, and say so.
- **Limitation under the laws of component states**, and the lapse of a sentence under federal law of the
  United States: no rule is encoded, and what turns on one stays unknown.
- **The days of travel of 18 USC 3188**, which no file states beforehand.
- **Earlier wordings of article 22 of the Mexican Constitution**, which were not read; so its clauses carry
  no dates, and hold in a case file of any year.
- **The day on which the term of LEI article 35 begins** is taken to be that of the order of surrender.
"""


def inventory(library: Library) -> str:
    """The page as Markdown, from the files alone."""
    return "\n".join(_lines(library)).rstrip() + "\n"


def _lines(library: Library) -> Iterator[str]:
    yield from HEAD.splitlines()
    yield ""
    yield "| instrument | in force | clauses | unchecked |"
    yield "|---|---|---|---|"
    for instrument in library.instruments.values():
        yield _summary(instrument)
    for instrument in library.instruments.values():
        yield from _instrument(instrument)
    for appendix in library.appendices.values():
        yield from _appendix(appendix)
    yield from _crimes(library.crimes)
    yield from _calendars(library)
    for sides in library.limitation.values():
        yield from _limitation(sides["requested"])
    yield ""
    yield from LEFT_OUT.splitlines()
    yield from _sources(library)


def _summary(instrument: Instrument) -> str:
    until = f" to {instrument.until}" if instrument.until else ""
    unchecked = sum(not clause.citation.checked for clause in instrument.clauses)
    title = f"`{instrument.id}` {instrument.title['en']}"
    force = f"{instrument.in_force}{until}" if instrument.in_force else "*never: a model*"
    return f"| {title} | {force} | {len(instrument.clauses)} | {unchecked} |"


def _instrument(instrument: Instrument) -> Iterator[str]:
    yield ""
    yield f"## `{instrument.id}`"
    yield ""
    yield f"{instrument.title['en']} · *{instrument.title['es']}*"
    yield ""
    yield f"Official text, not yet read: {instrument.official}. Routes: {', '.join(instrument.routes)}."
    yield ""
    yield from _agreed(instrument)
    yield "| article | clause | kind | effect | decides | holds | read in |"
    yield "|---|---|---|---|---|---|---|"
    for clause in instrument.clauses:
        cells = (
            clause.citation.article,
            f"`{clause.id}`",
            clause.kind,
            clause.effect.value,
            clause.decider,
            _holds(clause),
            clause.citation.checked or "*unchecked*",
        )
        yield "| " + " | ".join(cells) + " |"


def _agreed(instrument: Instrument) -> Iterator[str]:
    """What is particular to what States agreed: parties, brackets, reservations, what it amends."""
    if any(party.since != instrument.in_force for party in instrument.bound):
        yield "Parties: " + ", ".join(f"{each.state} from {each.since}" for each in instrument.bound) + "."
        yield ""
    for option in instrument.options:
        choices = " or ".join(str(choice) for choice in option.choices)
        yield f"- bracket `{option.id}` (article {option.article}): {choices} {option.unit}".rstrip()
    for each in instrument.reservations:
        read = f"read in {each.checked}" if each.checked else "*unchecked*"
        touched = ", ".join(f"`{clause}`" for clause in each.clauses) or "the whole"
        yield f"- {each.state}, {each.made}, {each.effect} {touched}: {each.text['en']} ({read})"
    for key, named in (("amends", (instrument.amends,)), ("replaces", instrument.replaces)):
        if any(named):
            yield f"- {key} " + ", ".join(f"`{each}`" for each in named)
    yield ""


def _holds(clause: Clause) -> str:
    limits = (
        (clause.requesting, f"when {clause.requesting} asks"),
        (clause.requested, f"when {clause.requested} is asked"),
        (clause.held_from, f"from {clause.held_from}"),
        (clause.held_until, f"until {clause.held_until}"),
        (clause.without_treaty, "without a treaty"),
        (clause.stage, f"at the stage of {clause.stage}"),
        (clause.at_request_of, f"at the request of the {clause.at_request_of} State"),
        (clause.instead_of, "in place of " + ", ".join(clause.instead_of)),
        (clause.options, "bracket " + ", ".join(clause.options.values())),
        (clause.routes, "on " + ", ".join(clause.routes)),
    )
    return "; ".join(says for holds, says in limits if holds)


def _appendix(appendix: Appendix) -> Iterator[str]:
    yield ""
    yield "## The Appendix of the 1978 treaty"
    yield ""
    yield f"*Unchecked.* A published list counts {appendix.counted} entries. {len(appendix.groups)} groups"
    yield "are known here, without the Appendix's wording or numbers. Whether an offence is on the list is a"
    yield "fact to be answered from the Appendix itself. *ICCS* names the divisions it clearly covers."
    yield ""
    yield "| code | English | Spanish | ICCS |"
    yield "|---|---|---|---|"
    for code, group in appendix.groups.items():
        yield f"| `{code}` | {group.names['en']} | {group.names['es']} | {', '.join(group.iccs)} |"


def _crimes(crimes: Classification) -> Iterator[str]:
    yield ""
    yield "## Words for conduct: ICCS"
    yield ""
    yield f"{crimes.title['en']} · *{crimes.title['es']}*, {crimes.published:%Y}. {crimes.licence}."
    yield f"Read in: {crimes.checked}. A charge may carry a code (`iccs`); no clause turns on it."
    yield ""
    yield "| code | English | Spanish |"
    yield "|---|---|---|"
    for code, names in crimes.crimes.items():
        yield f"| `{code}` | {names['en']} | {names['es']} |"


def _calendars(library: Library) -> Iterator[str]:
    yield ""
    yield "## Calendars"
    yield ""
    yield "| calendar | years | source | read in |"
    yield "|---|---|---|---|"
    for each in library.calendars.values():
        checked = each.checked or "*unchecked*"
        yield f"| `{each.id}` {each.title['en']} | {each.first} to {each.last} | {each.source} | {checked} |"


def _limitation(law: LimitationLaw) -> Iterator[str]:
    yield ""
    yield f"## `{law.id}`: lapse of time"
    yield ""
    yield f"{law.title['en']} · *{law.title['es']}*"
    yield ""
    yield f"Official text: {law.official}. Read in: {law.read_in}."
    yield f"An offence before {law.since} is not covered."
    yield ""
    yield "| article | rule | kind | stage | wording since | read in |"
    yield "|---|---|---|---|---|---|"
    for rule in law.rules:
        checked, since = rule.citation.checked or "*unchecked*", rule.since or law.since
        kind = type(rule).__name__.lower()
        yield f"| {rule.citation.article} | `{rule.id}` | {kind} | {rule.stage} | {since} | {checked} |"


def _sources(library: Library) -> Iterator[str]:
    yield ""
    yield "## Sources"
    yield ""
    yield "| key | address |"
    yield "|---|---|"
    for key, address in library.sources.items():
        yield f"| {key} | <{address}> |"
