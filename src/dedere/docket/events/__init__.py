"""Events that sources speak of: one file for each, with the claims that officers confirmed."""

from dedere.docket.events.decide import EVENT_ACTS, decide_event
from dedere.docket.events.state import EventFile, fold_event

__all__ = ["EVENT_ACTS", "EventFile", "decide_event", "fold_event"]
