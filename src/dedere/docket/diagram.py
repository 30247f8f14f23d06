"""The state diagram and the table of acts, drawn from the rules themselves for docs/reference/states.md."""

from __future__ import annotations

from collections.abc import Iterator

from dedere.docket.acts import FAMILIES, RULES, Rule, where
from dedere.docket.acts.rule import Onward
from dedere.docket.handover.table import HANDOVER_RULES, HandoverRule
from dedere.docket.stage import Stage, TrackKind

# Groups of stages and routes that a row names in one word.
NAMED = {
    where.LIVE: "any live stage",
    where.NOT_CLOSED: "any but closed",
    frozenset(TrackKind): "every route",
    where.ASKED: "on request",
    where.TREATY: "extradition, simplified or not",
    where.WITHOUT_REQUEST: "without request",
}
CROWDED = 7  # an act possible from more stages than this is in the table, not in the drawing


def page() -> str:
    """Return docs/reference/states.md."""
    return "\n".join(
        (
            "# Stages and acts",
            "",
            "Drawn from the tables in `docket/acts/` and `docket/handover/table.py`; not to be edited.",
            "*Live* is every stage before handover and exit. A stage in brackets depends on what was said.",
            "",
            "```mermaid",
            "stateDiagram-v2",
            *(f"    {edge}" for edge in _edges()),
            "```",
            "",
            *_acts(),
            "",
            "## A handover",
            "",
            "| act | from | second signature |",
            "|---|---|---|",
            *(_handover_row(rule) for rule in HANDOVER_RULES),
            "",
        )
    )


def _edges() -> Iterator[str]:
    """Draw each passage once, with the acts that make it; the three ways to grant are one place."""
    passages: dict[tuple[str, str], dict[str, None]] = {}
    for rule in RULES:
        for start in rule.stages if len(rule.stages) <= CROWDED else ():
            for end in _ends(rule) if start in _starts(rule) else ():
                if _place(start) != _place(end):
                    passages.setdefault((_place(start), _place(end)), {})[rule.code] = None
    for (begin, finish), acts in sorted(passages.items()):
        yield f"{begin} --> {finish}: {', '.join(acts)}"


def _ends(rule: Rule) -> frozenset[Stage]:
    match rule.leads_to:
        case None:
            return frozenset()
        case Onward(stages=stages):
            return stages
        case stage:
            return frozenset({stage})


def _starts(rule: Rule) -> frozenset[Stage]:
    return rule.leads_to.starting if isinstance(rule.leads_to, Onward) else rule.stages


def _acts() -> Iterator[str]:
    for family, rules in FAMILIES.items():
        yield from ("", f"## {family.capitalize()}", "", _HEAD, "|---|---|---|---|---|---|---|")
        yield from (_row(rule) for rule in rules)


_HEAD = "| act | routes | State asked | from | to | second signature | other State told |"


def _row(rule: Rule) -> str:
    ends = _words(_ends(rule)) or "stays"
    cells = (
        f"`{rule.code}`",
        _words(rule.tracks),
        ", ".join(sorted(rule.directions)) or "any",
        _words(rule.stages) or "the whole case",
        f"({ends})" if isinstance(rule.leads_to, Onward) else ends,
        "yes" if rule.legal_effect else "",
        "yes" if rule.tells else "",
    )
    return f"| {' | '.join(cells)} |"


def _handover_row(rule: HandoverRule) -> str:
    steps = ", ".join(sorted(step.value for step in rule.steps)) or "the whole handover"
    return f"| `{rule.code}` | {steps} | {'yes' if rule.second else ''} |"


def _words(codes: frozenset[Stage] | frozenset[TrackKind]) -> str:
    if codes in NAMED:
        return NAMED[codes]
    order: list[Stage | TrackKind] = [*Stage, *TrackKind]
    return ", ".join(code.value for code in sorted(codes, key=order.index))


def _place(stage: Stage) -> str:
    return "granted" if stage in where.GRANTS else stage.value.replace("-", "_")


if __name__ == "__main__":
    print(page(), end="")
