"""`legation show`: one thing, and who tells it."""

from __future__ import annotations

from pathlib import Path

import click

from legation.cli.registers import register_option


@click.command(short_help="Show one thing: what it is, who tells it, where they disagree.")
@click.argument("thing_id", metavar="ID")
@register_option
def command(thing_id: str, register_file: Path) -> int:
    """Show one thing: what it is, who tells it and in which words, where they disagree, what people decided.

    ID is that of a meeting, visit, person …, as exports and other commands give it; its beginning is enough.

    \b
    Examples:
      legation show M-3f2a9c1d7b4e
      legation show P-04aa --register desk.db

    Exit status: 0 done; 1 no such thing or register; 2 wrong use.
    """
    from legation.register.lookup import decisions_on, members, thing
    from legation.register.store import Register
    from legation.views.thing import thing_lines

    with Register.open(register_file, read_only=True) as register, register.snapshot():
        found = thing(register, thing_id)
        for line in thing_lines(found, members(register, found.row), decisions_on(register, found.row)):
            click.echo(line)
    return 0
