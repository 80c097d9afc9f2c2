"""`legation who`: a person, by name."""

from __future__ import annotations

from pathlib import Path

import click

from legation.cli.registers import register_option

IN_FULL = 3  # persons told with their latest events


@click.command(short_help="Tell who somebody is: spellings, posts and when, latest meetings.")
@click.argument("name", nargs=-1, required=True)
@click.option("--of", "state", metavar="STATE", help="Only persons of this state: an ISO code or a name.")
@click.option(
    "--limit", type=click.IntRange(min=1), default=10, show_default=True, metavar="N", help="How many at most."
)
@register_option
def command(name: tuple[str, ...], state: str | None, limit: int, register_file: Path) -> int:
    """Tell who somebody is: the spellings, the posts with the days on which they were seen and held, the latest events.

    NAME is in any order, with or without diacritics, in full or in part; a slip of the pen is forgiven, and words that
    are no names (a rank, a title) are passed over. The likeliest persons come first, of equals those told most often.

    \b
    Examples:
      legation who Phan Van Giang
      legation who "le général Giang" --of Vietnam
      legation who iwaya --register desk.db

    Exit status: 0 done, though nobody may be found; 1 no such register; 2 wrong use.
    """
    from legation.register.queries import Queries
    from legation.views.countries import the_country
    from legation.views.listing import match_line, person_lines

    country = the_country(state) if state else None
    with Queries.open(register_file) as queries, queries.moment():
        found = queries.named(" ".join(name), country=country, limit=limit)
        for match in found[:IN_FULL]:
            click.echo("\n".join(person_lines(queries.person(match.entry))))
        for match in found[IN_FULL:]:
            click.echo(match_line(match))
    if not found:
        click.echo(f"legation: nobody of the name {' '.join(name)} is told of", err=True)
    return 0
