"""Which lawful removal would do most: the set, its proof or bound, the sets nearly as good, what moves it."""

from dedere.links.plan.plan import Plan, plan
from dedere.links.plan.turns import Turns
from dedere.links.plan.wanted import Wanted
from dedere.links.plan.waves import Waves, in_waves

__all__ = ["Plan", "Turns", "Wanted", "Waves", "in_waves", "plan"]
