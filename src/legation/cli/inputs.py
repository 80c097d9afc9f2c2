"""What commands that take PATHs share: the arguments, the outcomes, the progress bar, the failures."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from legation.run import Outcome

CLEAR = "\r\033[2K"
MANY = 200  # files from which on a progress bar is worth its room

paths_argument = click.argument(
    "paths", nargs=-1, required=True, metavar="PATH…", type=click.Path(path_type=Path, exists=False)
)
jobs_option = click.option(
    "--jobs", "-j", type=click.IntRange(min=1), metavar="N", help="How many processes read; default: all processors."
)
debug_option = click.option("--debug", is_flag=True, help="Show the traceback where the program itself fails.")


class Failures:
    """Counts the inputs that failed, and names each on stderr as it comes."""

    def __init__(self, *, debug: bool = False) -> None:
        self.count, self.debug = 0, debug

    def tell(self, outcome: Outcome) -> None:
        """Name one input that failed, and why."""
        self.count += 1
        start = CLEAR if sys.stderr.isatty() else ""
        click.echo(f"{start}legation: {outcome.problem}", err=True)
        if self.debug and outcome.details:
            click.echo(outcome.details, err=True)

    @property
    def status(self) -> int:
        """The exit status: 1 if any input failed."""
        return 1 if self.count else 0


def lines(paths: Sequence[Path], jobs: int | None, failures: Failures) -> Iterator[str]:
    """The reports below the paths, read, each a line of JSON, in order; those that fail are told and left out."""
    from legation.intake import discover
    from legation.run import read_all

    for outcome in progress(read_all(discover(paths), jobs=jobs)):
        if outcome.line is None:
            failures.tell(outcome)
        else:
            yield outcome.line


def progress(outcomes: Iterable[Any]) -> Iterator[Any]:
    """The same items; on a terminal, once there are many, with their count and pace on stderr."""
    if not sys.stderr.isatty() or sys.stdout.isatty():
        yield from outcomes
        return
    from time import monotonic

    begun, told = monotonic(), 0.0
    for count, item in enumerate(outcomes, start=1):
        yield item
        if count >= MANY and monotonic() - told > 0.2:
            told = monotonic()
            click.echo(f"{CLEAR}{count} read, {count / (told - begun):.0f} a second", nl=False, err=True)
    if told:
        click.echo(CLEAR, nl=False, err=True)
