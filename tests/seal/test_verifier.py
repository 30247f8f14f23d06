"""The verifier stands alone, and names the first entry of a journal that is not what was recorded."""

from __future__ import annotations

import subprocess
import sys
from io import BytesIO
from pathlib import Path

import pytest

from dedere.seal import verifier
from dedere.seal.note import Signer
from dedere.seal.verifier import JOURNAL, Broken, Head, Key, verify
from seal.journalfile import (
    OUR_KEY,
    OURS,
    TEXTS,
    THEIR_KEY,
    Row,
    entry,
    erased,
    leaf_of,
    line,
    root_of,
    signed,
    whole,
    written,
)

ROWS = whole()
WHOLE = written(ROWS)
ENTRIES = [row for row in ROWS if "position" in row]
HEAD = Head(size=5, root=root_of([leaf_of(row) for row in ENTRIES]).hex(), signed=4, cosigned=2)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "journal.jsonl"


def verified(path: Path, content: bytes, keys: list[Key] | None = None) -> Head | Broken:
    path.write_bytes(content)
    return verify(path, keys)


def broken(path: Path, content: bytes) -> tuple[int, str]:
    found = verified(path, content)
    assert isinstance(found, Broken)
    return found.position, found.reason


def test_a_journal_holds_with_an_erased_entry_and_says_how_far_it_is_signed(path: Path) -> None:
    assert verified(path, WHOLE) == HEAD
    assert verified(path, written([])) == Head(size=0, root=root_of([]).hex())


def where(content: bytes) -> list[set[int]]:
    """For each byte of a file, the entry that must be named if it is flipped.

    A checkpoint that can no longer be read as one is named as what stands where the next entry should.
    """
    named: list[set[int]] = []
    at = 0
    for row in content.splitlines(keepends=True):
        at += row.startswith((b'{"leaf"', b'{"commitment"', b'{"root"'))
        named += [{at, at + 1} if row.startswith(b'{"checkpoint"') else {at}] * len(row)
    return named


def test_every_bit_that_is_flipped_is_detected_and_located() -> None:
    rows = [entry(1, *TEXTS[1]), erased(entry(2, *TEXTS[2]))]
    content = written([*rows, signed(rows, cosigned=True)])
    places = where(content)
    assert verifier.verify_stream(BytesIO(content))
    for place, byte in enumerate(content):
        for bit in range(8):
            flipped = content[:place] + bytes([byte ^ 1 << bit]) + content[place + 1 :]
            found = verifier.verify_stream(BytesIO(flipped))
            assert isinstance(found, Broken), f"bit {bit} of byte {place} went unnoticed"
            assert found.position in places[place], f"bit {bit} of byte {place}: {found}"


@pytest.mark.parametrize("lines", range(8))
def test_a_journal_cut_short_says_where(path: Path, lines: int) -> None:
    kept = WHOLE.splitlines(keepends=True)[:lines]
    entries = sum(each.startswith((b'{"leaf"', b'{"commitment"')) for each in kept)
    assert broken(path, b"".join(kept)) == (entries + 1 if lines else 0, "broken-end")


def test_a_journal_that_goes_on_after_its_end_is_broken(path: Path) -> None:
    assert broken(path, WHOLE + WHOLE) == (6, "broken-end")


def test_an_entry_missing_or_moved_is_named_where_it_should_stand(path: Path) -> None:
    first, second, *rest = ENTRIES
    assert broken(path, written([first, *rest])) == (2, "broken-order")
    assert broken(path, written([second, first, *rest])) == (1, "broken-order")


def test_an_entry_rewritten_with_its_own_leaf_is_found_by_the_next_signature(path: Path) -> None:
    rows: list[Row] = [*ROWS]
    rows[4] = entry(4, *TEXTS[3][:2], '{"rewritten":true}')
    assert broken(path, written(rows)) == (3, "broken-root")


def test_a_past_rewritten_and_signed_anew_with_another_key_is_not_signed_by_the_one_that_is_known(
    path: Path,
) -> None:
    other = Signer(OURS.name, bytes([9] * 32))
    key = Key(other.name, JOURNAL, other.verifier().raw)
    rows: list[Row] = [entry(1, *TEXTS[0][:2], '{"rewritten":true}')]
    content = written([*rows, signed(rows, by=other)], keys=(key,))
    assert isinstance(verified(path, content), Head)
    assert verified(path, content, [OUR_KEY]) == Broken(position=1, reason="unsigned")


def test_only_the_keys_that_are_named_count(path: Path) -> None:
    assert verified(path, WHOLE, [OUR_KEY, THEIR_KEY]) == HEAD
    found = verified(path, WHOLE, [THEIR_KEY])
    assert isinstance(found, Head)
    assert (found.signed, found.cosigned) == (0, 2)


def test_a_checkpoint_by_a_key_that_the_file_does_not_name_is_no_checkpoint(path: Path) -> None:
    assert broken(path, written(ROWS, keys=(OUR_KEY,))) == (2, "broken-signature")
    assert broken(path, written(ROWS, keys=(THEIR_KEY,))) == (2, "broken-signature")
    for note in ("", "\n\n", "x\n\n— x y\n", "x\n\n— x AAAA\n"):
        assert broken(path, written([ENTRIES[0], {"checkpoint": note}])) == (1, "broken-signature")


@pytest.mark.parametrize(
    "change",
    [
        {"leaf": "00"},
        {"leaf": leaf_of(ENTRIES[0]).hex().upper()},
        {"salt": "x"},
        {"text": None},
        {"position": True},
        {"more": 1},
    ],
)
def test_what_is_no_entry_is_named(path: Path, change: Row) -> None:
    content = WHOLE.replace(line(ENTRIES[0]), line(ENTRIES[0] | change))
    assert broken(path, content) == (1, "broken-text")


@pytest.mark.parametrize(
    "first",
    [
        b"",
        b"[]\n",
        b"{}\n",
        b"[" * 100_000,
        b"\xff\n",
        b'{"format":"dedere-journal/1","keys":["x"]}\n',
        b'"\\ud800"\n',
    ],
)
def test_what_is_no_journal_is_named_at_its_top(path: Path, first: bytes) -> None:
    assert broken(path, first)[0] == 0


def test_an_erased_entry_cannot_stand_for_another(path: Path) -> None:
    rows: list[Row] = [*ENTRIES]
    rows[3] = erased(entry(4, *TEXTS[3][:2], "{ }")) | {"leaf": rows[3]["leaf"]}
    assert broken(path, written(rows)) == (4, "broken-leaf")


def test_a_key_reads_back_and_nothing_else_does() -> None:
    assert Key.read(str(OUR_KEY)) == OUR_KEY
    assert str(OUR_KEY) == str(OURS.verifier())
    for text in ("", "a+b+c", str(OUR_KEY)[:-1], str(Key("x", 7, bytes(32))), str(Key("x", 1, b""))):
        with pytest.raises(ValueError):  # noqa: PT011  (whatever is wrong with it)
            Key.read(text)


def test_the_file_alone_verifies_from_a_folder_that_knows_nothing_of_dedere(
    path: Path, tmp_path: Path
) -> None:
    script = tmp_path / "alone.py"
    script.write_bytes(Path(verifier.__file__).read_bytes())

    def run(*arguments: str) -> tuple[int, str]:
        command = [sys.executable, "-I", str(script), *arguments]
        done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=tmp_path)
        return done.returncode, done.stdout + done.stderr

    path.write_bytes(WHOLE)
    assert run(str(path)) == (0, f"5 entries hold, root {HEAD.root}; signed 4, cosigned 2.\n")
    assert run(str(path), "--key", str(THEIR_KEY), "--key", str(OUR_KEY))[0] == 0
    assert run(str(tmp_path / "nowhere"))[0] == 2
    assert run(str(path), "--key", "nonsense")[0] == 2
    path.write_bytes(WHOLE.replace(b"H-2025-0001", b"H-2025-0009"))
    assert run(str(path)) == (
        1,
        "The journal breaks at entry 3: its text, its salt or its place is not what was committed to.\n",
    )
