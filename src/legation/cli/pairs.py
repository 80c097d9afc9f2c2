"""What commands on a pair of states share: the arguments, the times, one line when nothing is found."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import click

from legation.errors import WrongUse

_EDTF = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")
pair_arguments: tuple[Callable[..., Any], ...] = (
    click.argument("first", metavar="STATE"),
    click.argument("second", metavar="STATE"),
)


def pair_argument(command: Callable[..., Any]) -> Callable[..., Any]:
    """Two states, by code or name."""
    for argument in reversed(pair_arguments):
        command = argument(command)
    return command


def time_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """From when and until when."""
    until = click.option("--until", callback=_day, metavar="DAY", help="The last day: 2019, 2019-05 or 2019-05-02.")
    return click.option("--since", callback=_day, metavar="DAY", help="The first day, likewise.")(until(command))


def the_pair(first: str, second: str) -> tuple[str, str]:
    """The codes of two states. Raises WrongUse where one is not known, or both are the same."""
    from legation.views.countries import the_country

    pair = (the_country(first), the_country(second))
    if pair[0] == pair[1]:
        raise WrongUse(f"{first!r} and {second!r} are the same state; give two")
    return pair


def _day(ctx: click.Context, parameter: click.Parameter, value: str | None) -> str | None:
    if value is not None and not _EDTF.fullmatch(value):
        raise click.BadParameter(f"{value!r} is no day; write 2019, 2019-05 or 2019-05-02", ctx, parameter)
    return value
