"""Which States a sentence names, and which of them gives persons up and which receives them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from itertools import chain

from dedere.claims.claim import Attribute, Claim
from dedere.claims.reading.handings import Handing
from dedere.claims.reading.lexicon import Hit, word_set
from dedere.claims.reading.page import Page, Sentence
from dedere.claims.reading.places import states_in

_TAKES = {"received", "taken-into-custody"}
_REACH = 14  # tokens between a subject and its verb
_WAY = 8  # tokens between "landed" or "left" and a State
_OWNS = 4  # tokens between "Mexico's" and its noun
_GOVERNING = ("to", "from", "by", "governs")


def states(
    page: Page, sentence: Sentence, handings: Sequence[Handing], moved: Sequence[Hit]
) -> Iterator[Claim]:
    """Read who gives and who receives from a sentence in which persons are handed over, or are ``moved``."""
    # In an exchange both give and both receive.
    if not (handings or moved) or (handings and all(handing.code == "exchanged" for handing in handings)):
        return
    roles = _marked(page, sentence, handings)
    if not handings:
        roles = [
            (hit, role) for hit, role in roles if any(0 <= hit.first - each.last <= _WAY for each in moved)
        ]
    for handing in handings:
        given = {attribute for _, attribute in roles}
        subject = _subject(page, sentence, handing)
        if subject and subject not in (hit for hit, _ in roles):
            role = _role_of_subject(handing, given)
            if role not in given:
                roles.append((subject, role))
    for hit, attribute in sorted(roles, key=lambda role: role[0].first):
        yield page.claim(attribute, hit.code, sentence, hit.first, hit.last)


def _role_of_subject(handing: Handing, given: set[Attribute]) -> Attribute:
    takes = handing.code in _TAKES or (Attribute.FROM_STATE in given and Attribute.TO_STATE not in given)
    return Attribute.TO_STATE if takes else Attribute.FROM_STATE


def _marked(page: Page, sentence: Sentence, handings: Sequence[Handing]) -> list[tuple[Hit, Attribute]]:
    """The States that stand after a word of direction, or after who handed over."""
    found = list(states_in(page, sentence))
    following = chain(found[1:], [None])
    # "Expulsado de México"; but not "puesto a disposición de".
    ends = {each.last for each in handings if each.passive and each.last - each.first == 1}
    pairs = zip(found, following, strict=False)
    roles = [(hit, _direction(page, sentence, hit, after, ends)) for hit, after in pairs]
    return [(hit, role) for hit, role in roles if role]


def _direction(
    page: Page, sentence: Sentence, hit: Hit, following: Hit | None, ends: Set[int]
) -> Attribute | None:
    place, language = hit.first - 1, page.language
    between = word_set("small", language) | word_set("office", language)
    while place >= sentence.first and page.low(place) in between:
        if page.low(place) in {"de", "del"} and page.low(place - 1) in word_set("holding", language):
            return Attribute.TO_STATE
        away = place in ends or _goes_on(page, hit, following)
        if language == "es" and page.low(place) in {"de", "del"} and away:
            return Attribute.FROM_STATE
        if page.low(place - 1) in word_set("arrived", language):
            return Attribute.TO_STATE
        if page.low(place) == "of" and page.low(place - 1) == "out":
            return Attribute.FROM_STATE
        place -= 1
    word, before = page.low(place), page.low(place - 1)
    if word in word_set("from", language):
        return Attribute.FROM_STATE
    if word == "bajo" and page.low(place + 1) == "custodia":
        return Attribute.TO_STATE
    if word == "for" and before in word_set("bound", language):
        return Attribute.TO_STATE
    if word in word_set("to", language) and _bound(page, hit, place):
        return Attribute.TO_STATE
    if word in word_set("by", language) and before not in word_set("wanted", language):
        return Attribute.FROM_STATE
    return None


def _goes_on(page: Page, hit: Hit, following: Hit | None) -> bool:
    """Whether "de México" goes on with "a Estados Unidos", or persons come from there."""
    towards = any(page.low(place) in word_set("to", "es") for place in range(hit.first - 4, hit.first - 2))
    if page.low(hit.first - 2) in word_set("coming", page.language) and not towards:
        return True
    to, after = word_set("to", page.language), page.tokens[hit.last : hit.last + 2]
    if len(after) > 1 and after[0].low in to and after[1].capital:
        return True
    return following is not None and any(
        page.low(place) in to for place in range(hit.last, min(hit.last + 2, following.first))
    )


def _bound(page: Page, hit: Hit, place: int) -> bool:
    """Whether "to" leads persons to a place: not drugs, nor a message, nor to an embassy."""
    if page.low(place - 1) in word_set("led", page.language):
        return False
    return page.low(hit.last) not in word_set("noplace", page.language)


def _subject(page: Page, sentence: Sentence, handing: Handing) -> Hit | None:
    """The State that does what an active verb says, or whose act a noun names."""
    near = [
        hit
        for hit in states_in(page, sentence)
        if hit.last <= handing.first and handing.first - hit.last <= _REACH
    ]
    if handing.noun:
        own = (hit for hit in near if handing.first - hit.last <= _OWNS and page.low(hit.last) == "'")
        if owner := next(own, None) or _after(page, sentence, handing):
            return owner
        done = word_set("does", page.language)
        if not any(page.low(place) in done for place in range(handing.first - 3, handing.first)):
            return None
    if handing.passive:
        return None
    free = [hit for hit in near if _stands_free(page, sentence, hit)]
    return free[-1] if free else _after(page, sentence, handing)


def _stands_free(page: Page, sentence: Sentence, hit: Hit) -> bool:
    """Whether nothing governs the State: it, or an office of it, begins a clause."""
    place, language = hit.first - 1, page.language
    offices = word_set("office", language)
    office = page.low(hit.last) in offices
    while place >= sentence.first and page.low(place) in word_set("small", language) | offices:
        office = office or page.low(place) in offices
        place -= 1
    governed = any(page.low(place) in word_set(code, language) for code in _GOVERNING)
    named = not page.tokens[hit.first].raw.islower()
    return (place < sentence.first or not governed) and (named or office)


def _after(page: Page, sentence: Sentence, handing: Handing) -> Hit | None:
    """The State right behind the verb, as Spanish headlines put it: "Entrega México a 26"."""
    if page.language != "es":
        return None
    return next((hit for hit in states_in(page, sentence) if hit.first == handing.last), None)
