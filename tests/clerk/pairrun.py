"""Keeps two runs and decides a pair in a process of its own; prints whether the ledger holds it."""

import json

import django

django.setup()

from clerk.pairday import confirms, decides, kept, queued  # noqa: E402  (after the set-up)
from dedere.registry import journal  # noqa: E402
from dedere.registry.rebuild import rebuild  # noqa: E402

if __name__ == "__main__":
    kept()
    decides("same")
    confirms()
    kept()
    told = {"verified": bool(journal.verify()), "differing": rebuild(write=False).differing}
    print(json.dumps({**told, "stands": queued()}))
