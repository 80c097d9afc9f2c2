"""`legation explain`: what each stage saw, and which rule made each record."""

from __future__ import annotations

from pathlib import Path

import click

from legation.errors import SkipReport

STAGES = ("intake", "repair", "layout", "mentions", "sentences", "dates", "records")


@click.command(short_help="Show what each stage saw in a report, and which rule made each record.")
@click.argument("file", type=click.Path(path_type=Path), metavar="FILE")
@click.option("--stage", "stages", type=click.Choice(STAGES), multiple=True, help="Only this stage; may be repeated.")
def command(file: Path, stages: tuple[str, ...]) -> int:
    """Show each stage's product for one report: what was mended, which zones, who and what is mentioned, how each
    sentence was understood, how each date was resolved, and each record with its rule and words.

    Numbers at the left count characters: of the raw file for mends and records, of the mended text for the rest.

    \b
    Examples:
      legation explain report.txt | less
      legation explain --stage records report.txt
      legation explain --stage repair --stage layout report.txt
    """
    from legation.pipeline import trace
    from legation.views.explain import explain

    try:
        seen = trace(file)
    except SkipReport as skipped:
        click.echo(f"legation: {skipped}", err=True)
        return 1
    for name, lines in explain(seen, stages=stages):
        click.secho(name, bold=True, fg="cyan")
        for line in lines:
            click.echo(f"  {line}")
        click.echo()
    return 0
