"""Which columns of a file say what of a person, told by their headings in English or Spanish."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dedere.files.headings import fold
from dedere.persons.reading.faults import UnreadableRoll

# Field → headings, folded: lower case, no accents, letters and digits alone. The first is the roll's own.
HEADINGS: Mapping[str, tuple[str, ...]] = {
    "id": (
        *("id", "recordid", "personid", "entityid", "identifier", "recordnumber", "caseid", "casenumber"),
        *("folio", "clave", "expediente", "numeroexpediente", "noexpediente", "identificador", "registro"),
        *("numero", "number", "no", "num", "key", "registernumber", "inmatenumber", "bookingnumber", "nic"),
    ),
    "given": (
        *("given", "givenname", "givennames", "firstname", "forename", "forenames", "first", "fname"),
        *("nombres", "nombredepila", "primernombre", "nombrepila"),
    ),
    "middle": (
        *("middle", "middlename", "middlenames", "secondname", "mname"),
        *("segundonombre", "otrosnombres"),
    ),
    "surname_1": (
        *("surname1", "surname", "surnames", "lastname", "lastnames", "last", "lname", "familyname"),
        *("paternalsurname", "firstsurname", "paterno", "apellidopaterno", "primerapellido", "apellido"),
        *("apellido1", "apellidos", "appaterno", "apepaterno", "apaterno"),
    ),
    "surname_2": (
        *("surname2", "secondsurname", "maternalsurname", "secondlastname", "maternalname", "lastname2"),
        *(
            "materno",
            "apellidomaterno",
            "segundoapellido",
            "apellido2",
            "apmaterno",
            "apematerno",
            "amaterno",
        ),
    ),
    "full_name": (
        *("fullname", "name", "completename", "personname", "displayname", "inmatename"),
        *("nombrecompleto", "nombre", "nombreyapellidos", "nombreapellidos", "persona", "interno"),
    ),
    "aliases": (
        *("aliases", "alias", "aka", "akas", "othernames", "nicknames", "nickname", "alsoknownas"),
        *("sobrenombre", "sobrenombres", "apodo", "apodos", "otrosnombresusados"),
    ),
    "born": (
        *(
            "born",
            "bornon",
            "birthdate",
            "dateofbirth",
            "dob",
            "birthday",
            "birth",
            "birthyear",
            "yearofbirth",
        ),
        *(
            "fechanacimiento",
            "fechadenacimiento",
            "nacimiento",
            "fnacimiento",
            "fecnac",
            "fechanac",
            "nacido",
        ),
        *("aniodenacimiento", "anodenacimiento", "anionacimiento", "anonacimiento"),
    ),
    "sex": ("sex", "gender", "sexo", "genero"),
    "birth_state": (
        *("birthstate", "stateofbirth", "birthplace", "placeofbirth", "pob"),
        *("entidad", "entidadnacimiento", "entidaddenacimiento", "estadonacimiento", "estadodenacimiento"),
        *("lugarnacimiento", "lugardenacimiento", "entidadfederativa"),
    ),
    "curp": ("curp", "clavecurp", "clavecurpregistro"),
    "rfc": ("rfc",),
}
NAMES = ("given", "surname_1", "surname_2", "full_name")
# Fields that may be spread over several columns; of the others a file has one.
SPREAD = ("given", "middle", "aliases")
_FIELD = {heading: field for field, headings in HEADINGS.items() for heading in headings}


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """A file's headings in order, and the places of those that hold a field, counted from 0."""

    headings: tuple[str, ...]
    places: Mapping[str, tuple[int, ...]]

    @property
    def wanted(self) -> tuple[int, ...]:
        """The places that hold a field, in order."""
        return tuple(sorted(place for places in self.places.values() for place in places))


def known(headings: Sequence[str]) -> int:
    """How many of the headings name a field."""
    return sum(fold(heading) in _FIELD for heading in headings)


def recognise(where: object, headings: Sequence[str]) -> Columns:
    """Tell what each column holds.

    Raises UnreadableRoll where none is known (a file without headings), where two say the same, or where
    the id or every name is missing.
    """
    found: dict[str, list[int]] = {}
    for place, heading in enumerate(headings):
        if field := _FIELD.get(fold(heading)):
            found.setdefault(field, []).append(place)
    read = ", ".join(headings)[:120]
    if not found:
        raise UnreadableRoll(where, "no-heading", read=read)
    _part_names(headings, found)
    places = {field: _chosen(where, field, several, headings) for field, several in found.items()}
    if "id" not in places:
        raise UnreadableRoll(where, "missing-id", read=read)
    if not any(name in places for name in NAMES):
        raise UnreadableRoll(where, "missing-name", read=read)
    return Columns(headings=tuple(headings), places=places)


def _part_names(headings: Sequence[str], found: dict[str, list[int]]) -> None:
    """Beside surnames, ``nombre`` or ``name`` holds the given names."""
    loose = [place for place in found.get("full_name", ()) if fold(headings[place]) in ("nombre", "name")]
    if loose and "given" not in found and ("surname_1" in found or "surname_2" in found):
        found["given"] = loose
        found["full_name"] = [place for place in found["full_name"] if place not in loose]
        if not found["full_name"]:
            del found["full_name"]


def _chosen(where: object, field: str, several: Sequence[int], headings: Sequence[str]) -> tuple[int, ...]:
    """The columns that hold a field: all that it is spread over, or the one with its own heading."""
    if field in SPREAD:
        return tuple(several)
    own = [place for place in several if fold(headings[place]) == fold(field)]
    chosen = own or several
    if len(chosen) > 1:
        raise UnreadableRoll(where, "said-twice", one=headings[chosen[0]], other=headings[chosen[1]])
    return tuple(chosen)
