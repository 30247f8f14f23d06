"""A step of a custody leg is filed once, however often a device sends it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from dedere.clerk.handovers import file_handover, find_handover
from dedere.docket.acts import Act
from dedere.registry import journal, sent
from dedere.registry.commit import together
from dedere.registry.sent import Sending
from dedere.words import Refused


@dataclass(frozen=True, slots=True, kw_only=True)
class FiledOnce:
    """The line that the step left; ``again`` where it had been filed under this key before."""

    line: int
    again: bool = False


@together
def file_once(
    id: str, act: Act, *, case: str, key: str, by: str, at: datetime, came: str = ""
) -> FiledOnce | Refused:
    """File one act on a handover under a key; the same key of the same officer answers with the first line.

    ``came`` is the step to which the officer saw that the person had come (empty: not asked): where the
    person has gone on since, the answer is ``Refused("overtaken")``. A refusal keeps no key, so that the
    same form may be mended and sent again.
    """
    journal.hold()
    sending = Sending(officer=by, key=key, stream=id, case=case, act=act.code)
    if (line := sent.line_of(sending)) is not None:
        return FiledOnce(line=line, again=True)
    if came and (now := _came(id, case)) != came:
        return Refused(code="overtaken", facts={"step": now})
    filed = file_handover(id, act, by=by, at=at)
    if isinstance(filed, Refused):
        return filed
    sent.keep(sending, filed.lines[0].number, at=at)
    return FiledOnce(line=filed.lines[0].number)


def _came(id: str, case: str) -> str:
    handover = find_handover(id)
    person = handover.listed(case) if handover else None
    return person.step.value if person else ""
