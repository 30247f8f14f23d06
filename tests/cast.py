"""The cast: invented people who tell every test's story. None of them exists.

Officers: Ana works cases, Bruno supervises and signs second, Carla escorts, Diego audits,
Elena administers users and sees no case. Persons: Teodoro Quiñones Arce is wanted in the
United States and held in Mexico; Brenda Holloway is wanted in Mexico and held in the United States.
"""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

MEXICO_CITY = timezone(timedelta(hours=-6))
PASSWORD = "tres tristes tigres tragaban trigo"

ANA, BRUNO, CARLA, DIEGO, ELENA = "ana", "bruno", "carla", "diego", "elena"
ROLES = {
    ANA: "caseworker",
    BRUNO: "supervisor",
    CARLA: "escort",
    DIEGO: "auditor",
    ELENA: "administrator",
}

TEODORO = "Teodoro Quiñones Arce"
BRENDA = "Brenda Holloway"
LISTED = tuple(
    f"{given} {first} {second}"
    for given, first, second in (
        ("Anselmo", "Barragán", "Tello"),
        ("Bernardo", "Cuéllar", "Nava"),
        ("Ciriaco", "Dávalos", "Ibarra"),
        ("Demetrio", "Escamilla", "Robles"),
        ("Eleazar", "Fuentes", "Güémez"),
        ("Fermín", "Gallardo", "Ñáñez"),
    )
)

NOON = datetime(2025, 1, 15, 12, 0, tzinfo=MEXICO_CITY)


def later(*, days: int = 0, hours: int = 0, minutes: int = 0) -> datetime:
    """An instant after the story's noon."""
    return NOON + timedelta(days=days, hours=hours, minutes=minutes)
