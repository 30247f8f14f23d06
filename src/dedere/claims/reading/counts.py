"""How many persons a sentence says were handed over: "29 inmates", "Caro Quintero and 28 others"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dedere.claims.claim import Attribute, Claim
from dedere.claims.reading.calendar import dates
from dedere.claims.reading.handings import Handing
from dedere.claims.reading.lexicon import Hit, lexicon, word_set
from dedere.claims.reading.numbers import Number, number_at
from dedere.claims.reading.page import Page, Sentence
from dedere.claims.reading.people import named_with, names_before

_REACH = 7  # tokens from the number to the noun it counts
_PASSIVE, _ACTIVE = 3, 2  # tokens between a bare number and its verb
_YEARS = range(1900, 2100)


def counts(page: Page, sentence: Sentence, found: Sequence[Handing], moved: Sequence[Hit]) -> Iterator[Claim]:
    """Read the numbers of persons from a sentence in which persons are handed over, or are ``moved``."""
    if not found and not moved:
        return
    place, days = sentence.first, _days(page, sentence)
    while place < sentence.last:
        number = number_at(page.tokens, place, sentence.last, page.language, sentence.first)
        if number is None or place in days:
            place += 1
            continue
        place = number.last
        if claim := _counted(page, sentence, number, found, moved):
            yield claim


def _days(page: Page, sentence: Sentence) -> set[int]:
    """The tokens that are of dates, and count nobody."""
    told = dates(page.tokens, sentence.first, sentence.last, page.language, page.on)
    return {place for when in told for place in range(when.first, when.last)}


def _counted(
    page: Page, sentence: Sentence, number: Number, found: Sequence[Handing], moved: Sequence[Hit]
) -> Claim | None:
    if any(sets_aside(page, sentence, number) for sets_aside in (_no_count, _other_cue, _part_of)):
        return None
    if (end := _others(page, sentence, number)) or (end := _beside_a_name(page, sentence, number)):
        begin, more = _besides(page, sentence, number, found)
        return page.claim(Attribute.COUNT, str(number.value + more), sentence, begin, end, bound=number.bound)
    end = _noun_end(page, sentence, number) or _bare_end(page, sentence, number, found)
    end = end or _all_moved(page, number, moved)
    if not end:
        return None
    return page.claim(Attribute.COUNT, str(number.value), sentence, number.first, end, bound=number.bound)


def _no_count(page: Page, sentence: Sentence, number: Number) -> bool:
    """Whether the number is nought or a year."""
    return number.value < 1 or (number.value in _YEARS and page.tokens[number.first].raw.isdecimal())


def _other_cue(page: Page, sentence: Sentence, number: Number) -> bool:
    """Whether the number counts the killed, the arrested and the like."""
    begin = max(sentence.first, number.first - 4)
    hits = lexicon("counted", page.language).found(page.tokens, begin, number.first)
    before = [hit.code for hit in hits]
    return "other" in before and "own" not in before[before.index("other") :]


def _part_of(page: Page, sentence: Sentence, number: Number) -> bool:
    """``11 of the 29``, ``two of the prisoners``, ``two brothers among those``: a part is no count."""
    if page.low(number.last) not in {"of", "de"}:
        end = _noun_end(page, sentence, number)
        return bool(end) and page.low(end) in word_set("among", page.language)
    those = page.low(number.last + 1) in word_set("those", page.language)
    following = number.last + 1 + those
    if following >= sentence.last:
        return False
    if number_at(page.tokens, following, sentence.last, page.language) or number.value == 1:
        return True
    return those and page.low(following) not in word_set("choice", page.language)


def _others(page: Page, sentence: Sentence, number: Number) -> int:
    """Where "28 others", "otros 28", "28 capos más" end, or 0."""
    before, after = page.low(number.first - 1), page.low(number.last)
    other, others = word_set("other", page.language), word_set("others", page.language)
    end = _noun_end(page, sentence, number)
    if before in other:
        return end or number.last
    if after in others:
        return number.last + 1
    if end and (after in other or page.low(end) in others):
        return end + (page.low(end) in others)
    return number.last + 1 if after == "more" else 0


def _beside_a_name(page: Page, sentence: Sentence, number: Number) -> int:
    """Where "28 capos" end that stand after a name and "and", or 0."""
    before = number.first - 1 - (page.low(number.first - 1) in word_set("filler", page.language))
    named = page.low(before) in word_set("and", page.language) and names_before(page, sentence, before)
    return _noun_end(page, sentence, number) if named else 0


def _besides(page: Page, sentence: Sentence, number: Number, found: Sequence[Handing]) -> tuple[int, int]:
    """Who is named beside the others: where the names begin, and how many they are."""
    before = number.first - 1
    before -= page.low(before) in word_set("other", page.language)
    while page.low(before) in word_set("filler", page.language):
        before -= 1
    if page.low(before) in word_set("and", page.language):
        begin, more = names_before(page, sentence, before) or (number.first, 0)
        if more and _with(page, begin - 1):
            more += named_with(page, sentence, begin - 1, found)
        return begin, more
    if _with(page, before):
        return number.first, named_with(page, sentence, before, found)
    return number.first, 0


def _with(page: Page, place: int) -> bool:
    """Whether others are told as handed over with somebody: "along with", "además de"."""
    if page.low(place) in word_set("with", page.language):
        return True
    along = page.low(place - 1) in word_set("along", page.language)
    return along and page.low(place) in word_set("besides", page.language)


def _noun_end(page: Page, sentence: Sentence, number: Number) -> int:
    """Where the noun ends that the number counts, or 0 where it counts no persons handed over."""
    people, stops = lexicon("people", page.language), lexicon("counted", page.language)
    place, best = number.last, 0
    while place < min(sentence.last, number.last + _REACH):
        token = page.tokens[place]
        hit = people.at(page.tokens, place, sentence.last)
        if hit and hit.code != "person":
            return best if best else 0
        if hit:
            best = place = hit.last
            continue
        if best or token.low in {";", ":", "(", "."} or token.raw[0].isdigit():
            break
        stop = stops.at(page.tokens, place, sentence.last)
        if stop and stop.code in {"unit", "break"}:
            break
        place += 1
    return best


def _all_moved(page: Page, number: Number, moved: Sequence[Hit]) -> int:
    """Where a bare number ends that comes or goes: "all 26 arrived"; or 0."""
    goes = any(number.last == hit.first for hit in moved)
    if lexicon("counted", page.language, "unit").at(page.tokens, number.last, len(page.tokens)):
        return 0
    return number.last if goes and page.low(number.first - 1) in word_set("all", page.language) else 0


def _bare_end(page: Page, sentence: Sentence, number: Number, found: Sequence[Handing]) -> int:
    """Where a bare number ends that stands for the persons: "the 29 were flown", "hands over 29 to U.S."."""
    stop = lexicon("counted", page.language, "unit").at(page.tokens, number.last, sentence.last)
    if stop:
        return 0
    passive = any(0 < each.first - number.last <= _PASSIVE for each in found if each.passive)
    active = any(0 < number.first - each.last <= _ACTIVE for each in found if not each.passive)
    before, after = page.low(number.first - 1), page.low(number.last)
    verb = number.last + (after in word_set("those-who", page.language))  # "fueron 29 los trasladados"
    if any(verb == each.first for each in found if not each.noun):
        return number.last
    behind = any(number.first == each.last for each in found if not each.noun)
    standing = behind or before in word_set("all", page.language)
    ends = word_set("after-number" if standing else "bound-for", page.language)
    owned = standing and any(0 < number.first - each.last <= _ACTIVE for each in found if each.noun)
    if owned or (passive and (standing or number.first == sentence.first)) or (active and after in ends):
        return number.last
    return 0
