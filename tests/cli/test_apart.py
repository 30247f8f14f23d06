"""``dedere apart``: two States, two processes, files between them; each ends with the proposals alone."""

from __future__ import annotations

import csv
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

import dedere
from cli.run import Ran, here

import cast

ROOT = Path(__file__).parents[2]
SCHEMA = ROOT / "docs" / "reference" / "apart.schema.json"
# Teodoro and Brenda are on both lists, written as each State writes; the others are on one.
WANTED = """id,name,born,sex
W-1,"QUINONES ARCE, TEODORO",1979-04-03,M
W-2,Brenda Holloway,1984-11-20,F
W-3,Silvestre Pantoja,1990-01-09,M
"""
HELD = """id,given,surname_1,surname_2,born,sex
H-1,Teodoro,Quiñones,Arce,03/04/1979,M
H-2,Brenda,Holloway,,20/11/1984,F
H-3,Anselmo,Barragán,Tello,01/02/1971,M
H-4,Ciriaco,Dávalos,Ibarra,15/08/1988,M
"""
STRANGERS = {"us": ("Pantoja", "PANTOJA"), "mx": ("Barrag", "BARRAGAN", "valos", "DAVALOS")}
# What each side does, in a process of its own: wait for a file of the other's, take the step, send a file.
SIDE = """
import sys, time
from pathlib import Path
from dedere.cli.main import app

me, other, post = sys.argv[1], sys.argv[2], Path(sys.argv[3])

def wait(name):
    until = time.monotonic() + 120
    while not (post / name).exists() and time.monotonic() < until:
        time.sleep(0.02)
    return str(post / name)

def do(*words):
    code = app(["apart", *words], standalone_mode=False)
    assert not code, (me, words, code)

def held():
    return str(next(Path("kept").iterdir()))

send = lambda name: ("-o", str(post / name))
if me == "us":
    do("offer", wait("terms.json"), "list.csv", "--kept", "kept", *send("offer.apart"))
    do("return", held(), wait("answer.apart"), *send("return.apart"))
else:
    do("answer", wait("terms.json"), "list.csv", wait("offer.apart"), "--kept", "kept", *send("answer.apart"))
    do("found", held(), wait("return.apart"))
do("disclose", held(), "list.csv", "--by", "bruno", "--reason", "found apart", *send(me + ".json"))
do("propose", held(), wait(other + ".json"), "-o", "proposals.csv")
"""


def terms(path: Path, **changed: str) -> Path:
    options = {"offers": "US", "answers": "MX", "offered": "90", "answered": "110", "until": "2999-01-31"}
    given = [word for name, value in {**options, **changed}.items() for word in (f"--{name}", value)]
    done = here("apart", "terms", "-o", path, *given)
    assert done.code == 0, done.error
    return path


class Desk:
    """One State's folder and list."""

    def __init__(self, place: Path, text: str) -> None:
        place.mkdir()
        self.place, self.list, self.kept = place, place / "list.csv", place / "kept"
        self.list.write_text(text, encoding="utf-8")

    @property
    def folder(self) -> Path:
        return next(self.kept.iterdir())


class Table:
    """Both States, the terms agreed, and each step as a command."""

    def __init__(self, place: Path, **changed: str) -> None:
        self.place = place
        self.us, self.mx = Desk(place / "us", WANTED), Desk(place / "mx", HELD)
        self.terms = terms(place / "terms.json", **changed)

    def file(self, name: str) -> Path:
        return self.place / name

    def offer(self, *more: str) -> Ran:
        us = self.us
        return here("apart", "offer", self.terms, us.list, "--kept", us.kept, "-o", self.file("offer"), *more)

    def answer(self, *more: str) -> Ran:
        mx, sent = self.mx, ("-o", self.file("answer"))
        return here(
            "apart", "answer", self.terms, mx.list, self.file("offer"), "--kept", mx.kept, *sent, *more
        )

    def give_back(self, *more: str) -> Ran:
        return here("apart", "return", self.us.folder, self.file("answer"), "-o", self.file("return"), *more)

    def found(self, *more: str) -> Ran:
        return here("apart", "found", self.mx.folder, self.file("return"), *more)

    def disclose(self, desk: Desk, *more: str) -> Ran:
        why = ("--by", cast.BRUNO, "--reason", "found apart", "-o", self.file(f"{desk.place.name}.json"))
        return here("apart", "disclose", desk.folder, desk.list, *why, *more)


@pytest.fixture
def table(tmp_path: Path) -> Table:
    return Table(tmp_path)


def held_between(*steps: Ran) -> list[Any]:
    assert [step.error for step in steps if step.code] == []
    return [step.json for step in steps]


def test_two_processes_that_exchange_files_end_with_the_proposals_alone(tmp_path: Path) -> None:
    post = tmp_path / "post"
    post.mkdir()
    sides = {"us": Desk(tmp_path / "us", WANTED), "mx": Desk(tmp_path / "mx", HELD)}
    environment = {**os.environ, "PYTHONPATH": str(Path(dedere.__file__).parents[1])}
    running = [
        subprocess.Popen(
            [sys.executable, "-c", SIDE, me, other, str(post)],
            cwd=sides[me].place,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for me, other in (("us", "mx"), ("mx", "us"))
    ]
    terms(post / "agreed.json").rename(post / "terms.json")
    for side in running:
        out, error = side.communicate(timeout=180)
        assert side.returncode == 0, out + error
    for me, ids in (("us", ["W-1", "W-2"]), ("mx", ["H-1", "H-2"])):
        with (sides[me].place / "proposals.csv").open(encoding="utf-8-sig", newline="") as file:
            assert sorted(row["ours"] for row in csv.DictReader(file)) == ids
    sides["us"].list.unlink()
    sides["mx"].list.unlink()
    sent = [path.read_bytes() for path in post.iterdir()]
    for me, other in (("us", "mx"), ("mx", "us")):
        kept = [path.read_bytes() for path in sides[me].place.rglob("*") if path.is_file()]
        for name in STRANGERS[other]:
            assert [each for each in (*kept, *sent) if name.encode() in each] == []


def test_each_step_reports_in_json_as_its_schema_says(table: Table) -> None:
    told = held_between(table.offer("--json"), table.answer("--json"), table.give_back("--json"))
    told += held_between(table.found("--json"), table.disclose(table.us, "--json"))
    told += held_between(table.disclose(table.mx, "--json"))
    told += held_between(here("apart", "propose", table.us.folder, table.file("mx.json"), "--json"))
    weighed = here(
        "apart", "propose", table.mx.folder, table.file("us.json"), "--list", table.mx.list, "--json"
    )
    told += held_between(weighed, here("apart", "prove", table.us.folder, table.us.list, "--json"))
    schema = Draft202012Validator(json.loads(SCHEMA.read_text(encoding="utf-8")))
    for each in told:
        schema.validate(each)
    assert [each["step"] for each in told if "step" in each] == [
        "offer",
        "answer",
        "return",
        "disclosure",
        "disclosure",
    ]
    assert {row["band"] for row in told[-3]["proposals"]} == {None}
    assert {row["theirs"]: row["band"] for row in told[-2]["proposals"]} == {
        "US-1": "strong",
        "US-2": "strong",
    }
    assert {row["ours"]: row["name"] for row in told[-3]["proposals"]} == {
        "W-1": cast.TEODORO,
        "W-2": cast.BRENDA,
    }
    assert told[-1]["holds"]


def test_what_both_have_is_told_in_both_languages(table: Table) -> None:
    held_between(table.offer("--json"), table.answer("--json"), table.give_back("--json"))
    held_between(table.found("--json"))
    told = here("apart", "found", table.mx.folder, "--lang", "es").out
    assert "H-2: dos nombres o apellidos y la fecha de nacimiento: " in told
    assert "2 fichas de esta parte" in told
    assert "2 records of this side" in here("apart", "found", table.mx.folder).out


def test_a_tampered_message_ends_with_2_and_one_line(table: Table) -> None:
    table.offer()
    content = bytearray(table.file("offer").read_bytes())
    content[-40] ^= 1
    table.file("offer").write_bytes(content)
    done = table.answer()
    assert (done.code, done.out) == (2, "")
    assert "offer: the message is damaged or was changed; ask for it to be sent again" in done.complaint
    assert not table.mx.kept.exists()


def test_a_replayed_offer_ends_with_1_and_one_line(table: Table) -> None:
    table.offer()
    table.answer()
    done = table.answer("--lang", "es")
    assert done.code == 1
    assert "ya se celebró aquí" in done.complaint


def test_a_second_comparison_within_the_days_agreed_ends_with_1(table: Table, tmp_path: Path) -> None:
    table.offer()
    table.terms = terms(tmp_path / "again.json")
    done = table.offer()
    assert done.code == 1
    assert "the terms ask for 30 days between" in done.complaint


def test_a_record_that_does_not_bear_out_its_key_ends_with_1_and_is_no_proposal(table: Table) -> None:
    held_between(table.offer("--json"), table.answer("--json"), table.give_back("--json"))
    held_between(
        table.found("--json"), table.disclose(table.us, "--json"), table.disclose(table.mx, "--json")
    )
    line = table.file("mx.json").read_text(encoding="utf-8").split("\n")[0]
    act = json.loads(line)
    act["records"][0]["row"]["year"] = 1950
    from hashlib import sha256

    line = json.dumps(act, ensure_ascii=False) + "\n"
    table.file("mx.json").write_bytes(line.encode() + sha256(line.encode()).hexdigest().encode() + b"\n")
    done = here("apart", "propose", table.us.folder, table.file("mx.json"))
    assert done.code == 1
    assert "Not borne out by what was disclosed, and no pair is made of them: MX-1." in done.out
    assert "1 pairs" in done.out


def test_what_was_disclosed_once_is_neither_widened_nor_taken_for_the_others(table: Table) -> None:
    held_between(table.offer("--json"), table.answer("--json"), table.give_back("--json"))
    held_between(table.found("--json"), table.disclose(table.us, "--json", "--withhold", "W-2"))
    done = table.disclose(table.us)
    assert (done.code, "neither widened nor replaced" in done.complaint) == (1, True)
    done = here("apart", "propose", table.us.folder, table.file("us.json"))
    assert (done.code, "not what MX disclosed" in done.complaint) == (1, True)


def test_a_row_changed_since_the_comparison_is_not_disclosed_by_it(table: Table) -> None:
    held_between(table.offer("--json"), table.answer("--json"), table.give_back("--json"))
    table.us.list.write_text(WANTED.replace("1979-04-03", "1969-04-03"), encoding="utf-8")
    done = table.disclose(table.us)
    assert (done.code, done.complaint.endswith("not disclosed by it: W-1.")) == (1, True)
    assert here("apart", "prove", table.us.folder, table.us.list).code == 1


def test_terms_that_do_not_stand_or_are_there_already_are_refused(tmp_path: Path) -> None:
    there = terms(tmp_path / "terms.json")
    options = ["--offers", "US", "--answers", "MX", "--offered", "9", "--answered", "9"]
    done = here("apart", "terms", "-o", there, *options, "--until", "2999-01-31")
    assert (done.code, "is there already" in done.complaint) == (1, True)
    done = here("apart", "terms", "-o", tmp_path / "new.json", *options, "--until", "soon")
    assert (done.code, "is no day" in done.complaint) == (2, True)
    done = here(
        "apart", "terms", "-o", tmp_path / "new.json", *options, "--until", "2999-01-31", "--kinds", "shoe"
    )
    assert (done.code, "no keys are known as shoe" in done.complaint) == (2, True)
    assert not (tmp_path / "new.json").exists()
