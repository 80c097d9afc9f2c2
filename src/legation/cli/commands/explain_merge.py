"""`legation explain-merge`: why several tellings are taken to be one thing."""

from __future__ import annotations

from pathlib import Path

import click

from legation.cli.registers import register_option


@click.command(short_help="Explain why several tellings are taken to be one thing.")
@click.argument("thing_id", metavar="ID")
@register_option
def command(thing_id: str, register_file: Path) -> int:
    """Explain why several tellings are taken to be one thing: each judgement with its rule, its score, what spoke for
    and against it, and both values; then what people decided.

    \b
    Examples:
      legation explain-merge M-3f2a9c1d7b4e
      legation explain-merge P-04aa --register desk.db

    Exit status: 0 done; 1 no such thing or register; 2 wrong use.
    """
    from legation.register.lookup import decisions_on, links, thing, twins
    from legation.register.store import Register
    from legation.views.thing import merge_lines

    with Register.open(register_file, read_only=True) as register, register.snapshot():
        found = thing(register, thing_id)
        row = found.row
        for line in merge_lines(found, links(register, row), twins(register, row), decisions_on(register, row)):
            click.echo(line)
    return 0
