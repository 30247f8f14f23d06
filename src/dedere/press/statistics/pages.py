"""The pages of one edition: each file by its name, the same bytes for the same figures."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from django.template import Context, Engine

from dedere.press.statistics.files import as_csv, as_json
from dedere.press.statistics.said import Said
from dedere.press.statistics.sections import PAGES, Section, medians, operations, section
from dedere.tally.release import Release
from dedere.words import Source
from dedere.words.wording import LANGUAGES

HERE = Path(__file__).parent / "set"
STYLE = "statistics.css"
_METHOD = ("counted", "hidden", "zero", "reason", "median", "source", "limits")
_WORDS = (
    *("skip", "pages", "language", "other-language", "demonstration", "simulated"),
    *("hidden-note", "csv", "everything", "empty", "withheld", "foot"),
)


def edition(
    release: Release, sources: Mapping[str, Source], language: str, *, demonstration: bool
) -> dict[str, bytes]:
    """Return every file of one language by its name: pages, a CSV of each table, JSON, the style sheet."""
    say = Said(language)
    tables = _tables(release, sources, say)
    files = {f"{page}.html": _page(page, release, tables, say, demonstration).encode() for page in PAGES}
    files |= {each.file: as_csv(each.head, each.rows) for each in tables.values() if not each.withheld}
    style = (HERE / STYLE).read_bytes()
    return {**files, "statistics.json": as_json(release), STYLE: style}


def _tables(release: Release, sources: Mapping[str, Source], say: Said) -> dict[str, Section]:
    made = [section(each, say) for each in release.tables]
    made += [medians(release, say), operations(release, sources, say)]
    return {each.id: each for each in made}


def _page(page: str, release: Release, tables: Mapping[str, Section], say: Said, demonstration: bool) -> str:
    rule = release.rule
    context = {
        "language": say.language,
        "other": next(each for each in LANGUAGES if each != say.language),
        "page": page,
        "title": say.say("statistics.title"),
        "heading": say.say(f"statistics-page.{page}"),
        "authority": say.say("statistics.authority", state=say.state(release.home)),
        "until": say.say("statistics.until", on=say.day(release.until))
        if release.until
        else say.say("statistics.no-data"),
        "demonstration": demonstration,
        "simulated": release.simulated,
        "words": {
            **{word.replace("-", "_"): say.say(f"statistics.{word}") for word in _WORDS},
            "lead": say.say("statistics.lead", least=rule.least),
        },
        "pages": list(_links(page, say)),
        "sections": [tables[name] for name in _order(page)],
        "method": list(_method(release, say)) if page == "method" else [],
    }
    # Lengths of a drawing are written as SVG reads them, whatever the language of whoever builds.
    return str(_engine().get_template("page.html").render(Context(context, use_l10n=False)))


def _order(page: str) -> tuple[str, ...]:
    first = {"index": ("operations",), "handovers": ("operations",), "durations": ("medians",)}
    return (*first.get(page, ()), *PAGES[page])


def _links(page: str, say: Said) -> Iterator[dict[str, object]]:
    for each in PAGES:
        yield {"file": f"{each}.html", "words": say.say(f"statistics-page.{each}"), "here": each == page}


def _method(release: Release, say: Said) -> Iterator[dict[str, str]]:
    rule = release.rule
    facts = {
        "least": rule.least,
        "most": rule.least - 1,
        "wide": rule.apart + 1,
        "confidence": f"{rule.confidence * 100:g}",
    }
    for each in _METHOD:
        own = rule.reason[say.language] if each == "reason" else ""
        yield {
            "title": say.say(f"statistics-method.{each}", **facts),
            "text": own or say.say(f"statistics-method.{each}-text", **facts),
        }


@cache
def _engine() -> Engine:
    return Engine(dirs=[str(HERE)])
