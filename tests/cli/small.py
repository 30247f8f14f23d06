"""A small example's folder, its persons invented: one handover, planned, of two."""

from __future__ import annotations

from pathlib import Path

import cast

HANDOVERS = """
snapshot = 2025-01-15
demonstration = 2025-01-15T09:00:00-06:00

[[handover]]
id = "H-2025-0001"
year = 2025
on = 2025-01-16
state = "planned"
title = "Entrega de prueba"
persons = 2
giving = "MX"
receiving = "US"
basis = "national-security-transfer"
place = "Hangar de prueba"
said_by_giving = { es = "Traslado.", en = "Transfer." }
said_by_receiving = { es = "Recepción.", en = "Receipt." }
assurance_note = { es = "Ninguna.", en = "None." }
sources = ["S-1"]
"""
PERSONS = (
    "id,handover,name,name_standing,name_us,aliases,nationality,district,judge,destination,"
    "organisation_alleged,role_alleged,maximum_penalty,standing,status_us,status_on,mexico,note,sources"
)
CHARGES = "person,charge,title,standing_then,standing,since,sources"
SOURCES = "id,outlet,date,language,tier,address"


def small_example(folder: Path) -> Path:
    """Write the folder's files."""
    folder.mkdir()
    people = "\n".join(
        f"P-{number},H-2025-0001,{name},established,,,MX,,,Houston,,,,charged,charged,2025-01-02,,,S-1"
        for number, name in enumerate(cast.LISTED[:2], 1)
    )
    files = {
        "handovers.toml": HANDOVERS,
        "undertakings.toml": "undertaking = []",
        "stays.toml": "stay = []",
        "persons.csv": f"{PERSONS}\n{people}\n",
        "charges.csv": f"{CHARGES}\nP-1,1,fraud,charged,charged,,S-1\n",
        "stages.csv": "handover,stage_en,stage_es,persons,could_be_surrendered_under_the_treaty,source\n",
        "name_variants.csv": "person,variant,kind,source\nP-1,BARRAGAN Anselmo,inverted,S-1\n",
        "sources.csv": f"{SOURCES}\nS-1,Gaceta de prueba,2025-01-02,es,news,http://localhost/\n",
    }
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder
