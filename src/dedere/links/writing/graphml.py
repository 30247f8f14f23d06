"""GraphML: nodes and edges, every further column an attribute of its name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from html import escape
from pathlib import Path

import polars as pl

from dedere.links.network import Network
from dedere.links.writing.texts import texts, whole

_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
"""
_NEVER = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")  # what XML 1.0 cannot hold


def write_graphml(network: Network, path: Path) -> None:
    """Write a directed graph; a letter that XML cannot hold becomes U+FFFD."""
    with whole(path) as file:
        file.write(_HEAD)
        file.writelines(_keys("node", network.parties, ("id",)))
        file.writelines(_keys("edge", network.ties, ("from", "to")))
        file.write('<graph edgedefault="directed">\n')
        for row in texts(network.parties).iter_rows(named=True):
            file.write(f"<node id={_quoted(row.pop('id'))}>{_data('node', row)}</node>\n")
        for row in texts(network.ties).iter_rows(named=True):
            ends = f"source={_quoted(row.pop('from'))} target={_quoted(row.pop('to'))}"
            file.write(f"<edge {ends}>{_data('edge', row)}</edge>\n")
        file.write("</graph>\n</graphml>\n")


def _keys(of: str, table: pl.DataFrame, ends: tuple[str, ...]) -> Iterator[str]:
    for name, kind in table.schema.items():
        if name not in ends:
            type_ = "double" if kind.is_numeric() else "string"
            key = _quoted(f"{of}-{name}")
            yield f'<key id={key} for="{of}" attr.name={_quoted(name)} attr.type="{type_}"/>\n'


def _data(of: str, row: Mapping[str, str | None]) -> str:
    said = ((name, cell) for name, cell in row.items() if cell is not None)
    return "".join(f"<data key={_quoted(f'{of}-{name}')}>{_escaped(cell)}</data>" for name, cell in said)


def _quoted(text: str) -> str:
    # A line's end or a tab in an attribute is read as a blank, unless it is written as a number.
    return '"' + _escaped(text).replace("\n", "&#10;").replace("\t", "&#9;") + '"'


def _escaped(text: str) -> str:
    return escape(_NEVER.sub("\ufffd", text)).replace("\r", "&#13;")
