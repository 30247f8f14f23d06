"""A bar on standard error for long work: how much is done, the rate, the time left."""

from __future__ import annotations

from rich.progress import BarColumn, MofNCompleteColumn, Progress, ProgressColumn, Task, TimeRemainingColumn
from rich.text import Text

from dedere.cli.output import progress_console


class _Rate(ProgressColumn):
    """How many a second, so far."""

    def render(self, task: Task) -> Text:
        return Text(f"{task.finished_speed or task.speed or 0:,.0f}/s")


def bar() -> Progress:
    """A bar that goes away when the work is done; none where nobody watches."""
    watched = progress_console()
    columns = ("{task.description}", BarColumn(), MofNCompleteColumn(), _Rate(), TimeRemainingColumn())
    return Progress(*columns, console=watched, transient=True, disable=not watched.is_terminal)
