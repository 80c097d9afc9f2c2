"""`legation status`: what a register holds."""

from __future__ import annotations

from pathlib import Path

import click

from legation.cli.registers import register_option


@click.command(short_help="Tell what a register holds.")
@register_option
@click.option("--pairs", type=click.IntRange(min=0), default=10, show_default=True, metavar="N",
              help="How many pairs of states are told.")  # fmt: skip
def command(register_file: Path, pairs: int) -> int:
    """Tell what a register holds: reports, records, things, days covered, outlets, gaps, decisions, what is to be done;
    and the pairs of states of which most is told, with the years between of which nothing is.

    \b
    Examples:
      legation status
      legation status --register desk.db --pairs 50

    Exit status: 0 done; 1 no such register; 2 wrong use.
    """
    from legation.register.queries import Queries
    from legation.views.standing import standing_lines

    with Queries.open(register_file) as queries:
        for line in standing_lines(queries.standing(), queries.coverage(limit=pairs)):
            click.echo(line)
    return 0
