"""Whether Spark, Splink and Java are here; nothing else of the room needs them."""

from __future__ import annotations

import os
import shutil
from importlib.util import find_spec

from dedere.words import Unreadable

NEEDED = ("pyspark", "splink")


class UnreadableEngine(Unreadable):
    """An engine that is not installed here, or that broke off."""


def demand_installed() -> None:
    """Refuse to begin without Spark, Splink and Java."""
    if missing := [name for name in NEEDED if find_spec(name) is None]:
        raise UnreadableEngine(
            where="--engine spark",
            what=f"{' and '.join(missing)} not installed",
            remedy="install dedere[spark], or leave --engine out",
        )
    if not (os.environ.get("JAVA_HOME") or shutil.which("java")):
        raise UnreadableEngine(
            where="--engine spark",
            what="Spark needs Java, and there is none",
            remedy="install Java 17 or 21",
        )
