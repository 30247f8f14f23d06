"""Files become networks: edge lists, GraphML, FollowTheMoney, and the house's own tables."""

from dedere.links.reading.faults import UnreadableNetwork
from dedere.links.reading.recognised import read

__all__ = ["UnreadableNetwork", "read"]
