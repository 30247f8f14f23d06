"""What a file told of a network: how it was understood, what was merged, what had to be set aside."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from dedere.files.faults import SetAside


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """The account that goes with a network as it was read.

    ``facts`` says how the file was understood. Of the ``rows`` that tell a tie, ``self_ties`` join a party
    with itself and are left out, ``doubles`` say again what a row above says and are merged with it, and
    ``set_aside`` cannot be taken: how many by code of the group ``aside``. ``shown`` has the first of these
    with their places, by file. ``passed`` rows tell no tie and no party. ``unread`` counts cells that are
    left empty because they cannot be read, by code of the group ``unread``.
    """

    facts: Mapping[str, str] = field(default_factory=dict)
    rows: int = 0
    self_ties: int = 0
    doubles: int = 0
    passed: int = 0
    set_aside: Mapping[str, int] = field(default_factory=dict)
    unread: Mapping[str, int] = field(default_factory=dict)
    shown: Mapping[str, tuple[SetAside, ...]] = field(default_factory=dict)
