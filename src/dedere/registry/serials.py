"""Numbers for new files: ``MX-2025-0001`` for cases, ``H-2025-0001`` for handovers."""

from __future__ import annotations

from collections.abc import Iterator

from dedere.registry.models import Serial


def give(series: str, count: int = 1) -> Iterator[str]:
    """Yield the next ``count`` numbers of a series, such as ``MX-2025``.

    The journal must be held: a number given in a transaction that fails is given again.
    """
    serial, _ = Serial.objects.get_or_create(series=series)
    Serial.objects.filter(series=series).update(last=serial.last + count)
    return (f"{series}-{each:04d}" for each in range(serial.last + 1, serial.last + count + 1))
