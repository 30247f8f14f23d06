"""Names as they are written in a row: enough to count who is named beside "28 others"."""

from __future__ import annotations

from collections.abc import Sequence

from dedere.claims.reading.handings import Handing
from dedere.claims.reading.lexicon import lexicon, word_set
from dedere.claims.reading.page import Page, Sentence

_NOT_NAMES = ("verbs", "states", "ofstate")


def names_before(page: Page, sentence: Sentence, place: int) -> tuple[int, int] | None:
    """The names listed before a token: where the first begins, and how many; nobody is no list."""
    begin, count = place, 0
    while (found := _name_ending(page, sentence, begin)) is not None:
        begin, named = found
        count += named
        joint = begin
        while page.low(joint - 1) in word_set("kin", page.language):
            joint -= 1
        if joint - 1 <= sentence.first or page.low(joint - 1) not in word_set("and", page.language) | {","}:
            break
        begin = joint - 1
    if count == 0:
        return _one_person(page, sentence, place)
    begin += begin < place and page.low(begin) in word_set("and", page.language) | {","}
    if begin > sentence.first and page.low(begin - 1) in word_set("siblings", page.language):
        begin, count = begin - 1, max(count, 2)
    return begin, count


def _name_ending(page: Page, sentence: Sentence, end: int) -> tuple[int, int] | None:
    """The run of capitalised words that ends at a token, and how many persons it names."""
    while end > sentence.first and page.tokens[end - 1].raw in ',"”)':
        end -= 1
    many = 1
    if end > sentence.first and page.low(end - 1) in word_set("siblings", page.language):
        end, many = end - 1, 2
    begin, particles = end, word_set("particle", page.language)
    while begin > sentence.first and (page.tokens[begin - 1].capital or page.low(begin - 1) in particles):
        begin -= 1
    while begin < end and (
        page.low(begin) in particles | word_set("rank", "en") or _no_name(page, begin, end)
    ):
        many = 2 if page.low(begin) in word_set("siblings", page.language) else many
        begin += 1
    return (begin, many) if begin < end else None


def _no_name(page: Page, place: int, last: int) -> bool:
    return any(lexicon(name, page.language).at(page.tokens, place, last) for name in _NOT_NAMES)


def _one_person(page: Page, sentence: Sentence, place: int) -> tuple[int, int] | None:
    """``the drug lord and 28 others``: one person, not named."""
    for begin in range(max(sentence.first, place - 3), place):
        hit = lexicon("people", page.language).at(page.tokens, begin, place)
        if hit and hit.code == "person" and hit.last == place and not page.low(place - 1).endswith("s"):
            return begin, 1
    return None


def named_with(page: Page, sentence: Sentence, place: int, found: Sequence[Handing]) -> int:
    """How many persons are named as handed over before "along with 28 others"; a pronoun is one."""
    verb = next((each for each in found if each.first < place and not each.noun and each.passive), None)
    end = verb.first if verb else place - 1
    while verb and end > sentence.first and not page.tokens[end - 1].capital:
        end -= 1
    named = names_before(page, sentence, end) if end > sentence.first else None
    one = word_set("one", page.language)
    alone = any(page.low(each) in one for each in range(sentence.first, place))
    return named[1] if named else int(alone)
