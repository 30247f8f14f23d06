"""Of officers who file on one page at the same instant one is filed and each other is overtaken."""

import json
from pathlib import Path

from scratch import scratch

ROUNDS = 12


def test_exactly_one_of_four_officers_at_once_is_filed_and_the_others_see_both_entries(
    tmp_path: Path,
) -> None:
    with scratch(tmp_path, "race") as database:
        *rounds, end = map(json.loads, database.run("clerk/race.py", str(ROUNDS)).splitlines())
    assert len(rounds) == ROUNDS
    for each in rounds:
        filed = [told for told in each["told"] if told["code"] == "filed"]
        late = [told for told in each["told"] if told["code"] == "overtaken"]
        assert (len(filed), len(late), each["version"]) == (1, 3, 2)
        for told in late:
            assert told["by"] == filed[0]["by"]
            assert filed[0]["by"] in told["theirs_text"]
            assert told["theirs_text"] != told["yours_text"]
            assert (told["seen"], told["version"]) == ("1", "2")
    assert end == {"verified": True, "differing": 0}
