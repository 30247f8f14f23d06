"""The seven letters of a CURP that come from the name, by the Instructivo's exceptions 1.1 to 1.18."""

import re
import unicodedata
from dataclasses import dataclass

WORDS_LEFT_OUT = "DA DAS DE DEL DER DI DIE DD EL LA LOS LAS LE LES MAC MC VAN VON Y"
PARTICLES = frozenset(WORDS_LEFT_OUT.split())
COMMON = frozenset(("MARIA", "MA", "JOSE", "J"))
# Annex 2: a key that would open with one of these words has its second letter altered to X.
ANNEX_2 = """
BACA BAKA BUEI BUEY CACA CACO CAGA CAGO CAKA CAKO COGE COGI COJA COJE COJI COJO COLA CULO FALO FETO GETA
GUEI GUEY JETA JOTO KACA KACO KAGA KAGO KAKA KAKO KOGE KOGI KOJA KOJE KOJI KOJO KOLA KULO LILO LOCA LOCO
LOKA LOKO MAME MAMO MEAR MEAS MEON MIAR MION MOCO MOKO MULA MULO NACA NACO PEDA PEDO PENE PIPI PITO POPO
PUTA PUTO QULO RATA ROBA ROBE ROBO RUIN SENO TETA VACA VAGA VAGO VAKA VUEI VUEY WUEI WUEY
"""
INCONVENIENT = frozenset(ANNEX_2.split())
LATIN = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
VOWELS = frozenset("AEIOU")


@dataclass(frozen=True, slots=True, kw_only=True)
class Letters:
    """What one name gives to a CURP: its initial, its first inner vowel, its first inner consonant."""

    initial: str = "X"
    vowel: str = "X"
    consonant: str = "X"


def name_letters(given: str, surname_1: str, surname_2: str) -> tuple[str, str]:
    """The first four letters of a CURP and its three inner consonants, for a whole name."""
    first, second, own = surname_letters(surname_1), surname_letters(surname_2), given_letters(given)
    inner = first.consonant + second.consonant + own.consonant
    return decent(first.initial + first.vowel + second.initial + own.initial), inner


def decent(word: str) -> str:
    """The word itself, or with X for its second letter where Annex 2 finds it inconvenient."""
    return f"{word[0]}X{word[2:]}" if word in INCONVENIENT else word


def surname_letters(surname: str) -> Letters:
    """The letters of the first word of a surname that is no particle (1.5, 1.7); X where there is none."""
    return _letters(_first(_words(surname)))


def given_letters(given: str) -> Letters:
    """The letters of the first given name, MARIA and JOSE skipped where another follows (1.3, 1.16)."""
    words = _words(given)
    if len(words) > 1 and words[0].rstrip(".") in COMMON:
        words = words[1:]
    return _letters(_first(words))


def _words(name: str) -> list[str]:
    """Upper case, without accents but with Ñ: a vowel with an acute or a diaeresis is a plain vowel (1.6)."""
    kept = name.upper().replace("Ñ", "\0")
    plain = "".join(mark for mark in unicodedata.normalize("NFKD", kept) if not unicodedata.combining(mark))
    return plain.replace("\0", "Ñ").replace("N\u0303", "Ñ").split()


def _first(words: list[str]) -> str:
    return next((word for word in words if word not in PARTICLES), words[-1] if words else "")


def _letters(word: str) -> Letters:
    """A slash, a hyphen or an apostrophe counts where it stands, as X (1.4, 1.18); so does Ñ (1.1, 1.12)."""
    if not word:
        return Letters()
    return Letters(
        initial=_latin(word[0]),
        vowel=_latin(next((mark for mark in word[1:] if mark in VOWELS or _odd(mark)), "X")),
        consonant=_latin(next((mark for mark in word[1:] if mark not in VOWELS), "X")),
    )


def _odd(mark: str) -> bool:
    return re.match(r"\w", mark) is None


def _latin(mark: str) -> str:
    return mark if mark in LATIN else "X"
