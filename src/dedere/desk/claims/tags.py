"""What templates load as ``claims``: where a source is shown, whether a row was ticked, a verdict's sign."""

from __future__ import annotations

import re
from collections.abc import Sequence

from django import template
from django.urls import reverse

from dedere.claims.compare import Verdict
from dedere.desk.frame.addresses import HandoverId
from dedere.desk.frame.chips import SIGNS, tone_of
from dedere.desk.frame.tags import file_address

register = template.Library()


@register.filter
def address(source: str) -> str:
    """The address of a source, or of the handover whose own record is one."""
    if re.fullmatch(HandoverId.regex, source):
        return file_address(source)
    return reverse("sources:page", args=[source])


@register.filter
def is_in(number: int, taken: Sequence[str]) -> bool:
    """Whether a row was ticked."""
    return str(number) in taken


@register.simple_tag
def verdict_sign(verdict: Verdict) -> str:
    """The sign that stands for a verdict beside its words."""
    return SIGNS[tone_of("claims-verdict", verdict)]
