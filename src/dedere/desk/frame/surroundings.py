"""What the shell of every page knows: the desk, its navigation, the demonstration, the session's end."""

from __future__ import annotations

from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse

from dedere.desk import clock, wording
from dedere.desk.officers import allows, role_of

LOOKS = ("auto", "light", "dark", "contrast")
LOOK_COOKIE = "dedere-look"


@dataclass(frozen=True, slots=True, kw_only=True)
class Door:
    """One entry of the navigation: its words, its address, whether the page stands behind it."""

    words: str
    address: str
    here: bool


# Name of the address, key of its words, permission, and the journeys that stand behind it.
_DOORS = (
    ("today:today", "frame.today", "read-cases", ("today",)),
    (
        "cases:list",
        "frame.cases",
        "read-cases",
        ("cases", "case", "person", "clockdays", "requirements", "why", "acts", "intake"),
    ),
    ("matches:list", "frame.matches", "read-matches", ("matches",)),
    ("handover:list", "frame.handovers", "read-handovers", ("handover", "leg", "paper")),
    ("network:home", "frame.network", "read-cases", ("network",)),
    ("commitments:page", "frame.commitments", "read-accords", ("commitments",)),
    ("claims:list", "frame.claims", "read-claims", ("claims",)),
    ("amendment:law", "frame.law", "read-law", ("amendment",)),
    ("ledger:page", "frame.ledger", "read-ledger", ("ledger",)),
    ("officers:list", "frame.officers", "manage-officers", ("officers",)),
)


def surroundings(request: HttpRequest) -> dict[str, object]:
    """Return the shell's own words; nothing of a case."""
    return {
        "language": wording.language(),
        "home": settings.DEDERE_HOME.lower(),
        "authority": authority(settings.DEDERE_HOME),
        "demonstration": clock.demonstration() and clock.now(request),
        "doors": doors(request),
        "searchable": allows_search(request),
        "look": look(request),
        "session_seconds": settings.SESSION_COOKIE_AGE,
        "session_minutes": settings.SESSION_COOKIE_AGE // 60,
    }


def authority(home: str) -> str:
    """The authority's name: written out for the first two States, put together for any other."""
    key = f"frame.authority.{home.lower()}"
    if key in wording.screens().keys():  # noqa: SIM118  (a Wording is no mapping)
        return wording.say(key)
    return wording.say("frame.authority.other", state=wording.state(home))


def doors(request: HttpRequest) -> tuple[Door, ...]:
    """The navigation that this officer's role opens."""
    role = role_of(getattr(request, "user", None))
    match = getattr(request, "resolver_match", None)
    journey = match.app_name if match else ""
    return tuple(
        Door(words=wording.say(key), address=address, here=journey in journeys)
        for name, key, permission, journeys in _DOORS
        if allows(role, permission) and (address := _address(name))
    )


def allows_search(request: HttpRequest) -> bool:
    """Whether the search box is shown: to those who may read cases."""
    return allows(role_of(getattr(request, "user", None)), "read-cases")


def look(request: HttpRequest) -> str:
    """The colours this browser asked for: ``auto light dark contrast``."""
    kept = request.COOKIES.get(LOOK_COOKIE, "")
    return kept if kept in LOOKS else LOOKS[0]


def _address(name: str) -> str:
    try:
        return reverse(name)
    except NoReverseMatch:
        return ""
