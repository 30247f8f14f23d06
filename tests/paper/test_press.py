"""The press: PDF/A for everyone to read, the same bytes for the same data, no text read as markup."""

from __future__ import annotations

from datetime import timedelta

import pytest

from dedere.press.press import press, readable, spelled
from paper.printed import Printed

import cast

FRAME = {
    "title": "Etiquetas",
    "desk": "dedere",
    "reference": "H-2025-0001",
    "language": "es",
    "simulated": "",
    "printed": "Impreso",
    "check": "Compruebe",
    "digest": "a" * 64,
    "page": "Página",
}


def tag(name: str, simulated: str = "") -> dict[str, object]:
    person = {"place": "1", "case": "MX-2025-0001", "name": name, "journey": "", "property": ""}
    return {**FRAME, "people": [{**person, "simulated": simulated}]}


def printed(name: str) -> Printed:
    return Printed(press("desk/paper/tags", tag(name), at=cast.NOON))


def test_a_paper_claims_pdf_a_2a_and_pdf_ua_1_and_says_its_language_and_title() -> None:
    paper = printed(cast.TEODORO)
    assert "<pdfaid:part>2</pdfaid:part>" in paper.claims
    assert "<pdfaid:conformance>A</pdfaid:conformance>" in paper.claims
    assert "<pdfuaid:part>1</pdfuaid:part>" in paper.claims
    assert str(paper.reader.root_object["/Lang"]).startswith("es")
    assert paper.reader.root_object["/MarkInfo"]["/Marked"]
    assert paper.reader.metadata.title == "Etiquetas"


def test_every_font_is_embedded() -> None:
    for page in printed(cast.TEODORO).reader.pages:
        for font in page["/Resources"]["/Font"].values():
            descendant = font.get_object()["/DescendantFonts"][0].get_object()
            descriptor = descendant["/FontDescriptor"]
            assert {"/FontFile", "/FontFile2", "/FontFile3"} & set(descriptor)


def test_the_same_data_at_the_same_instant_gives_the_same_bytes() -> None:
    first, again = printed(cast.TEODORO).content, printed(cast.TEODORO).content
    assert first == again
    later = press("desk/paper/tags", tag(cast.TEODORO), at=cast.NOON + timedelta(hours=1))
    assert first != later


@pytest.mark.parametrize(
    "name",
    [
        "*Ana* _Ruiz_",
        "#panic()",
        '#import "x.typ": *',
        "$x^2$",
        "`raw`",
        "// nothing",
        "@label <l>",
        "\\ [x]",
    ],
)
def test_no_name_is_ever_read_as_markup(name: str) -> None:
    assert name.replace(" ", "") in printed(name).text.replace(" ", "")


def test_letters_that_no_font_can_set_are_printed_as_code_points_not_lost() -> None:
    assert "⟨U+4E2D⟩" in printed("Wang 中 Peña").text
    assert "Peña" in printed("Wang 中 Peña").text


def test_letters_of_our_alphabets_are_set_as_they_are() -> None:
    for name in ("Güémez Ñáñez", "Дмитрий", "Ελένη", "Łukasz Şahin", "O’Neill"):
        assert name in printed(name).text


def test_marks_that_turn_text_around_or_break_a_line_do_not_reach_the_paper() -> None:
    assert readable("Ana\u202eziuR\x07\u200f\ttres") == "AnaziuR  tres"
    assert spelled("中\u202e") == "⟨U+4E2D⟩"


def test_a_simulated_act_carries_the_word() -> None:
    assert "SIMULADO" in Printed(press("desk/paper/tags", tag(cast.TEODORO, "SIMULADO"), at=cast.NOON)).text
