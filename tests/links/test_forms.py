"""GraphML and FollowTheMoney as others write them; whatever is written is read back the same."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from polars.testing import assert_frame_equal

from dedere.files.faults import UnreadableFile
from dedere.links.kinds import KINDS, Basis
from dedere.links.network import PARTIES, TIES, Network
from dedere.links.reading import read
from dedere.links.writing import write
from links.networks import network

HEAD = '<?xml version="1.0"?><graphml xmlns="http://graphml.graphdrawing.org/xmlns">'


def written(folder: Path, text: str) -> Path:
    path = folder / "graph"
    path.write_text(text, encoding="utf-8")
    return path


def lines(folder: Path, *entities: object) -> Path:
    return written(folder, "\n".join(json.dumps(each) for each in entities))


def entity(id: str, schema: str, **properties: object) -> dict[str, object]:
    said = {name: [told] if isinstance(told, str) else told for name, told in properties.items()}
    return {"id": id, "schema": schema, "properties": said}


def test_graphml_keeps_the_attributes_of_nodes_and_edges(tmp_path: Path) -> None:
    graph = read(
        written(
            tmp_path,
            f"""{HEAD}
            <key id="d0" for="node" attr.name="label"/>
            <key id="d1" for="node" attr.name="kind"><default>person</default></key>
            <key id="d2" for="edge" attr.name="weight" attr.type="double"/>
            <key id="d3" for="edge" attr.name="type"/>
            <graph edgedefault="undirected">
              <edge source="a" target="b"><data key="d2">2.5</data><data key="d3">brother of</data></edge>
              <node id="a"><data key="d0">Ana &amp; Co</data><data key="d1">Organization</data></node>
              <node id="b"/>
            </graph></graphml>""",
        )
    )
    assert graph.parties.rows() == [("a", "Ana & Co", "organisation"), ("b", "b", "person")]
    assert graph.ties.select("from", "to", "kind", "weight").rows() == [("a", "b", "sibling-of", 2.5)]


def test_graphml_without_a_node_for_an_end_or_with_a_hyperedge_sets_it_aside(tmp_path: Path) -> None:
    graph = read(
        written(
            tmp_path,
            f"""{HEAD}<graph><node id="a"/><node id="b"/>
            <edge source="a" target="b"/>
            <edge source="a" target="z"/>
            <edge source="a"/>
            <hyperedge><endpoint node="a"/><endpoint node="b"/></hyperedge>
            </graph></graphml>""",
        )
    )
    assert graph.told.set_aside == {"hyperedge": 1, "no-end": 1, "unknown-party": 1}
    assert {row.code: row.line for row in graph.told.shown["graph"]} == {
        "unknown-party": 3,
        "no-end": 4,
        "hyperedge": 5,
    }
    assert (graph.told.rows, graph.ties.height) == (4, 1)


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ('<!DOCTYPE g [<!ENTITY a "b">]><graphml/>', "document type"),
        ("<graphml><graph>", "not XML"),
        ("<gexf><graph/></gexf>", "root <gexf>"),
        ("<graphml><graph><node id='a'></graph></graphml>", "not XML"),
    ],
)
def test_xml_that_is_no_graphml_is_refused(tmp_path: Path, text: str, what: str) -> None:
    with pytest.raises(UnreadableFile, match=what):
        read(written(tmp_path, text))


def test_entities_of_followthemoney_are_parties_and_ties(tmp_path: Path) -> None:
    graph = read(
        lines(
            tmp_path,
            entity("p", "Person", name=["Ana", "Anita"]),
            entity("q", "Person", name="Beto"),
            entity("c", "Company", name="Brokers Ltd"),
            entity("x", "Address", full="1 Street"),
            entity(
                "1", "Membership", member="p", organization="c", role="treasurer", startDate="2014-05-01T0"
            ),
            entity("2", "Family", person="p", relative="q", relationship="cousin"),
            entity("3", "Associate", person="q", associate="p", relationship="Lawyer"),
            entity("4", "UnknownLink", subject=[{"id": "p"}], object="q", sourceUrl=["http://a", "http://b"]),
            entity("5", "Directorship", director="p", organization="nowhere"),
            ["no entity"],
        )
    )
    assert graph.parties.rows() == [
        ("p", "Ana", "person"),
        ("q", "Beto", "person"),
        ("c", "Brokers Ltd", "organisation"),
    ]
    assert graph.ties.select("from", "to", "kind", "since", "note").rows() == [
        ("p", "c", "member-of", "2014-05-01", "treasurer"),
        ("p", "q", "relative-of", None, "cousin"),
        ("q", "p", "counsel-of", None, "Lawyer"),
        ("p", "q", None, None, None),
    ]
    assert graph.ties["sources"].to_list()[3] == ["http://a", "http://b"]
    assert (graph.told.passed, graph.told.set_aside) == (1, {"no-json": 1, "unknown-party": 1})


def test_json_that_holds_no_entities_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match="every row"):
        read(lines(tmp_path, {"persons": []}))


def test_entities_are_written_in_the_schema_that_fits_their_ends(tmp_path: Path) -> None:
    told = network(
        "ana member-of brokers",
        "ana sibling-of beto",
        "ana works-with beto",
        "lic counsel-of ana",
        "porters faction-of brokers",
        "ana employed-by brokers",
        "ana successor-of beto",
        "ana - beto",
    )
    write(told, tmp_path / "graph.json")
    rows = [json.loads(line) for line in (tmp_path / "graph.json").read_text(encoding="utf-8").splitlines()]
    assert [row["schema"] for row in rows if row["id"].startswith("tie-")] == [
        *("Membership", "Family", "Associate", "Representation", "UnknownLink", "Employment", "Succession"),
        "UnknownLink",
    ]
    assert rows[5]["properties"] | {"member": 0} == {
        "member": 0,
        "organization": ["brokers"],
        "role": ["member of"],
    }


def test_a_suffix_that_no_form_has_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match="suffix"):
        write(network("ana - beto"), tmp_path / "graph.pdf")


# A letter that no file can hold, or that is a blank at an edge, is no part of a name.
LETTERS = st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cn", "Z"))
TEXTS = st.text(LETTERS, min_size=1, max_size=6).filter(lambda text: text == text.strip())
SOURCES = st.text(LETTERS.filter(lambda letter: letter not in "|;"), min_size=1, max_size=4)
DAYS = st.sampled_from([None, "2010", "2011-02", "2012-03-31"])


@st.composite
def networks(draw: st.DrawFn) -> Network:
    ids = draw(st.lists(TEXTS, min_size=2, max_size=5, unique=True))
    kinds = st.sampled_from([None, "person", "organisation"])
    parties = [(id, draw(TEXTS), draw(kinds), draw(TEXTS | st.none())) for id in ids]
    pairs = st.tuples(st.sampled_from(ids), st.sampled_from(ids)).filter(lambda pair: pair[0] < pair[1])
    rows = [
        {
            "from": left,
            "to": right,
            "kind": draw(st.sampled_from([None, *KINDS])),
            "since": (days := sorted(filter(None, (draw(DAYS), draw(DAYS)))) or [None])[0],
            "until": days[-1] if len(days) > 1 else None,
            "basis": draw(st.sampled_from([None, *(basis.value for basis in Basis)])),
            "reliability": draw(st.sampled_from([None, "A1", "F6"])),
            "sources": draw(st.lists(SOURCES, min_size=1, max_size=3, unique=True) | st.none()),
            "note": draw(TEXTS | st.none()),
            "joint_offence": draw(st.booleans() | st.none()),
            "weight": draw(st.floats(0, 1e9) | st.none()),
        }
        for left, right in draw(st.lists(pairs, max_size=5, unique=True))
    ]
    schema = {**TIES, "weight": pl.Float64}
    return Network(
        parties=pl.DataFrame(parties, schema={**PARTIES, "town": pl.String}, orient="row"),
        ties=pl.DataFrame(rows, schema=schema),
    )


@pytest.mark.parametrize("name", ["folder", "graph.graphml", "graph.json"])
@given(told=networks())
def test_what_is_written_is_read_back_the_same(name: str, told: Network) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        write(told, path)
        again = read(path)
    assert again.told.set_aside == again.told.unread == {}
    for one, other in ((told.parties, again.parties), (told.ties, again.ties)):
        # A column in which nothing is said need not be written.
        empty = [column for column in one.columns if one[column].null_count() == one.height]
        assert_frame_equal(one.drop(empty), other.drop(empty, strict=False))


def test_a_csv_keeps_the_ties_alone(tmp_path: Path) -> None:
    told = network("ana member-of brokers", alone=["dora"], sources=[["S-1", "S-2"]])
    write(told, tmp_path / "graph.csv")
    again = read(tmp_path / "graph.csv")
    assert_frame_equal(again.ties, told.ties)
    assert again.parties["id"].to_list() == ["ana", "brokers"]
