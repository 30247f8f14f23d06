"""The command ``dedere``: each subcommand is a function of a module beside this one."""

from __future__ import annotations

import errno

import typer
from typer.core import TyperGroup

from dedere.cli import (
    accords,
    apart,
    assess,
    assurances,
    competing,
    counterpart,
    decisions,
    demo,
    find,
    gate,
    intake,
    keeping,
    keys,
    law,
    limitation,
    match,
    network,
    officers,
    pair,
    persons,
    pouch,
    read,
    rules,
    runs,
    sealed,
    serving,
    speciality,
    statistics,
    treaty,
    why,
    worksheet,
)
from dedere.cli.output import stop
from dedere.words import Unreadable


class House(TyperGroup):
    """The group of commands; what cannot be read ends in one line that names place and remedy."""

    def invoke(self, ctx: typer.Context) -> object:  # type: ignore[override]
        """Run a command, and turn a complaint about its input into exit code 2."""
        from django.core.exceptions import ImproperlyConfigured
        from django.db.utils import OperationalError

        try:
            return super().invoke(ctx)
        except Unreadable as complaint:
            stop(str(complaint))
        except ImproperlyConfigured as complaint:
            stop(f"settings: {complaint}")
        except OperationalError as complaint:
            stop(f"database: {complaint}; check DATABASE_URL, or DEDERE_FOLDER and the room on its disk")
        except OSError as complaint:
            if complaint.errno == errno.EPIPE:
                raise typer.Exit(0) from None
            stop(
                f"{complaint.filename or 'file'}: {complaint.strerror}; name one that can be read or written"
            )


app = typer.Typer(
    cls=House,
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    help="The desk of a central authority for international surrender.",
)
app.command()(serving.serve)
app.command()(demo.demo)
app.command()(assess.assess)
app.command()(why.why)
app.command()(rules.clocks)
app.command()(rules.sheet)
app.command()(competing.competing)
app.command()(law.law)
app.command()(limitation.limitation)
app.command()(match.match)
app.command()(find.find)
app.command()(read.read)
app.command()(worksheet.worksheet)
app.command()(assurances.assurances)
app.command()(speciality.speciality)
app.command("import")(intake.import_)
app.command()(keeping.tick)
app.command()(keeping.rebuild)
app.command()(keeping.verify)
app.add_typer(treaty.app, name="treaty")
app.add_typer(network.app, name="network")
app.add_typer(accords.app, name="accords")
app.add_typer(apart.app, name="apart")
app.add_typer(decisions.app, name="decisions")
app.add_typer(persons.app, name="persons")
app.add_typer(statistics.app, name="statistics")
runs.app.command("check")(sealed.check)
app.add_typer(runs.app, name="runs")
app.add_typer(officers.app, name="user")
app.add_typer(keys.app, name="keys")
app.add_typer(gate.app, name="gate")
app.add_typer(pouch.app, name="pouch")
app.command()(counterpart.counterpart)
app.command()(pair.pair)
