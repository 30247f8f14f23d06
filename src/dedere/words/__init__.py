"""The words every room shares; nothing here decides anything."""

from dedere.words.citation import Citation
from dedere.words.finding import Finding
from dedere.words.refused import Refused
from dedere.words.source import Source, Standing
from dedere.words.state import State
from dedere.words.unreadable import Unreadable

__all__ = [
    "Citation",
    "Finding",
    "Refused",
    "Source",
    "Standing",
    "State",
    "Unreadable",
]
