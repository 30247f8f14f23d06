"""The reference pages that follow from the code: ``python -m dedere.law.reference docs/reference``.

The page of the cases follows from their files too: a second argument says where these are.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from dedere.law import coverage
from dedere.law.assurances.report import assurances_schema
from dedere.law.clauses import STAGES
from dedere.law.competing.report import rankings_schema
from dedere.law.counterfactual.report import why_schema
from dedere.law.counterfactual.whatif import what_if_schema
from dedere.law.decider import DECIDERS
from dedere.law.inventory import inventory
from dedere.law.kinds import KINDS, Kind, Value
from dedere.law.library import library
from dedere.law.limitation.report import limitation_schema
from dedere.law.listing import checked_schema, law_schema
from dedere.law.logic import facts_of
from dedere.law.parties import EFFECTS
from dedere.law.readcase import ROUTES
from dedere.law.schema import assessment_schema, case_schema, docket_schema, repetition_schema
from dedere.law.speciality.report import ledger_schema
from dedere.law.treatyschema import parties_schema, treaty_schema
from dedere.law.worksheet.report import worksheet_schema
from dedere.law.written import LAYERS
from dedere.words.wording import codes

COMMON = (
    ("id", "a name of its own within the instrument"),
    ("kind", "one of the kinds below"),
    ("article", "the article, as the text numbers it; several as `10(3), 10(4)`"),
    ("text.en, text.es", "our paraphrase, in both languages"),
    ("checked", "the source or official text that the reading was checked in; empty shows as unchecked"),
    ("source", "keys of sources.toml"),
    ("effect", "one of the kind's effects; the first is meant where it is left out"),
    ("decider", "who decides: " + ", ".join(DECIDERS)),
    ("from, until", "the first day it holds, and the first day it no longer does"),
    ("direction", '`{ requesting = "US" }` or `{ requested = "MX" }`'),
    ("stage", " or ".join(STAGES) + ": by the person's status"),
    ("routes", "the routes it attaches on, where fewer than the instrument's"),
    ("without_treaty", "`true`: only where no treaty binds the two States"),
    (
        "at_request_of, asked",
        "`requesting` or `requested`: it binds only at that State's request; `asked` names the yes-no fact "
        "that says whether the request was made",
    ),
    ("instead_of", "in a protocol: the clauses in whose place it stands, `clause` or `instrument:clause`"),
    (
        "when",
        "a condition of its own that puts it in point: a yes-no fact, or `{ not = … }`, `{ all = […] }`, "
        '`{ any = […] }`, `{ fact = "…", is = "…" }`',
    ),
    ("reading.en, reading.es", "our reading, for the lawyer's sheet"),
)


HEAD = (
    ("id", "the name of its folder"),
    ("title.en, title.es, short.en, short.es", "in full, and as it is cited"),
    ("layer", ", ".join(LAYERS) + "; a model is in force for nobody"),
    ("done, in_force, until", "signed; the first day in force; the first day no longer"),
    ("parties", "the States of a treaty or of a union's act; of many, `parties.toml` beside it"),
    ("requested, requesting", "for a State's own law: the part in which that State must stand"),
    ("routes", ", ".join(ROUTES)),
    ("authentic, official, sources", "languages; where it is published; keys of sources.toml"),
    ("amends", "the instrument of which it is a protocol; its clauses may then stand `instead_of` others"),
    ("replaces", "the instruments that stand back between its own parties"),
    ("based_on, leave_out", "the instrument whose clauses it takes over, and those that it does not"),
    (
        "`[[option]]`",
        'a bracket: `id`, `article`, `choices`, `unit`; a clause\'s value is then `{ option = "…" }`',
    ),
    ("`[choose]`", "what is chosen for each bracket; a model chooses nothing"),
    ("`[[party]]`", "in parties.toml: `state`, `from`, `until`, `source`, `checked`"),
    (
        "`[[reservation]]`",
        "`state`, `clause` or `article`, `effect` (" + ", ".join(EFFECTS) + "), `made`, `withdrawn`, `text`, "
        "`values`, and `reciprocal` where it holds against its own State too",
    ),
)


def pages() -> Mapping[str, str]:
    """Every page by file name."""
    return {
        "clauses.md": "\n".join(_clauses()).rstrip() + "\n",
        "treaties.md": inventory(library()),
        "case.schema.json": _json(case_schema(library().facts)),
        "assessment.schema.json": _json(assessment_schema()),
        "docket.schema.json": _json(docket_schema()),
        "repetition.schema.json": _json(repetition_schema()),
        "treaty.schema.json": _json(treaty_schema(library().facts)),
        "parties.schema.json": _json(parties_schema()),
        "treaty-check.schema.json": _json(checked_schema()),
        "law.schema.json": _json(law_schema()),
        "assurances.schema.json": _json(assurances_schema()),
        "speciality.schema.json": _json(ledger_schema()),
        "competing.schema.json": _json(rankings_schema()),
        "what-if.schema.json": _json(what_if_schema()),
        "why.schema.json": _json(why_schema()),
        "limitation.schema.json": _json(limitation_schema()),
        "worksheet.schema.json": _json(worksheet_schema()),
    }


def _json(schema: dict[str, Any]) -> str:
    return json.dumps(schema, indent=1, ensure_ascii=False) + "\n"


def _clauses() -> Iterator[str]:
    yield "# Kinds of clauses"
    yield ""
    yield "What States agreed is data; what a kind of clause means is code, one file for each kind in"
    yield "`src/dedere/law/kinds/`. The list is closed: a treaty file that names another kind, or a key that"
    yield "its kind does not have, is refused with file, clause, article and remedy."
    yield ""
    yield "A finding is about the clause's condition. A bar that is met bars; a requirement that is met is"
    yield "satisfied; a discretion that is met is open to its decider. Where the clause's guard does not"
    yield "hold it is not in point. *Unknown* is said exactly where two completions of the missing facts"
    yield "disagree."
    yield ""
    yield "## Keys of an instrument"
    yield ""
    yield from _table(HEAD)
    yield ""
    yield "## Keys of every clause"
    yield ""
    yield from _table(COMMON)
    for kind in KINDS.values():
        yield from _kind(kind)


def _table(keys: tuple[tuple[str, str], ...]) -> Iterator[str]:
    yield "| key | what it says |"
    yield "|---|---|"
    for key, says in keys:
        yield f"| `{key.strip('`')}` | {says} |"


def _kind(kind: Kind) -> Iterator[str]:
    yield ""
    yield f"## `{kind.code}`"
    yield ""
    names = (codes().say(f"kind.{kind.code}", language) for language in ("en", "es"))
    yield f"*{' · '.join(names)}.* {kind.says}"
    yield ""
    yield f"- effect: {', '.join(effect.value for effect in kind.effects)}"
    yield f"- counts in a charge's standing: {'yes' if kind.weighs else 'no'}"
    meaning = kind.meaning({key: _sample(value) for key, value in kind.values.items()})
    asked = facts_of(meaning.guard, meaning.condition)
    if asked:
        yield f"- asks: {', '.join(f'`{fact}`' for fact in asked)}"
    if kind.values:
        yield ""
        yield "| key | type | left out | what it says |"
        yield "|---|---|---|---|"
        for key, value in kind.values.items():
            yield f"| `{key}` | {_type(value)} | {_default(value)} | {value.says} |"


def _sample(value: Value) -> Any:
    """The widest value there is, so that every fact a kind may ask of is named."""
    samples = {"whole": 1, "day": date(2000, 1, 1), "flag": True, "state": "US", "word": "x", "fact": ""}
    if value.type == "code":
        return value.choices[-1]
    return value.choices if value.type == "codes" else samples.get(value.type, ())


def _type(value: Value) -> str:
    return f"{value.type}: {', '.join(value.choices)}" if value.choices else value.type


def _default(value: Value) -> str:
    if value.default is None:
        return "required"
    if isinstance(value.default, tuple):
        return ", ".join(value.default) or "none"
    if isinstance(value.default, bool):
        return "true" if value.default else "false"
    return "none" if value.default in ("", 0, date.min) else str(value.default)


def main(place: str, cases: str = "tests/cases") -> None:
    """Write every page into the folder ``place``; ``cases`` is where the case files are."""
    here = Path(place)
    proved = {"coverage.md": coverage.page(library(), here.resolve(), Path(cases).resolve())}
    for name, text in {**pages(), **proved}.items():
        (here / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
