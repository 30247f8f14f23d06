"""What an assessment finds of one clause for one charge."""

from __future__ import annotations

from enum import Enum


class Finding(str, Enum):
    """The four findings; *unknown* is never *no*, and a clause may be beside the point."""

    MET = "met"
    NOT_MET = "not-met"
    UNKNOWN = "unknown"
    NOT_IN_POINT = "not-in-point"
