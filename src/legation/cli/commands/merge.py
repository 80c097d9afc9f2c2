"""`legation merge`: a person decides that several things are one."""

from __future__ import annotations

from pathlib import Path

import click

from legation.cli.registers import decided, register_option, who_option


@click.command(short_help="Decide that several things are one.")
@click.argument("things", nargs=-1, required=True, metavar="ID ID…")
@register_option
@who_option
def command(things: tuple[str, ...], register_file: Path, who: str, why: str) -> int:
    """Decide that several things are one. The decision is signed and dated, wins over every judgement of the program,
    outlives new readings, and can be taken back with `legation withdraw`.

    \b
    Examples:
      legation merge M-3f2a9c1d7b4e M-90be11aa52c0 --why "one dinner, told with two dates"
      legation merge P-04aa P-77c1 --who "A. Person" --register desk.db

    Exit status: 0 done; 1 no such thing or register; 2 wrong use.
    """
    from legation.register.deciding import merge

    return decided(register_file, lambda register, by: merge(register, things, by), who=who, why=why)
