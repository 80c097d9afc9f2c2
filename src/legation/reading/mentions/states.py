"""States and what stands for them: names, adjectives, peoples, capitals, seats, forces, ministries, epithets.

The span holds the word itself, without article or preposition. An adjective takes its state from the tables; a
compound (« nippo-vietnamien ») from its prefixes and its last part.
"""

from __future__ import annotations

from legation.model.mentions import StateForm, StateMention
from legation.reading.mentions.lexicon import Hit, Scan
from legation.reading.mentions.vocabulary import Vocabulary

SIMPLE: dict[str, StateForm] = {
    "state": "name",
    "capital": "capital",
    "organisation": "name",
    "organisation_adjective": "adjective",
    "seat": "ministry",
    "ministry": "ministry",
    "epithet": "epithet",
    "state_group": "name",
    "force": "force",
    "adjective": "adjective",
}
ORDER = {label: rank for rank, label in enumerate(SIMPLE)}


def find_states(scan: Scan, words: Vocabulary) -> list[StateMention]:
    """The state mentions of a scanned text, in order, none inside another; shielded words stand for nothing.

    Of two that overlap, the one that reaches further counts (« l'Union africaine » is not « l'Union »).
    """
    found = [hit for label in (*SIMPLE, "shield") for hit in scan.all(label)]
    found.sort(key=lambda hit: (hit.start, -hit.end, ORDER.get(hit.label, -1)))
    kept: list[tuple[Hit, StateMention | None]] = []
    for hit in found:
        last = kept[-1][0] if kept else None
        if last and hit.end <= last.end and hit.start < last.end:
            continue
        mention = None if hit.label == "shield" else _mention(hit, scan, words)
        if mention is None and hit.label != "shield":
            continue
        while kept and kept[-1][0].label != "shield" and kept[-1][0].end > hit.start:
            kept.pop()
        kept.append((hit, mention))
    return [mention for _, mention in kept if mention]


def _mention(hit: Hit, scan: Scan, words: Vocabulary) -> StateMention | None:
    if hit.label == "adjective":
        return _adjective(hit, scan, words)
    if hit.label == "epithet" and _narrowed(hit, scan):
        return None
    if hit.label == "capital" and _hyphened(hit, scan):
        return None
    value = hit.value[:1] if hit.label == "force" else hit.value
    states = (value,) if isinstance(value, str) else tuple(value)
    return StateMention(hit.start, hit.end, states, SIMPLE[hit.label])


def _hyphened(hit: Hit, scan: Scan) -> bool:
    """Whether a hyphen makes it part of another name (« Alger-Centre »); it joins two states in « Paris-Dakar »."""
    joins = scan.char(hit.end) == "-" and scan.char(hit.end + 1).isalpha()
    return joins and scan.at(hit.end + 1, "state", "capital", "organisation") is None


def _narrowed(hit: Hit, scan: Scan) -> bool:
    """Whether the epithet goes on (« l'archipel des Spratleys », « l'archipel disputé ») and names something else."""
    if scan.char(hit.end) == "-" and scan.char(hit.end + 1).isalpha():
        return True
    if len(hit.value) == 1:
        return False
    after = scan.skip(hit.end)
    if scan.at(after, "link_of") is not None:
        return True
    end = scan.word_end(after)
    return scan.part(end, end + 1) == " " and scan.at(scan.skip(end), "link_of") is not None and end > after


def _adjective(hit: Hit, scan: Scan, words: Vocabulary) -> StateMention | None:
    codes, _ = hit.value
    if scan.char(hit.start - 1) == "-":
        return _compound(hit, scan, words)
    hyphened = scan.char(hit.end) == "-" and scan.char(hit.end + 1).isalpha()
    if hyphened and scan.at(hit.end + 1, "adjective", "state") is None:
        return None
    people = scan.text[hit.start].isupper() and not scan.text[hit.start : hit.end].isupper()
    return StateMention(hit.start, hit.end, codes[:1], "people" if people else "adjective")


def _compound(hit: Hit, scan: Scan, words: Vocabulary) -> StateMention | None:
    """« maroco-américain »: every part before the last must be a known prefix."""
    start = hit.start
    states: list[str] = []
    while scan.char(start - 1) == "-":
        edge = start - 1
        while edge > scan.start and scan.char(edge - 1).isalpha():
            edge -= 1
        iso = words.prefixes.get(scan.part(edge, start - 1))
        if iso is None:
            adjective = scan.at(edge, "adjective", "state")
            iso = _iso(adjective) if adjective and adjective.end == start - 1 else None
        if iso is None:
            return None
        states.insert(0, iso)
        start = edge
    states.append(hit.value[0][0])
    return StateMention(start, hit.end, tuple(dict.fromkeys(states)), "compound")


def _iso(hit: Hit) -> str:
    return hit.value if isinstance(hit.value, str) else hit.value[0][0]
