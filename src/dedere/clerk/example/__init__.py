"""A folder of published facts about handovers, read and filed as a demonstration."""

from dedere.clerk.example.accords import KeptAccords, keep_accords
from dedere.clerk.example.events import keep_events
from dedere.clerk.example.folder import Example, UnreadableExample, read_example
from dedere.clerk.example.load import Loaded, load
from dedere.clerk.example.rolls import keep_rolls
from dedere.clerk.example.ties import keep_ties

__all__ = [
    "Example",
    "KeptAccords",
    "Loaded",
    "UnreadableExample",
    "keep_accords",
    "keep_events",
    "keep_rolls",
    "keep_ties",
    "load",
    "read_example",
]
