"""Several officers file on one case at the same instant; prints what each was told, round by round."""

import json
import sys
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import django

django.setup()

from django.db import connections  # noqa: E402  (after the set-up)

from clerk.story import note, opened  # noqa: E402
from dedere import clerk  # noqa: E402
from dedere.registry import journal  # noqa: E402
from dedere.registry.rebuild import rebuild  # noqa: E402

import cast  # noqa: E402

OFFICERS = (cast.ANA, cast.BRUNO, cast.CARLA, cast.DIEGO)


def file_at_once(number: str, officer: str, start: Barrier) -> dict[str, object]:
    try:
        connections["default"].ensure_connection()
        start.wait()
        result = clerk.file(number, note(officer), by=officer, at=cast.NOON, seen=1)
        if isinstance(result, clerk.Filed):
            return {"code": "filed", "by": officer}
        return {"code": result.code, **result.facts}
    finally:
        connections.close_all()


def main(rounds: int) -> None:
    for _ in range(rounds):
        number, start = opened().number, Barrier(len(OFFICERS))
        with ThreadPoolExecutor(len(OFFICERS)) as pool:
            told = list(pool.map(lambda officer: file_at_once(number, officer, start), OFFICERS))  # noqa: B023
        print(json.dumps({"told": told, "version": clerk.case(number).version}))
    print(json.dumps({"verified": bool(journal.verify()), "differing": rebuild(write=False).differing}))


if __name__ == "__main__":
    main(int(sys.argv[1]))
