"""A figure of the docket as a page shows it: counted anew, with its query in words and in code."""

from __future__ import annotations

from dataclasses import dataclass

from dedere.accords.figures import FIGURES, Counted, Figure, command
from dedere.clerk.figures import count
from dedere.desk.acts.choices import words_of
from dedere.desk.frame.citations import cite
from dedere.desk.frame.tags import day
from dedere.desk.wording import code, say


@dataclass(frozen=True, slots=True, kw_only=True)
class Worked:
    """What was counted, the question in words and as a command, what it proves and what it rests on."""

    counted: Counted
    asked: str
    command: str
    article: str

    @property
    def proof(self) -> str:
        """``proved``, ``not-proved``, or ``no-target`` where nobody said how many would prove it."""
        return {True: "proved", False: "not-proved", None: "no-target"}[self.counted.proves]

    @property
    def tone(self) -> str:
        """The tone of the chip."""
        return {"proved": "good", "not-proved": "open", "no-target": "info"}[self.proof]

    @property
    def words(self) -> str:
        """``proved: 26 of 26``."""
        real = self.counted.value - self.counted.simulated
        return say(f"commitments.{self.proof}", n=real, target=self.counted.figure.target)


def worked(figure: Figure) -> Worked:
    """Count a figure now."""
    instrument, _, article = FIGURES[figure.name].article.partition(" ")
    return Worked(
        counted=count(figure), asked=asked(figure), command=command(figure), article=cite(instrument, article)
    )


def asked(figure: Figure) -> str:
    """Return the question in words: what is counted, by which route, about what, on which days."""
    parts = [code("docket-figure", figure.name)]
    if figure.track:
        parts.append(say("commitments.by-route", route=code("track", figure.track)))
    if figure.about:
        parts.append(say("commitments.about", about=words_of("about", figure.about)))
    return ", ".join([*parts, *_days(figure)])


def _days(figure: Figure) -> list[str]:
    since, until = figure.since, figure.until
    if since and since == until:
        return [say("commitments.on-day", on=day(since))]
    told = [say("commitments.since-day", on=day(since))] if since else []
    return told + ([say("commitments.until-day", on=day(until))] if until else [])
