"""``dedere match --engine spark``: both lists read here, matched beyond one machine."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from importlib.metadata import version

import polars as pl

from dedere.cli.job import Job, Paired, noting
from dedere.cli.lists import Count, frames
from dedere.cli.progress import bar
from dedere.cli.setaside import SetAsides
from dedere.cli.words import Words
from dedere.persons.batch.honoured import honoured
from dedere.persons.batch.kept import ASIDE, Kept
from dedere.persons.batch.pairing import rounded
from dedere.persons.decided import Decision, Pair
from dedere.persons.matching.bands import REVIEW
from dedere.persons.model.model import Model
from dedere.persons.reading.roll import open_roll
from dedere.persons.run import digest_of
from dedere.persons.spark.installed import NEEDED

_IDS = {"wanted_id": pl.String, "register_id": pl.String}


def paired(job: Job, model: Model, decisions: Mapping[Pair, Decision], say: Words) -> Paired:
    """Match the lists through Splink on Spark; what was decided binds as it does with the local engine."""
    from dedere.persons.spark.engine import match

    shutil.rmtree(job.work, ignore_errors=True)
    folder = job.work.absolute() / "spark"
    folder.mkdir(parents=True)
    counts = {path: Count() for path in (job.wanted, job.register)}
    rolls = {path: open_roll(path) for path in counts}
    decided: tuple[list[pl.DataFrame], list[pl.DataFrame]] = ([], [])
    also = pl.DataFrame([(pair.wanted_id, pair.register_id) for pair in decisions], _IDS, orient="row")
    with bar() as progress, SetAsides(job.work / ASIDE) as aside:
        wanted, register = (
            noting(
                frames(rolls[path], counts[path], aside, progress, say.say("match-reading", file=path.name)),
                set(also[name]),
                noted,
            )
            for path, name, noted in zip(counts, also.columns, decided, strict=True)
        )
        try:
            found = rounded(match(wanted, register, model, folder, also=also))
        finally:
            shutil.rmtree(folder)
    binds = job.binding(decisions, *decided)
    shown = found.filter(pl.col("probability") >= REVIEW)
    listed = [counts[path].listed(rolls[path], digest_of(path)) for path in counts]
    return Paired(
        pairs=honoured(shown, binds, lambda ids: ids.join(found, on=ids.columns, how="left")),
        wanted=listed[0],
        index=Kept(register=listed[1], dedere=version("dedere"), digest=""),
        aside=(job.work / ASIDE,),
        binds=len(binds),
        parameters={name: version(name) for name in NEEDED},
    )
