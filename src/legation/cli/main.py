"""The program's entry: finds the command, and turns errors into messages and exit statuses.

Exit status: 0 done, 1 some inputs failed (each named on stderr, the rest done), 2 wrong use, 130 interrupted,
141 the reader of our output went away.
"""

from __future__ import annotations

import os
import sys
from importlib import import_module
from io import TextIOWrapper

import click

from legation import __version__
from legation.errors import LegationError, WrongUse

COMMANDS = (
    "read", "explain", "brief",
    "add", "status", "who", "find", "timeline", "open-items", "show", "explain-merge",
    "merge", "split", "correct", "withdraw", "export",
    "evaluate", "codebook",
)  # fmt: skip
SETTINGS = {"help_option_names": ["-h", "--help"], "max_content_width": 100}


class NobodyListens(Exception):
    """The reader of our output went away; click would make exit status 1 of it, which means that inputs failed."""


class Commands(click.Group):
    """One file a command, imported when it is called or listed."""

    def invoke(self, ctx: click.Context) -> object:
        """Call the command. Raises NobodyListens where its output goes nowhere any more."""
        try:
            status = super().invoke(ctx)
            sys.stdout.flush()
        except BrokenPipeError as error:
            raise NobodyListens from error
        return status

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of the commands, in the order in which a newcomer meets them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of this name, None if there is none."""
        if cmd_name not in COMMANDS:
            return None
        command = import_module(f"legation.cli.commands.{cmd_name.replace('-', '_')}").command
        assert isinstance(command, click.Command)
        return command


@click.group(cls=Commands, context_settings=SETTINGS)
@click.version_option(__version__, prog_name="legation")
def cli() -> None:
    """Read press reports on the defence relations of states into grounded records.

    \b
    Examples:
      legation read report.txt                       one report, as a line of JSON
      legation read archive/ > records.jsonl         a folder, on all processors
      legation explain report.txt                    what each stage saw, which rule made what
      legation brief VNM JPN archive/ -o brief.html  what they tell of two states, as a page
      legation add archive/                          into a register: who is who, which meeting is which
      legation timeline VNM JPN                      what happened between two states, from the register
      legation COMMAND --help                        all about one command

    Exit status: 0 done; 1 some inputs failed (each named on stderr, the rest done); 2 wrong use.
    """


def main(args: list[str] | None = None) -> None:
    """Run the command line and leave with its exit status."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):  # JSON is UTF-8 whatever the locale; a file name may hold any bytes
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    sys.exit(run(args))


def run(args: list[str] | None = None) -> int:
    """Run the command line; gives the exit status."""
    try:
        status = cli.main(args, prog_name="legation", standalone_mode=False)
    except click.exceptions.Exit as leaving:
        return leaving.exit_code
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        click.echo("legation: interrupted", err=True)
        return 130
    except NobodyListens:
        return _nobody_listens()
    except LegationError as error:
        click.echo(f"legation: {error}", err=True)
        return 2 if isinstance(error, WrongUse) else 1
    return status if isinstance(status, int) else 0


def _nobody_listens() -> int:
    # What is still buffered must not raise again when Python closes stdout on its way out.
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 141
