"""Finds reports that are copies of one dispatch: texts nearly the same, whatever page they stood on.

MinHash over runs of three words (Broder 1997), looked up by bands (locality-sensitive hashing: Indyk & Motwani 1998).
Whether two reports are linked depends on the two alone; a dispatch is all reports linked to one another, so that the
order of adding does not show.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from array import array
from collections import Counter
from collections.abc import Iterable, Sequence

from legation.register.store import Register, numbers

ALIKE = 0.65  # share of runs of words that two texts have in common, from which on they are copies
RUN = 3  # words
BANDS, ROWS = 20, 5  # finds 90 of 100 pairs at 0.65, 98 at 0.75, and 1 of 200 at 0.2
SEED = 2011
_WORD = re.compile(rb"[a-z0-9]+")


def minhash(text: str) -> bytes:
    """The signature of a text: BANDS × ROWS numbers of four bytes."""
    from rensa import RMinHash

    words = _WORD.findall(unicodedata.normalize("NFKD", text).casefold().encode("ascii", "ignore"))
    runs = [b" ".join(words[i : i + RUN]) for i in range(max(1, len(words) - RUN + 1))]
    signature = RMinHash(num_perm=BANDS * ROWS, seed=SEED)
    signature.update(runs)
    return array("I", signature.digest()).tobytes()


def similarity(left: bytes, right: bytes) -> float:
    """The estimated share of runs of words that two texts have in common, from their signatures."""
    mine, other = array("I", left), array("I", right)
    return sum(map(int.__eq__, mine, other)) / len(mine)


def link(register: Register, *, limit: int) -> int:
    """Link some reports newly stored to their copies; gives how many were looked at, 0 when none is left."""
    with register.writing() as db:
        found = db.execute(
            "SELECT r.id, s.minhash FROM report r JOIN signature s ON s.report = r.id WHERE r.stage = 0 LIMIT ?",
            (limit,),
        ).fetchall()
        if not found:
            return 0
        bands = sorted((band, report) for report, signature in found for band in _bands(signature))
        db.executemany("INSERT INTO band VALUES (?, ?)", bands)
        for report, signature in found:
            _link_one(register, report, signature)
        db.execute("UPDATE report SET stage = 1 WHERE id IN (SELECT value FROM json_each(?))",
                   (numbers([report for report, _ in found]),))  # fmt: skip
        _name_sources(register, [report for report, _ in found])
    return len(found)


def forget(register: Register, report: int) -> None:
    """Undo the links of a report that is read anew, within a transaction that writes."""
    signature = register.value("SELECT minhash FROM signature WHERE report = ?", report)
    fellows = dispatch_of(register, report) - {report}
    register.db.executemany("DELETE FROM band WHERE hash = ? AND report = ?", [(b, report) for b in _bands(signature)])
    register.db.execute("DELETE FROM copy WHERE report = ?1 OR of = ?1", (report,))
    register.db.execute("DELETE FROM signature WHERE report = ?", (report,))
    _name_sources(register, fellows)


def dispatch_of(register: Register, report: int) -> set[int]:
    """All reports of the dispatch that a report is a copy of, itself included."""
    dispatch, frontier = {report}, [report]
    while frontier:
        at = frontier.pop()
        linked = register.rows(
            "SELECT of FROM copy WHERE report = ? UNION SELECT report FROM copy WHERE of = ?", at, at
        )
        fresh = {other for (other,) in linked} - dispatch
        dispatch |= fresh
        frontier += sorted(fresh)
    return dispatch


def _bands(signature: bytes) -> list[int]:
    width = ROWS * 4
    return [
        int.from_bytes(_digest(bytes([number]) + signature[number * width : (number + 1) * width]), "big", signed=True)
        for number in range(BANDS)
    ]


def _digest(content: bytes) -> bytes:
    return hashlib.blake2b(content, digest_size=8).digest()


def _link_one(register: Register, report: int, signature: bytes) -> None:
    others = register.rows(
        "SELECT s.report, s.minhash FROM signature s WHERE s.report IN (SELECT report FROM band WHERE hash IN"
        " (SELECT value FROM json_each(?)) AND report <> ?)",
        numbers(_bands(signature)), report,
    )  # fmt: skip
    for other, theirs in others:
        alike = similarity(signature, theirs)
        if alike >= ALIKE:
            pair = (max(report, other), min(report, other), alike)
            register.db.execute("INSERT OR REPLACE INTO copy VALUES (?, ?, ?)", pair)


def _name_sources(register: Register, reports: Iterable[int]) -> None:
    """Note what each report counts as a source under; those for which it changed have their items made anew."""
    left = set(reports)
    while left:
        dispatch = dispatch_of(register, min(left))
        left -= dispatch
        rows = register.rows(
            "SELECT key, outlet FROM report WHERE id IN (SELECT value FROM json_each(?))", numbers(sorted(dispatch))
        )
        register.db.execute(
            "UPDATE report SET stage = min(stage, 1), source = ?1 WHERE id IN (SELECT value FROM json_each(?2))"
            " AND source IS NOT ?1",
            (source_of(rows), numbers(sorted(dispatch))),
        )


def source_of(rows: Sequence[tuple[str, str | None]]) -> str:
    """What the reports (key, outlet) of one dispatch count as: the outlet most of them name, else the dispatch."""
    outlets = Counter(outlet for _, outlet in rows if outlet)
    if outlets:
        return min(outlets, key=lambda outlet: (-outlets[outlet], outlet))
    return f"dispatch {min(key for key, _ in rows)}"
