"""Before and after as a picture with both yardsticks: one SVG, read without colour, styled by its classes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import escape

from dedere.links.effect.spoken import measure_words, number
from dedere.links.effect.stated import Chance, Figure, Removal, Stated
from dedere.links.marks import R, box, diamond, disc, line, ring, text
from dedere.words.wording import codes

SHOWN = ("largest", "pairs", "parted", "components", "efficiency", "paths-by-party", "paths-by-tie")
_WIDTH, _ROW, _LEFT, _RIGHT, _KEY = 720, 102, 16, 704, 22
_LABEL, _BEFORE, _AFTER, _YARDSTICKS, _AXIS, _ENDS = 16, 32, 47, 63, 74, 87  # below the top of a row
_INTERVAL = 3
_KEYS = ("before", "after", "interval", "random", "best")


def picture(
    removal: Removal, language: str, *, id: str = "effect", names: Mapping[str, str] | None = None
) -> str:
    """Return the picture of a removal as the text of an SVG element; ``id`` must be the only one on its page.

    Every row runs from nothing to the greatest figure in it. Before: a ring; after: a disc, each with the
    90 % of networks drawn as a line; random removals of as many of each kind: a box of 90 % with its median;
    the best: a diamond. ``names`` are those of parties, by id.
    """
    rows = [
        _Row(figure=figure, words=measure_words(figure, language, names), language=language)
        for figure in removal.figures
        if figure.measure in SHOWN
    ]
    keys = [key for key in _KEYS if key != "best" or any(row.figure.best is not None for row in rows)]
    height = _ROW * len(rows) + _KEY * len(keys)
    title = codes().say("effect-picture.title", language, n=len(removal.removed))
    lines = (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="ef" viewBox="0 0 {_WIDTH} {height}" role="img" '
        f'aria-labelledby="{id}-title {id}-desc" font-size="13" fill="currentColor">',
        f'<title id="{id}-title">{escape(title)}</title>',
        f'<desc id="{id}-desc">{escape("; ".join(row.told for row in rows))}</desc>',
        *(mark for place, row in enumerate(rows) for mark in row.drawn(place * _ROW)),
        *(mark for n, key in enumerate(keys) for mark in _key(key, _ROW * len(rows) + n * _KEY, language)),
        "</svg>",
    )
    return "\n".join(lines)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Row:
    figure: Figure
    words: str
    language: str

    @property
    def random(self) -> Chance | None:
        """Like for like where there is more than one kind of party."""
        return self.figure.alike or self.figure.random

    @property
    def told(self) -> str:
        """The row in words, for who cannot see it."""
        figure = self.figure
        values = {"before": figure.before.value, "after": figure.after.value, "best": figure.best}
        if self.random:
            values["alike" if figure.alike else "random"] = self.random.median
        said = (
            f"{codes().say(f'yardstick.{name}', self.language)} {number(value)}"
            for name, value in values.items()
            if value is not None
        )
        return f"{self.words}: {', '.join(said)}"

    @property
    def most(self) -> float:
        """The greatest figure of the row: where its scale ends."""
        stated = [
            end for each in (self.figure.before, self.figure.after) for end in (each.value, each.high or 0)
        ]
        return max(*stated, self.figure.best or 0, self.random.high if self.random else 0) or 1

    def x(self, value: float) -> float:
        """The place of a value."""
        return _LEFT + (_RIGHT - _LEFT) * max(value, 0) / self.most

    def drawn(self, top: int) -> Iterator[str]:
        """The label, then before, after and the yardsticks below one another, then the scale."""
        before, after, best = self.figure.before, self.figure.after, self.figure.best
        change = f"{number(before.value)} → {number(after.value)}"
        yield text("ef__label", _LEFT, top + _LABEL, self.words)
        yield text("ef__change", _RIGHT, top + _LABEL, change, ' text-anchor="end" font-weight="bold"')
        yield from self._interval(before, top + _BEFORE, "ef__before")
        yield ring("ef__before", self.x(before.value), top + _BEFORE)
        yield from self._interval(after, top + _AFTER, "ef__after")
        yield disc("ef__after", self.x(after.value), top + _AFTER)
        if random := self.random:
            places = self.x(random.low), self.x(random.high)
            yield box("ef__random", *places, top + _YARDSTICKS, self.x(random.median))
        if best is not None:
            yield diamond("ef__best", self.x(best), top + _YARDSTICKS)
        yield line("ef__axis", _LEFT, _RIGHT, top + _AXIS, 0.5)
        yield text("ef__end", _LEFT, top + _ENDS, "0", ' font-size="11"')
        yield text("ef__end", _RIGHT, top + _ENDS, number(self.most), ' font-size="11" text-anchor="end"')

    def _interval(self, stated: Stated, y: int, name: str) -> Iterator[str]:
        if stated.low is not None and stated.high is not None:
            yield line(f"ef__interval {name}", self.x(stated.low), self.x(stated.high), y, _INTERVAL)


def _key(key: str, top: int, language: str) -> Iterator[str]:
    x, y = _LEFT + 3 * R, top + _KEY // 2
    match key:
        case "before":
            yield ring("ef__before", x, y)
        case "after":
            yield disc("ef__after", x, y)
        case "interval":
            yield line("ef__interval", x - 2 * R, x + 2 * R, y, _INTERVAL)
        case "random":
            yield box("ef__random", x - 2 * R, x + 2 * R, y, x)
        case _:
            yield diamond("ef__best", x, y)
    yield text("ef__key", x + 4 * R, y + 4, codes().say(f"effect-picture.{key}", language))
