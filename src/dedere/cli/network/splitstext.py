"""Who is cut off from whom, for people at a terminal: each part that falls apart, the first of its pieces."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from dedere.cli.words import Words
from dedere.links.effect.spoken import number
from dedere.links.effect.stated import Part, Removal, Split, Verdict

_SPLITS = 5
_PARTS = 10
_MEMBERS = 12
Names = Mapping[str, str]


def splits_told(removal: Removal, names: Names, draws: int, say: Words) -> Iterator[str]:
    """Yield what falls apart, and whoever is cut off; what is too long for a terminal stands in the JSON."""
    for split in removal.splits[:_SPLITS]:
        yield from _split(split, names, draws, say)
    if len(removal.splits) > _SPLITS:
        yield say.say("effect-more-splits", n=number(len(removal.splits) - _SPLITS))


def _split(split: Split, names: Names, draws: int, say: Words) -> Iterator[str]:
    largest, *others = split.parts
    yield say.say(
        "effect-split",
        before=number(len(split.removed) + sum(len(part.members) for part in split.parts)),
        gone=number(len(split.removed)),
        largest=_named(largest, names, say),
    )
    for part in others[:_PARTS]:
        yield "  " + say.say(
            "effect-cut-off",
            names=_named(part, names, say),
            verdict=say.code("verdict", (part.verdict or Verdict.NOT_FOUND).value),
            held=round((part.apart or 0) * draws),
            draws=draws,
        )
    if len(others) > _PARTS:
        yield "  " + say.say("effect-more-parts", n=number(len(others) - _PARTS))


def _named(part: Part, names: Names, say: Words) -> str:
    some = ", ".join(names.get(id, id) for id in part.members[:_MEMBERS])
    more = len(part.members) - _MEMBERS
    return some if more <= 0 else say.say("effect-and-more", names=some, n=number(more))
