"""A copy of the ledger, as a file, is verified byte for byte."""

from pathlib import Path

import pytest

from dedere.registry.chain import Broken, Verified, forge
from dedere.registry.copy import UnreadableCopy, export, verify_copy

LINKS = list(
    forge(
        Verified(lines=0, head=""),
        [
            ("MX-2025-0001", 1, '{"a":"ñ"}'),
            ("MX-2025-0001", 2, '{"a":"\\u2028"}'),
            ("H-2025-0001", 1, '{"b":"é\\n"}'),
        ],
    )
)
WHOLE = "".join(export(LINKS)).encode()
HEAD = Verified(lines=3, head=LINKS[-1].digest)


def verified(path: Path, content: bytes) -> Verified | Broken:
    path.write_bytes(content)
    return verify_copy(path)


def test_a_whole_copy_verifies_to_the_same_head(tmp_path: Path) -> None:
    assert verified(tmp_path / "copy", WHOLE) == HEAD


def test_the_copy_of_an_empty_ledger_verifies(tmp_path: Path) -> None:
    content = "".join(export([])).encode()
    assert verified(tmp_path / "copy", content) == Verified(lines=0, head="")


@pytest.mark.parametrize("bit", [0x01, 0x20, 0x80])
def test_any_one_byte_broken_names_the_entry_it_stands_in(tmp_path: Path, bit: int) -> None:
    line = 1
    for place, byte in enumerate(WHOLE):
        content = WHOLE[:place] + bytes([byte ^ bit]) + WHOLE[place + 1 :]
        broken = verified(tmp_path / "copy", content)
        assert isinstance(broken, Broken), f"byte {place} went unnoticed"
        assert broken.position == line, f"byte {place} of line {line}: {broken}"
        line += byte == ord("\n")


@pytest.mark.parametrize("lines", [0, 1, 2, 3])
def test_a_copy_cut_short_says_where(tmp_path: Path, lines: int) -> None:
    content = b"".join(WHOLE.splitlines(keepends=True)[:lines])
    assert verified(tmp_path / "copy", content) == Broken(position=lines + 1, reason="broken-end")


def test_a_copy_that_goes_on_after_its_end_is_broken(tmp_path: Path) -> None:
    broken = verified(tmp_path / "copy", WHOLE + WHOLE)
    assert broken == Broken(position=4, reason="broken-end")


def test_a_line_that_says_the_same_in_other_bytes_is_broken(tmp_path: Path) -> None:
    broken = verified(tmp_path / "copy", WHOLE.replace(b'"number":2,', b'"number": 2,'))
    assert broken == Broken(position=2, reason="broken-text")


def test_a_missing_file_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(UnreadableCopy, match="name a file that the ledger page exported"):
        verify_copy(tmp_path / "nothing")
