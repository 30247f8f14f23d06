"""The rankings as JSON: stable keys, told by docs/reference/competing.schema.json."""

from __future__ import annotations

from typing import Any

from dedere.law.casefile import CaseFile
from dedere.law.competing.criteria import CRITERIA
from dedere.law.competing.pair import OUTCOMES, Pair
from dedere.law.competing.rank import Place, Ranking, Read
from dedere.law.dialect import CITED, DAY, DIALECT, FLAG, NAME, TEXT, WHOLE, Schema, exact, listed
from dedere.law.report import cited

Json = dict[str, Any]


def report_rankings(casefile: CaseFile, rankings: tuple[Ranking, ...]) -> Json:
    """Every rule that binds one of the requests; none where none is encoded or fewer than two States ask."""
    return {
        "case": casefile.id,
        "on": casefile.on.isoformat(),
        "requests": [{"id": each.id, "state": each.state} for each in casefile.requests],
        "rules": [_ranking(each) for each in rankings],
    }


def _ranking(ranking: Ranking) -> Json:
    return {
        **cited(ranking.citation),
        "clause": ranking.clause,
        "order": ranking.order,
        "decider": ranking.decider,
        "binds": list(ranking.binds),
        "criteria": [_read(each) for each in ranking.criteria],
        "places": [_place(each) for each in ranking.places],
        "pairs": [_pair(each) for each in ranking.pairs],
    }


def _read(read: Read) -> Json:
    return {
        "criterion": read.code,
        "speaks_for": list(read.speaks_for),
        "missing": list(read.missing),
        "points": read.points,
    }


def _place(place: Place) -> Json:
    return {
        "request": place.id,
        "rank": place.rank,
        "before": list(place.before),
        "after": list(place.after),
        "beside": list(place.beside),
    }


def _pair(pair: Pair) -> Json:
    return {
        "first": pair.first,
        "second": pair.second,
        "outcome": pair.outcome,
        "speaks_first": list(pair.speaks_first),
        "speaks_second": list(pair.speaks_second),
        "decided_by": list(pair.decided_by),
        "turns_on": list(pair.turns_on),
    }


_WHY = ("speaks_first", "speaks_second", "decided_by", "turns_on")


def rankings_schema() -> Schema:
    """The schema of what ``dedere competing --json`` prints."""
    codes, names = listed({"enum": list(CRITERIA)}), listed(NAME)
    criterion = {"criterion": {"enum": list(CRITERIA)}, "speaks_for": names, "missing": names, "points": FLAG}
    place = {"request": NAME, "rank": WHOLE, "before": names, "after": names, "beside": names}
    pair = {"first": NAME, "second": NAME, "outcome": {"enum": list(OUTCOMES)}}
    rule = {
        **CITED,
        "order": {"enum": ["open", "fixed"]},
        "binds": names,
        "criteria": listed(exact(criterion)),
        "places": listed(exact(place)),
        "pairs": listed(exact({**pair, **dict.fromkeys(_WHY, codes)})),
    }
    whole = {
        "case": TEXT,
        "on": DAY,
        "requests": listed(exact({"id": NAME, "state": NAME})),
        "rules": listed(exact(rule)),
    }
    return {"$schema": DIALECT, "title": "Competing requests", **exact(whole)}
