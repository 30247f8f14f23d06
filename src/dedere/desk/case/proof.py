"""What proves a line of a page: a line of this case or a published source, with its address."""

from __future__ import annotations

from collections.abc import Iterable

from django.urls import reverse

from dedere.desk.frame.citations import cite
from dedere.desk.wording import say
from dedere.docket.case import Case
from dedere.law.library import library

Proof = tuple[str, str]  # words and address; no address for what is only named


def proofs(case: Case, sources: Iterable[str]) -> list[Proof]:
    """Return each source once, in words, with its address."""
    return [proof(case, source) for source in dict.fromkeys(sources)]


def proof(case: Case, source: str) -> Proof:
    """Return a proof's words and address: a line of this case, a computation, or a published source."""
    stream, _, line = source.rpartition("/")
    if stream == case.number:
        address = reverse("case:summary", args=[case.number])
        return say("case.line", n=line), f"{address}#line-{line}"
    if library().law_of_limitation(stream):
        return cite(stream, line), reverse("bothlaws:limitation", args=[case.number])
    return source, "" if "/" in source else reverse("sources:page", args=[source])
