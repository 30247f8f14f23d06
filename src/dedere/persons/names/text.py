"""Cleaned text: capital A to Z and single spaces, whatever the register did to accents, Ñ and punctuation."""

from __future__ import annotations

import polars as pl
from anyascii import anyascii

from dedere.persons.names.knowledge import small_words

# UTF-8 read as Windows-1252 or Latin-1, as CP437 or CP850: what names in Spanish become.
_DAMAGED = {
    "Ã‘": "Ñ", "Ã±": "Ñ", "Ã\x91": "Ñ", "Ã?": "?", "Ã¡": "A", "Ã©": "E", "Ã­": "I", "Ã³": "O", "Ãº": "U",
    "Ã¼": "U", "Ã\x81": "A", "Ã‰": "E", "Ã\x8d": "I", "Ã“": "O", "Ãš": "U", "Ãœ": "U", "Â": "",
    "¥": "Ñ", "¤": "Ñ", "§": "Ñ", "Ð": "Ñ", "&NTILDE;": "Ñ", "ñ": "Ñ",
}  # fmt: skip
# One letter was lost: between vowels it was almost always Ñ (MU?OZ, PE?A); elsewhere an accented vowel.
_LOST = "[?#�¿*]"
_BETWEEN_VOWELS = rf"([AEIOU]){_LOST}([AEIOU])"


def cleaned(column: pl.Expr) -> pl.Expr:
    """Return the text in capital A to Z, digits and single spaces; a comma is kept, for it parts a name.

    A letter lost between vowels is read as N; one lost elsewhere is left out, which is one edit away.
    """
    plain = (
        column.fill_null("")
        .str.replace_many(_DAMAGED)
        .str.replace_all(r"\.?[ªº]", "A")
        .str.normalize("NFKD")
        .str.replace_all(r"\p{M}", "")
        .str.to_uppercase()
        .str.replace_all(_BETWEEN_VOWELS, "${1}N$2")
        .str.replace_all(r"['’`´ʼ?#�¿*]", "")
    )
    return plain.str.replace_all(r"[^\p{L}\p{Nd},]+", " ").str.strip_chars()


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


def in_latin(token: str) -> str:
    """Return a token in capital A to Z and digits; other scripts are transliterated (anyascii)."""
    if token.isascii():
        return token
    return "".join(each for each in anyascii(token).upper() if each.isalnum())
