"""What the statistics rest on: the docket counted, what may be published of it, the sources it names."""

from __future__ import annotations

from dedere.registry.lists.counted import counted
from dedere.registry.lists.found import sources
from dedere.tally.release import Release, publish
from dedere.tally.route import Counted
from dedere.tally.rule import house_rule
from dedere.words import Source


def exact(home: str) -> Counted:
    """Return the docket as it is counted for ``home``: every number, for those who may read cases."""
    return counted(home)


def release(home: str) -> tuple[Release, dict[str, Source]]:
    """Return what may be published, and the sources that its handovers name, by id."""
    made = publish(counted(home), house_rule())
    named = [each for operation in made.operations for each in operation.sources]
    return made, {row.id: row.source for row in sources(named)}
