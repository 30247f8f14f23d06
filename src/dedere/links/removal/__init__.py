"""What to remove so that a network falls apart: sequences, smallest sets, and the best set for a budget."""

from dedere.links.removal.best import best
from dedere.links.removal.found import Found
from dedere.links.removal.sequence import sequence
from dedere.links.removal.smallest import smallest

__all__ = ["Found", "best", "sequence", "smallest"]
