"""What the templates of this journey load as ``accords``."""

from __future__ import annotations

from django import template

from dedere.accords.accord import Account, Words
from dedere.accords.position import Statement
from dedere.desk.commitments.lines import of_page
from dedere.desk.wording import language, say, state

register = template.Library()


@register.filter
def in_words(words: Words | None) -> str:
    """Words in the language of the page."""
    return of_page(words)


@register.filter
def states(codes: tuple[str, ...]) -> str:
    """``("US", "MX")`` as names: *Mexico and the United States*."""
    names = [state(each) for each in codes]
    return say("commitments.and", one=names[0], other=names[1]) if len(names) == 2 else "".join(names)


@register.filter
def spoken(said: Statement) -> str:
    """What a side said of it in the language of the page, else in the other; nothing where it only ruled."""
    return (said.es or said.en) if language() == "es" else (said.en or said.es)


@register.filter
def whose(account: Account) -> str:
    """Whose text this is, and which language is a translation."""
    kind = "own-wording" if not account.original else f"published-{account.original}"
    return say(f"commitments.{kind}")
