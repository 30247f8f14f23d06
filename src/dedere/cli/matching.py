"""The steps of ``dedere match``: both lists read, the index ready, the pairs found, written and sealed."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import time
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any

import polars as pl

from dedere.cli import beyond
from dedere.cli.job import Job, Paired, noting
from dedere.cli.lists import Count, frames, indexed
from dedere.cli.progress import bar
from dedere.cli.setaside import SetAsides, put_together
from dedere.cli.words import Words
from dedere.persons.batch import pairing
from dedere.persons.batch.arrived import New
from dedere.persons.batch.honoured import honoured
from dedere.persons.batch.kept import ASIDE, SEEN
from dedere.persons.batch.parts import Parts
from dedere.persons.batch.proposals import demand_output, ordered, write
from dedere.persons.decided import Decision, Pair
from dedere.persons.decisionfile import read_decisions
from dedere.persons.index import store
from dedere.persons.matching.bands import REVIEW, STRONG
from dedere.persons.matching.search import Search
from dedere.persons.model.model import Model, load
from dedere.persons.proposal import Band
from dedere.persons.reading.roll import open_roll
from dedere.persons.run import SealedRun, digest_of, write_run


def matched(job: Job, say: Words) -> dict[str, Any]:
    """Match the lists, write proposals, what was set aside and the record of the run; return its figures."""
    started = time.perf_counter()
    demand_output(job.output, job.wanted, job.register)
    model, decisions = load(), read_decisions(job.decisions) if job.decisions else {}
    pair = beyond.paired if job.engine == "spark" else _paired
    found = pair(job, model, decisions, say)
    pairs = ordered(found.pairs)
    write(pairs, job.output)
    put = put_together(found.aside, job.beside("aside.csv"))
    run = _run(job, model, found, pairs)
    _write_beside(job.beside("run.json"), write_run(run))
    new = found.new
    if new:
        new.keep()
    shutil.rmtree(job.work, ignore_errors=True)
    return {
        **_figures(run, put),
        "index": str(job.index or ""),
        "index_used_again": found.used_again,
        "incremental": {"wanted": len(new.wanted), "register": len(new.register)} if new else None,
        "decisions": found.binds,
        "seconds": round(time.perf_counter() - started, 3),
    }


def _paired(job: Job, model: Model, decisions: Mapping[Pair, Decision], say: Words) -> Paired:
    """Match the lists on this machine."""
    roll, wanted, register = open_roll(job.wanted), digest_of(job.wanted), digest_of(job.register)
    parts = Parts(folder=job.work, job=_of_job(job, model, wanted, register))
    parts.begin(resume=job.resume)
    with bar() as progress:
        label = say.say("match-indexing", file=job.register.name)
        index, used_again = indexed(job.register, register, job.kept, progress, label)
        search = Search(index=store.load(job.kept), model=model)
        new = New.since(job.kept / SEEN, model.digest, _rolls(search)) if job.incremental else None
        count, decided = Count(), list[pl.DataFrame]()
        with SetAsides(job.work / ASIDE) as aside:
            read = frames(roll, count, aside, progress, say.say("match-reading", file=job.wanted.name))
            met = noting(read, {pair.wanted_id for pair in decisions}, decided)
            doing = progress.add_task(say.say("match-matching"), total=roll.source.expected)
            asked = new.asked(met) if new else met
            pairing.match(search, asked, parts, lambda rows: progress.update(doing, completed=rows))
    held = [pairing.held(search, {pair.register_id for pair in decisions})] if decided else []
    binds = job.binding(decisions, decided, held)
    pairs = honoured(parts.pairs(), binds, lambda ids: pairing.weighed(search, pl.concat(decided), ids))
    return Paired(
        pairs=new.only(pairs) if new else pairs,
        wanted=count.listed(roll, wanted),
        index=index,
        aside=(job.kept / ASIDE, job.work / ASIDE),
        binds=len(binds),
        parameters={"incremental": "yes" if job.incremental else "no"},
        used_again=used_again,
        new=new,
    )


def _of_job(job: Job, model: Model, wanted: str, register: str) -> str:
    """A digest of all that the pairs depend on."""
    seen = sorted((job.kept / SEEN).glob("*.npy")) if job.incremental else []
    told = {
        "dedere": version("dedere"),
        "model": model.digest,
        "wanted": wanted,
        "register": register,
        "incremental": job.incremental,
        "seen": [digest_of(path) for path in seen],
    }
    return hashlib.sha256(json.dumps(told, sort_keys=True).encode()).hexdigest()


def _rolls(search: Search) -> Iterator[pl.DataFrame]:
    return (segment.roll() for segment in search.index.segments)


def _run(job: Job, model: Model, found: Paired, pairs: pl.DataFrame) -> SealedRun:
    bands = dict(pairs["band"].value_counts().iter_rows())
    return SealedRun(
        dedere=version("dedere"),
        engine=job.engine,
        model=model.version,
        model_digest=model.digest,
        parameters={**found.parameters, "review_from": REVIEW, "strong_from": STRONG},
        wanted=found.wanted,
        register=found.index.register,
        index_digest=found.index.digest,
        decisions_digest=digest_of(job.decisions) if job.decisions else "",
        pairs=pairs.height,
        bands={band: bands.get(band, 0) for band in (Band.STRONG.value, Band.REVIEW.value)},
        output=job.output.name,
        output_digest=digest_of(job.output),
        at=datetime.now(UTC),
    )


def _figures(run: SealedRun, put: Path | None) -> dict[str, Any]:
    return {
        "wanted": asdict(run.wanted),
        "register": asdict(run.register),
        "engine": run.engine,
        "model": {"version": run.model, "digest": run.model_digest},
        "output": run.output,
        "pairs": run.pairs,
        "bands": run.bands,
        "set_aside": str(put or ""),
        "seal": run.seal,
    }


def _write_beside(path: Path, text: str) -> None:
    part = path.with_name(f".{path.name}.part")
    part.write_text(text, encoding="utf-8")
    os.replace(part, path)
