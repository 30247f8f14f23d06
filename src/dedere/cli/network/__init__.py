"""``dedere network``: the network behind the cases, what a removal does to it, which removal does most."""

import typer

from dedere.cli.network.convert import convert
from dedere.cli.network.docket import docket
from dedere.cli.network.effect import effect
from dedere.cli.network.load import load
from dedere.cli.network.plan import plan
from dedere.cli.network.read import read
from dedere.cli.network.regrow import regrow

app = typer.Typer(no_args_is_help=True, help="The network behind the cases, and what a removal does to it.")
app.command()(read)
app.command()(convert)
app.command()(plan)
app.command()(regrow)
app.command()(effect)
app.command()(load)
app.command()(docket)
