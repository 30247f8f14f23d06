"""Whatever stands in a file, reading it ends in a network or in one clear line."""

from __future__ import annotations

import tempfile
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from dedere.files.faults import UnreadableFile
from dedere.links.network import TIES, Network
from dedere.links.reading import read

BEGINNINGS = (
    b"",
    b"from,to,kind,since,until,weight,basis,sources\n",
    b"a b\n",
    b"#row,#line,from,to,#code\n",
    b"<graphml>",
    b"<graphml><key id='k' for='all' attr.name='from'/><graph><edge source='a' target='b'>",
    b'{"schema":"Person","properties":{"name":"a"}}\n',
    b'[{"schema":"UnknownLink","properties":{"subject":1,"object":[null,{"id":2}]}},',
    "\ufefffrom;to\n".encode(),
    "from;to\n".encode("utf-16"),
)
PIECES = st.sampled_from(
    (
        *(
            b"a",
            b"b",
            b",",
            b";",
            b"\t",
            b" ",
            b"\n",
            b"\r\n",
            b'"',
            b"#",
            b"\x00",
            b"\xff",
            b"\xe9",
            b"\xed\xa0\x80",
        ),
        *(
            b"-1",
            b"nan",
            b"1e999",
            b"2013-02",
            b"<node id='a'/>",
            b"<edge source='a'/>",
            b"</graph>",
            b"&x;",
            b"<![CDATA[",
        ),
        *(
            b'{"id":"x","schema":"Person","properties":{}}',
            b'{"schema":[],"properties":{"a":{}}}',
            b"{",
            b"]",
            b"\\ud800",
        ),
    )
)


def end(content: bytes) -> Network | None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "graph"
        path.write_bytes(content)
        with suppress(UnreadableFile):
            return read(path)
    return None


@given(st.sampled_from(BEGINNINGS), st.lists(PIECES | st.binary(max_size=3), max_size=25))
@example(b"", [b"1," * 3, b"1\n" * 3])
def test_reading_ends_in_a_network_or_in_one_line(beginning: bytes, pieces: list[bytes]) -> None:
    network = end(beginning + b"".join(pieces))
    if network is not None:
        ids = set(network.parties["id"])
        assert len(ids) == network.parties.height
        assert {*network.ties["from"], *network.ties["to"]} <= ids
        assert dict(network.ties.select(*TIES).schema) == TIES


@pytest.mark.parametrize(
    "content",
    [
        b'{"id":"\\ud800","schema":"Person","properties":{"name":["\\udfff"]}}',
        b'{"id":' + b"9" * 5000 + b',"schema":"Person","properties":{}}',
        b"[" * 100_000,
        b'{"schema":"Person","properties":' + b'{"a":' * 20_000,
        b"<graphml>" + b"<node id='a'>" * 20_000,
        b'from,to\n"' + b"a\n" * 1000,
    ],
    ids=["surrogates", "digits", "arrays", "objects", "nodes", "quotation"],
)
def test_what_is_meant_to_break_a_reader_breaks_nothing(content: bytes) -> None:
    end(content)


NODES = "".join(f"<node id='n{number}'><data key='k{number}'>x</data></node>" for number in range(300))
KEYS = "".join(f"<key id='k{number}' for='node' attr.name='a{number}'/>" for number in range(300))
OWN = "\n".join(
    f'{{"id":"n{number}","schema":"Person","properties":{{}},"dedere":{{"a{number}":"x"}}}}'
    for number in range(300)
)


@pytest.mark.parametrize(
    "text",
    [
        f"<graphml><graph>{NODES}</graph></graphml>",
        f"<graphml>{KEYS}<graph/></graphml>",
        OWN,
        "from,to," + ",".join(f"a{number}" for number in range(500)) + "\na,b" + ",x" * 500 + "\n",
    ],
    ids=["a column a node", "many keys", "a column an entity", "a wide table"],
)
def test_columns_without_end_are_refused_before_every_row_is_given_them(tmp_path: Path, text: str) -> None:
    path = tmp_path / "graph"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(UnreadableFile, match="200 columns"):
        read(path)
