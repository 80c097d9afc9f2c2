"""Takes out what was made of a report, before it is made anew: by a new reading, another source, or a decision."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping

from legation.register.copies import crowded
from legation.register.resolver import Item, Resolver
from legation.register.rows import Items
from legation.register.store import Register, number, numbers
from legation.register.variants import all_variants, variants_of

CROWD = 400  # nodes that may share a key; one that more of them share tells nothing and is passed over
MARK = "INSERT INTO dirty VALUES (?, ?) ON CONFLICT (node) DO UPDATE SET regroup = max(regroup, excluded.regroup)"


def take_out(register: Register, resolvers: Mapping[str, Resolver], items: Items, report: int) -> None:
    """Delete the items of a report, and the nodes that only these were in; what they belonged to is marked as dirty."""
    nodes = dict(register.rows("SELECT id, node FROM item WHERE report = ?", report))
    if not nodes:
        return
    gone = items.get(nodes)
    register.db.execute("DELETE FROM item WHERE report = ?", (report,))
    for node, count in Counter(nodes.values()).items():
        mine = [id_ for id_ in nodes if nodes[id_] == node]
        resolver, head, told = register.db.execute(
            "SELECT resolver, head, told FROM node WHERE id = ?", (node,)
        ).fetchone()
        stand = {head, *(id_ for span in variants_of(register, node).values() for id_ in span)}
        if told == count:
            _delete(register, resolvers[resolver], node, gone[mine[0]])
        elif stand.isdisjoint(mine):
            register.db.execute("UPDATE node SET told = told - ? WHERE id = ?", (count, node))
            register.db.execute(MARK, (node, 0))
        else:
            _renew(register, items, node)


def _renew(register: Register, items: Items, node: int) -> None:
    """Set a node right after it lost an item that stood for others."""
    left = items.get(id_ for (id_,) in register.rows("SELECT id FROM item WHERE node = ?", node))
    head = min(left, key=lambda id_: left[id_].key)
    register.db.execute("UPDATE node SET head = ?, told = ? WHERE id = ?", (head, len(left), node))
    register.db.execute("DELETE FROM variant WHERE node = ?", (node,))
    register.db.executemany(
        "INSERT INTO variant VALUES (?, ?, ?, ?)", [(node, slots, *span) for slots, span in all_variants(left).items()]
    )
    register.db.execute(MARK, (node, 1))


def _delete(register: Register, resolver: Resolver, node: int, item: Item) -> None:
    db = register.db
    thing = register.value("SELECT thing FROM node WHERE id = ?", node)
    keys = [(number(f"{resolver.name}|{key}"), node) for key in resolver.keys(item)]
    same = register.rows(
        "SELECT left FROM judgement WHERE right = ?1 AND verdict = 'same' UNION"
        " SELECT right FROM judgement WHERE left = ?1 AND verdict = 'same'", node,
    )  # fmt: skip
    db.executemany(MARK, [(other, 1) for (other,) in same])
    full = crowded(register, "block", [key for key, _ in keys], CROWD)
    db.executemany("DELETE FROM block WHERE hash = ? AND node = ?", keys)
    freed = full - crowded(register, "block", full, CROWD)
    db.executemany("INSERT OR IGNORE INTO revived VALUES (?)", [(key,) for key in sorted(freed)])
    db.execute("DELETE FROM judgement WHERE left = ?", (node,))
    db.execute("DELETE FROM judgement WHERE right = ?", (node,))
    db.execute("UPDATE anchor SET node = NULL WHERE node = ?", (node,))
    db.execute("DELETE FROM dirty WHERE node = ?", (node,))
    db.execute("DELETE FROM variant WHERE node = ?", (node,))
    db.execute("DELETE FROM node WHERE id = ?", (node,))
    if thing is not None:
        fellows = register.rows("SELECT id FROM node WHERE thing = ?", thing)
        db.executemany(MARK, [(fellow, 1) for (fellow,) in fellows])
        if not fellows:
            delete_thing(register, thing)


def unjudge(register: Register, resolvers: Mapping[str, Resolver], items: Items, key: int) -> None:
    """Take back the judgements of nodes that share a key now crowded, and no other that is not."""
    inside = "(SELECT node FROM block WHERE hash = ?1)"
    pairs = register.rows(f"SELECT left, right FROM judgement WHERE left IN {inside} AND right IN {inside}", key)
    keys = _keys(register, resolvers, items, {node for pair in pairs for node in pair})
    shared = {pair: keys[pair[0]] & keys[pair[1]] for pair in pairs}
    full = crowded(register, "block", {one for some in shared.values() for one in some}, CROWD)
    lost = [pair for pair, some in shared.items() if some <= full]
    register.db.executemany("DELETE FROM judgement WHERE left = ? AND right = ?", lost)
    register.db.executemany(MARK, [(node, 1) for node in sorted({node for pair in lost for node in pair})])


def _keys(
    register: Register, resolvers: Mapping[str, Resolver], items: Items, nodes: Collection[int]
) -> dict[int, frozenset[int]]:
    """The keys of each node, as the register keeps them."""
    rows = register.rows(
        "SELECT id, resolver, head FROM node WHERE id IN (SELECT value FROM json_each(?))", numbers(sorted(nodes))
    )
    heads = items.get({head for _, _, head in rows})
    return {
        id_: frozenset(number(f"{resolver}|{key}") for key in resolvers[resolver].keys(heads[head]))
        for id_, resolver, head in rows
    }


def delete_thing(register: Register, thing: int) -> None:
    """Delete a thing that no node tells any more."""
    register.db.execute("DELETE FROM involved WHERE thing = ?", (thing,))
    register.db.execute("DELETE FROM thing WHERE id = ?", (thing,))
    register.db.execute("INSERT OR IGNORE INTO changed VALUES (?)", (thing,))
