"""Letters that came to harm on the way: what an encoding made of them is read back, what is lost is a blank.

An accented letter stored in one encoding and read in another always comes out as the same signs, so those
signs are worked out here from the encodings (UTF-8, Latin-1, Windows 1252, DOS 437 and 850, Macintosh Roman;
once or twice in a row) and read back where they can mean one letter only.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from itertools import product
from pathlib import Path
from types import MappingProxyType
from unicodedata import category

from dedere.persons.names.knowledge import by_role
from dedere.persons.names.tables import exactly, open_table, phrase, phrases, texts

LETTERS = "ÁÉÍÓÚÜÑáéíóúüñ"
BLANK = "?"  # one letter that cannot be read any more
_WIDE, _NARROW = "utf-8", ("latin-1", "cp1252", "cp437", "cp850", "mac_roman")
_ENTITY = re.compile(r"&#?\w{2,8};|\\u00[0-9A-Fa-f]{2}")
_PLAIN = re.compile(rf"[A-Za-z{LETTERS} .,;'’ªº\-]*")
_WORD = re.compile(r"[^\s,;:()\"]+")


def mend(text: str) -> str:
    """Read back what encodings did to a text; a lost letter comes out as ``?`` (`BLANK`).

    >>> mend("MUÃ‘OZ"), mend("Mu&ntilde;oz"), mend("MU#OZ")
    ('MUÑOZ', 'Muñoz', 'MU?OZ')
    """
    if _PLAIN.fullmatch(text):
        return text
    told = _ENTITY.sub(lambda found: _told(found[0]), text)
    read = _garbage().sub(lambda found: garbled()[found[0]], told)
    return _WORD.sub(lambda found: _blanked(found[0]), read)


@lru_cache(maxsize=1 << 14)
def restore(word: str) -> str:
    """The one known name that fits a word with a blank, or with letters put for Ñ; else the word as it is.

    `word` is in upper case without accents. A blank at either end of what fits no name was a sign, and is
    left out.

    >>> restore("MU?OZ"), restore("MUNIOZ"), restore("ANTONIO"), restore("JOS?")
    ('MUÑOZ', 'MUÑOZ', 'ANTONIO', 'JOSE')
    """
    if BLANK not in word:
        return _respelt().get(word, word)
    fits = _fitting(word)
    if len(fits) == 1:
        return fits[0]
    return word if fits else word.strip(BLANK)


@cache
def garbled() -> Mapping[str, str]:
    """What becomes of each accented letter between two encodings, where that can only be this letter."""
    found: dict[str, set[str]] = {}
    for letter in LETTERS:
        for signs in _readings(letter):
            found.setdefault(signs, set()).add(letter)
    return MappingProxyType(
        {signs: min(of) for signs, of in found.items() if len({*map(str.upper, of)}) == 1}
    )


def _readings(letter: str) -> Iterator[str]:
    once = [signs for narrow in _NARROW if (signs := _misread(letter, _WIDE, narrow))]
    twice = [again for signs in once for narrow in _NARROW[:2] if (again := _misread(signs, _WIDE, narrow))]
    yield from (*once, *twice)
    # Between two narrow encodings a letter becomes one sign. A letter or mark that names are written with is
    # a reading of its own: nobody can tell that it came to harm.
    narrow = (_misread(letter, stored, read) for stored, read in product(_NARROW[:4], repeat=2))
    yield from (sign for sign in narrow if category(sign or " ") in ("Sc", "Sm", "So") or sign in ("¡", "µ"))


def _misread(text: str, stored: str, read: str) -> str:
    try:
        signs = text.encode(stored).decode(read)
    except UnicodeError:
        return ""
    return "" if signs == text else signs


@cache
def _garbage() -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, sorted(garbled(), key=len, reverse=True))))


def _told(signs: str) -> str:
    if not signs.startswith("&"):
        return chr(int(signs[2:], 16))
    return html.unescape(signs.capitalize() if signs.isupper() else signs)


def _blanked(word: str) -> str:
    always, if_known, digits = _lost()
    word = always.sub(BLANK, word)
    maybe = if_known.sub(BLANK, word).translate(digits)
    return maybe if maybe != word and _fitting(maybe.upper()) else word


@cache
def _lost() -> tuple[re.Pattern[str], re.Pattern[str], Mapping[int, str]]:
    lost, letter = _file()["lost"], r"[^\W\d_]"
    always, if_known = (
        "|".join(map(re.escape, texts(f"letters.toml: lost.{key}", lost[key])))
        for key in ("always", "if_known")
    )
    return (
        re.compile(rf"Ã(?:{always}|\?)|(?:{always}|\?){{1,2}}(?={letter})|�+"),
        re.compile(rf"(?<={letter})(?:{if_known})(?={letter})|(?<={letter})Ã$"),
        {
            ord(digit): phrase(f"letters.toml: digits.{digit}", put)
            for digit, put in _file()["digits"].items()
        },
    )


def _fitting(word: str) -> list[str]:
    pattern = re.compile(re.escape(word).replace(re.escape(BLANK), "."))
    return [name for name in _known().get(len(word), ()) if pattern.fullmatch(name)]


@cache
def _known() -> Mapping[int, tuple[str, ...]]:
    """Known names by their length."""
    roles = by_role()
    spelt = {name for words in (roles.given, roles.surname) for names in words.values() for name, _ in names}
    names = sorted({*_enye(), *(name for name in spelt if " " not in name)})
    return {length: tuple(n for n in names if len(n) == length) for length in {len(name) for name in names}}


@cache
def _respelt() -> Mapping[str, str]:
    """Names with Ñ by what is written for it, unless that is a name of its own."""
    own = {name for names in _known().values() for name in names} | by_role().given.keys()
    put = texts("letters.toml: lost.for_enye", _file()["lost"]["for_enye"])
    spelt = {name.replace("Ñ", letters): name for name in _enye() for letters in put}
    return MappingProxyType({written: name for written, name in spelt.items() if written not in own})


@cache
def _enye() -> tuple[str, ...]:
    return phrases("letters.toml: enye.words", _file()["enye"]["words"])


@cache
def _file() -> Mapping[str, Mapping[str, object]]:
    found = open_table(Path(__file__).with_name("letters.toml"), {"lost", "digits", "enye"})
    exactly("letters.toml: lost", found["lost"], {"always", "if_known", "for_enye"})
    exactly("letters.toml: enye", found["enye"], {"words"})
    return found
