"""The pack of a meeting, in Spanish and English side by side: who met, what each side told, what is open."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, datetime

from django.utils.translation import override

from dedere.accords.accord import Account
from dedere.accords.accord import Words as Text
from dedere.accords.figures import Figure
from dedere.desk import clock
from dedere.desk.commitments.figure import Worked, asked
from dedere.desk.commitments.lines import Line, Side, line_of, lines
from dedere.desk.commitments.meeting import Followed, followed
from dedere.desk.frame import dates
from dedere.desk.paper.sheet import Data, sheet, simulated_in
from dedere.desk.paper.words import SPANISH, Pair, Words, both, joined
from dedere.docket.accords import AccordFile
from dedere.press import press
from dedere.registry.accords import Asked
from dedere.registry.published import named

Said = Callable[[Words], str]
COLUMNS = ("number", "promised", "by-when")


def pack(file: AccordFile, *, at: datetime) -> bytes:
    """Return the pack as PDF/A, as the ledger stands; the file is that of a meeting."""
    return press("desk/commitments/pack", pack_data(file, at=at), at=at)


def pack_data(file: AccordFile, *, at: datetime) -> Data:
    """Return what the pack shows."""
    accord, follow = file.recorded, followed(file)
    assert follow is not None  # noqa: S101  (told to mypy: the file is that of a meeting)
    last = accord.until or accord.on
    apart = [line for line in lines(Asked()) if line.accord.on <= last and (line.apart or line.worked)]
    told = [
        line_of(file, counting=False),
        *follow.made,
        *(line for _, own in follow.open for line in own),
        *apart,
    ]
    frame = sheet(
        SPANISH,
        title=joined(_screen("commitments.pack-title")),
        reference=file.number,
        simulated=simulated_in(line for each in told for line in each.file.lines),
        at=at,
    )
    return {
        **frame,
        "heading": _text(accord.title),
        "facts": _facts(file),
        "accounts": [_account(each) for each in accord.accounts],
        "told": both(_screen("commitments.pack-told")),
        "agenda": _text(accord.agenda),
        "agenda_title": both(_screen("commitments.agenda")),
        "follow": both(lambda words: _follow(follow, words)),
        "columns": [joined(_screen(f"commitments.pack-{key}")) for key in COLUMNS]
        + [joined(_state(side)) for side in accord.between],
        "parts": [_part(title, own) for title, own in _parts(follow, apart)],
        "counted": _counted(apart),
        "sources": _sources(told),
        "sources_title": both(_screen("commitments.pack-sources")),
    }


def _facts(file: AccordFile) -> list[Data]:
    accord = file.recorded
    days = accord.on if not accord.until else f"{accord.on}/{accord.until}"
    met = ", ".join(f"{each.name} ({each.state})" for each in accord.attended)
    told = {"made": joined(lambda words: _days(days, words)), "place": accord.place, "attended": met}
    return [
        {"label": joined(_screen(f"commitments.{key}")), "value": value or "–"} for key, value in told.items()
    ]


def _days(days: str, words: Words) -> str:
    return " – ".join(dates.partial(day, words.language) for day in days.split("/"))


def _account(account: Account) -> Data:
    return {
        "whose": both(lambda words: _whose(account, words)),
        "text": _text(account.words) or both(_screen("commitments.silent")),
        "proof": SPANISH.proof(account.sources),
    }


def _whose(account: Account, words: Words) -> str:
    return words.state(account.whose) if len(account.whose) == 2 else words.code("whose", account.whose)


def _text(text: Text | None) -> Pair | None:
    return {"es": text.es, "en": text.en} if text else None


def _follow(follow: Followed, words: Words) -> str:
    count = {side: len(own) for side, own in follow.open}
    ours, theirs = clock.home(), next(side for side in count if side != clock.home())
    return "; ".join(
        (
            words.screen("commitments.open-ours", n=count[ours]),
            words.screen("commitments.open-theirs", n=count[theirs]),
        )
    )


def _parts(follow: Followed, apart: Iterable[Line]) -> Iterable[tuple[Pair, Iterable[Line]]]:
    yield both(_screen("commitments.made-there")), follow.made
    for side, own in follow.open:
        yield both(_open(side)), own
    disputed = [line for line in apart if line.apart]
    yield both(_screen("commitments.group-disputed")), disputed


def _open(side: str) -> Said:
    return lambda words: words.screen("commitments.pack-open", side=words.state(side))


def _screen(key: str) -> Said:
    return lambda words: words.screen(key)


def _state(side: str) -> Said:
    return lambda words: words.state(side)


def _part(title: Pair, own: Iterable[Line]) -> Data:
    empty = joined(_screen("commitments.pack-none"))
    return {"title": title, "rows": [_row(line) for line in own], "empty": empty}


def _row(line: Line) -> Data:
    accord, due = line.accord, line.file.due
    on: date | None = due.on if due else accord.due
    term = _text(accord.term)
    return {
        "number": line.file.number,
        "made": joined(lambda words: dates.partial(accord.on, words.language)),
        "text": _text(accord.title),
        "when": joined(lambda words: words.day(on)) if on else " / ".join(term.values()) if term else "–",
        "sides": [_side(side) for side in line.sides],
    }


def _side(side: Side) -> Data:
    said = side.said
    words = joined(lambda words: words.code("position", side.column.position))
    proof = SPANISH.proof(said.sources) if said else ""
    published = joined(_screen("commitments.published")) if said and said.published else ""
    day = joined(lambda words: words.day(said.on)) if said else ""
    return {"position": words, "day": day, "proof": " ".join(part for part in (published, proof) if part)}


def _counted(found: Iterable[Line]) -> Data:
    return {
        "title": both(_screen("commitments.group-counted")),
        "rows": [_figure(line.file.number, line.worked) for line in found if line.worked],
    }


def _figure(number: str, worked: Worked) -> Data:
    return {
        "number": number,
        "asked": both(lambda words: _asked(worked.counted.figure, words)),
        "words": joined(lambda words: _came_to(worked, words)),
        "command": worked.command,
    }


def _asked(figure: Figure, words: Words) -> str:
    with override(words.language):
        return asked(figure)


def _came_to(worked: Worked, words: Words) -> str:
    with override(words.language):
        return worked.words


def _sources(told: Iterable[Line]) -> list[Data]:
    ids = {source for line in told for each in line.file.lines for source in each.sources}
    return [
        {"id": id, "what": ", ".join(part for part in (each.outlet, each.title, each.date) if part)}
        for id, each in sorted(named(ids).items())
    ]
