"""`legation open-items`: undertakings between two states that are still open."""

from __future__ import annotations

from pathlib import Path

import click

from legation.cli.pairs import pair_argument, the_pair
from legation.cli.registers import register_option

ACTS = ("AGREE", "COMMIT", "OFFER", "PLAN", "PROPOSE", "REQUEST")


@click.command(short_help="List what two states agreed, promised, offered, planned or asked, and what is still open.")
@pair_argument
@click.option("--act", type=click.Choice(ACTS, case_sensitive=False), help="Only this act.")
@click.option("--all", "every", is_flag=True, help="Those fulfilled, answered or repeated too, with the reason.")
@register_option
def command(first: str, second: str, act: str | None, every: bool, register_file: Path) -> int:
    """List what two states agreed, promised, offered, planned, proposed or asked for, and what is still open.

    A STATE is an ISO code or a name. An undertaking is open until a later record between the same two on the same topic
    fulfils, answers or repeats it. The oldest come first, each with its words.

    \b
    Examples:
      legation open-items VNM JPN
      legation open-items VNM JPN --act REQUEST       requests that were never answered
      legation open-items Vietnam Japan --all         what became of each, and by which record

    Exit status: 0 done, though nothing may be open; 1 no such register, or nothing told of the two; 2 wrong use.
    """
    from legation.register.queries import Queries
    from legation.views.listing import open_lines

    pair = the_pair(first, second)
    with Queries.open(register_file) as queries, queries.moment():
        file = queries.dyad(*pair)
    mine = [one for one in file.undertakings if act in (None, one.thing.slots.get("act"))]
    found = [one for one in mine if every or one.life == "open"]
    for line in open_lines(found, file):
        click.echo(line)
    left = sum(one.life == "open" for one in mine)
    click.echo(f"{left} open of {len(mine)}")
    return 0
