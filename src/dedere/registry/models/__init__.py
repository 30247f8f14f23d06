"""The tables, one family to a module."""

from dedere.registry.models.accords import AccordRow, ColumnRow
from dedere.registry.models.calendar import CalendarKey
from dedere.registry.models.checkpoint import CheckpointRow, WitnessedRow
from dedere.registry.models.desk import Alert, Draft, Imported, Presence, Sent, Serial
from dedere.registry.models.exchange import (
    CounterpartRow,
    DispatchRow,
    EnvelopePiece,
    InboxPiece,
    InboxRow,
    LetterRow,
    LinkRow,
    ReceiptRow,
    RefusalRow,
)
from dedere.registry.models.journal import JournalLine
from dedere.registry.models.linking import NetworkRow, PartyRow, TieRow, WorkedRow
from dedere.registry.models.matching import DecidedRow, PairRow, RunRow
from dedere.registry.models.officer import Language, Officer, Role
from dedere.registry.models.sources import PublishedSource
from dedere.registry.models.watch import Attempt, OfficerChange, Reading
from dedere.registry.models.worklist import (
    CaseRow,
    ClockRow,
    EntryRow,
    HandoverRow,
    ListedRow,
    ProposalRow,
    WordRow,
)

__all__ = [
    "CheckpointRow",
    "WitnessedRow",
    "AccordRow",
    "Alert",
    "Attempt",
    "CalendarKey",
    "CaseRow",
    "ClockRow",
    "ColumnRow",
    "CounterpartRow",
    "DecidedRow",
    "DispatchRow",
    "Draft",
    "EntryRow",
    "EnvelopePiece",
    "HandoverRow",
    "Imported",
    "InboxPiece",
    "InboxRow",
    "JournalLine",
    "Language",
    "LetterRow",
    "LinkRow",
    "ListedRow",
    "NetworkRow",
    "Officer",
    "OfficerChange",
    "PairRow",
    "PartyRow",
    "Presence",
    "ProposalRow",
    "PublishedSource",
    "Reading",
    "ReceiptRow",
    "RefusalRow",
    "Role",
    "RunRow",
    "Sent",
    "Serial",
    "TieRow",
    "WordRow",
    "WorkedRow",
]
