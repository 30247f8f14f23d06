"""``demo``, ``import``, ``user``, ``tick``, ``rebuild``, ``verify``: what they print, change and refuse."""

from __future__ import annotations

from pathlib import Path

import pytest

from cli.run import Shell

import cast

HEAD = "key,person,requesting,requested,track"
GOOD = f"K1,{cast.TEODORO},US,MX,treaty-extradition"


def table(folder: Path, *rows: str, name: str = "cases.csv") -> Path:
    path = folder / name
    path.write_text("\n".join((HEAD, *rows)), encoding="utf-8")
    return path


def test_the_demonstration_says_what_it_loaded(demonstration: Shell) -> None:
    told = demonstration.run("demo", "--json").json
    assert [row["persons"] for row in told["handovers"]] == [29, 26, 37]
    assert told["handovers"][0]["id"] == "H-2025-0001"
    assert told["cases"] == 92
    assert told["sources"] > 90
    assert told["address"] == "http://127.0.0.1:8000/"
    assert not told["loaded_now"]
    assert {officer["role"] for officer in told["officers"]} == set(cast.ROLES.values())


def test_the_demonstration_speaks_both_languages(demonstration: Shell) -> None:
    assert "29 personas" in demonstration.run("demo", "--lang", "es").out
    assert "29 persons" in demonstration.run("demo").out


def passwords(shell: Shell, example: Path, *options: str) -> dict[str, str]:
    told = shell.run("demo", "--from", example, "--json", *options).json["officers"]
    return {row["username"]: row["password"] for row in told}


def test_a_demonstrations_passwords_are_told_once_and_anew_only_when_asked(
    tmp_path: Path, example: Path
) -> None:
    shell = Shell(tmp_path)
    first = passwords(shell, example)
    assert all(len(password) >= 12 for password in first.values())
    assert len(set(first.values())) == len(first)
    assert set(passwords(shell, example).values()) == {""}
    anew = passwords(shell, example, "--new-passwords")
    assert all(anew[name] not in ("", first[name]) for name in first)


def test_a_password_that_was_given_is_not_printed_and_a_weak_one_is_refused(
    nowhere: Shell, example: Path
) -> None:
    weak = nowhere.run("demo", "--from", example, DEDERE_DEMO_PASSWORD="short")
    assert weak.code == 2
    assert "DEDERE_DEMO_PASSWORD" in weak.complaint
    given = nowhere.run("demo", "--from", example, DEDERE_DEMO_PASSWORD=cast.PASSWORD)
    assert given.code == 0
    assert cast.PASSWORD not in given.out + given.error


def test_an_import_takes_the_good_rows_and_sets_the_broken_ones_aside(desk: Shell, tmp_path: Path) -> None:
    path = table(tmp_path, GOOD, f"K2,{cast.BRENDA},USA,MX,")
    done = desk.run("import", path, "--json")
    assert done.code == 1
    assert (done.json["opened"], done.json["broken"]) == (1, 1)
    assert done.json["rows_broken"][0]["row"] == 3
    aside = Path(done.json["set_aside"])
    assert cast.BRENDA in aside.read_text(encoding="utf-8-sig")
    again = desk.run("import", table(tmp_path, GOOD), "--json")
    assert (again.code, again.json["unchanged"]) == (0, 1)


def test_a_preview_writes_nothing_and_says_so_in_spanish(desk: Shell, tmp_path: Path) -> None:
    before = desk.run("verify", "--json").json["size"]
    done = desk.run("import", table(tmp_path, f"K9,{cast.BRENDA},MX,US,"), "--preview", "--lang", "es")
    assert "Se abrirían 1 casos" in done.out
    assert desk.run("verify", "--json").json["size"] == before


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("cases.csv", b"%PDF-1.7", "not a table"),
        ("cases.xlsx", b"key,person\n1,2\n", "the content is csv"),
        ("cases.csv", b"key,colour\n1,2\n", "colour"),
    ],
)
def test_an_import_of_what_is_no_table_ends_with_2_and_one_line(
    desk: Shell, tmp_path: Path, name: str, content: bytes, said: str
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    done = desk.run("import", path)
    assert done.code == 2
    assert said in done.complaint
    assert name in done.complaint


def test_an_officer_is_added_once_and_the_password_told_once(desk: Shell) -> None:
    done = desk.run("user", "add", "fermin", "--role", "auditor", "--name", "Fermín Gallardo", "--json")
    assert (done.code, done.json["role"]) == (0, "auditor")
    assert len(done.json["password"]) >= 20
    twice = desk.run("user", "add", "Fermin", "--role", "auditor")
    assert twice.code == 1
    assert "fermin" in twice.complaint.lower()


def test_an_unknown_role_names_the_roles_there_are(desk: Shell) -> None:
    done = desk.run("user", "add", "fermin", "--role", "boss")
    assert done.code == 1
    assert "caseworker" in done.complaint


def test_a_tick_and_a_rebuild_say_what_they_found(demonstration: Shell) -> None:
    ticked = demonstration.run("tick", "--at", "2025-02-26T09:00:00-06:00", "--json")
    assert (ticked.code, ticked.json["ended"], ticked.json["sent"]) == (0, [], None)
    # What the two States had promised by then, and whoever gave it has not said to be kept or broken.
    assert [(each["case"], each["rule"], each["due"]) for each in ticked.json["raised"]] == [
        ("A-2025-0012", "promise", "2024-12-31"),
        ("A-2025-0017", "promise", "2025-02-04"),
        ("A-2025-0021", "promise", "2025-02-03"),
    ]
    rebuilt = demonstration.run("rebuild", "--check", "--json")
    assert (rebuilt.code, rebuilt.json["differing"], rebuilt.json["cases"]) == (0, 0, 92)
    assert "zone" in demonstration.run("tick", "--at", "2025-02-26T09:00").complaint


def test_the_journal_verifies_and_what_is_no_copy_is_refused(demonstration: Shell, tmp_path: Path) -> None:
    done = demonstration.run("verify", "--json")
    assert (done.code, done.json["holds"]) == (0, True)
    assert demonstration.run("verify", tmp_path / "nowhere").code == 2
    rubbish = tmp_path / "copy"
    rubbish.write_text("{}\n", encoding="utf-8")
    broken = demonstration.run("verify", rubbish)
    assert broken.code == 1
    assert "breaks at entry 0" in broken.out


def test_a_registry_that_was_never_prepared_is_named_with_its_remedy(nowhere: Shell) -> None:
    for command in (("tick",), ("rebuild",), ("verify",), ("user", "add", "x", "--role", "auditor")):
        done = nowhere.run(*command)
        assert done.code == 2
        assert "database" in done.complaint
