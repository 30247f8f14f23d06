"""A case with the facts that its assurances settle: those that cure, on the case's day, and no others.

An assurance that does not cure denies nothing: another may be on another file. What the case
states of itself about the same fact goes first.
"""

from __future__ import annotations

from dataclasses import replace

from dedere.law.assurances.assurance import SETTLES
from dedere.law.assurances.cover import CURES, why
from dedere.law.casefile import CaseFile, ChargeFacts, Facts, Known


def assured(casefile: CaseFile) -> CaseFile:
    """The case, its facts completed by its assurances; to do it twice changes nothing."""
    if not casefile.assurances:
        return casefile
    charges = tuple(
        replace(charge, facts=_settled(casefile, charge, charge.facts)) for charge in casefile.charges
    )
    return replace(casefile, facts=_settled(casefile, None, casefile.facts), charges=charges)


def _settled(casefile: CaseFile, charge: ChargeFacts | None, facts: Facts) -> Facts:
    """The facts of one charge, or those that assurances for every charge settle for the whole case."""
    found: dict[str, list[str]] = {}
    for each in casefile.assurances:
        wide = not each.charges
        if wide is not (charge is None) or each.about not in SETTLES:
            continue
        if why(each, charge.id if charge else "", casefile.on) == CURES:
            found.setdefault(SETTLES[each.about], []).extend(each.sources or (each.id,))
    stated = facts if charge is None else {**casefile.facts, **facts}
    new = {fact: Known(value=True, sources=tuple(dict.fromkeys(by))) for fact, by in found.items()}
    return {**{fact: known for fact, known in new.items() if fact not in stated}, **facts}
