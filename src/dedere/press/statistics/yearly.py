"""The yearly return as plain values, as rows for people and as CSV, and as a paper."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from datetime import datetime

from dedere.press.press import press
from dedere.press.statistics.files import as_csv
from dedere.press.statistics.said import Said
from dedere.tally.route import Counted
from dedere.tally.yearly.answer import Answer, answers
from dedere.tally.yearly.question import Question, questionnaire
from dedere.words.wording import LANGUAGES

_HEAD = ("side", "question", "answer", "missing", "read")


def told(counted: Counted, year: int) -> dict[str, object]:
    """Return the return as plain values: codes, and each question's words in both languages."""
    asked = questionnaire()
    return {
        "year": year,
        "home": counted.home,
        "until": counted.until.isoformat() if counted.until else None,
        "simulated": counted.simulated,
        "document": dict(asked.document),
        "checked": asked.checked or None,
        "answers": [_told(*each) for each in answers(counted, year)],
    }


def _told(question: Question, answer: Answer) -> dict[str, object]:
    read = questionnaire().read
    return {
        "id": question.id,
        "side": question.side,
        "text": dict(question.text),
        "value": answer.value,
        "parts": dict(answer.parts),
        "of": answer.of,
        "without": answer.without,
        "missing": answer.missing or None,
        "read": [{language: read[each][language] for language in LANGUAGES} for each in question.read],
    }


def rows(counted: Counted, year: int, say: Said) -> Iterator[tuple[str, ...]]:
    """Yield each question with its answer in words, a row for each part after it; a missing cell says why."""
    for question, answer in answers(counted, year):
        side = say.say(f"yearly-side.{question.side}")
        read = "; ".join(questionnaire().read[each][say.language] for each in question.read)
        missing = say.say(f"yearly-missing.{answer.missing}") if answer.missing else _without(answer, say)
        value = "" if answer.value is None else f"{answer.value:g}"
        yield side, question.text[say.language], value, missing, read or say.say("yearly.added")
        group = "track" if question.id == "other-routes" else "ground"
        for part, number in answer.parts.items():
            yield side, f"{question.text[say.language]}: {say.key(group, part)}", str(number), "", ""


def _without(answer: Answer, say: Said) -> str:
    return say.say("yearly.rests-on", of=answer.of, without=answer.without) if answer.of else ""


def head(say: Said) -> tuple[str, ...]:
    """The heads of the columns."""
    return tuple(say.say(f"yearly-head.{each}") for each in _HEAD)


def title(year: int, say: Said) -> str:
    """What the return is called."""
    return say.say("yearly.title", year=year)


def notes(counted: Counted, say: Said) -> tuple[str, ...]:
    """What must be known of the return before it is read."""
    asked = questionnaire()
    said = [say.say("yearly.exact"), say.say("yearly.unchecked", document=asked.document[say.language])]
    if counted.until:
        said.append(say.say("statistics.until", on=say.day(counted.until)))
    return (*said, say.say("statistics.simulated")) if counted.simulated else tuple(said)


def as_text(counted: Counted, year: int, language: str) -> Iterator[str]:
    """Yield the return line by line, for a terminal."""
    say = Said(language)
    yield title(year, say)
    yield from notes(counted, say)
    for side, question, value, missing, _ in rows(counted, year, say):
        yield f"  {side} · {question}: {value}{' · ' if value and missing else ''}{missing}"


def yearly_csv(counted: Counted, year: int, language: str) -> bytes:
    """Return the return as CSV in one language."""
    say = Said(language)
    return as_csv(head(say), rows(counted, year, say))


def yearly_pdf(counted: Counted, year: int, language: str, *, at: datetime) -> bytes:
    """Return the return as PDF/A; its digest is that of its values as JSON."""
    say, values = Said(language), told(counted, year)
    canonical = json.dumps(values, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return press("press/statistics/yearly", _data(counted, year, say, canonical, at), at=at)


def _data(counted: Counted, year: int, say: Said, canonical: str, at: datetime) -> Mapping[str, object]:
    return {
        "title": title(year, say),
        "desk": "dedere",
        "reference": say.say("statistics.authority", state=say.state(counted.home)),
        "language": say.language,
        "simulated": say.say("yearly.simulated") if counted.simulated else "",
        "printed": say.say("yearly.printed", at=f"{at:%Y-%m-%d %H:%M %Z}"),
        "check": say.say("yearly.digest"),
        "digest": hashlib.sha256(canonical.encode()).hexdigest(),
        "page": say.say("yearly.page"),
        "notes": list(notes(counted, say)),
        "head": list(head(say)),
        "rows": [list(row) for row in rows(counted, year, say)],
    }
