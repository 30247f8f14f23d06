"""States and cities as they are named in a sentence."""

from __future__ import annotations

from collections.abc import Iterator

from dedere.claims.reading.lexicon import Hit
from dedere.claims.reading.page import Page, Sentence


def states_in(page: Page, sentence: Sentence) -> Iterator[Hit]:
    """Every State named in a sentence, by noun or by adjective, from left to right."""
    named = list(page.found("states", sentence))
    taken = {place for hit in named for place in range(hit.first, hit.last)}
    described = [hit for hit in page.found("ofstate", sentence) if hit.first not in taken]
    yield from sorted((hit for hit in named + described if hit.code != "none"), key=lambda hit: hit.first)
