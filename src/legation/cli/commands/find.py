"""`legation find`: words in the quotes."""

from __future__ import annotations

from pathlib import Path

import click

from legation.cli.pairs import time_options
from legation.cli.registers import register_option


@click.command(short_help="Find words in what reports say, and the things that they tell.")
@click.argument("words", nargs=-1, required=True)
@click.option("--of", "states", multiple=True, metavar="STATE",
              help="Only what involves this state; given twice, what is between the two.")  # fmt: skip
@click.option("--kind", "kinds", multiple=True, metavar="KIND", help="Only this kind (see `legation codebook`).")
@click.option("--topic", metavar="TOPIC", help="Only on this topic (see `legation codebook`).")
@time_options
@click.option(
    "--limit", type=click.IntRange(min=1), default=20, show_default=True, metavar="N", help="How many at most."
)
@register_option
def command(
    words: tuple[str, ...], states: tuple[str, ...], kinds: tuple[str, ...], topic: str | None, since: str | None,
    until: str | None, limit: int, register_file: Path,
) -> int:  # fmt: skip
    """Find words in the quotes of all records: the best match first, each with the thing that it tells, and the file.

    All WORDS must stand in one quote, in any order, without regard to case and diacritics. '"words in a row"' are found
    as they stand, exerc* finds all that begins so.

    \b
    Examples:
      legation find déminage
      legation find 'exerc* "en mer"' --of Vietnam --of JPN
      legation find mémorandum --kind instrument --since 2015 --until 2019-06

    Exit status: 0 done, though nothing may be found; 1 no such register; 2 wrong use.
    """
    from legation.errors import WrongUse
    from legation.register.queries import Filter, Queries
    from legation.views.countries import the_country
    from legation.views.listing import hit_lines

    if len(states) > 2:
        raise WrongUse("--of takes one state or two")
    codes = tuple(sorted({the_country(state) for state in states}))
    where = Filter(states=codes, kinds=kinds, topic=topic, since=since, until=until)
    with Queries.open(register_file) as queries, queries.moment():
        found = queries.find(" ".join(words), where, limit=limit)
        for hit in found.hits:
            click.echo("\n".join(hit_lines(hit)))
    if not found.hits:
        click.echo(f"legation: no quote has {' '.join(words)}", err=True)
    elif found.more:
        click.echo("legation: there are more; give more words, or --limit", err=True)
    return 0
