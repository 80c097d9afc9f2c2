"""`legation add`: reports into a register."""

from __future__ import annotations

from pathlib import Path

import click

from legation.cli.inputs import Failures, debug_option, jobs_option, paths_argument
from legation.cli.registers import Progress, register_option


@click.command(short_help="Read reports into a register.")
@paths_argument
@register_option
@jobs_option
@debug_option
def command(paths: tuple[Path, ...], register_file: Path, jobs: int | None, debug: bool) -> int:
    """Read reports into a register, and bring what it knows up to date.

    PATH is a file or a folder. A report that is in the register already, by its bytes, is passed over. Near-identical
    copies of one dispatch are kept and linked, but count as one source. A run that is broken off loses nothing: call it
    again, and it goes on where it was. Others may read the register meanwhile.

    \b
    Examples:
      legation add archive/                           into ./legation.db, made if need be
      legation add new/*.txt --register desk.db
      legation add --jobs 1 archive/

    Exit status: 0 done; 1 some inputs failed (each named on stderr, the rest done); 2 wrong use.
    """
    from legation.intake import discover
    from legation.register.store import Register
    from legation.run.register import add_files

    failures = Failures(debug=debug)
    files = list(discover(paths))
    progress = Progress(len(files))
    with Register.open(register_file, create=True) as register:
        added = add_files(files, register, jobs=jobs, failed=failures.tell, tell=progress.tell)
        progress.end()
    again = f", {added.read_again} read again" if added.read_again else ""
    failed = f", {failures.count} failed" if failures.count else ""
    click.echo(f"{register_file}: {added.new} new, {added.known} known already{again}{failed}")
    return failures.status
