"""What people decided: dated, signed, about the words of reports, and never deleted; withdrawn at most.

A decision is about items, held by report, kind and place in the text, so that it outlives a new reading: where the
reading has no item of that key any more, the item of the kind whose words overlap most takes its place.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import orjson

from legation.errors import NotInRegister
from legation.register.adding import to_json
from legation.register.clustering import Decided
from legation.register.store import Register, digest, numbers

ITEM = "report, key, kind, start, end"
Ref = tuple[int, str, str, int, int]


@dataclass(frozen=True, slots=True)
class Decision:
    """What somebody decided: to merge, to split, or to correct, when and why; `anchored` tells how many of its items
    the current readings have, of how many."""

    id: str
    what: str
    value: Any
    who: str
    at: str
    why: str
    withdrawn_at: str | None
    withdrawn_by: str | None
    anchored: int
    anchors: int


def decide(
    register: Register, what: str, sides: Sequence[Sequence[Ref]], *, value: Any, who: str, at: str, why: str
) -> str:
    """Note a decision about items, side by side, for `resolve` to carry out; gives its id. Within a transaction."""
    body = to_json([what, [sorted(ref[1] for ref in side) for side in sides], value, who, at])
    name = f"D-{digest(body, 6).hex()}"
    db = register.db
    db.execute("INSERT OR IGNORE INTO decision VALUES (?, ?, ?, ?, ?, ?, NULL, NULL)",
               (name, what, to_json(value), who, at, why))  # fmt: skip
    for number, side in enumerate(sides):
        for place, ref in enumerate(sorted(side, key=lambda ref: ref[1])):
            db.execute(
                "INSERT OR IGNORE INTO anchor VALUES (?, ?, ?, ?, ?, ?, ?, ?, NULL)", (name, number, place, *ref)
            )
    work_again(register, name)
    return name


def withdraw(register: Register, name: str, *, who: str, at: str) -> None:
    """Take a decision back; it stays on record. Raises NotInRegister where there is none, or it was taken back."""
    row = register.db.execute("SELECT withdrawn_at, withdrawn_by FROM decision WHERE id = ?", (name,)).fetchone()
    if row is None:
        raise NotInRegister(name, "no such decision", "`legation status` lists them")
    if row[0]:
        raise NotInRegister(name, f"withdrawn already, {row[0]} by {row[1]}")
    register.db.execute("UPDATE decision SET withdrawn_at = ?, withdrawn_by = ? WHERE id = ?", (at, who, name))
    work_again(register, name)


def work_again(register: Register, decision: str) -> None:
    """Have the reports that a decision is about worked on again."""
    register.db.execute(
        "UPDATE report SET stage = min(stage, 1) WHERE id IN (SELECT report FROM anchor WHERE decision = ?)",
        (decision,),
    )


def decisions(register: Register) -> list[Decision]:
    """All decisions, the latest first."""
    rows = register.rows(
        "SELECT d.id, what, value, who, at, why, withdrawn_at, withdrawn_by,"
        " (SELECT count(*) FROM anchor a WHERE a.decision = d.id AND node IS NOT NULL),"
        " (SELECT count(*) FROM anchor a WHERE a.decision = d.id) FROM decision d ORDER BY at DESC, d.id DESC"
    )
    return [Decision(row[0], row[1], orjson.loads(row[2]), *row[3:]) for row in rows]


def parted_in(register: Register, report: int) -> frozenset[str]:
    """The keys of the items of a report that people took out of something: these stand for themselves alone."""
    rows = register.rows(
        "SELECT key FROM anchor a JOIN decision d ON d.id = a.decision"
        " WHERE a.report = ? AND d.what = 'split' AND a.side = 0 AND d.withdrawn_at IS NULL", report,
    )  # fmt: skip
    return frozenset(key for (key,) in rows)


def anchor(register: Register, reports: str) -> None:
    """Tie the decisions about some reports (a JSON list) to the nodes that their items are in now."""
    rows = register.rows(
        f"SELECT decision, side, number, {ITEM} FROM anchor WHERE report IN (SELECT value FROM json_each(?))", reports
    )
    for decision, side, number, *ref in rows:
        node = _node_of(register, (ref[0], ref[1], ref[2], ref[3], ref[4]))
        register.db.execute(
            "UPDATE anchor SET node = ? WHERE decision = ? AND side = ? AND number = ?", (node, decision, side, number)
        )


def _node_of(register: Register, ref: Ref) -> int | None:
    report, key, kind, start, end = ref
    rows = register.rows("SELECT node, key, start, end FROM item WHERE report = ? AND kind = ?", report, kind)
    same = [node for node, own, _, _ in rows if own == key]
    if same:
        return int(same[0])
    shared = [(min(end, last) - max(start, first), own, node) for node, own, first, last in rows]
    best = max(((words, own, node) for words, own, node in shared if words > 0), default=None)
    return None if best is None else int(best[2])


@dataclass(frozen=True, slots=True)
class Verdicts:
    """What people decided about some nodes: which are one and which are not, the latest first; what is corrected in
    which node by which decision, the latest last."""

    decided: tuple[Decided, ...] = ()
    corrections: tuple[tuple[int, str, dict[str, Any]], ...] = ()


def verdicts(register: Register, nodes: Sequence[int]) -> Verdicts:
    """The decisions about these nodes that are not withdrawn."""
    rows = register.rows(
        "SELECT d.id, d.what, d.value, a.side, a.node FROM anchor a JOIN decision d ON d.id = a.decision"
        " WHERE d.withdrawn_at IS NULL AND a.node IS NOT NULL AND d.id IN (SELECT decision FROM anchor WHERE node IN"
        " (SELECT value FROM json_each(?))) ORDER BY d.at DESC, d.id DESC, a.side, a.number", numbers(nodes),
    )  # fmt: skip
    if not rows:
        return Verdicts()
    by_decision: dict[str, list[tuple[Any, ...]]] = {}
    for row in rows:
        by_decision.setdefault(row[0], []).append(row)
    decided = tuple(one for group in by_decision.values() for one in _decided(group))
    corrections = [(row[4], row[0], orjson.loads(row[2])) for row in reversed(rows) if row[1] == "correct"]
    return Verdicts(decided, tuple(corrections))


def _decided(rows: Sequence[tuple[Any, ...]]) -> list[Decided]:
    """What one decision says of pairs of nodes."""
    sides: dict[int, list[int]] = {}
    for _, _, _, side, node in rows:
        sides.setdefault(side, []).append(node)
    what = rows[0][1]
    if what == "merge":
        nodes = [node for side in sides.values() for node in side]
        return [(True, nodes[0], other) for other in nodes[1:] if other != nodes[0]]
    if what == "split":
        own = sides.get(0, [])
        together = [(True, own[0], other) for other in own[1:] if other != own[0]]
        apart = [(False, left, right) for left in own for right in sides.get(1, ()) if left != right]
        return apart + together
    return []
