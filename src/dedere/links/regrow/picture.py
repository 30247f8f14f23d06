"""Scenarios as one picture: bands over years, or intervals one below the other; told apart without colour."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from dedere.links.marks import box, line, text
from dedere.links.regrow.outlook import Band, Outcome, Outlook
from dedere.links.regrow.spoken import rounded, scenario_words, told
from dedere.words.wording import codes

_WIDTH, _LEFT, _RIGHT, _TOP, _BOTTOM = 720, 76, 704, 12, 252
_YEARS, _KEY, _ROW = 270, 38, 62
_DASHES = ("", "8 4", "2 3", "12 3 2 3", "5 2", "1 5", "10 6")  # a line of its own for each scenario
_YEAR = 52


def picture(outlook: Outlook, figure: str, language: str, *, id: str = "regrow") -> str:
    """Return the picture of one figure as the text of an SVG element; ``id`` is the only one on its page.

    A figure with a course is drawn over years from nothing up: the median of each scenario as a line of its
    own kind, 90 of 100 draws as a band. Another is drawn as a box of 90 of 100 draws with its median.
    """
    shown = [each for each in outlook.outcomes if figure in each.figures]
    over_years = figure in shown[0].bands
    title = codes().say("regrow-picture.title", language, figure=codes().say(f"figure.{figure}", language))
    drawn = list(_bands(shown, figure, language) if over_years else _boxes(shown, figure, language))
    height = _YEARS + 12 + _KEY * len(shown) if over_years else _ROW * len(shown) + 20
    described = "; ".join(_told(each, figure, language) for each in shown)
    lines = (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="rg" viewBox="0 0 {_WIDTH} {height}" role="img" '
        f'aria-labelledby="{id}-title {id}-desc" font-size="13" fill="currentColor">',
        f'<title id="{id}-title">{escape(title)}</title>',
        f'<desc id="{id}-desc">{escape(described)}</desc>',
        *drawn,
        "</svg>",
    )
    return "\n".join(lines)


def _told(outcome: Outcome, figure: str, language: str) -> str:
    found = outcome.figures[figure]
    return codes().say(
        "regrow-picture.told",
        language,
        scenario=scenario_words(outcome.scenario, outcome.persons, language),
        low=rounded(found.low, figure),
        median=rounded(found.median, figure),
        high=rounded(found.high, figure),
    )


def _bands(shown: Sequence[Outcome], figure: str, language: str) -> Iterator[str]:
    most = max(each.high for outcome in shown for each in outcome.bands[figure].intervals) or 1
    for share in (0, 0.5, 1):
        y = _BOTTOM - (_BOTTOM - _TOP) * share
        yield line("rg__axis", _LEFT, _RIGHT, y, 0.5)
        yield text("rg__end", _LEFT - 8, y + 4, rounded(share * most, figure), ' text-anchor="end"')
    weeks = shown[0].bands[figure].weeks
    for year in range(int(weeks[-1]) // _YEAR + 1):
        x = _x(year * _YEAR, weeks[-1])
        words = str(year) if year else f"0 {codes().say('regrow-picture.years', language)}"
        yield text("rg__year", round(x, 1), _YEARS, words, ' text-anchor="middle"')
    for place, outcome in enumerate(shown):
        yield from _band(outcome.bands[figure], most, _DASHES[place % len(_DASHES)], outcome.scenario)
    for place, outcome in enumerate(shown):
        y = _YEARS + 24 + _KEY * place
        yield _stroke(f"M{_LEFT} {y}h36", _DASHES[place % len(_DASHES)], outcome.scenario)
        yield from _key(outcome, figure, language, _LEFT + 46, y)


def _key(outcome: Outcome, figure: str, language: str, x: int, y: int) -> Iterator[str]:
    """The scenario in words and, below it, its median with its interval."""
    words = scenario_words(outcome.scenario, outcome.persons, language)
    yield text("rg__key", x, y + 4, words, ' font-size="12"')
    yield text("rg__figure", x, y + 18, told(outcome.figures[figure], figure), ' font-size="12"')


def _band(band: Band, most: float, dashes: str, scenario: str) -> Iterator[str]:
    def at(week: float, value: float) -> str:
        return f"{_x(week, band.weeks[-1]):.1f} {_BOTTOM - (_BOTTOM - _TOP) * value / most:.1f}"

    course = list(zip(band.weeks, band.intervals, strict=True))
    around = [at(week, each.high) for week, each in course] + [
        at(week, each.low) for week, each in course[::-1]
    ]
    yield f'<path class="rg__band rg--{scenario}" d="M{"L".join(around)}z" fill-opacity="0.1"/>'
    yield _stroke("M" + "L".join(at(week, each.median) for week, each in course), dashes, scenario)


def _stroke(shape: str, dashes: str, scenario: str) -> str:
    drawn = f'fill="none" stroke="currentColor" stroke-width="2" stroke-dasharray="{dashes or "none"}"'
    return f'<path class="rg__median rg--{scenario}" d="{shape}" {drawn}/>'


def _x(week: float, last: float) -> float:
    return _LEFT + (_RIGHT - _LEFT) * week / last


def _boxes(shown: Sequence[Outcome], figure: str, language: str) -> Iterator[str]:
    most = max(each.figures[figure].high for each in shown) or 1
    for place, outcome in enumerate(shown):
        top, found = _ROW * place, outcome.figures[figure]
        yield from _key(outcome, figure, language, 16, top + 14)
        low, middle, high = (
            16 + (_RIGHT - 16) * max(each, 0) / most for each in (found.low, found.median, found.high)
        )
        yield box(f"rg__box rg--{outcome.scenario}", low, high, top + 46, middle)
