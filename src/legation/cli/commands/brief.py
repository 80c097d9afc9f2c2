"""`legation brief`: what reports tell of a pair of states, as a page."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from legation.cli.inputs import Failures, debug_option, jobs_option, lines
from legation.errors import WrongUse

if TYPE_CHECKING:
    from legation.model.report import ReadReport


@click.command(short_help="Write the brief on two states as one HTML file.")
@click.argument("arguments", nargs=-1, required=True, metavar="[STATE STATE] [PATH…]")
@click.option("--register", "register_file", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE",
              help="A register to write the brief from, instead of PATHs.")  # fmt: skip
@click.option("-o", "--output", type=click.Path(path_type=Path, dir_okay=False), required=True, metavar="OUT.html",
              help="The page to write.")  # fmt: skip
@jobs_option
@debug_option
def command(arguments: tuple[str, ...], register_file: Path | None, output: Path, jobs: int | None, debug: bool) -> int:
    """Write the brief on two states as one HTML file; without states, the overview of all pairs.

    A state is an ISO code or a name in English, French, Vietnamese or another large language. PATH is a report, a
    folder, or a .jsonl file that `legation read` printed. (A file called like a country: write ./Japan.) The page needs
    no network; each line shows the words it rests on and the file, and marks days whose year is inferred.

    From a register (--register) each thing stands once with all reports that tell it, what they tell differently and
    which value is shown and why, what it belongs to, and what came of each undertaking. Straight from reports, those that
    tell the same thing each have their line.

    \b
    Examples:
      legation brief VNM JPN --register legation.db -o brief.html
      legation brief VNM JPN archive/ -o brief.html
      legation brief "Viêt Nam" Japon records.jsonl -o brief.html
      legation brief archive/ -o overview.html
    """
    from legation import __version__
    from legation.views.brief import make_brief
    from legation.views.overview import overview
    from legation.views.page import brief_page, overview_page

    if not output.parent.is_dir():
        raise WrongUse(f"{output.parent}: no such folder to write {output.name} in")
    if register_file is not None:
        output.write_text(_from_register(arguments, register_file, output), encoding="utf-8", errors="backslashreplace")
        return 0
    states, paths = _parted(arguments)
    failures = Failures(debug=debug)
    reports = list(_reports(paths, jobs, failures))
    if states:
        page = brief_page(make_brief(reports, (states[0], states[1]), beside=output.parent), version=__version__)
    else:
        page = overview_page(overview(reports), reports=len(reports), version=__version__)
    output.write_text(page, encoding="utf-8", errors="backslashreplace")
    return failures.status


def _from_register(arguments: Sequence[str], register_file: Path, output: Path) -> str:
    """The page from a register. Raises WrongUse where the arguments are not two states, NotInRegister."""
    from legation import __version__
    from legation.cli.pairs import the_pair
    from legation.register.queries import Queries
    from legation.views.page import brief_page
    from legation.views.register_brief import register_brief

    if len(arguments) != 2:
        raise WrongUse("with --register give two states, and no PATH: the register knows its reports")
    pair = the_pair(*arguments)
    with Queries.open(register_file) as queries, queries.moment():
        file = queries.dyad(*pair)
    return brief_page(register_brief(file, beside=output.parent), version=__version__)


def _parted(arguments: Sequence[str]) -> tuple[list[str], list[Path]]:
    """The states that the arguments begin with, and the paths. Raises WrongUse for one state, or no path."""
    from legation.views.countries import find_country, the_country

    states: list[str] = []
    for argument in arguments:
        code = None if os.sep in argument or len(states) == 2 else find_country(argument)
        if code is None:
            break
        states.append(code)
    paths = [Path(argument) for argument in arguments[len(states) :]]
    if len(states) == 1:
        the_country(arguments[1] if len(arguments) > 1 else "")
    if len(states) == 2 and states[0] == states[1]:
        raise WrongUse(f"{arguments[0]!r} and {arguments[1]!r} are the same state; give two")
    if not paths:
        raise WrongUse("no report given; give files or folders after the states")
    if not states and not paths[0].exists():
        the_country(str(paths[0]))
    return states, paths


def _reports(paths: Sequence[Path], jobs: int | None, failures: Failures) -> Iterator[ReadReport]:
    from legation.views.jsonl import decode

    printed = [path for path in paths if path.suffix == ".jsonl"]
    for path in printed:
        if not path.is_file():
            raise WrongUse(f"{path}: no such file of records")
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
            try:
                yield decode(line)
            except ValueError as error:
                raise WrongUse(f"{path}, line {number}: {error}") from error
    for line in lines([path for path in paths if path not in printed], jobs, failures):
        yield decode(line)
