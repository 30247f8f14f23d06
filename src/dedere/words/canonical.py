"""One text for one meaning: JSON with sorted keys and no spaces, so that it can be hashed and kept."""

from __future__ import annotations

import json


def canonical(value: object) -> str:
    """Return a value as canonical JSON on one line; letters stand as they are, in no escapes."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
