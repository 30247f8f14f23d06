"""What happens to one text under a hand, an ear, an eye or a machine: each slip takes a text and a roll."""

import unicodedata
from collections.abc import Callable

Slip = Callable[[str, int], str]  # from the number a slip takes whatever choices it has

KEYS = ("QWERTYUIOP", "ASDFGHJKLÑ", "ZXCVBNM")
# What an ear that hears Spanish writes otherwise.
HEARD = (
    ("B", "V"), ("V", "B"), ("S", "Z"), ("Z", "S"), ("C", "S"), ("S", "C"), ("Y", "LL"), ("LL", "Y"),
    ("GE", "JE"), ("GI", "JI"), ("JE", "GE"), ("JI", "GI"), ("H", ""), ("I", "Y"), ("Y", "I"), ("X", "J"),
    ("MB", "NV"), ("QUE", "KE"), ("RR", "R"), ("N", "M"), ("EZ", "ES"), ("CC", "C"),
    ("GÜ", "GU"), ("HUE", "GÜE"), ("K", "C"), ("C", "K"),
)  # fmt: skip
# What an ear that hears English writes of Spanish.
RESPELT = (
    ("EZ", "ES"), ("EZ", "EZE"), ("AZQ", "ASQ"), ("QUEZ", "QUES"), ("GUEZ", "QUEZ"), ("JO", "HO"),
    ("JI", "GI"), ("JU", "WA"), ("LL", "Y"), ("LL", "L"), ("RR", "R"), ("Ñ", "NY"), ("Ñ", "NI"),
    ("Z", "S"), ("QUI", "KI"),
    ("CH", "SH"), ("HUE", "WE"), ("GUA", "WA"), ("I", "E"), ("E", "I"), ("U", "O"), ("TH", "T"), ("V", "B"),
    ("C", "K"), ("PH", "F"), ("ER", "AR"), ("IE", "E"), ("IA", "EA"), ("S", "SS"), ("L", "LL"), ("F", "PH"),
)  # fmt: skip
# What an eye, or a machine that reads, takes for what.
SEEN = (
    ("O", "0"), ("I", "1"), ("L", "1"), ("S", "5"), ("B", "8"), ("Z", "2"), ("G", "6"), ("RN", "M"),
    ("M", "RN"), ("CL", "D"), ("D", "CL"), ("E", "F"), ("U", "V"), ("V", "Y"), ("N", "H"), ("H", "N"),
    ("I", "L"), ("L", "I"), ("O", "Q"), ("Q", "O"), ("C", "G"), ("R", "P"), ("T", "I"), ("NI", "M"),
)  # fmt: skip
DAMAGED = ("?", "#", "Ð", "¥", "/", "Ã‘", "�", "&", " ", "@", "'", "NI", "")
OFTEN_FIRST = frozenset("JHVBGYC")  # other first letters are seldom got wrong
PARTICLES = frozenset(("DE", "LA", "DEL", "LOS", "LAS", "Y"))


def plain(text: str) -> str:
    """Without accents, with Ñ."""
    marks = unicodedata.normalize("NFD", text.replace("Ñ", "\0"))
    return "".join(mark for mark in marks if not unicodedata.combining(mark)).replace("\0", "Ñ")


def typo(text: str, roll: int) -> str:
    """One key too few, too many, next to the right one, or before its time."""
    if len(text) < 3:
        return text
    kind, roll = roll % 5, roll // 5
    place = 1 + roll % (len(text) - 1)
    before, here, after = text[:place], text[place], text[place + 1 :]
    if kind == 0:
        return before + after
    if kind == 1:
        return before + here + here + after
    if kind == 2:
        return before[:-1] + here + before[-1] + after
    near = _near(here, roll // len(text))
    return before + near + (after if kind == 3 else here + after)


def heard(text: str, roll: int) -> str:
    """Written by ear, as Spanish is spelt."""
    return _swap(text, roll, HEARD)


def respelt(text: str, roll: int) -> str:
    """Written by ear, as English is spelt; one text in three twice over."""
    once = _swap(text, roll, RESPELT)
    return _swap(once, roll >> 16, RESPELT) if (roll >> 24) % 3 == 0 else once


def misread(text: str, roll: int) -> str:
    """Read wrongly from a page."""
    return _swap(text, roll, SEEN)


def damaged(text: str, roll: int) -> str:
    """Ñ as it comes out of a file in another encoding."""
    return text.replace("Ñ", DAMAGED[roll % len(DAMAGED)])


def undotted(text: str, _roll: int) -> str:
    """N for Ñ."""
    return text.replace("Ñ", "N")


def without_particles(text: str, _roll: int) -> str:
    """CRUZ for DE LA CRUZ; a name that is all particles stays as it is."""
    return " ".join(word for word in text.split() if word not in PARTICLES) or text


def joined(text: str, roll: int) -> str:
    """DELACRUZ for DE LA CRUZ, or DELA CRUZ."""
    words = text.split()
    return "".join(words) if roll % 3 else "".join(words[:-1]) + " " + words[-1]


def cut(text: str, roll: int) -> str:
    """No longer than a field of ten to fifteen characters."""
    return text[: 10 + roll % 6].rstrip(" -")


def shuffled(text: str, roll: int) -> str:
    """The words in another order."""
    words = text.replace(",", "").split()
    for place in range(len(words) - 1, 0, -1):
        other, roll = roll % (place + 1), roll // (place + 1)
        words[place], words[other] = words[other], words[place]
    return " ".join(words)


def miskeyed(curp: str, roll: int) -> str:
    """One character of a number exchanged with the next or replaced."""
    place, roll = 1 + roll % (len(curp) - 2), roll // 16
    if roll % 2 and curp[place] != curp[place + 1]:
        return curp[:place] + curp[place + 1] + curp[place] + curp[place + 2 :]
    figure = (
        str((int(curp[place]) + 1 + roll % 9) % 10) if curp[place].isdigit() else _near(curp[place], roll)
    )
    return curp[:place] + figure + curp[place + 1 :]


def _near(letter: str, roll: int) -> str:
    row = next((keys for keys in KEYS if letter in keys), KEYS[0])
    place = row.find(letter)
    return row[place + (1 if roll % 2 and place + 1 < len(row) else -1)]


def _swap(text: str, roll: int, pairs: tuple[tuple[str, str], ...]) -> str:
    """One of the swaps that the text allows, at one of its places."""
    first = text[:1] in OFTEN_FIRST
    possible = [(old, new) for old, new in pairs if old in text[1:] or (first and text.startswith(old))]
    if not possible:
        return text
    (old, new), roll = possible[roll % len(possible)], roll // len(possible)
    places = [place for place in range(1 - first, len(text)) if text.startswith(old, place)]
    place = places[roll % len(places)]
    return text[:place] + new + text[place + len(old) :]
