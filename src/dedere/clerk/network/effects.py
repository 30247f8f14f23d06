"""What handovers do to a network, worked out once for the same network, manifests and rules, and kept."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

import dedere.links
from dedere.clerk.network.groups import Group
from dedere.clerk.network.told import Told
from dedere.links.counting import of_crime
from dedere.links.effect.effect import effect
from dedere.links.effect.picture import picture
from dedere.links.effect.report import report_effect
from dedere.links.layout.spread import spread
from dedere.registry import worked
from dedere.words.canonical import canonical
from dedere.words.wording import LANGUAGES

DRAWS, SEED = 1000, 1
Done = Callable[[int, int], None]


def found(told: Told, groups: Sequence[Group]) -> dict[str, Any] | None:
    """Return the effect of these groups, alone and together, where it was worked out already."""
    return worked.find(digest_of(told, groups))


def work_out(
    told: Told, groups: Sequence[Group], *, at: datetime, done: Done | None = None
) -> dict[str, Any]:
    """Return the effect, worked out where that was not done yet: seconds, a minute where rules are compiled.

    ``effect`` is the report of ``dedere network effect``; ``pictures`` hold its picture by language, that of
    all together last; ``places`` where each party of ``ids`` stands when all are drawn.
    """
    if (known := found(told, groups)) is not None:
        return known
    network = of_crime(told.network)
    answer = effect(network, _members(groups), draws=DRAWS, seed=SEED, absent=True, done=done)
    names = {party.id: party.name for party in told.parties}
    removals = [*answer.groups, *([answer.together] if answer.together else [])]
    made: dict[str, Any] = {
        "effect": report_effect(answer),
        "pictures": {
            language: [
                picture(each, language, id=f"effect-{place}", names=names)
                for place, each in enumerate(removals)
            ]
            for language in LANGUAGES
        },
        "ids": list(network.parties["id"]),
        "places": [[round(x, 3), round(y, 3)] for x, y in spread(network.structure()).tolist()],
    }
    worked.keep(digest_of(told, groups), told.row.number, made, at=at)
    return made


def digest_of(told: Told, groups: Sequence[Group]) -> str:
    """Return the SHA-256 of all that goes into an effect: network, manifests, draws, seed, the rules."""
    tree = {
        "seal": told.row.seal,
        "groups": {group.id: sorted(party.id for party in group.members) for group in groups},
        "draws": DRAWS,
        "seed": SEED,
        "rules": rules(),
    }
    return sha256(canonical(tree).encode()).hexdigest()


def _members(groups: Sequence[Group]) -> dict[str, tuple[str, ...]]:
    return {group.id: tuple(party.id for party in group.members) for group in groups}


@cache
def rules() -> str:
    """Return the digest of the room that computes: no older version's answer is shown as this one's."""
    told = sha256()
    for path in sorted(Path(dedere.links.__file__).parent.rglob("*")):
        if path.suffix in (".py", ".toml"):
            told.update(path.read_bytes())
    return told.hexdigest()
