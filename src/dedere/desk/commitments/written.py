"""An accord as the fields of its form, and back; each language of a text has a field."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from dedere.accords.accord import BOTH, LEDGER, Accord, Account, Attendant, Indicator, Words
from dedere.accords.figures import Figure

# Texts in both languages, each a pair of fields: ``term_es``, ``term_en``.
TEXTS = ("agenda", "term", "proof", "note")
PLAIN = ("area", "by", "office", "beneficiary", "on", "until", "at", "place", "due")
FIGURE = ("since", "until", "track", "about", "target")

Fields = dict[str, Any]


def written(accord: Accord) -> Fields:
    """Return what the form of an accord shows."""
    told: Fields = {name: getattr(accord, name) for name in PLAIN}
    told |= {"every": accord.every or None}
    told["attended"] = tuple(f"{each.state}: {each.name}" for each in accord.attended)
    for name in TEXTS:
        told |= _texts(name, getattr(accord, name))
    if accord.indicator:
        told |= _texts("indicator", accord.indicator.what)
        told |= {"unit": accord.indicator.unit, "baseline": accord.indicator.baseline}
    for account in accord.accounts:
        told |= _account(account)
    if accord.figure:
        told["figure"] = accord.figure.name
        told |= {f"figure_{name}": getattr(accord.figure, name) for name in FIGURE}
    return told


def accord_of(
    kind: str, between: tuple[str, ...], given: Mapping[str, Any], *, told: tuple[Account, ...] = ()
) -> Accord:
    """Return the accord that cleaned fields describe; accounts ``told`` before keep their order."""
    order = dict.fromkeys((*(each.whose for each in told), LEDGER, BOTH, *between))
    fields: Fields = {name: given[name] for name in PLAIN if given.get(name)}
    fields |= {name: words for name in TEXTS if (words := words_of(given, name))}
    return Accord(
        kind=kind,
        between=between,
        accounts=tuple(_accounts(order, given)),
        every=given.get("every") or 0,
        attended=tuple(_attendant(line) for line in given.get("attended", ())),
        indicator=_indicator(given),
        figure=_figure(given),
        **{"by": (), **fields},
    )


def words_of(given: Mapping[str, Any], name: str) -> Words | None:
    """Return a text in both languages; what was given in one stands for the other too."""
    en, es = given.get(f"{name}_en", ""), given.get(f"{name}_es", "")
    return Words(en=en or es, es=es or en) if en or es else None


def _texts(name: str, words: Words | None) -> Fields:
    return {f"{name}_es": words.es, f"{name}_en": words.en} if words else {}


def _account(account: Account) -> Fields:
    whose = account.whose.lower()
    told = {**_texts(whose, account.words), f"{whose}_original": account.original}
    return {**told, f"{whose}_silent": account.silent, f"{whose}_sources": account.sources}


def _accounts(order: Iterable[str], given: Mapping[str, Any]) -> Iterator[Account]:
    for whose in order:
        name = whose.lower()
        words, silent = words_of(given, name), bool(given.get(f"{name}_silent"))
        if words or silent:
            yield Account(
                whose=whose,
                words=words,
                original=given.get(f"{name}_original", "") or "",
                silent=silent,
                sources=tuple(given.get(f"{name}_sources", ())),
            )


def _attendant(line: str) -> Attendant:
    state, _, name = line.partition(":")
    return Attendant(state=state.strip(), name=name.strip())


def _indicator(given: Mapping[str, Any]) -> Indicator | None:
    what = words_of(given, "indicator")
    return Indicator(what=what, unit=given["unit"], baseline=given["baseline"]) if what else None


def _figure(given: Mapping[str, Any]) -> Figure | None:
    if not given.get("figure"):
        return None
    told = {name: given[f"figure_{name}"] for name in FIGURE if given.get(f"figure_{name}")}
    return Figure(name=given["figure"], **told)
