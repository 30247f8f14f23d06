"""The state of Mexico that a text names as a place of birth, as a CURP abbreviates it."""

from __future__ import annotations

import re
from functools import lru_cache

from anyascii import anyascii

from dedere.persons.identifiers.curp import STATES

# INEGI numbers the states from 01, in this order; ISO 3166-2:MX has the letters.
_ORDER = tuple(code for code in STATES if code != "NE")
_ISO = (
    *(
        "AGU",
        "BCN",
        "BCS",
        "CAM",
        "COA",
        "COL",
        "CHP",
        "CHH",
        "CMX",
        "DUR",
        "GUA",
        "GRO",
        "HID",
        "JAL",
        "MEX",
    ),
    *(
        "MIC",
        "MOR",
        "NAY",
        "NLE",
        "OAX",
        "PUE",
        "QUE",
        "ROO",
        "SLP",
        "SIN",
        "SON",
        "TAB",
        "TAM",
        "TLA",
        "VER",
    ),
    *("YUC", "ZAC"),
)
_OTHERWISE = {
    "DF": "distrito federal, cdmx, d f, mexico city, mexico df, mexico d f, ciudad de mexico df",
    "MC": "estado de mexico, edo de mexico, edo mex, edomex, edo de mex, state of mexico, mexico state",
    "CL": "coahuila de zaragoza, coah",
    "MN": "michoacan de ocampo, mich",
    "VZ": "veracruz de ignacio de la llave, veracruz llave, ver",
    "QT": "queretaro de arteaga, qro",
    "BC": "baja california norte, b c",
    "BS": "b c s",
    "SP": "slp, s l p",
    "NL": "n l",
    "QR": "q roo",
    "AS": "ags",
    "CC": "camp",
    "CS": "chis",
    "CH": "chih",
    "CM": "col",
    "DG": "dgo",
    "GT": "gto",
    "GR": "gro",
    "HG": "hgo",
    "JC": "jal",
    "MS": "mor",
    "NT": "nay",
    "OC": "oax",
    "PL": "pue",
    "SL": "sin",
    "SR": "son",
    "TC": "tab",
    "TS": "tamps",
    "TL": "tlax",
    "YN": "yuc",
    "ZS": "zac",
    "NE": "extranjero, nacida en el extranjero, foreign, abroad, born abroad",
}
_EDGE = re.compile(r"[^a-z0-9]+")


def _fold(text: str) -> str:
    return _EDGE.sub(" ", anyascii(text).lower()).strip()


_CODES = (
    {_fold(name): code for code, name in STATES.items()}
    | {code.lower(): code for code in STATES}
    | {iso.lower(): code for iso, code in zip(_ISO, _ORDER, strict=True)}
    | {f"{number:02d}": code for number, code in enumerate(_ORDER, 1)}
    | {name: code for code, names in _OTHERWISE.items() for name in names.split(", ")}
)
_COUNTRY = ("mexico", "mex", "mx", "")
_PARTS = re.compile(r"[,;()/]")


@lru_cache(maxsize=1 << 16)
def state_of(text: str) -> str | None:
    """The two-letter code of the state, or None where the text names none: ``Culiacán, Sin.`` is ``SL``.

    ``México`` alone is none: whether the country is meant or the State of Mexico cannot be told.
    """
    whole = _fold(text).removeprefix("mx ")
    if whole in _COUNTRY:
        return None
    if whole in _CODES:
        return _CODES[whole]
    # Beside a town two letters may be a state of the United States: MN, MS, NE.
    parts = [part for each in _PARTS.split(text) if (part := _fold(each)) not in _COUNTRY and len(part) > 2]
    return next((_CODES[part] for part in reversed(parts) if part in _CODES), None)
