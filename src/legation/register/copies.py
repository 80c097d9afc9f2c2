"""Finds reports that are copies of one dispatch: texts nearly the same, whatever page they stood on.

MinHash over runs of three words (Broder 1997), looked up by bands (locality-sensitive hashing: Indyk & Motwani 1998).
A band that very many share is passed over: which are linked depends on the set of reports alone. A dispatch is all
reports linked to one another, so that the order of adding does not show.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from array import array
from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Sequence
from itertools import combinations

from legation.register.store import Register, numbers

ALIKE = 0.65  # share of runs of words that two texts have in common, from which on they are copies
RUN = 3  # words
BANDS, ROWS = 20, 5  # finds 90 of 100 pairs at 0.65, 98 at 0.75, and 1 of 200 at 0.2
CROWD = 30  # reports that may share a band; what more of them share is a phrase of the trade
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
        found = dict(
            db.execute(
                "SELECT r.id, s.minhash FROM report r JOIN signature s ON s.report = r.id WHERE r.stage = 0 LIMIT ?",
                (limit,),
            ).fetchall()
        )
        if not found:
            return 0
        bands = sorted((band, report) for report, signature in found.items() for band in _bands(signature))
        every = {band for band, _ in bands}
        full = crowded(register, "band", every, CROWD)
        db.executemany("INSERT OR IGNORE INTO band VALUES (?, ?)", bands)
        filled = crowded(register, "band", every - full, CROWD)
        pairs = _pairs(register, every - full - filled, found)
        _link_pairs(register, pairs)
        parted = {report for band in sorted(filled) for report in _unlink(register, band)}
        listed = numbers(list(found))
        db.execute("UPDATE report SET stage = 1 WHERE id IN (SELECT value FROM json_each(?))", (listed,))
        _name_sources(register, parted | found.keys())
    return len(found)


def forget(register: Register, report: int) -> None:
    """Undo the links of a report that is read anew, within a transaction that writes."""
    signature = register.value("SELECT minhash FROM signature WHERE report = ?", report)
    fellows = dispatch_of(register, report) - {report}
    bands = _bands(signature)
    before = crowded(register, "band", bands, CROWD)
    register.db.executemany("DELETE FROM band WHERE hash = ? AND report = ?", [(band, report) for band in bands])
    register.db.execute("DELETE FROM copy WHERE report = ?1 OR of = ?1", (report,))
    register.db.execute("DELETE FROM signature WHERE report = ?", (report,))
    for band in sorted(before - crowded(register, "band", before, CROWD)):  # these tell copies again
        register.db.execute("UPDATE report SET stage = 0 WHERE id IN (SELECT report FROM band WHERE hash = ?)", (band,))
    _name_sources(register, fellows)


def crowded(register: Register, table: str, keys: Iterable[int], most: int) -> set[int]:
    """Those of the keys that more than so many share; such a key tells nothing and is passed over."""
    count = f"SELECT count(*) FROM (SELECT 1 FROM {table} WHERE hash = value LIMIT {most + 1})"
    rows = register.rows(f"SELECT value FROM json_each(?) WHERE ({count}) > {most}", numbers(sorted(keys)))
    return {key for (key,) in rows}


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


def _pairs(register: Register, bands: Iterable[int], reports: Container[int]) -> set[tuple[int, int]]:
    """The pairs of reports that share one of the bands, of which at least one is among these reports."""
    buckets: dict[int, list[int]] = defaultdict(list)
    listed = numbers(sorted(bands))
    for band, report in register.rows(
        "SELECT hash, report FROM band WHERE hash IN (SELECT value FROM json_each(?))", listed
    ):
        buckets[band].append(report)
    return {
        (max(pair), min(pair))
        for bucket in buckets.values()
        for pair in combinations(bucket, 2)
        if pair[0] in reports or pair[1] in reports
    }


def _link_pairs(register: Register, pairs: Iterable[tuple[int, int]]) -> None:
    """Link those of the pairs that are alike."""
    every = sorted(pairs)
    for start in range(0, len(every), 5000):
        part = every[start : start + 5000]
        signatures = _signatures(register, {report for pair in part for report in pair})
        told = [(*pair, similarity(signatures[pair[0]], signatures[pair[1]])) for pair in part]
        alike = [one for one in told if one[2] >= ALIKE]
        register.db.executemany("INSERT OR REPLACE INTO copy VALUES (?, ?, ?)", alike)


def _unlink(register: Register, band: int) -> set[int]:
    """Undo the links of the reports of a band now crowded that share no other; gives those that lost one."""
    listed = "(SELECT report FROM band WHERE hash = ?1)"
    pairs = register.rows(f"SELECT report, of FROM copy WHERE report IN {listed} AND of IN {listed}", band)
    signatures = _signatures(register, {report for pair in pairs for report in pair})
    shared = {pair: set(_bands(signatures[pair[0]])) & set(_bands(signatures[pair[1]])) for pair in pairs}
    full = crowded(register, "band", {one for bands in shared.values() for one in bands}, CROWD)
    lost = [pair for pair, bands in shared.items() if bands <= full]
    register.db.executemany("DELETE FROM copy WHERE report = ? AND of = ?", lost)
    return {report for pair in lost for report in pair}


def _signatures(register: Register, reports: Iterable[int]) -> dict[int, bytes]:
    return dict(
        register.rows(
            "SELECT report, minhash FROM signature WHERE report IN (SELECT value FROM json_each(?))",
            numbers(sorted(reports)),
        )
    )


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
