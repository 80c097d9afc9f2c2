"""`legation status`: what a register holds."""

from __future__ import annotations

from pathlib import Path

import click

from legation.cli.registers import register_option


@click.command(short_help="Tell what a register holds.")
@register_option
def command(register_file: Path) -> int:
    """Tell what a register holds: reports, records, things, days covered, outlets, gaps, decisions, what is to be done.

    \b
    Examples:
      legation status
      legation status --register desk.db

    Exit status: 0 done; 1 no such register; 2 wrong use.
    """
    from legation.register.lookup import standing
    from legation.register.store import Register
    from legation.views.standing import standing_lines

    with Register.open(register_file, read_only=True) as register:
        for line in standing_lines(standing(register)):
            click.echo(line)
    return 0
