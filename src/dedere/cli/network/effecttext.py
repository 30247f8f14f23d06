"""An effect for people at a terminal: a table for each group, what survives, how groups add up, caveats."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from rich.table import Table
from rich.text import Text

from dedere.cli.network.splitstext import splits_told
from dedere.cli.words import Words
from dedere.links.effect.spoken import measure_words, number
from dedere.links.effect.stated import Best, Chance, Effect, Figure, Finding, Removal, Stated, Sum, Verdict

_PARTS = 8
_BROKERS = 10
_WIDTH = 14
Names = Mapping[str, str]
Printed = str | Text | Table


def told(effect: Effect, names: Names, say: Words) -> Iterator[Printed]:
    """Yield what is printed, one thing after the other."""
    yield say.say("effect-network", parties=effect.parties, ties=effect.ties, parts=_parts(effect.sizes, say))
    for removal in (*effect.groups, *((effect.together,) if effect.together else ())):
        yield from _removal(removal, effect, names, say)
    if effect.sums:
        yield from _sums(effect, names, say)
    yield from _supposed(effect, say)
    yield ""
    for caveat in effect.caveats:
        yield "· " + say.sentence(f"network-caveat.{caveat.code}", caveat.facts)


def _removal(removal: Removal, effect: Effect, names: Names, say: Words) -> Iterator[Printed]:
    yield ""
    name = removal.name or say.say("effect-together")
    yield Text(say.say("effect-removed", name=name, n=len(removal.removed), of=effect.parties), "bold")
    if removal.absent:
        yield say.say("effect-absent", n=len(removal.absent), ids=", ".join(removal.absent))
    yield say.say("effect-parts", parts=_parts(removal.sizes, say))
    yield from splits_told(removal, names, effect.draws, say)
    yield from _table(removal, names, say)
    for best in removal.best:
        yield _best(best, say)
    yield say.say("effect-through", share=f"{100 * removal.through.value:.1f}")
    for lost in removal.lost[:_BROKERS]:
        yield "  " + say.say("effect-lost", name=lost.name, pairs=number(lost.pairs))
    yield from _findings(removal, effect.draws, names, say)


def _parts(sizes: tuple[int, ...], say: Words) -> str:
    listed = ", ".join(map(number, sizes[:_PARTS]))
    return (
        f"{listed}, … ({number(len(sizes))})" if len(sizes) > _PARTS else listed or say.say("effect-nothing")
    )


def _table(removal: Removal, names: Names, say: Words) -> Iterator[Printed]:
    """Each measure on a line of its own, its figures below it in columns."""
    columns = ["before", "after", "difference", "random"]
    columns += ["alike"] if any(figure.alike for figure in removal.figures) else []
    columns += ["best"] if removal.best else []
    yield _row([say.say(f"effect-column-{column}") for column in columns])
    for figure in removal.figures:
        yield measure_words(figure, say.language, names)
        cells = _cells(figure)
        yield _row([cells[column] for column in columns])


def _row(cells: Sequence[str]) -> Table:
    row = Table(box=None, show_header=False, padding=0, pad_edge=False)
    for _ in cells:
        row.add_column(justify="right", min_width=_WIDTH)
    row.add_row(*cells)
    return row


def _cells(figure: Figure) -> Mapping[str, str]:
    return {
        "before": _stated(figure.before),
        "after": _stated(figure.after),
        "difference": _stated(figure.difference, signed=True),
        "random": _chance(figure.random),
        "alike": _chance(figure.alike),
        "best": "–" if figure.best is None else number(figure.best),
    }


def _stated(stated: Stated, *, signed: bool = False) -> str:
    """A value, how far a sample may be off, and its interval on a line of its own."""
    margin = f" ± {number(stated.margin)}" if stated.margin else ""
    value = number(stated.value, signed=signed) + margin
    if stated.low is None or stated.high is None:
        return value
    return f"{value}\n[{number(stated.low, signed=signed)}…{number(stated.high, signed=signed)}]"


def _chance(chance: Chance | None) -> str:
    return f"{number(chance.median)}\n[{number(chance.low)}…{number(chance.high)}]" if chance else "–"


def _best(best: Best, say: Words) -> str:
    standing = "proved" if best.proved else "found" if best.bound is None else "bounded"
    facts = {
        "measure": say.code("measure", best.objective),
        "value": number(best.value),
        "bound": number(best.bound or 0),
    }
    return say.sentence(f"best-removal.{standing}", facts)


def _findings(removal: Removal, draws: int, names: Names, say: Words) -> Iterator[str]:
    """What survives, what does not, what was not found; each with how many draws it holds in."""
    yield say.say("effect-findings", draws=draws)
    for verdict in Verdict:
        found = [finding for finding in removal.findings if finding.verdict is verdict]
        for code in dict.fromkeys(finding.code for finding in found):
            held = (_held(finding, draws, names, say) for finding in found if finding.code == code)
            told = say.code("network-finding", code)
            standing = say.code("verdict", verdict.value)
            yield "  " + say.say("effect-finding", verdict=standing, finding=told, held="; ".join(held))


def _held(finding: Finding, draws: int, names: Names, say: Words) -> str:
    return f"{measure_words(finding, say.language, names)} ({number(round(finding.share * draws))})"


def _sums(effect: Effect, names: Names, say: Words) -> Iterator[Printed]:
    yield ""
    yield Text(say.say("effect-sums"), "bold")
    if effect.shared:
        yield say.say("effect-shared", n=len(effect.shared), ids=", ".join(effect.shared))
    for sum_ in effect.sums:
        yield "  " + _sum(sum_, names, say)


def _sum(sum_: Sum, names: Names, say: Words) -> str:
    return say.say(
        "effect-sum",
        measure=measure_words(sum_, say.language, names),
        alone=_flat(sum_.alone),
        together=_flat(sum_.together),
        adding=say.code("adding", sum_.adding.value),
    )


def _flat(stated: Stated) -> str:
    return _stated(stated).replace("\n", " ")


def _supposed(effect: Effect, say: Words) -> Iterator[str]:
    errors = effect.errors
    yield ""
    rates = ", ".join(f"{_basis(key, say)} {100 * rate:g} %" for key, rate in errors.wrong.items())
    yield say.say(
        "effect-supposed",
        rates=rates,
        otherwise=f"{100 * errors.otherwise:g}",
        missing=f"{100 * errors.missing:g}",
        closing=f"{100 * errors.closing:g}",
        draws=effect.draws,
        seed=effect.seed,
    )


def _basis(key: str, say: Words) -> str:
    basis, slash, rating = key.partition("/")
    return say.code("tie-basis", basis) + slash + rating
