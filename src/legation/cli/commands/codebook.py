"""`legation codebook`: the kinds of record, their slots and vocabularies."""

from __future__ import annotations

import click


@click.command(short_help="Print the kinds of record, their slots and vocabularies.")
@click.argument("kind", required=False)
def command(kind: str | None) -> int:
    """Print the kinds of record; or one KIND with its slots, their values and what they mean.

    `report` gives the slots of the report itself; the name of a shared vocabulary (acts, topics, posts, status) gives
    its values.

    \b
    Examples:
      legation codebook
      legation codebook meeting
      legation codebook acts
    """
    from legation.codebook import codebook
    from legation.errors import WrongUse
    from legation.views.codebook import kind_page, overview, slots_page, terms_page

    book = codebook()
    if kind is None:
        click.echo(overview(book))
    elif kind in book.kinds:
        click.echo(kind_page(book, book.kinds[kind]))
    elif kind == "report":
        click.echo(slots_page(book, book.report))
    elif kind in book.vocabularies:
        click.echo(terms_page(book.vocabularies[kind]))
    else:
        valid = [*book.kinds, "report", *book.vocabularies]
        raise WrongUse(f"no kind {kind!r} in the codebook; valid are {', '.join(valid)}")
    return 0
