"""Tables of ties as they come: any delimiter and encoding, with headings or bare, each fault named."""

from __future__ import annotations

from pathlib import Path

import pytest

from dedere.files.faults import UnreadableFile
from dedere.links.network import Network
from dedere.links.reading import gathering, read, recognised

PLAIN = {("ana", "beto"), ("beto", "carla")}


def written(folder: Path, text: str, *, name: str = "graph.csv", encoding: str = "utf-8") -> Path:
    path = folder / name
    path.write_bytes(text.encode(encoding))
    return path


def ends(network: Network) -> set[tuple[str, str]]:
    return set(network.ties.select("from", "to").iter_rows())


@pytest.mark.parametrize(
    "text",
    [
        "from,to\nana,beto\nbeto,carla\n",
        "ana,beto\nbeto,carla",
        "ana beto\nbeto carla\n",
        "  ana beto \n beto \t  carla\n",
        "ana;beto\nbeto;carla\n",
        "Source\tTarget\tWeight\nana\tbeto\t1\nbeto\tcarla\t2.5\n",
        "sujeto|objeto\nana|beto\nbeto|carla\n",
        "# nodes: 3\n% ties: 2\n# FromNodeId ToNodeId\nana\tbeto\nbeto\tcarla\n",
        '"from","to"\r\n"ana","beto"\r\n"beto","carla"\r\n',
    ],
)
def test_the_same_ties_are_read_however_the_cells_are_parted(tmp_path: Path, text: str) -> None:
    network = read(written(tmp_path, text))
    assert ends(network) == PLAIN
    assert network.parties["id"].to_list() == ["ana", "beto", "carla"]
    assert network.told.set_aside == {}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
def test_the_encoding_is_found(tmp_path: Path, encoding: str) -> None:
    network = read(written(tmp_path, "de,from,to\nx,Núñez,Peña\n", encoding=encoding))
    assert ends(network) == {("Núñez", "Peña")}
    assert network.told.facts["encoding"] == encoding


def test_bare_columns_are_two_ends_and_a_weight_where_the_third_is_a_number(tmp_path: Path) -> None:
    assert read(written(tmp_path, "1 2 0.5\n2 3 7\n")).ties["weight"].to_list() == [0.5, 7.0]
    assert "weight" not in read(written(tmp_path, "1 2 phone\n2 3 meeting\n")).ties.columns


def test_the_house_columns_are_read_as_what_they_are(tmp_path: Path) -> None:
    text = (
        "subject,relation,object,basis,since,until,source_ids,joint_offence,reliability,page\n"
        "ana,brother_of,beto,Proved in court,2019-03,2020,S-1|S-2,yes,b2,7\n"
    )
    (row,) = read(written(tmp_path, text)).ties.iter_rows(named=True)
    assert row == {
        "from": "ana",
        "to": "beto",
        "kind": "sibling-of",
        "since": "2019-03",
        "until": "2020",
        "basis": "proved-in-court",
        "reliability": "B2",
        "sources": ["S-1", "S-2"],
        "note": None,
        "joint_offence": True,
        "page": "7",
    }


def test_a_column_named_source_cites_where_the_ends_have_other_names(tmp_path: Path) -> None:
    network = read(written(tmp_path, "from,to,source\nana,beto,S-1\n"))
    assert network.ties["sources"].to_list() == [["S-1"]]


def test_a_tie_with_oneself_is_left_out_and_counted(tmp_path: Path) -> None:
    network = read(written(tmp_path, "from,to\nana,ana\nana,beto\n"))
    assert (network.told.rows, network.told.self_ties, network.ties.height) == (2, 1, 1)


def test_ties_told_twice_are_merged_with_the_sources_of_both(tmp_path: Path) -> None:
    text = (
        "from,to,kind,sources,note,joint_offence\n"
        "ana,beto,works-with,S-1,at the port,\n"
        "carla,beto,leader-of,S-3,,\n"
        "beto,ana,works-with,S-2,,yes\n"
        "beto,carla,leader-of,S-3,,\n"
        "ana,beto,works-with,S-1,,no\n"
    )
    network = read(written(tmp_path, text))
    assert network.told.doubles == 2
    assert network.ties.select("from", "to", "sources", "note", "joint_offence").rows() == [
        ("ana", "beto", ["S-1", "S-2"], "at the port", True),
        ("carla", "beto", ["S-3"], None, None),
        ("beto", "carla", ["S-3"], None, None),
    ]


def test_a_tie_told_of_two_periods_is_two_ties(tmp_path: Path) -> None:
    text = "from,to,since,until\nana,beto,2010,2012\nana,beto,2015,\nana,beto,2010,2012\n"
    network = read(written(tmp_path, text))
    assert (network.ties.height, network.told.doubles) == (2, 1)


@pytest.mark.parametrize(
    ("cells", "code"),
    [
        (",beto,1,,", "no-end"),
        ("ana,beto,much,,", "weight-no-number"),
        ("ana,beto,nan,,", "weight-no-number"),
        ("ana,beto,-2,,", "weight-negative"),
        ("ana,beto,1,2015-02,2014", "days-crossed"),
        ("ana,beto,1", "too-few-cells"),
        ("ana,beto,1,,,,surplus", "too-many-cells"),
    ],
)
def test_a_broken_row_is_set_aside_by_name_and_place(tmp_path: Path, cells: str, code: str) -> None:
    network = read(written(tmp_path, f"from,to,weight,since,until\nbeto,carla,1,2015,2015-02\n{cells}\n"))
    assert network.ties.height == 1
    assert network.told.set_aside == {code: 1}
    (row,) = network.told.shown["graph.csv"]
    assert (row.line, row.code) == (3, code)


def test_a_cell_that_is_not_of_its_list_is_left_empty_and_counted(tmp_path: Path) -> None:
    text = "from,to,basis,since,reliability,joint_offence\nana,beto,press,2013-02-30x,Z9,perhaps\n"
    network = read(written(tmp_path, text))
    assert network.ties.select("basis", "since", "reliability", "joint_offence").row(0) == (None,) * 4
    assert network.told.unread == {"since": 1, "basis": 1, "reliability": 1, "joint_offence": 1}


def test_a_table_without_rows_is_an_empty_network(tmp_path: Path) -> None:
    network = read(written(tmp_path, "from,to,kind\n"))
    assert (network.parties.height, network.ties.height, network.structure().parties) == (0, 0, 0)


def test_a_folder_is_its_ties_and_the_tables_of_its_parties(tmp_path: Path) -> None:
    written(tmp_path, "id,name,cost\nP-1,Ana,4\nP-2,Beto,\n", name="persons.csv")
    written(tmp_path, "id,name\nbrokers,The Brokers\nP-2,Twice\n", name="organisations.csv")
    ties = written(tmp_path, "from,to,kind\nP-1,brokers,member-of\nP-1,P-9,works-with\n", name="ties.csv")
    for network in (read(tmp_path), read(ties)):
        assert network.parties.select("id", "kind", "cost").rows() == [
            ("P-1", "person", "4"),
            ("P-2", "person", None),
            ("brokers", "organisation", None),
        ]
        assert ends(network) == {("P-1", "brokers")}
        assert network.told.set_aside == {"id-twice": 1, "unknown-party": 1}


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (b"", "empty"),
        (bytes(range(256)) * 40, "not text"),
        (b"%PDF-1.7 ...", "PDF"),
        (b"one\ntwo\n", "two ends"),
        (b"from,weight\nana,1\n", "“to” is missing"),
        (b"from,to,page,page\nana,beto,1,2\n", "two columns"),
        (b"from,to,weight\nana,beto,x\n", "every row"),
    ],
)
def test_what_is_no_network_is_refused_in_one_line(tmp_path: Path, content: bytes, what: str) -> None:
    path = tmp_path / "graph.csv"
    path.write_bytes(content)
    with pytest.raises(UnreadableFile, match=what):
        read(path)


def test_a_file_or_folder_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match="no such file"):
        read(tmp_path / "none.csv")
    with pytest.raises(UnreadableFile, match=r"no ties\.csv"):
        read(tmp_path)


def test_a_file_too_large_to_be_held_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "graph.csv"
    with path.open("wb") as file:
        file.truncate(2 << 30)
    with pytest.raises(UnreadableFile, match=f"{2 << 30:,} bytes"):
        read(path)
    assert recognised.MOST_BYTES < 2 << 30


def test_more_ties_than_can_be_held_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gathering, "MOST_TIES", 2)
    with pytest.raises(UnreadableFile, match="more than 2 ties"):
        read(written(tmp_path, "1 2\n2 3\n3 4\n"))
