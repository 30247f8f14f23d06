"""What is denied: how far back and forward a denial reaches."""

from __future__ import annotations

from collections.abc import Sequence

from dedere.claims.reading.lexicon import Hit, lexicon, word_set
from dedere.claims.reading.page import Page, Sentence

_REACH = 6  # tokens before what is denied
_WIDE = 12  # for verbs of denying
_AFTER = 6
_VERBS = ("den", "neg", "nieg", "rej", "rech", "desc", "fals", "ruled", "untrue")


def denied(page: Page, sentence: Sentence, hit: Hit, before: tuple[int, bool] | None) -> bool:
    """Whether the tokens of a hit are denied; ``before`` is where the hit before ended and whether it was."""
    begin = max(sentence.first, hit.first - _WIDE)
    if before and before[0] <= hit.first:
        if before[1] and _chained(page, before[0], hit.first):
            return True
        begin = max(begin, before[0])
    cues = lexicon("cues", page.language, "denied", "only", "clause")
    for each in reversed(list(cues.found(page.tokens, begin, hit.first))):
        if each.code in {"clause", "only"}:
            return False
        if each.code == "denied" and _reaches(page, each, hit):
            return True
    return page.language == "en" and _than(page, sentence, hit)


def _chained(page: Page, first: int, last: int) -> bool:
    """Whether nothing stands between but what joins things that are denied together."""
    between = {page.low(place) for place in range(first, last)}
    chain, either = word_set("chain", page.language), word_set("either", page.language)
    return between <= chain and bool(between & either)


def _reaches(page: Page, cue: Hit, hit: Hit) -> bool:
    far = hit.first - cue.last
    if page.low(cue.first).startswith(_VERBS):
        return True
    if page.low(cue.first) in {"mas"}:
        return far <= 1
    # Commas come in pairs around what is put in: "not, strictly speaking, an extradition".
    commas = sum(page.low(place) == "," for place in range(cue.last, hit.first))
    return far <= _REACH + 2 * commas and commas in {0, 2}


def _than(page: Page, sentence: Sentence, hit: Hit) -> bool:
    """``more an expulsion than an extradition`` denies the second."""
    place = hit.first - 1 - (page.low(hit.first - 1) in {"a", "an"})
    return page.low(place) == "than" and any(
        page.low(each) == "more" for each in range(max(sentence.first, place - 8), place)
    )


def undone(page: Page, sentence: Sentence, hit: Hit) -> bool:
    """Whether what follows a noun says that it did not, or did not yet, come about."""
    return bool({"undone", "notdone"} & set(_after(page, sentence, hit)))


def not_done(page: Page, sentence: Sentence, hit: Hit) -> bool:
    """Whether what follows a noun denies it."""
    return "notdone" in _after(page, sentence, hit)


def _after(page: Page, sentence: Sentence, hit: Hit) -> Sequence[str]:
    cues, codes = lexicon("cues", page.language, "undone", "notdone"), []
    end = min(sentence.last, hit.last + _AFTER)
    for place in range(hit.last, end):
        if page.low(place) in {",", ";", ":"}:
            break
        if found := cues.at(page.tokens, place, end):
            codes.append(found.code)
    return codes
