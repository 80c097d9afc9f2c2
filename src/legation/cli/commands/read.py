"""`legation read`: reports to records."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from legation.cli.inputs import Failures, debug_option, jobs_option, lines, paths_argument


@click.command(short_help="Read reports into records, one line of JSON a report.")
@paths_argument
@click.option(
    "--format",
    "form",
    type=click.Choice(["jsonl", "table"]),
    default="jsonl",
    show_default=True,
    help="jsonl: one object a report, for programs; table: for people.",
)
@jobs_option
@debug_option
def command(paths: tuple[Path, ...], form: str, jobs: int | None, debug: bool) -> int:
    """Read reports into records, in the order given.

    PATH is a file or a folder. Each report becomes one object {"file", "report": {date, basis, because, place,
    agency, language}, "records": [{kind, quote, start, end, rule, slots…}]}; start and end count code points of the
    raw file, so that raw[start:end] == quote. `legation codebook` tells the kinds and their slots.

    \b
    Examples:
      legation read report.txt
      legation read archive/ > records.jsonl
      legation read --format table report.txt | less
      legation read --jobs 1 *.txt | jq '.records[].kind'

    Exit status: 0 done; 1 some inputs failed (each named on stderr, the rest done); 2 wrong use.
    """
    failures = Failures(debug=debug)
    if form == "table":
        from legation.views.jsonl import decode
        from legation.views.table import table

        for line in lines(paths, jobs, failures):
            click.echo(table(decode(line)))
        return failures.status
    for line in lines(paths, jobs, failures):
        sys.stdout.write(line + "\n")
        sys.stdout.flush()
    return failures.status
