"""The only place where a code or a key becomes a sentence of the desk, in the language of the page."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from babel import Locale
from django.utils.translation import get_language

from dedere.words.wording import LANGUAGES, Wording, codes


@cache
def screens() -> Wording:
    """Every sentence of the screens, from the ``wording.toml`` of each journey."""
    return Wording.read(Path(__file__).parent.glob("*/wording.toml"))


def language() -> str:
    """The language of the page: ``es`` or ``en``; Spanish where none is set."""
    active = (get_language() or LANGUAGES[-1])[:2]
    return active if active in LANGUAGES else "es"


def say(key: str, /, **facts: object) -> str:
    """Return the screen's sentence for ``key``, its places filled; KeyError where there is none."""
    return screens().say(key, language(), **facts)


def count(key: str, n: int, /, **facts: object) -> str:
    """Return the sentence for ``n`` things: ``key.one`` or ``key.many``, with ``{n}`` filled."""
    return say(f"{key}.{'one' if n == 1 else 'many'}", n=n, **facts)


def code(group: str, value: object, /, **facts: object) -> str:
    """Return the words of a shared code, such as ``code("stage", Stage.LAPSED)``.

    An empty value has no words and gives none. A code without words is shown as it is written,
    never hidden: a test keeps every code in both languages.
    """
    text = str(getattr(value, "value", value) or "")
    key = f"{group}.{text}"
    if not text:
        return ""
    return codes().say(key, language(), **facts) if key in _known() else text


@cache
def _known() -> frozenset[str]:
    return codes().keys()


def state(code: str) -> str:
    """Return a State's name in the language of the page: ``Estados Unidos``."""
    return str(Locale(language()).territories.get(code, code))


def refusal(refused_code: str, /, **facts: object) -> str:
    """Return the sentence that says why an act was refused."""
    return code("refused", refused_code, **facts)
