"""A folder of published facts about handovers, read and filed as a demonstration."""

from dedere.clerk.example.folder import Example, UnreadableExample, read_example
from dedere.clerk.example.load import Loaded, load

__all__ = ["Example", "Loaded", "UnreadableExample", "load", "read_example"]
