"""Which lawful removal would do most: the set, its proof or bound, the sets nearly as good, what moves it."""

from dedere.links.plan.plan import Plan, plan
from dedere.links.plan.wanted import Wanted

__all__ = ["Plan", "Wanted", "plan"]
