"""Where a sentence says that persons were handed over: by which verb or noun, done or denied."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from dedere.claims.claim import Attribute, Claim
from dedere.claims.reading.denial import denied, not_done, undone
from dedere.claims.reading.lexicon import Hit, lexicon, table, word_set
from dedere.claims.reading.numbers import number_at
from dedere.claims.reading.page import Page, Sentence
from dedere.claims.reading.places import states_in

STRONG = {"extradited", "deported", "repatriated", "banished"}
_NEAR = 4  # tokens in which the object of a verb begins
_BEFORE, _AFTER = 8, 9  # tokens around a verb in which who is handed over may be named


@dataclass(frozen=True, slots=True, kw_only=True)
class Handing:
    """One mention of a handing over; ``sure`` where its own sentence shows that persons cross a border."""

    code: str
    first: int
    last: int
    noun: bool
    passive: bool
    negated: bool
    sure: bool


def handings(page: Page) -> Sequence[Sequence[Handing]]:
    """The mentions in each sentence of a page: those that are sure, and once there is one the likely ones."""
    all_found = [list(_mentions(page, sentence)) for sentence in page.sentences]
    some = any(handing.sure for found in all_found for handing in found) or _topic(page)
    return [
        [handing for handing in found if handing.sure or (some and _likely(page, sentence, handing))]
        for sentence, found in zip(page.sentences, all_found, strict=True)
    ]


def _topic(page: Page) -> bool:
    """Whether the report is of an extradition or the like, even of one that is only asked for."""
    hits = (hit for sentence in page.sentences for hit in page.found("nouns", sentence))
    return any(hit.code in STRONG for hit in hits)


def verbs(page: Page, sentence: Sentence, found: Sequence[Handing]) -> Iterator[Claim]:
    """A claim for each mention."""
    for each in found:
        if each.code != "received":
            yield page.claim(Attribute.VERB, each.code, sentence, each.first, each.last, negated=each.negated)


def _mentions(page: Page, sentence: Sentence) -> Iterator[Handing]:
    nouns_found = [(hit, True) for hit in page.found("nouns", sentence) if hit.code != "none"]
    named = {hit.first for hit, _ in nouns_found} if page.language == "es" else set()
    # "El traslado" and "trasladó" are told apart by the accent alone.
    verbs_found = [
        (hit, False)
        for hit in page.found("verbs", sentence)
        if hit.first not in named or page.tokens[hit.last - 1].raw.endswith("ó") or hit.last - hit.first > 1
    ]
    nouns_found = [(hit, noun) for hit, noun in nouns_found if not _preterite(page, hit)]
    barred = {
        place
        for hit in page.found("nouns", sentence)
        if hit.code == "none"
        for place in range(hit.first, hit.last)
    }
    before: Handing | None = None
    if page.low(sentence.last - 1) == "?":
        return
    for hit, noun in sorted(verbs_found + nouns_found, key=lambda each: (each[0].first, -each[0].last)):
        if hit.first in barred or (before and hit.first < before.last):
            continue
        negated = denied(page, sentence, hit, (before.last, before.negated) if before else None)
        handing = Handing(
            code=hit.code,
            first=hit.first,
            last=hit.last,
            noun=noun,
            passive=not noun and _passive(page, sentence, hit),
            negated=negated,
            sure=False,
        )
        if noun and not negated and undone(page, sentence, hit) and not _equated(page, sentence, hit):
            negated = not_done(page, sentence, hit)
            handing = replace(handing, negated=negated)
            if not negated:
                continue
        if _happens(page, sentence, hit, noun, handing.negated):
            beside = before is not None and before.sure and not _thing(page, sentence, handing)
            before = replace(handing, sure=beside or _sure(page, sentence, handing))
            yield before


def _preterite(page: Page, hit: Hit) -> bool:
    return page.language == "es" and page.tokens[hit.first].raw.lower().endswith("ó")


def _equated(page: Page, sentence: Sentence, hit: Hit) -> bool:
    """Whether the noun is only said not to be another: "the expulsion was not an extradition"."""
    nouns = lexicon("nouns", page.language)
    return any(other.code != "none" for other in nouns.found(page.tokens, hit.last, sentence.last))


def _happens(page: Page, sentence: Sentence, hit: Hit, noun: bool, negated: bool) -> bool:
    """Whether the act is told as an act, and not as something asked for, possible or to come."""
    cues = lexicon("cues", page.language, "open", "done", "habit", *(["asked"] if noun else []))
    begin = max(sentence.first, hit.first - (5 if noun else 3))
    told = {each.code for each in cues.found(page.tokens, begin, hit.first)}
    if (
        _refused(page, hit, negated)
        or "habit" in told
        or (told & {"open", "asked"} and "done" not in told and not negated)
    ):
        return False
    if not noun or negated:
        return True
    begin = max(sentence.first, hit.first - 3)
    determiners = lexicon("cues", page.language, "determiner")
    determined = next(determiners.found(page.tokens, begin, hit.first), None)
    return determined is not None or sentence.headline or hit.first == sentence.first


def _refused(page: Page, hit: Hit, negated: bool) -> bool:
    """Whether it is an infinitive that somebody refuses: then nothing is told to have happened, or not."""
    if page.language == "en":
        return negated and page.low(hit.first - 1) == "to" and page.low(hit.first - 2) not in {"not", "never"}
    return (
        negated
        and page.low(hit.first).endswith(("ar", "er", "ir"))
        and page.low(hit.first - 1) not in {"sin"}
    )


def _sure(page: Page, sentence: Sentence, handing: Handing) -> bool:
    if _thing(page, sentence, handing):
        return False
    if handing.code == "exchanged":
        states = {hit.code for hit in states_in(page, sentence)}
        captives = word_set("captive", page.language)
        held = any(page.low(place) in captives for place in range(sentence.first, sentence.last))
        return held or len(states) > 1
    if handing.noun and handing.last - handing.first > 1:  # a noun with its persons, or of a mass of them
        return True
    if handing.code in STRONG or handing.negated:
        return handing.code in STRONG or handing.code == "expelled" or _borders(page, sentence)
    if handing.noun and handing.code == "expelled":
        return _borders(page, sentence)
    return _persons(page, sentence, handing) and _borders(page, sentence)


def _likely(page: Page, sentence: Sentence, handing: Handing) -> bool:
    """Whether a mention without a State may be of the same handover: persons, and no prison or hospital."""
    if _thing(page, sentence, handing) or handing.code == "received":
        return False
    inside = word_set("inside", page.language)
    if any(page.low(place) in inside for place in range(handing.last, sentence.last)):
        return False
    if handing.noun:
        named = handing.last - handing.first > 1  # "exchange of prisoners" has its persons within
        return named or page.low(handing.first - 1) in word_set("this", page.language)
    return handing.passive or _persons(page, sentence, handing)


def _borders(page: Page, sentence: Sentence) -> bool:
    """Whether the sentence names a State, or cities of two."""
    if any(states_in(page, sentence)):
        return True
    cities = table("cities")
    return len({cities[hit.code].get("state", "") for hit in page.found("cities", sentence)} - {""}) > 1


def _persons(page: Page, sentence: Sentence, handing: Handing) -> bool:
    """Whether the sentence has persons: by a noun, a pronoun or a name of several words."""
    if any(hit.code == "person" for hit in page.found("people", sentence)):
        return True
    pronouns, those = word_set("pronoun", page.language), word_set("those", page.language)
    for place in range(sentence.first, sentence.last):
        bare = page.low(place - 1) in those and number_at(page.tokens, place, sentence.last, page.language)
        if page.low(place) in pronouns or bare:
            return True
    taken = {place for hit in states_in(page, sentence) for place in range(hit.first, hit.last)}
    around = range(
        max(sentence.first, handing.first - _BEFORE), min(sentence.last - 1, handing.last + _AFTER)
    )
    return any(
        page.tokens[place].capital and page.tokens[place + 1].capital and not {place, place + 1} & taken
        for place in around
    )


def _thing(page: Page, sentence: Sentence, handing: Handing) -> bool:
    """Whether what is handed over, or who moves, is something else than persons."""
    if handing.passive:
        places = range(handing.first - 1, max(sentence.first, handing.first - 9) - 1, -1)
    else:
        places = range(handing.last, min(sentence.last, handing.last + _NEAR))
    if handing.code in STRONG:
        return False
    people, pronouns = lexicon("people", page.language), word_set("pronoun", page.language)
    for place in places:
        if handing.passive and page.low(place) in pronouns:
            return False
        hit = people.at(page.tokens, place, sentence.last)
        if hit and not (hit.code == "bystander" and _towards(page, handing, place)):
            return hit.code != "person"
    return False


def _towards(page: Page, handing: Handing, place: int) -> bool:
    """Whether those named are the ones to whom persons are handed: "gave over to American agents"."""
    to = word_set("taker", page.language)  # not the Spanish "a", which marks whom one hands over as well
    before = (page.low(each) for each in range(max(place - 2, handing.last - 1), place))
    return not handing.passive and any(word in to for word in before)


def _passive(page: Page, sentence: Sentence, hit: Hit) -> bool:
    """Whether the verb is said of those who are handed over."""
    cues = lexicon("cues", page.language, "passive", "perfect")
    begin = max(sentence.first, hit.first - 3)
    told = [each.code for each in cues.found(page.tokens, begin, hit.first)]
    if "passive" in told:
        return True
    if "perfect" in told:
        return False
    if page.language == "es":
        participle = page.low(hit.first).endswith(tuple(word_set("participle", "es")))
        return participle and not _preterite(page, hit)
    finite = page.low(hit.first) in word_set("finite", "en")  # "gave over to": never a participle
    if finite or any(state.last == hit.first for state in states_in(page, sentence)):
        return False
    following = page.low(hit.last)
    done = page.low(hit.last - 1).endswith(tuple(word_set("participle", "en")))
    # "Turned them over to …" has its object within.
    whole = hit.last - hit.first <= 2 or hit.code == "taken-into-custody"
    return done and whole and following in word_set("after-participle", "en")
