"""``dedere assess --what-if``: a case as it stands beside the case with facts changed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NoReturn

import typer

from dedere.cli.output import DONE, print_json, print_text
from dedere.cli.repeated import difference_line
from dedere.cli.words import Words
from dedere.law.casefile import CaseFile
from dedere.law.counterfactual.whatif import WhatIf, read_changes, report_what_if, what_if
from dedere.law.library import Library
from dedere.law.speech import Speech, speech
from dedere.law.supposed import supposed


def suppose(
    casefile: CaseFile, changes: Sequence[str], using: Library, say: Words, as_json: bool
) -> NoReturn:
    """Print what comes out otherwise with the changes, and how each charge would stand."""
    using = supposed(using, casefile)
    done = what_if(casefile, using, read_changes(changes, casefile, using))
    if as_json:
        print_json(report_what_if(done))
    else:
        print_text("\n".join(_lines(done, speech(using, say.language), say)))
    raise typer.Exit(DONE)


def _lines(done: WhatIf, saying: Speech, say: Words) -> Iterator[str]:
    yield say.say("what-if", case=done.case, on=done.on.isoformat())
    for each in done.supposed:
        charge = say.say("repeated-charge", id=each.charge) if each.charge else ""
        yield f"  · {charge}{saying.stated(each.fact, each.value)}"
    yield ""
    for charge, before, after in done.standings:
        key = "what-if-stands" if before == after else "what-if-moves"
        named = say.say("repeated-charge", id=charge) if charge else ""
        places = {"before": say.code("standing", before), "after": say.code("standing", after)}
        yield f"  {named}{say.say(key, **places)}"
    yield ""
    yield say.say("what-if-differs" if done.differences else "what-if-same", n=len(done.differences))
    yield from (difference_line(each, say) for each in done.differences)
