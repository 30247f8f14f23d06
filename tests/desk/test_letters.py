"""Letters sent and not acknowledged are red on Today, with the reason, and counted in /health."""

from __future__ import annotations

import json

import pytest
from django.test import Client, override_settings

from dedere.clerk.exchange import sending
from dedere.registry.models import Officer
from gate.story import received
from gate.test_again import Dead
from gate.test_played import played

import cast

__all__ = ["played"]
pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(("days", "standing"), [(0, "Being sent"), (40, "Held: an officer must look")])
def test_a_letter_that_is_not_acknowledged_is_red_on_today(
    played: object, officers: dict[str, Officer], client: Client, days: int, standing: str
) -> None:
    number = received().case.number
    at = cast.later(days=days, hours=2)
    sending.send_due(Dead(), at=at)
    with override_settings(DEDERE_DEMO_CLOCK=at.isoformat()):
        client.force_login(officers[cast.ANA])
        page = client.get("/en/").content.decode()
        told = json.loads(client.get("/health").content)["waiting"]
    first = page[page.index("desk-group--late") :].partition("</section>")[0]
    assert all(
        said in first for said in ("Sent and not acknowledged", "Letter 1 to", number, cast.TEODORO, standing)
    )
    assert ("its day passed" in first) is (days == 40)
    assert (told["letters_unacknowledged"], told["letters_held"]) == (1, int(days == 40))


def test_a_desk_whose_letters_are_acknowledged_shows_no_such_group(
    officers: dict[str, Officer], client: Client
) -> None:
    client.force_login(officers[cast.ANA])
    assert "not acknowledged" not in client.get("/en/").content.decode()
