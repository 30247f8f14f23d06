"""The papers that a request must carry: for every person, by status, by consent."""

from __future__ import annotations

from dedere.law.assessment import Effect
from dedere.law.kinds.kind import Given, Kind, Meaning, Value
from dedere.law.logic import All, Among, Any, Condition, Is, Not

STATUSES = ("accused", "convicted-unsentenced", "sentenced")


def _meaning(given: Given) -> Meaning:
    named = [status for status in STATUSES if given[status]]
    parts: list[Condition] = [Is(paper) for paper in given["papers"]]
    if named:
        parts.append(Any(*(_set(Is("person-status", status), given[status]) for status in STATUSES)))
    if given["consenting"] or given["contesting"]:
        consents = Is("person-consents")
        sets = (_set(consents, given["consenting"]), _set(Not(consents), given["contesting"]))
        parts.append(Any(*sets))
    if named and len(named) < len(STATUSES) and len(parts) == 1:
        return Meaning(guard=Among("person-status", tuple(named)), condition=All(*parts))
    return Meaning(condition=All(*parts))


def _set(applies: Condition, papers: tuple[str, ...]) -> Condition:
    return All(applies, *(Is(paper) for paper in papers))


DOCUMENTS = Kind(
    code="documents",
    says="The papers named are on file; where sets differ by status or consent, the set that applies.",
    effects=(Effect.DOCUMENT,),
    weighs=True,
    values={
        "papers": Value(type="facts", says="papers needed whoever the person is", default=()),
        "accused": Value(type="facts", says="papers for an accused person", default=()),
        "convicted-unsentenced": Value(
            type="facts", says="papers for a person found guilty and not sentenced", default=()
        ),
        "sentenced": Value(type="facts", says="papers for a sentenced person", default=()),
        "consenting": Value(type="facts", says="papers where the person consents", default=()),
        "contesting": Value(type="facts", says="papers where the person does not consent", default=()),
    },
    meaning=_meaning,
)
