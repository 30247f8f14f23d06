"""What happened: one frozen class for each kind of entry, in the past tense."""

from dedere.docket.entries import (
    accord,
    aftercare,
    arrest,
    claiming,
    court,
    exchange,
    executive,
    handover,
    linking,
    matching,
    opening,
    request,
    review,
    surrender,
    upkeep,
)
from dedere.docket.entries.accord import *  # noqa: F403
from dedere.docket.entries.aftercare import *  # noqa: F403  (the families, gathered)
from dedere.docket.entries.arrest import *  # noqa: F403
from dedere.docket.entries.claiming import *  # noqa: F403
from dedere.docket.entries.court import *  # noqa: F403
from dedere.docket.entries.exchange import *  # noqa: F403
from dedere.docket.entries.executive import *  # noqa: F403
from dedere.docket.entries.handover import *  # noqa: F403
from dedere.docket.entries.line import KINDS, Charge, Entry, FileRead, Line, code_of
from dedere.docket.entries.linking import *  # noqa: F403
from dedere.docket.entries.matching import *  # noqa: F403
from dedere.docket.entries.opening import *  # noqa: F403
from dedere.docket.entries.request import *  # noqa: F403
from dedere.docket.entries.review import *  # noqa: F403
from dedere.docket.entries.surrender import *  # noqa: F403
from dedere.docket.entries.upkeep import *  # noqa: F403

__all__ = ["KINDS", "Charge", "Entry", "FileRead", "Line", "code_of"]
__all__ += opening.__all__
__all__ += request.__all__
__all__ += arrest.__all__
__all__ += court.__all__
__all__ += executive.__all__
__all__ += review.__all__
__all__ += surrender.__all__
__all__ += aftercare.__all__
__all__ += upkeep.__all__
__all__ += handover.__all__
__all__ += matching.__all__
__all__ += linking.__all__
__all__ += accord.__all__
__all__ += claiming.__all__
__all__ += exchange.__all__
