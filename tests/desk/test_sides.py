"""What differs between two texts is marked piece by piece, wherever the other says it."""

import pytest

from dedere.desk.matches.sides import pieces


def marked(text: str, other: str) -> str:
    """The text with what differs in brackets."""
    return "".join(f"[{piece.text}]" if piece.differs else piece.text for piece in pieces(text, other))


@pytest.mark.parametrize(
    ("text", "other", "shown"),
    [
        ("Teodoro Quiñones Arce", "TEODORO QUINONES", "Teodoro Quiñones [Arce]"),
        ("TEODORO QUINONES", "Quiñones Arce, Teodoro", "TEODORO QUINONES"),
        ("JEZUS ANTONIO", "JESUS ANTONIO", "JE[Z]US ANTONIO"),
        ("Mendez Fernandez", "MENDEZ", "Mendez [Fernandez]"),
        ("12 mar 1975", "21 mar 1975", "[12] mar 1975"),
        ("QUAT750312HSLXRD03", "QUAT750321HSLXRD03", "QUAT75031[2]HSLXRD03"),
        ("MU?OZ", "Muñoz", "MU?OZ"),
        ("Teodoro", "", "Teodoro"),
        ("", "Teodoro", ""),
    ],
)
def test_differences_are_marked_and_accents_capitals_and_order_are_none(text, other, shown):
    assert marked(text, other) == shown
