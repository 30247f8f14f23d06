"""An assessment as PDF/A: what binds, each charge clause by clause with its reasons, and the clocks."""

from __future__ import annotations

import hashlib
from datetime import datetime
from typing import Any

from dedere.law.assess import assess
from dedere.law.assessment import Assessment, ChargeAssessment, ClauseFinding, ClockReading, Effect
from dedere.law.casefile import CaseFile
from dedere.law.library import Library
from dedere.law.speech import Speech, speech
from dedere.law.stands import behind
from dedere.law.supposed import supposed
from dedere.press.instrument import frame
from dedere.press.press import press
from dedere.words import Citation, Finding

_ORDER = {effect: place for place, effect in enumerate(Effect)}
_AGAINST = {
    (Effect.MANDATORY_BAR, Finding.MET),
    (Effect.STAY, Finding.MET),
    (Effect.REQUIREMENT, Finding.NOT_MET),
    (Effect.DOCUMENT, Finding.NOT_MET),
    (Effect.SCOPE, Finding.NOT_MET),
}


def assessment_pdf(
    casefile: CaseFile, library: Library, language: str, *, at: datetime, simulated: str = ""
) -> bytes:
    """Return the assessment of a case in ``en`` or ``es``; it recommends nothing, and says so.

    ``simulated`` is the word that marks a file with simulated acts.
    """
    found = assess(casefile, library, explained=language)
    say = speech(supposed(library, casefile), language)
    data = assessment_data(casefile, found, say, at) | {"simulated": simulated}
    return press("press/assessment", data, at=at)


def assessment_data(casefile: CaseFile, found: Assessment, say: Speech, at: datetime) -> dict[str, Any]:
    """Return what the sheet shows, as JSON's values; its digest is that of all the instruments used."""
    title = casefile.title.get(say.language) or casefile.id
    every = hashlib.sha256("".join(used.digest for used in found.instruments).encode()).hexdigest()
    return {
        **frame(say, title=title, reference=casefile.id, digest=every, at=at),
        "check": say.word("sheet.digests"),
        "asks": say.word(
            "sheet.asks",
            requesting=casefile.requesting,
            requested=casefile.requested,
            route=say.word(f"track.{casefile.route}"),
            on=found.on.isoformat(),
        ),
        "never": say.word("sheet.never-a-decision"),
        "binding": {
            "title": say.word("sheet.binding"),
            "heads": [say.word(f"sheet.{head}") for head in ("instrument", "reason", "digest-head")],
            "rows": [
                {
                    "title": say.library.instruments[used.id].title[say.language],
                    "reason": say.word(f"force.{used.reason}"),
                    "digest": used.digest[:16],
                }
                for used in found.instruments
            ],
        },
        "charges": [_charge(each, say) for each in found.charges],
        "clocks": {
            "title": say.word("sheet.clocks"),
            "rows": [_clock(each, say) for each in found.clocks if each.start],
            "empty": say.word("sheet.no-clocks"),
        },
    }


def _charge(charge: ChargeAssessment, say: Speech) -> dict[str, Any]:
    shown = [each for each in charge.findings if each.finding is not Finding.NOT_IN_POINT]
    beside = [each for each in charge.findings if each.finding is Finding.NOT_IN_POINT]
    articles = "; ".join(dict.fromkeys(_cited(each.citation, say) for each in beside))
    keeping = dict.fromkeys(_cited(each.citation, say) for each in behind(charge))
    named = say.word("sheet.charge", id=charge.id, title=charge.title) if charge.id else ""
    return {
        "title": named or say.word("sheet.request"),
        "standing": say.word(f"standing.{charge.standing}"),
        "behind": say.word("sheet.behind", articles="; ".join(keeping)) if keeping else "",
        "findings": [_finding(each, say) for each in sorted(shown, key=lambda each: _ORDER[each.effect])],
        "beside": say.word("sheet.beside", articles=articles) if articles else "",
    }


def _finding(found: ClauseFinding, say: Speech) -> dict[str, Any]:
    clause = say.library.clause(found.citation.instrument, found.clause)
    return {
        "article": _cited(found.citation, say),
        "kind": say.word(f"kind.{found.kind}"),
        "finding": say.word(f"finding.{found.finding.value}"),
        "effect": say.word(f"effect.{found.effect.value}"),
        "text": clause.text[say.language],
        "against": (found.effect, found.finding) in _AGAINST,
        "because": found.because,
        "notes": list(_notes(found, say)),
        "steps": [
            {
                "depth": each.depth,
                "text": _proved(each.text, each.sources),
                "finding": say.word(f"finding.{each.finding.value}"),
            }
            for each in found.reasons
        ],
    }


def _proved(text: str, sources: tuple[str, ...]) -> str:
    return f"{text} [{', '.join(sources)}]" if sources else text


def _notes(found: ClauseFinding, say: Speech) -> list[str]:
    notes = []
    if found.decider:
        notes.append(f"{say.word('sheet.decider')}: {say.word(f'decider.{found.decider}')}")
    if found.cures:
        notes.append(say.word("sheet.cured-by", facts="; ".join(map(say.fact, found.cures))))
    checked = found.citation.checked
    notes.append(say.word("sheet.checked", source=checked) if checked else say.word("sheet.unchecked"))
    return notes


def _clock(clock: ClockReading, say: Speech) -> str:
    return say.word(
        "sheet.clock-line",
        rule=say.word(f"clock.{clock.rule}"),
        article=_cited(clock.citation, say),
        state=say.word(f"clock.state.{clock.state}"),
        day=clock.day if clock.day is not None else "–",
        of=clock.of,
        due=clock.due.isoformat() if clock.due else "–",
        expiry=say.word(f"expiry.{clock.expiry}"),
    )


def _cited(citation: Citation, say: Speech) -> str:
    short = say.library.instruments[citation.instrument].short[say.language]
    return f"{say.word('sheet.article', article=citation.article)}, {short}"
