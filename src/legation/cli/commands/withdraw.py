"""`legation withdraw`: a person takes a decision back."""

from __future__ import annotations

from pathlib import Path

import click

from legation.cli.registers import decided, register_option, user


@click.command(short_help="Take a decision back.")
@click.argument("decision", metavar="DECISION")
@register_option
@click.option("--who", default=user, metavar="NAME", help="Who takes it back; default: the user's name.")
def command(decision: str, register_file: Path, who: str) -> int:
    """Take a decision back: what it joined, parted or corrected is again as the sources and the other decisions have
    it. It stays on record as withdrawn. `legation status` lists the decisions.

    \b
    Examples:
      legation withdraw D-5c0e2b9a1f37
      legation withdraw D-5c0e2b9a1f37 --who "A. Person" --register desk.db

    Exit status: 0 done; 1 no such decision or register; 2 wrong use.
    """
    from legation.register.deciding import withdraw

    return decided(register_file, lambda register, by: withdraw(register, decision, by), who=who, why="")
