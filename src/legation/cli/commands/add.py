"""`legation add`: reports into a register."""

from __future__ import annotations

from pathlib import Path

import click

from legation.cli.inputs import Failures, debug_option, jobs_option
from legation.cli.registers import Progress, register_option


@click.command(short_help="Read reports into a register.")
@click.argument("paths", nargs=-1, metavar="PATH…", type=click.Path(path_type=Path, exists=False))
@register_option
@click.option("--again", is_flag=True, help="Read anew what an older version of this program read, from the register.")
@jobs_option
@debug_option
def command(paths: tuple[Path, ...], register_file: Path, again: bool, jobs: int | None, debug: bool) -> int:
    """Read reports into a register, and bring what it knows up to date.

    PATH is a file or a folder. A report that is in the register already, by its bytes, is passed over. Near-identical
    copies of one dispatch are kept and linked, but count as one source. A run that is broken off loses nothing: call it
    again, and it goes on where it was. Others may read the register meanwhile.

    \b
    Examples:
      legation add archive/                           into ./legation.db, made if need be
      legation add new/*.txt --register desk.db
      legation add --jobs 1 archive/
      legation add --again                            after an upgrade of this program

    Exit status: 0 done; 1 some inputs failed (each named on stderr, the rest done); 2 wrong use.
    """
    from legation.errors import WrongUse
    from legation.intake import discover
    from legation.register.store import Register
    from legation.run.register import add_files, read_again

    if not paths and not again:
        raise WrongUse("give files or folders to add, or --again")
    failures = Failures(debug=debug)
    files = list(discover(paths))
    progress = Progress(len(files))
    with Register.open(register_file, create=not again) as register:
        added = add_files(files, register, jobs=jobs, failed=failures.tell, tell=progress.tell)
        if again:
            added += read_again(register, jobs=jobs, failed=failures.tell, tell=progress.tell)
        progress.end()
    anew = f", {added.read_again} read again" if added.read_again else ""
    failed = f", {failures.count} failed" if failures.count else ""
    click.echo(f"{register_file}: {added.new} new, {added.known} known already{anew}{failed}")
    return failures.status
