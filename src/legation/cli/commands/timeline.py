"""`legation timeline`: what happened between two states, in order."""

from __future__ import annotations

from pathlib import Path

import click

from legation.cli.pairs import pair_argument, the_pair, time_options
from legation.cli.registers import register_option


@click.command(short_help="Tell what happened between two states, day by day.")
@pair_argument
@click.option("--kind", "kinds", multiple=True, metavar="KIND",
              help="Only this kind; default: meeting, visit, activity, instrument, programme.")  # fmt: skip
@click.option("--topic", metavar="TOPIC", help="Only on this topic (see `legation codebook`).")
@time_options
@register_option
def command(
    first: str, second: str, kinds: tuple[str, ...], topic: str | None, since: str | None, until: str | None,
    register_file: Path,
) -> int:  # fmt: skip
    """Tell what happened between two states in order of time, each thing once, however many reports tell it.

    A STATE is an ISO code or a name in English, French, Vietnamese or another large language. Below a thing stand the
    visit or meeting that it belongs to, and, marked by !, what sources tell differently: each value, which is shown,
    and why. What has no day of its own comes last, by the day of its first report.

    \b
    Examples:
      legation timeline VNM JPN
      legation timeline "Viêt Nam" Japon --since 2018 --until 2019-06
      legation timeline FRA MAR --kind statement --topic maritime_security

    Exit status: 0 done, though nothing may be found; 1 no such register; 2 wrong use.
    """
    from legation.register.queries import EVENTS, Filter, Queries
    from legation.views.listing import timeline_lines

    pair = the_pair(first, second)
    where = Filter(states=pair, kinds=kinds or EVENTS, topic=topic, since=since, until=until)
    with Queries.open(register_file) as queries, queries.moment():
        count = 0
        for page in queries.pages(where):
            count += len(page.entries)
            told, hangs = queries.tellings(page.entries), queries.links(pair, page.entries)
            for line in timeline_lines(page.entries, told, hangs):
                click.echo(line)
    if not count:
        click.echo(f"legation: nothing of the kind is told of {pair[0]} and {pair[1]}", err=True)
    return 0
