"""Networks become files: the house's tables, GraphML, FollowTheMoney; what was read is what is written."""

from dedere.links.writing.written import write

__all__ = ["write"]
