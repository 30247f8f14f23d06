"""The figures of a docket that may prove a promise: a closed list, each saying what it counts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

COMMAND = "dedere accords figure"


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A figure asked for: its name, the days it spans (both included; None: without end), its narrowing.

    ``track`` is a kind of legal route, ``about`` what an undertaking is about; ``target`` is the number
    that would prove the promise, None where nobody stated one.
    """

    name: str
    since: date | None = None
    until: date | None = None
    track: str = ""
    about: str = ""
    target: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Definition:
    """What a figure counts. Its words are those of the code ``docket-figure.<name>``.

    ``narrowed_by`` names the fields of ``Figure`` that it reads beside the days; ``article`` is what the
    count rests on in law, where it rests on one.
    """

    name: str
    narrowed_by: tuple[str, ...] = ()
    article: str = ""


FIGURES = {
    each.name: each
    for each in (
        Definition(name="persons-handed-over", narrowed_by=("track",)),
        Definition(name="persons-handed-over-requested", narrowed_by=("track",), article="us-mx-1978 10"),
        Definition(
            name="persons-handed-over-assured", narrowed_by=("track", "about"), article="us-mx-1978 8"
        ),
        Definition(name="requests-received", article="us-mx-1978 10"),
        Definition(name="requests-answered", article="us-mx-1978 13"),
    )
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """What a figure came to: how many, how many of them simulated, and which cases, in order."""

    figure: Figure
    value: int
    simulated: int = 0
    cases: tuple[str, ...] = ()

    @property
    def proves(self) -> bool | None:
        """Whether the target is reached by what is not simulated; None where no target was stated."""
        if self.figure.target is None:
            return None
        return self.value - self.simulated >= self.figure.target


def command(figure: Figure) -> str:
    """Return the command that computes the figure anew: the query in code."""
    told = {"track": figure.track, "about": figure.about, "since": figure.since, "until": figure.until}
    return " ".join([COMMAND, figure.name, *(f"--{name} {value}" for name, value in told.items() if value)])
