"""A seeded register, a wanted list and the truth between them: invented people as two States record them.

Nobody here exists. The names have the skew of real names (surnames.tsv is a census), the errors are of the
kinds that real registers have, and their rates are stated in `profiles.toml`; what that cannot imitate is
said in docs/decisions/0018. The same seed draws the same rows.
"""

from dedere.persons.synthetic.draw import Drawn, blocks, draw, write
from dedere.persons.synthetic.profiles import PROFILES, UnreadableProfile, profiles, randomised, read_profiles
from dedere.persons.synthetic.recording import Habits, People, Recording

__all__ = [
    "PROFILES",
    "Drawn",
    "Habits",
    "People",
    "Recording",
    "UnreadableProfile",
    "blocks",
    "draw",
    "profiles",
    "randomised",
    "read_profiles",
    "write",
]
