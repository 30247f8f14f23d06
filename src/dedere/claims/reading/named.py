"""What a sentence names by words of a list: legal basis, organisations, cities, meetings, areas, promises."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from dedere.claims.claim import Attribute, Claim
from dedere.claims.reading.closeness import happenings, nearest
from dedere.claims.reading.denial import denied
from dedere.claims.reading.handings import Handing
from dedere.claims.reading.known import Known
from dedere.claims.reading.lexicon import Hit, Phrases, lexicon, table, word_set
from dedere.claims.reading.page import Page, Sentence
from dedere.claims.reading.places import states_in

_WHO = 3  # tokens before a meeting in which stands who meets
_AIRPORT = 6  # tokens before a city in which "airport" may stand


class Organisations:
    """Known organisations by every name they have, beside those that are designated or often named."""

    def __init__(self, known: Iterable[Known], language: str) -> None:
        rows = [
            (phrase, name)
            for name, said in table("organisations").items()
            for phrase in (*said.get(language, ()), *said.get("both", ()))
        ]
        held = list(known)
        # A name handed in goes before one of the list: the docket's own.
        self.ids = {each.name: each.id for each in held}
        self._phrases = Phrases(rows + [(n, each.name) for each in held for n in (each.name, *each.aliases)])

    def found(self, page: Page, sentence: Sentence) -> Iterator[Hit]:
        """The organisations that a sentence names."""
        return self._phrases.found(page.tokens, sentence.first, sentence.last)


def organisations(page: Page, sentence: Sentence, known: Organisations) -> Iterator[Claim]:
    """Read the organisations."""
    for hit in known.found(page, sentence):
        yield page.claim(
            Attribute.ORGANISATION, hit.code, sentence, hit.first, hit.last, id=known.ids.get(hit.code, "")
        )


def legal_bases(page: Page, sentence: Sentence) -> Iterator[Claim]:
    """Read on what law a handover is said to rest, or not to rest."""
    for hit in page.found("legalbasis", sentence):
        negated = denied(page, sentence, hit, None)
        yield page.claim(Attribute.LEGAL_BASIS, hit.code, sentence, hit.first, hit.last, negated=negated)


def cities(
    page: Page, sentence: Sentence, found: Sequence[Handing], others: Sequence[Hit]
) -> Iterator[Claim]:
    """Read the cities of a handover; ``others`` are meetings, and planes that land or leave."""
    ours = [(each.first, each.last) for each in found] + [(hit.first, hit.last) for hit in others]
    if not ours:
        return
    foreign = happenings(page, sentence, "other")
    for hit in page.found("cities", sentence):
        near = nearest(page, hit, ours) < nearest(page, hit, foreign)
        if hit.code != "none" and near and _placed(page, sentence, hit):
            yield page.claim(Attribute.CITY, hit.code, sentence, hit.first, hit.last)


def _placed(page: Page, sentence: Sentence, hit: Hit) -> bool:
    """Whether the city is a place here, and not a government or a newspaper."""
    if page.low(hit.last) in word_set("acting", page.language):
        return False
    near = {page.low(each) for each in range(max(sentence.first, hit.first - _AIRPORT), hit.first)}
    capital = page.tokens[hit.first].low in word_set("capital", page.language)
    placing = word_set("placing-capital" if capital else "placing", page.language)
    leaves = page.low(hit.first - 1) == "de" and page.low(hit.last) in word_set("to", page.language)
    leaves = leaves or page.low(hit.first - 2) in word_set("city", page.language)
    return leaves or page.low(hit.first - 1) in placing or bool(near & word_set("airport", page.language))


def meetings(page: Page, sentence: Sentence) -> Sequence[Hit]:
    """The meetings that a sentence tells of, those that took place or are to."""
    found = [hit for hit in page.found("meetings", sentence) if hit.code != "none"]
    if all(hit.code == "meeting" for hit in found) and not _of_states(page, sentence):
        return []
    return [hit for hit in found if not _of_others(page, sentence, hit)]


def _of_others(page: Page, sentence: Sentence, hit: Hit) -> bool:
    """Whether those who meet are employees, players and the like."""
    begin = max(sentence.first, hit.first - _WHO)
    people = lexicon("people", page.language, "bystander")
    return any(people.found(page.tokens, begin, hit.first))


def _of_states(page: Page, sentence: Sentence) -> bool:
    """Whether the sentence has officials or States, or is a headline that names a city: others meet too."""
    if any(page.found("officials", sentence)) or any(states_in(page, sentence)):
        return True
    return sentence.headline and any(page.found("cities", sentence))


def met(page: Page, sentence: Sentence, hits: Sequence[Hit]) -> Iterator[Claim]:
    """A claim for each meeting."""
    for hit in hits:
        yield page.claim(Attribute.MEETING, hit.code, sentence, hit.first, hit.last)


def areas(page: Page, sentence: Sentence, meets: Sequence[Hit], found: Sequence[Handing]) -> Iterator[Claim]:
    """Read the areas in which the States work together; an extradition that is told is no area."""
    told = {place for each in found for place in range(each.first, each.last)}
    if meets or any(page.found("cooperation", sentence)):
        for hit in (each for each in page.found("areas", sentence) if each.first not in told):
            yield page.claim(Attribute.AREA, hit.code, sentence, hit.first, hit.last)


def promised(page: Page, sentence: Sentence) -> Sequence[Hit]:
    """The undertakings that a sentence tells of as given."""
    cues = list(page.found("promised", sentence))
    if not cues or any(page.low(cue.first - 1) in word_set("without", page.language) for cue in cues):
        return []
    return list(page.found("undertakings", sentence))


def undertakings(page: Page, sentence: Sentence, hits: Sequence[Hit]) -> Iterator[Claim]:
    """A claim for each undertaking."""
    for hit in hits:
        negated = denied(page, sentence, hit, None)
        yield page.claim(Attribute.UNDERTAKING, hit.code, sentence, hit.first, hit.last, negated=negated)
