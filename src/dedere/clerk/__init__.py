"""The clerk reads, asks the docket, and appends: the only transaction there is."""

from dedere.clerk.bulk import OneOfMany, file_many, open_many
from dedere.clerk.deciding import Filed
from dedere.clerk.files import NoSuchFile, case, cases
from dedere.clerk.filing import file, file_all, open_case, sign
from dedere.clerk.handovers import (
    FiledHandover,
    file_handover,
    file_handover_many,
    handover,
    plan_handover,
    sign_handover,
)

__all__ = [
    "Filed",
    "FiledHandover",
    "NoSuchFile",
    "OneOfMany",
    "case",
    "cases",
    "file",
    "file_all",
    "file_handover",
    "file_handover_many",
    "file_many",
    "handover",
    "open_case",
    "open_many",
    "plan_handover",
    "sign",
    "sign_handover",
]
