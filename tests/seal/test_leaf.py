"""A leaf commits to its line, and says nothing of a text whose salt is gone."""

from hashlib import sha256

import pytest

from dedere.seal.leaf import commitment, line_hash

SALT = bytes(range(16))


def test_a_leaf_is_what_the_reference_says() -> None:
    committed = sha256(SALT + '{"a":"ñ"}'.encode()).digest()
    assert commitment(SALT, '{"a":"ñ"}') == committed
    told = f"\0dedere-line/1\n7\nMX-2025-0001\n2\n{committed.hex()}\n"
    assert line_hash(7, "MX-2025-0001", 2, committed) == sha256(told.encode()).digest()


def test_two_lines_of_one_text_have_nothing_in_common() -> None:
    assert commitment(SALT, "x") != commitment(bytes(16), "x")


def test_a_salt_of_another_length_is_a_bug() -> None:
    with pytest.raises(ValueError, match="16 bytes long, not 15"):
        commitment(SALT[:15], "x")
