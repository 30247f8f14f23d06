"""A small world of invented instruments: a model, a convention with its protocol, a union's act."""

from __future__ import annotations

from pathlib import Path

from dedere.law.library import PACKAGED

HEAD = """
id = "{id}"
title.en = "{id}"
title.es = "{id}"
short.en = "{id}"
short.es = "{id}"
layer = "{layer}"
done = 1990-01-01
routes = ["treaty-extradition"]
authentic = ["en"]
official = "nowhere"
sources = []
"""

MODEL = """
[[option]]
id = "remainder"
article = "2"
unit = "months"
choices = [4, 6]

[[option]]
id = "arrest"
article = "9"
unit = "days"
choices = [30, 40, 45]

[[clause]]
id = "remainder"
kind = "remaining-sentence"
article = "2"
text.en = "So many months remain."
text.es = "Faltan tantos meses."
months = { option = "remainder" }
checked = "SCR"

[[clause]]
id = "military"
kind = "military-offence"
article = "3"
text.en = "Not for military offences."
text.es = "No por delitos militares."

[[clause]]
id = "arrest"
kind = "clock"
article = "9"
rule = "provisional-arrest"
length = { option = "arrest" }
unit = "days"
start = ["provisionally-arrested"]
stop = ["request-received"]
expiry = "released-at-once"
text.en = "So many days."
text.es = "Tantos días."
"""

CONVENTION = """
[[clause]]
id = "grave"
kind = "extraditable-offence"
article = "2"
text.en = "One year in both laws."
text.es = "Un año en ambas leyes."
months = 12
ways = ["both-laws"]

[[clause]]
id = "nationality"
kind = "nationality"
article = "6"
text.en = "Nationals may be refused."
text.es = "Puede negarse la entrega de nacionales."

[[clause]]
id = "prosecute"
kind = "duty"
article = "6"
text.en = "At request, the case goes to the prosecutors."
text.es = "A petición, el caso pasa a la fiscalía."
at_request_of = "requesting"
asked = "arrest-urgent"

[[clause]]
id = "may"
kind = "clock"
article = "16"
decider = "judge"
rule = "provisional-arrest"
length = 18
unit = "days"
start = ["provisionally-arrested"]
stop = ["request-received"]
expiry = "may-release"
text.en = "After 18 days the person may be released."
text.es = "A los 18 días la persona puede ser puesta en libertad."

[[clause]]
id = "must"
kind = "clock"
article = "16(4)"
decider = "judge"
rule = "provisional-arrest-longest"
length = 40
unit = "days"
start = ["provisionally-arrested"]
stop = ["request-received"]
expiry = "released-at-once"
text.en = "After 40 days the person is released."
text.es = "A los 40 días la persona es puesta en libertad."
"""

PARTIES = """
[[party]]
state = "FR"
from = 1995-01-01

[[party]]
state = "ES"
from = 1995-01-01
until = 2010-01-01

[[party]]
state = "ES"
from = 2012-01-01

[[party]]
state = "SE"
from = 2000-01-01

[[reservation]]
state = "FR"
clause = "nationality"
effect = "changes"
made = 1995-01-01
text.en = "FR gives up no national."
text.es = "FR no entrega nacionales."
[reservation.values]
effect = "mandatory-bar"

[[reservation]]
state = "SE"
article = "2"
effect = "leaves-out"
made = 2000-01-01
withdrawn = 2015-01-01
reciprocal = true
text.en = "SE does not apply article 2."
text.es = "SE no aplica el artículo 2."

[[reservation]]
state = "ES"
clause = "nationality"
effect = "declares"
made = 1995-01-01
text.en = "Nationals are those at the time of the decision."
text.es = "Son nacionales quienes lo sean al resolver."
"""

PROTOCOL = """
[[clause]]
id = "nationality"
kind = "nationality"
article = "1"
instead_of = ["nationality"]
text.en = "A nationality acquired later is no obstacle."
text.es = "La nacionalidad adquirida después no es obstáculo."
acquired_after_offence_excepted = true
"""

ACT = """
[[clause]]
id = "military"
kind = "military-offence"
article = "3"
decider = "judge"
text.en = "Not for military offences."
text.es = "No por delitos militares."
"""


def head(name: str, layer: str = "treaty", more: str = "in_force = 1991-01-01") -> str:
    return HEAD.format(id=name, layer=layer) + more + "\n"


def pair(*states: str, since: str = "2000-01-01") -> str:
    return "".join(f'[[party]]\nstate = "{state}"\nfrom = {since}\n' for state in states)


FILES = {
    "model/instrument.toml": head("model", "model", "") + MODEL,
    "convention/instrument.toml": head("convention") + CONVENTION,
    "convention/parties.toml": PARTIES,
    "protocol/instrument.toml": head("protocol", more='in_force = 1996-01-01\namends = "convention"')
    + PROTOCOL,
    "protocol/parties.toml": pair("FR", "ES", since="2004-01-01"),
    "act/instrument.toml": head("act", "union", 'in_force = 2020-01-01\nreplaces = ["convention"]') + ACT,
    "act/parties.toml": pair("FR", "SE", since="2020-01-01"),
    "bilateral/instrument.toml": head(
        "bilateral",
        more='in_force = 1992-01-01\nparties = ["AR", "CL"]\nbased_on = "model"\nleave_out = ["military"]',
    )
    + "[choose]\nremainder = 6\narrest = 45\n",
}


def folder(path: Path, **changes: str) -> Path:
    """Write the world beside the packaged facts, sources and calendars, some files changed."""
    (path / "calendars").mkdir()
    for name in ("facts.toml", "sources.toml"):
        (path / name).write_bytes((PACKAGED / name).read_bytes())
    for name, text in (FILES | changes).items():
        (path / name).parent.mkdir(exist_ok=True)
        (path / name).write_text(text, encoding="utf-8")
    return path
