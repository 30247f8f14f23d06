"""What the templates of this journey load as ``accords``."""

from __future__ import annotations

from django import template

from dedere.accords.accord import Account, Words
from dedere.accords.position import Statement
from dedere.desk.commitments.lines import of_page
from dedere.desk.wording import say, state
from dedere.registry.models import AccordRow

register = template.Library()


@register.filter
def in_words(words: Words | Statement | AccordRow | None) -> str:
    """Words in the language of the page, else in the other."""
    return of_page(words)


@register.filter
def states(codes: tuple[str, ...] | str) -> str:
    """``("US", "MX")``, or as a row keeps it ``US MX``: *the United States and Mexico*."""
    names = [state(each) for each in (codes.split() if isinstance(codes, str) else codes)]
    return say("commitments.and", one=names[0], other=names[1]) if len(names) == 2 else "".join(names)


@register.filter
def whose(account: Account) -> str:
    """Whose text this is, and which language is a translation."""
    kind = "own-wording" if not account.original else f"published-{account.original}"
    return say(f"commitments.{kind}")
