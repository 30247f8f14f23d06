"""A folder of published facts about handovers, read and filed as a demonstration."""

from dedere.clerk.example.folder import Example, UnreadableExample, read_example
from dedere.clerk.example.load import Loaded, load
from dedere.clerk.example.rolls import keep_rolls

__all__ = ["Example", "Loaded", "UnreadableExample", "keep_rolls", "load", "read_example"]
