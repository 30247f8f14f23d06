"""Killed without warning in the middle of a bulk act, the desk keeps each act whole or not at all."""

import json
import random
import time
from pathlib import Path

from scratch import Scratch, scratch

KILLS = 4
SEED = 29


def kill_midway(database: Scratch, dice: random.Random) -> list[tuple[str, str]]:
    """Start the bulk act, let some acts pass, kill -9 a seeded moment later; return the acts it reported."""
    process = database.start("clerk/day.py", "carry")
    assert process.stdout is not None
    wanted = dice.randrange(2, 10)
    told = [process.stdout.readline() for _ in range(wanted)]
    time.sleep(dice.uniform(0, 0.03))  # somewhere within the next act or two
    process.kill()
    told += process.stdout.readlines()
    process.wait()
    return [(verb, case) for verb, case in (line.split() for line in told if line.endswith("\n"))]


def test_a_bulk_act_over_29_persons_survives_being_killed_again_and_again(tmp_path: Path) -> None:
    dice = random.Random(SEED)
    with scratch(tmp_path, "killed") as database:
        database.run("clerk/day.py", "prepare")
        for _ in range(KILLS):
            reported = kill_midway(database, dice)
            seen = json.loads(database.run("clerk/day.py", "look"))
            assert (seen["verified"], seen["differing"], seen["halves"]) == (True, 0, [])
            for verb, case in reported:  # what was acknowledged is on disk
                assert case in seen[verb]
            assert len(seen["taken"]) < 29, "the kill came too late to prove anything"
        database.run("clerk/day.py", "carry")
        end = json.loads(database.run("clerk/day.py", "look"))
    assert (end["verified"], end["differing"], end["halves"]) == (True, 0, [])
    assert len(end["taken"]) == 29
