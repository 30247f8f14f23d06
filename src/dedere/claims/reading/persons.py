"""Known persons named in a text: by a whole name, or by a pair of surnames that only one of them has."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from dedere.claims.claim import Attribute, Claim
from dedere.claims.reading.known import Form, Known, forms
from dedere.claims.reading.lexicon import lexicon, word_set
from dedere.claims.reading.page import Page, Sentence
from dedere.claims.reading.tokens import Token

_BRIDGES = set("-\"“”(),'")
_QUOTES = set("\"“'‘«")
_SHORT = 3  # letters of a word that need not be capital within a name: de, del, y
_BEFORE = 4  # tokens before a nickname in which "alias" may stand
# Lists of words that reports write with a capital, and that are no names.
_ORDINARY = ("verbs", "states", "ofstate", "people", "titles", "openers", "cues", "speech")


class Persons:
    """The forms of known persons by their first word, and their names by their ids."""

    def __init__(self, known: Iterable[Known]) -> None:
        held = list(known)
        self.names: Mapping[str, str] = {each.id: each.name for each in held}
        self._forms: dict[str, list[Form]] = defaultdict(list)
        self._owners: dict[tuple[str, ...], set[str]] = defaultdict(set)
        for form in forms(held):
            self._forms[form.words[0]].append(form)
            self._owners[form.words].add(form.id)

    def at(self, row: Sequence[Token], place: int, last: int) -> tuple[Form, int] | None:
        """The longest form that begins at a token and is one person's alone, and where it ends."""
        best: tuple[Form, int] | None = None
        for form in self._forms.get(row[place].low, ()):
            end = _match(form.words, row, place, last)
            if end and (best is None or (end, form.kind == "whole") > (best[1], best[0].kind == "whole")):
                best = form, end
        return best if best and len(self._owners[best[0].words]) == 1 else None


def _match(words: Sequence[str], row: Sequence[Token], place: int, last: int) -> int:
    """Where these words end that begin here, or 0; a hyphen or a nickname's marks may stand between."""
    for number, word in enumerate(words):
        skipped = 0
        while number and place < last and row[place].raw in _BRIDGES and skipped < 2:
            place, skipped = place + 1, skipped + 1
        if place >= last or row[place].low != word:
            return 0
        place += 1
    return place


def persons(page: Page, sentence: Sentence, known: Persons) -> Iterator[Claim]:
    """Read the known persons that a sentence names; nobody is made up, and nobody guessed at."""
    place = sentence.first
    while place < sentence.last:
        found = known.at(page.tokens, place, sentence.last)
        if found and _stands(page, sentence, place, *found):
            form, end = found
            yield page.claim(Attribute.PERSON, known.names[form.id], sentence, place, end, id=form.id)
            place = end
        else:
            place += 1


def _stands(page: Page, sentence: Sentence, place: int, form: Form, end: int) -> bool:
    """Whether the words are this person's name, and no part of a longer one."""
    row = page.tokens
    if form.kind == "alias":
        return _as_alias(page, sentence, place, end)
    if not all(token.capital for token in row[place:end] if token.word and len(token.raw) > _SHORT):
        return False
    if _name_goes_on(page, sentence, end):
        return False
    return form.kind == "whole" or not _name_before(page, sentence, place)


def _name_goes_on(page: Page, sentence: Sentence, end: int) -> bool:
    """Whether a further surname follows: then it is another person's name."""
    if end >= sentence.last:
        return False
    if page.tokens[end].raw == "-":
        return end + 1 < sentence.last and page.tokens[end + 1].capital
    same = page.tokens[end].raw.isupper() == page.tokens[end - 1].raw.isupper()
    return same and page.tokens[end].capital and not _ordinary(page, sentence, end)


def _name_before(page: Page, sentence: Sentence, place: int) -> bool:
    """Whether another given name stands before a pair of surnames."""
    before = place - 1
    if before < sentence.first or not page.tokens[before].capital:
        return False
    return not _ordinary(page, sentence, before)


def _ordinary(page: Page, sentence: Sentence, place: int) -> bool:
    """Whether a capitalised word is a word that reports begin with a capital, and no name."""
    return any(lexicon(name, page.language).at(page.tokens, place, sentence.last) for name in _ORDINARY)


def _as_alias(page: Page, sentence: Sentence, place: int, end: int) -> bool:
    """A nickname counts where it is quoted, introduced, or a code such as Z-40; not beside another name."""
    row, inner = page.tokens, place > sentence.first
    before = {page.low(each) for each in range(max(sentence.first, place - _BEFORE), place)}
    marked = inner and row[place - 1].raw in _QUOTES
    coded = row[place].raw.isupper() and any(token.raw.isdigit() for token in row[place:end])
    several = inner and end - place >= 2 and row[place].capital and row[end - 1].capital
    if not (marked or coded or several or before & word_set("introduced", page.language)):
        return False
    return not _of_another(page, sentence, place)


def _of_another(page: Page, sentence: Sentence, place: int) -> bool:
    """Whether the nickname follows a name directly: whose it is, the name says and not the nickname."""
    joints = word_set("introduced", page.language) | word_set("nickname-joint", page.language)
    before = place - 1
    while before >= sentence.first and (page.tokens[before].raw in _BRIDGES or page.low(before) in joints):
        before -= 1
    return (
        before > sentence.first
        and place - before > 1
        and page.tokens[before].capital
        and page.tokens[before - 1].capital
        and not _ordinary(page, sentence, before)
    )
