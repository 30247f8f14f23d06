"""Loads a network twice in a process of its own; prints whether the ledger and the seal hold."""

import json

import django

django.setup()

from dedere.registry import journal, networks  # noqa: E402  (after the set-up)
from dedere.registry.rebuild import rebuild  # noqa: E402
from network import loaded, network, ties  # noqa: E402

if __name__ == "__main__":
    loaded()
    row = loaded(network(told=ties()[:-1])).row
    told = {"verified": bool(journal.verify()), "differing": rebuild(write=False).differing}
    print(json.dumps({**told, "seal": networks.seal_of(row.number) == row.seal}))
