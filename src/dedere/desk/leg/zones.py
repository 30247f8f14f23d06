"""On whose wall an instant of a leg is read: Mexico City's, and that of the person's destination."""

from __future__ import annotations

from dedere.docket.handover import Handover, Listed

HOME = "America/Mexico_City"
# The zone of each State's capital, where the destination itself says nothing.
_CAPITALS = {"MX": HOME, "US": "America/New_York"}
# Places whose clock is not the capital's; compared by the words of the destination.
_PLACES = {
    "chicago": "America/Chicago",
    "houston": "America/Chicago",
    "dallas": "America/Chicago",
    "mckinney": "America/Chicago",
    "san antonio": "America/Chicago",
    "texas": "America/Chicago",
    "denver": "America/Denver",
    "el paso": "America/Denver",
    "phoenix": "America/Phoenix",
    "tucson": "America/Phoenix",
    "los angeles": "America/Los_Angeles",
    "san diego": "America/Los_Angeles",
    "california": "America/Los_Angeles",
    "tijuana": "America/Tijuana",
    "hermosillo": "America/Hermosillo",
    "canc": "America/Cancun",
}


def zone_of(handover: Handover, person: Listed | None) -> str:
    """Return the zone of a person's destination, or of the receiving State's capital."""
    leg = handover.leg(person.leg) if person else None
    said = f"{person.destination if person else ''} {leg.destination if leg else ''}".casefold()
    capital = _CAPITALS.get(handover.receiving, HOME)
    return next((zone for place, zone in _PLACES.items() if place in said), capital)
