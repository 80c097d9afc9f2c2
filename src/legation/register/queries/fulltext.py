"""Words looked for in the quotes of the current readings, through the full-text index."""

from __future__ import annotations

from legation.register.queries.phrase import fts_query
from legation.register.queries.selecting import conditions_on, entries
from legation.register.queries.tellings import tellings_of_items
from legation.register.queries.values import Filter, Hit, Hits
from legation.register.store import Register, numbers

LOOKED_AT = 1000  # quotes weighed against each other: the last ones read, where more have the words
PASSED = 50_000  # quotes with the words among which those are looked for that a filter lets through
OF_PARTY = (  # the plus keeps SQLite from asking the full-text index once a row
    " AND +rowid IN (SELECT i.record FROM involved v JOIN node n ON n.thing = v.thing JOIN item i ON i.node = n.id"
    " WHERE v.party = ? AND i.record IS NOT NULL)"
)
FOUND = (
    "SELECT q.rowid, i.id, i.key, t.id FROM"
    " (SELECT rowid FROM quotes WHERE quotes MATCH ?{party} ORDER BY rowid DESC LIMIT ?) q CROSS JOIN item i"
    " ON i.record = q.rowid CROSS JOIN record c ON c.id = i.record AND c.kind = i.kind CROSS JOIN node n ON n.id = i.node"
    " CROSS JOIN thing t ON t.id = n.thing WHERE {conditions} LIMIT ?"
)
SCORES = (
    "SELECT rowid, bm25(quotes) FROM quotes WHERE quotes MATCH ? AND rowid >= ?"
    " AND +rowid IN (SELECT value FROM json_each(?))"
)


def find(register: Register, words: str, where: Filter, *, limit: int) -> Hits:
    """The quotes with these words and the things that they tell, the best match first, each thing once.

    Of words that very many quotes have, those read last are weighed; `more` says that there are others.
    """
    query = fts_query(words)
    rows = _found(register, query, where)
    scores = _scores(register, query, [row for row, *_ in rows])
    first: dict[int, int] = {}
    for _, item, _, thing in sorted(rows, key=lambda row: (scores[row[0]], row[2])):
        first.setdefault(thing, item)
    chosen = list(first.items())[:limit]
    things = {one.row: one for one in entries(register, [thing for thing, _ in chosen], told_on=True)}
    told = tellings_of_items(register, [item for _, item in chosen])
    hits = tuple(Hit(things[thing], told[item]) for thing, item in chosen)
    return Hits(hits, len(first) > limit or len(rows) >= LOOKED_AT)


def _found(register: Register, query: str, where: Filter) -> list[tuple[int, int, str, int]]:
    """Record, item, the item's key and thing of the last quotes that have the words and that a filter lets through."""
    clauses = conditions_on(where)
    sql = FOUND.format(
        party=OF_PARTY if where.party else "", conditions=" AND ".join(["1", *(text for text, _ in clauses)])
    )
    party = [where.party] if where.party else []
    values = [value for _, some in clauses for value in some]
    return [tuple(row) for row in register.rows(sql, query, *party, PASSED, *values, LOOKED_AT)]


def _scores(register: Register, query: str, records: list[int]) -> dict[int, float]:
    """How well the quotes of records match, the lower the better."""
    return dict(register.rows(SCORES, query, min(records), numbers(sorted(set(records))))) if records else {}
