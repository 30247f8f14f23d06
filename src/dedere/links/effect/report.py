"""The effect of a removal as JSON: stable keys, told by docs/reference/network-effect.schema.json."""

from __future__ import annotations

from dataclasses import asdict
from enum import Enum
from typing import Any

from dedere.links.effect.stated import Effect


def report_effect(effect: Effect) -> dict[str, Any]:
    """Return all that an effect says; figures that are whole are written as whole numbers."""
    told: dict[str, Any] = _plain(asdict(effect))
    return told


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {str(key): _plain(each) for key, each in value.items()}
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return value.value if isinstance(value, Enum) else value
