"""`legation export`: a register in other programs' formats."""

from __future__ import annotations

from pathlib import Path

import click

from legation.cli.registers import register_option

FORMATS = ("jsonl",)


@click.command(short_help="Write a register in a format for other programs.")
@click.argument("form", metavar="FORMAT", type=click.Choice(FORMATS))
@register_option
@click.option("-o", "--output", type=click.Path(path_type=Path, file_okay=False), required=True, metavar="DIR",
              help="The folder to write into, made if need be.")  # fmt: skip
def command(form: str, register_file: Path, output: Path) -> int:
    """Write a register in a format for other programs.

    jsonl: events.jsonl, one resolved thing a line ({"id", "kind", slots…, "members": [{"file", "kind", "start",
    "end"}], "conflicts": {…}}), and persons.jsonl ({"id", "name", "spellings", "posts", …}); both in the order of ids.
    The same reports give the same bytes, in whatever order they were added.

    \b
    Examples:
      legation export jsonl -o export/
      legation export jsonl --register desk.db -o /tmp/desk

    Exit status: 0 done; 1 no such register; 2 wrong use.
    """
    from legation.register.resolving import unresolved
    from legation.register.store import Register
    from legation.views.exports.jsonl import export_jsonl

    assert form == "jsonl"
    with Register.open(register_file, read_only=True) as register:
        waiting = unresolved(register)
        if waiting:
            told = f"{waiting} reports are not worked through yet; `legation add` goes on with them"
            click.echo(f"legation: {register_file}: {told}", err=True)
        for name, count in export_jsonl(register, output).items():
            click.echo(f"{output / name}: {count} lines")
    return 0
