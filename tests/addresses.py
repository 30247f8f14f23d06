"""Every address of the desk, walked from the resolver, with something put in each place."""

from __future__ import annotations

from collections.abc import Iterator

from django.urls import URLPattern, URLResolver, get_resolver

PLACES = {
    "number": "MX-2025-0001",
    "handover": "H-2025-0001",
    "id": "H-2025-0001",
    "case": "MX-2025-0001",
    "code": "note",
    "gate": "order",
    "token": "none",
    "proposal": "1",
    "username": "ana",
    "source": "S-1",
    "instrument": "us-mx-1978",
    "pair": "P-2025-0001",
    "run": "R-2025-0001",
    "key": "0123456789abcdef01234567",
    "queue": "strong",
    "net": "N-2025-0001",
    "accord": "A-2025-0001",
    "event": "E-2025-0001",
    "party": "0123456789abcdef01234567",
    "suffix": "csv",
    "tie": "0123456789abcdef01234567",
}


def patterns() -> Iterator[tuple[str, URLPattern]]:
    """Each route with its pattern: ``es/cases/<number:number>/`` and the rest."""
    yield from _walk("", get_resolver().url_patterns)


def filled(route: str, pattern: URLPattern) -> str:
    """The route as an address: its places filled."""
    for name, converter in pattern.pattern.converters.items():
        kind = next(part for part in (f"<{_kind(route, name)}:{name}>", f"<{name}>") if part in route)
        route = route.replace(kind, PLACES.get(name, "1") if converter else "1")
    return f"/{route}"


def _kind(route: str, name: str) -> str:
    start = route.index(f":{name}>") if f":{name}>" in route else 0
    return route[route.rindex("<", 0, start) + 1 : start] if start else ""


def _walk(prefix: str, found: list[URLPattern | URLResolver]) -> Iterator[tuple[str, URLPattern]]:
    for one in found:
        here = prefix + str(one.pattern)
        if isinstance(one, URLResolver):
            yield from _walk(here, one.url_patterns)
        else:
            yield here, one
