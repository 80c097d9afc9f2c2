"""`legation correct`: a person decides what a slot of a thing is."""

from __future__ import annotations

from pathlib import Path

import click

from legation.cli.registers import decided, register_option, who_option


@click.command(short_help="Correct what a thing is taken to be.")
@click.argument("thing_id", metavar="ID")
@click.argument("slots", nargs=-1, required=True, metavar="SLOT=VALUE…")
@register_option
@who_option
def command(thing_id: str, slots: tuple[str, ...], register_file: Path, who: str, why: str) -> int:
    """Correct what a thing is taken to be. Sets are parted by commas; nothing after = says that it is not known. What
    the sources tell is kept beside it. The decision can be taken back with `legation withdraw`.

    \b
    Examples:
      legation correct M-3f2a9c1d7b4e date=2019-03-04 place=Hanoï
      legation correct V-11d0 host=VNM visitor=JPN --why "the communiqué has it the wrong way round"
      legation correct A-90cc parties=JPN,VNM until=

    Exit status: 0 done; 1 no such thing or register; 2 wrong use.
    """
    from legation.register.deciding import correct, slots_of
    from legation.register.lookup import thing

    return decided(
        register_file,
        lambda register, by: correct(register, thing_id, slots_of(thing(register, thing_id).kind, slots), by),
        who=who, why=why,
    )  # fmt: skip
