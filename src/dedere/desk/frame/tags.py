"""What templates load as ``wording``: sentences, codes, days, instants, chips, permissions."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from django import template
from django.template import Context
from django.urls import reverse, translate_url
from django.utils.html import format_html
from django.utils.safestring import SafeString

from dedere.desk import clock, wording
from dedere.desk.frame import dates
from dedere.desk.frame.chips import SIGNS, tone_of
from dedere.desk.officers import allows, role_of
from dedere.docket.sort import Sort, sort_of

register = template.Library()
_NEAR = 3  # days left at which a clock is shown as urgent
_DOORS = {
    Sort.CASE: "case:summary",
    Sort.HANDOVER: "handover:board",
    Sort.PAIR: "matches:file",
    Sort.RUN: "matches:run",
    Sort.NETWORK: "network:page",
    Sort.ACCORD: "commitments:accord",
    Sort.EVENT: "claims:event",
}


@register.simple_tag
def say(key: str, **facts: object) -> str:
    """``{% say "today.overdue" n=3 %}``: a sentence of the screens."""
    return wording.say(key, **facts)


@register.simple_tag
def count(key: str, n: int, **facts: object) -> str:
    """``{% count "today.rows" 3 %}``: the sentence for one thing or for many."""
    return wording.count(key, n, **facts)


@register.simple_tag
def code(group: str, value: object, **facts: object) -> str:
    """``{% code "stage" row.stage %}``: the words of a shared code."""
    return wording.code(group, value, **facts)


@register.simple_tag
def chip(group: str, value: object, tone: str = "") -> SafeString | str:
    """``{% chip "stage" row.stage %}``: a code as a chip, its tone told by a sign as well as by colour."""
    words = wording.code(group, value)
    if not words:
        return ""
    return mark(words, tone or tone_of(group, value))


@register.simple_tag
def mark(words: str, tone: str = "plain") -> SafeString:
    """``{% mark "tres días" "late" %}``: any words as a chip."""
    sign = SIGNS[tone]
    lead = format_html('<span class="chip__sign" aria-hidden="true">{}</span>', sign) if sign else ""
    return format_html('<span class="chip chip--{}">{}{}</span>', tone, lead, words)


@register.simple_tag
def due(on: date) -> SafeString:
    """A due day as a chip: over, today, or how many days are left."""
    days = (on - clock.today()).days
    if days == 0:
        return mark(wording.say("frame.due-now"), "warn")
    return mark(wording.count("frame.due-in" if days > 0 else "frame.due-over", abs(days)), _urgency(days))


@register.simple_tag
def permission(name: str) -> str:
    """What was asked for: a permission in words, or a name that was closed."""
    return wording.say("ledger.locked" if name == "sign-in-locked" else f"permission.{name}")


@register.simple_tag
def asks(requesting: str, requested: str) -> str:
    """``{% asks "US" "MX" %}``: the United States asks Mexico, in words."""
    return wording.say("frame.asks", requesting=wording.state(requesting), requested=wording.state(requested))


@register.simple_tag
def name_standing(value: str) -> SafeString:
    """How far a name is established, as a chip."""
    return mark(wording.say(f"frame.name.{value}"), "open")


@register.filter
def state(value: object) -> str:
    """``MX`` as the State's name."""
    return wording.state(str(value))


@register.filter
def day(on: date | datetime | None) -> str:
    """``20 ene 2026``; an instant gives its day at this desk; nothing gives nothing."""
    if on is None or on == "":
        return ""
    there = on.astimezone(clock.zone()).date() if isinstance(on, datetime) else on
    return dates.day(there, wording.language())


@register.filter
def day_in_full(on: date) -> str:
    """``20 de enero de 2026``."""
    return dates.day_in_full(on, wording.language())


@register.filter
def instant(at: datetime | None) -> str:
    """``26 feb 2025, 09:00 UTC−6``, on this desk's wall."""
    return "" if at is None else dates.instant(at, wording.language(), clock.zone())


@register.filter
def instants(at: datetime, zone: str) -> str:
    """An instant that was exchanged or flown: on this desk's wall and on the other's."""
    there = dates.instant(at, wording.language(), ZoneInfo(zone))
    here = instant(at)
    return here if here == there else f"{here} · {there}"


@register.filter
def partial_day(on: str) -> str:
    """A published date as far as it is known: ``2025``, ``2025-02`` or ``2025-02-27``."""
    return dates.partial(on, wording.language())


@register.simple_tag
def file_address(stream: str) -> str:
    """The address of the file whose number this is; what passes with a State is read in the ledger."""
    if sort_of(stream) is Sort.EXCHANGE:
        return f"{reverse('ledger:page')}?stream={stream}"
    return reverse(_DOORS[sort_of(stream)], args=[stream])


@register.filter
def bits(weight: float) -> str:
    """A weight in bits with its sign, a true minus and one decimal: ``+12.5``, ``−2.0``."""
    return f"{weight:+.1f}".replace("-", "−")


@register.filter
def iso(at: date | datetime | None) -> str:
    """The value of a ``datetime`` attribute."""
    return "" if at is None else at.isoformat()


@register.filter
def may(user: object, permission: str) -> bool:
    """``{% if user|may:"file-acts" %}``: whether the officer's role has a permission."""
    return allows(role_of(user), permission)


@register.simple_tag(takes_context=True)
def other_language(context: Context, language: str) -> str:
    """The address of this same page, query and all, in another language."""
    request = context["request"]
    return translate_url(request.get_full_path(), language)


@register.simple_tag(takes_context=True)
def query(context: Context, **changes: Any) -> str:
    """``?`` and the page's query with some values changed; None takes one away."""
    values = context["request"].GET.copy()
    for name, value in changes.items():
        values.pop(name, None)
        if value not in (None, ""):
            values[name] = str(value)
    return f"?{values.urlencode()}"


def _urgency(days: int) -> str:
    return "late" if days < 0 else "warn" if days <= _NEAR else "info"
