"""The network's pages: who may read them, what they draw, what they leave out, what is put on record."""

from __future__ import annotations

from collections.abc import Callable
from itertools import product
from pathlib import Path

import pytest
from django.test import Client

from clerk.story import act, opened, track
from dedere.docket.acts import Act
from dedere.docket.entries import Charge
from dedere.docket.entries.opening import ChargesStated
from dedere.links.reading import read
from dedere.registry.models import PartyRow, Reading, TieRow
from network import handed_over, loaded, network, parties, party, tie, ties

import cast

pytestmark = pytest.mark.django_db


def convicted() -> Act:
    charge = Charge(id="1", title="Contrabando", standing="convicted")
    return act("state-charges", ChargesStated(charges=(charge,)))


def key(id: str) -> str:
    return PartyRow.objects.get(id=id).key


def page(client: Client, id: str, query: str = "", language: str = "en") -> str:
    answer = client.get(f"/{language}/network/party/{key(id)}/{query}")
    assert answer.status_code == 200
    return answer.content.decode()


def drawn(text: str) -> set[str]:
    return {row for row in TieRow.objects.values_list("key", flat=True) if f'data-ties="{row}' in text}


def kinds(text: str) -> list[str]:
    return sorted(TieRow.objects.filter(key__in=drawn(text)).values_list("kind", flat=True))


@pytest.mark.parametrize(
    ("name", "may"), [(cast.ANA, 200), (cast.DIEGO, 200), (cast.CARLA, 403), (cast.ELENA, 403)]
)
def test_whoever_may_not_read_cases_may_not_read_the_network(
    as_officer: Callable[[str], Client], name: str, may: int
) -> None:
    loaded()
    client, tied = as_officer(name), TieRow.objects.first()
    for address in (
        "",
        "N-2025-0001/",
        f"party/{key('T')}/",
        f"party/{key('T')}/picture.svg",
        f"tie/{tied.key}/",
    ):
        assert client.get(f"/es/network/{address}").status_code == may, address


def test_each_page_that_is_read_is_on_record(ana: Client) -> None:
    loaded()
    page(ana, "T")
    ana.get("/es/network/")
    read = Reading.objects.filter(officer=cast.ANA, stream="N-2025-0001")
    assert set(read.values_list("page", flat=True)) == {f"party {key('T')}", "network"}


def test_the_names_shown_are_the_networks_own_and_never_those_of_a_case(ana: Client) -> None:
    number = opened(track(), person="Nombre Reservado").number
    loaded(cases={"T": number})
    for address in ("", f"party/{key('T')}/", f"party/{key('A')}/?reach=3"):
        text = ana.get(f"/en/network/{address}").content.decode()
        assert cast.TEODORO in text
        assert "Nombre Reservado" not in text


def test_without_a_network_the_page_says_how_to_load_one(ana: Client) -> None:
    assert "dedere network load" in ana.get("/en/network/").content.decode()


def test_the_front_counts_what_each_tie_rests_on_and_what_is_left_out(ana: Client) -> None:
    loaded()
    front = ana.get("/en/network/").context["front"]
    assert (front.persons, front.organisations, front.ties, front.counting, front.sources) == (6, 2, 9, 6, 2)
    assert front.bases == (("proved-in-court", 1), ("alleged-by-a-prosecutor", 2), ("reported", 3))
    assert dict(front.left_out) == {"lawful": 1, "kin": 1, "rivalry": 1}
    assert front.holds


def test_parties_are_found_by_words_of_their_names_whatever_the_accents(ana: Client) -> None:
    loaded()
    rows = ana.get("/en/network/?q=QUINONES teodoro").context["listed"].rows
    assert [row[0].id for row in rows] == ["T"]
    assert "Nobody in this network" in ana.get("/en/network/?q=zzz").content.decode()


def test_the_picture_and_the_table_show_the_same_ties(ana: Client) -> None:
    loaded()
    text = page(ana, "T")
    assert kinds(text) == ["leader-of", "works-with"]
    assert all(f'data-tie="{each}"' in text for each in drawn(text))
    assert kinds(page(ana, "T", "?reach=2")) == [
        "leader-of",
        "leader-of",
        "member-of",
        "member-of",
        "works-with",
    ]


def test_lines_tell_what_a_tie_rests_on_and_shapes_what_a_party_is(ana: Client) -> None:
    loaded()
    text = page(ana, "banda")
    assert text.count('class="net-tie net-tie--proved-in-court" data-ties') == 1
    assert text.count('class="net-tie net-tie--alleged-by-a-prosecutor" data-ties') == 1
    assert text.count('class="net-tie net-tie--reported" data-ties') == 1
    assert text.count("net-node--organisation net-node--here") == 1


def test_counsel_kin_and_rivals_are_never_drawn_and_are_listed_with_the_reason(ana: Client) -> None:
    loaded()
    for id, why in (
        ("T", "counsel and other lawful service never count"),
        ("A", "family, and no source"),
        ("banda", "rivals do not"),
    ):
        text = page(ana, id, "?reach=3")
        assert not {"counsel-of", "sibling-of", "rival-of"} & set(kinds(text))
        assert why in text
    assert "tells a tie of crime of this party" in page(ana, "E")


@pytest.mark.parametrize(
    ("query", "wanted"),
    [
        ("basis=proved-in-court", ["leader-of"]),
        ("reliability=B", ["leader-of", "member-of"]),
        ("nature=organisation", ["leader-of", "member-of", "member-of"]),
        ("year=2022", ["leader-of", "member-of"]),
        ("basis=rumour&year=2022", ["leader-of", "member-of"]),
        ("basis=rumour&year=soon", ["leader-of", "member-of", "member-of"]),
    ],
)
def test_ties_are_filtered(ana: Client, query: str, wanted: list[str]) -> None:
    loaded()
    assert kinds(page(ana, "banda", f"?{query}")) == wanted


def test_a_tie_without_a_date_is_shown_for_every_year_and_the_page_says_so(ana: Client) -> None:
    loaded(network(told=[tie("A", "B", since=""), tie("A", "C", since="2020")]))
    text = page(ana, "A", "?year=2020")
    assert len(drawn(text)) == 2
    assert "1 tie has no date in any source" in text


def test_sixty_are_drawn_at_most_and_the_page_says_of_how_many(ana: Client) -> None:
    many = [party(f"X{n}") for n in range(80)]
    loaded(network([*parties(), *many], [*ties(), *(tie("T", each["id"]) for each in many)]))
    text = page(ana, "T")
    assert text.count('<g class="net-node ') == 60
    assert "60 of 83 are drawn" in text


def test_whoever_was_handed_over_is_marked_by_a_sign(ana: Client) -> None:
    loaded(cases={"C": handed_over()})
    text = page(ana, "T")
    assert text.count("net-node--over") == 2  # once drawn, once in the legend
    assert ", handed over" in text


def test_a_path_shows_each_step_with_its_tie_and_what_it_rests_on(ana: Client) -> None:
    loaded()
    answer = ana.get(f"/en/network/party/{key('A')}/path/?to=D")
    assert [step.other.id for step in answer.context["way"]] == ["banda", "T", "C", "otra", "D"]
    assert "They are 5 ties apart." in answer.content.decode()


def test_a_path_is_never_led_over_counsel_or_kin(ana: Client) -> None:
    loaded()
    assert "No path of ties of crime" in ana.get(f"/en/network/party/{key('A')}/path/?to=E").content.decode()


def test_words_that_mean_several_are_asked_about(ana: Client) -> None:
    loaded()
    answer = ana.get(f"/en/network/party/{key('A')}/path/?to=an")
    assert len(answer.context["choices"]) > 1
    assert "Which one?" in answer.content.decode()


def test_every_tie_opens_its_source_with_outlet_day_and_kind(ana: Client) -> None:
    loaded()
    for row, language in product(TieRow.objects.all(), ("es", "en")):
        text = ana.get(f"/{language}/network/tie/{row.key}/").content.decode()
        assert ("Court of Nowhere" if row.sources == "S-2" else "Gaceta Inventada") in text
    assert "A1 (Admiralty Code): the source completely reliable" in text or "C3" in text


@pytest.mark.parametrize(("language", "says"), [("en", "told as: nephew"), ("es", "referido como: sobrino")])
def test_a_note_is_shown_in_the_readers_language_and_marked_as_such(
    ana: Client, language: str, says: str
) -> None:
    note = "[en] told as: nephew [es] referido como: sobrino"
    loaded(network(told=[tie("A", "B", note=note), tie("C", "D", note="sin lengua dicha")]))
    texts = [
        ana.get(f"/{language}/network/tie/{TieRow.objects.get(tail=tail).key}/").content.decode()
        for tail in ("A", "C")
    ]
    assert f'lang="{language}">{says}</dd>' in texts[0]
    assert 'lang="">sin lengua dicha</dd>' in texts[1]


def test_the_picture_is_sent_as_a_file_that_needs_no_stylesheet(ana: Client) -> None:
    loaded()
    answer = ana.get(f"/es/network/party/{key('T')}/picture.svg")
    text = answer.content.decode()
    assert answer["Content-Disposition"].endswith('.svg"')
    assert answer["Content-Type"].startswith("image/svg+xml")
    assert "stroke-dasharray" in text
    assert "<a href" not in text


def test_unknown_keys_are_not_found(ana: Client) -> None:
    loaded()
    nobody = "0" * 24
    for address in (f"party/{nobody}/", f"tie/{nobody}/", "N-2031-0001/", f"party/{nobody}/path/"):
        assert ana.get(f"/en/network/{address}").status_code == 404


def test_a_case_leads_to_its_person_in_the_network_and_back(ana: Client) -> None:
    number = opened(track()).number
    assert (
        "/network/"
        not in ana.get(f"/en/cases/{number}/").content.decode().split("desk-tabs")[1].split("</nav>")[0]
    )
    loaded(cases={"T": number})
    assert f"/en/network/party/{key('T')}/" in ana.get(f"/en/cases/{number}/").content.decode()
    assert f"/en/cases/{number}/" in page(ana, "T")


@pytest.mark.parametrize("suffix", ["csv", "graphml", "jsonl"])
def test_a_network_that_is_sent_is_read_back_the_same_and_holds_no_case(
    ana: Client, tmp_path: Path, suffix: str
) -> None:
    loaded(cases={"T": "MX-2025-0001"})
    answer = ana.get(f"/es/network/N-2025-0001/file/{suffix}/")
    assert b"MX-2025-0001" not in answer.content
    path = tmp_path / f"sent.{suffix}"
    path.write_bytes(answer.content)
    told = read(path).ties
    assert sorted(zip(told["from"], told["to"], told["kind"], strict=True)) == sorted(
        (each["from"], each["to"], each["kind"]) for each in ties()
    )
    assert ana.get("/es/network/N-2025-0001/file/exe/").status_code == 404


def test_beside_each_name_stands_how_far_the_charges_on_file_have_come(ana: Client) -> None:
    number = opened(track(), convicted(), person="Nombre Reservado").number
    loaded(cases={"T": number})
    for language, words, none in (
        ("en", "convicted", "no charge on file here"),
        ("es", "condenado", "sin cargo registrado aquí"),
    ):
        text = page(ana, "banda", language=language)
        assert f'<span class="chip chip--plain">{words}</span>' in text
        assert f"{none}</span>" in text
        assert f'<span class="chip chip--plain">{words}</span>' in page(ana, "T", language=language)


def test_an_organisation_has_no_standing_of_a_person(ana: Client) -> None:
    loaded(network(told=[tie("banda", "otra", "rival-of")]))
    assert "net-standing" not in page(ana, "banda")
