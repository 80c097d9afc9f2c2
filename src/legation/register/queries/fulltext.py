"""Words looked for in the quotes of the current readings, through the full-text index."""

from __future__ import annotations

from legation.register.queries.phrase import fts_query
from legation.register.queries.selecting import among, entries
from legation.register.queries.tellings import tellings_of_items
from legation.register.queries.values import Filter, Hit, Hits
from legation.register.store import Register, numbers

LOOKED_AT = 2000  # quotes weighed against each other: the last ones read, where more have the words


def find(register: Register, words: str, where: Filter, *, limit: int) -> Hits:
    """The quotes with these words and the things that they tell, the best match first, each thing once.

    Of words that very many quotes have, those read last are weighed; `more` says that there are others.
    """
    rows = register.rows(
        "SELECT i.id, n.thing, q.score FROM (SELECT rowid, bm25(quotes) AS score FROM quotes WHERE quotes MATCH ?"
        " ORDER BY rowid DESC LIMIT ?) q JOIN item i ON i.record = q.rowid JOIN record c ON c.id = i.record"
        " AND c.kind = i.kind JOIN node n ON n.id = i.node WHERE n.thing IS NOT NULL ORDER BY q.score, i.key",
        fts_query(words), LOOKED_AT,
    )  # fmt: skip
    allowed = _allowed(register, where, [thing for _, thing, _ in rows])
    first: dict[int, int] = {}
    for item, thing, _ in rows:
        if thing in allowed:
            first.setdefault(thing, item)
    chosen = list(first.items())[:limit]
    things = {one.row: one for one in entries(register, [thing for thing, _ in chosen], told_on=True)}
    told = tellings_of_items(register, [item for _, item in chosen])
    hits = tuple(Hit(things[thing], told[item]) for thing, item in chosen)
    return Hits(hits, len(first) > limit or len(rows) >= LOOKED_AT)


def _allowed(register: Register, where: Filter, things: list[int]) -> set[int]:
    """Those of the things that a filter lets through."""
    if where == Filter():
        return set(things)
    return among(register, where, numbers(sorted(set(things))))
