"""Cleaned text: capital A to Z and single spaces, whatever the register did to accents, Ñ and punctuation."""

from __future__ import annotations

import re
from collections.abc import Callable

import polars as pl
from anyascii import anyascii

from dedere.persons.names.knowledge import small_words
from dedere.persons.names.letters import BLANK, mend, restore

# Texts that no encoding harmed, and letters of another script.
_SOUND = r"^[A-Za-zÁÉÍÓÚÜÑáéíóúüñ0-9 .,;'’ªº\-]*$"
_OTHER_SCRIPT = r"[^\P{L}\p{Latin}]"
_HAN = re.compile(r"([\u4e00-\u9fff])([\u4e00-\u9fff]*)")
# One letter was lost: between vowels it was almost always Ñ (MU?OZ, PE?A); elsewhere an accented vowel.
_LOST = "[?#�¿*]"
_BETWEEN_VOWELS = rf"([AEIOU]){_LOST}([AEIOU])"


def cleaned(column: pl.Expr) -> pl.Expr:
    """Return the text in capital A to Z, digits and single spaces; a comma is kept, for it parts a name.

    A letter lost between vowels is read as N; one lost elsewhere is left out, which is one edit away. Digits
    join the word before them (DELTA 1), unless that is an article.
    """
    plain = (
        column.fill_null("")
        .str.replace_all(r"\.?[ªº]", "A")
        .str.normalize("NFKD")
        .str.replace_all(r"\p{M}", "")
        .str.to_uppercase()
        .str.replace_all(_BETWEEN_VOWELS, "${1}N$2")
        .str.replace_all(r"['’`´ʼ?#�¿*]", "")
    )
    words = plain.str.replace_all(r"[^\p{L}\p{Nd},]+", " ")
    return words.str.replace_all(r"\b(\p{L}|\p{L}{3,}) (\p{Nd}+)\b", "$1$2").str.strip_chars()


def told(text: pl.Expr) -> pl.Expr:
    """Return cleaned text without what means «not known», its names of several words written as one."""
    words = small_words()
    anywhere = "|".join(" ".join(each) for each in words.unknown_anywhere)
    alone = "|".join(" ".join(each) for each in words.unknown_alone)
    whole = {" ".join(each): "".join(each) for each in words.particles.whole if len(each[-1]) == 1}
    joined = "|".join(sorted(words.particles.joined))
    return (
        text.str.replace_all(rf"\b(?:{anywhere})\b", "")
        .str.replace(rf"^(?:{alone})$", "")
        .str.replace_many(whole)
        .str.replace_all(rf"\b({joined}) (\p{{L}}{{2}})", "$1$2")
    )


def readable(texts: pl.Series) -> pl.Series:
    """Return distinct texts with damaged letters read back, and in Latin letters whatever the script."""
    whole = _anew(texts, ~texts.str.contains(_SOUND), _mended)
    return _anew(whole, whole.str.contains(_OTHER_SCRIPT), _transliterated)


def _anew(texts: pl.Series, where: pl.Series, read: Callable[[str], str]) -> pl.Series:
    return texts.scatter(where.arg_true(), [read(text) for text in texts.filter(where)])


def _mended(text: str) -> str:
    """Mend a text; a word with a lost letter is the one known name that it fits."""
    words = mend(text).split(" ")
    return " ".join(restore(word.upper()) if BLANK in word else word for word in words)


def _transliterated(text: str) -> str:
    """Transliterate (anyascii); of a Chinese name the first character is the surname, the others one name."""
    return anyascii(_HAN.sub(lambda name: f" {anyascii(name[1])} {anyascii(name[2]).lower()} ", text))


def in_latin(token: str) -> str:
    """Return a token in capital A to Z and digits."""
    if token.isascii():
        return token
    return "".join(each for each in anyascii(token).upper() if each.isalnum())
