"""`legation split`: a person decides that some tellings of a thing are of another."""

from __future__ import annotations

from pathlib import Path

import click

from legation.cli.registers import decided, register_option, who_option


@click.command(short_help="Decide that some tellings of a thing are of another.")
@click.argument("thing_id", metavar="ID")
@click.argument("tellings", nargs=-1, required=True, metavar="TELLING…")
@register_option
@who_option
def command(thing_id: str, tellings: tuple[str, ...], register_file: Path, who: str, why: str) -> int:
    """Decide that some tellings of a thing are of another: they become a thing of their own. TELLING is a key that
    `legation show ID` gives in brackets. The decision can be taken back with `legation withdraw`.

    \b
    Examples:
      legation split M-3f2a9c1d7b4e dfcb329222aadc144130:meeting:113-298 --why "the ministers' deputies met"
      legation split P-04aa "9b428ea5e134408c7cc2:person:le quang" --register desk.db

    Exit status: 0 done; 1 no such thing, telling or register; 2 wrong use.
    """
    from legation.register.deciding import split

    return decided(register_file, lambda register, by: split(register, thing_id, tellings, by), who=who, why=why)
