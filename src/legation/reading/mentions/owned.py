"""Whose post a possessive tells: « les garde-côtes philippins … leur commandant », « la marine grecque et son chef »."""

from __future__ import annotations

from legation.reading.mentions.complements import Reading, of_state, state_adjective
from legation.reading.mentions.lexicon import Hit, Scan
from legation.reading.mentions.vocabulary import Vocabulary

REACH = 160  # characters back to what the post belongs to
STOPS = ".!?…"
POSSESSIVE = frozenset({"possessive", "possessive_plural"})


def is_owned(scan: Scan, words: Vocabulary, determiner: str, start: int) -> bool:
    """Whether a possessive or « dont le » brings a post."""
    if determiner in POSSESSIVE:
        return True
    before = scan.back(start)
    return determiner == "definite" and any(
        scan.part(before - len(one) - 1, before) == " " + one for one in words.posts["whose"]
    )


def owned(scan: Scan, words: Vocabulary, head: str, core: int, end: int) -> Reading | None:
    """The field and states of what a post with a possessive belongs to; None where that is somebody, or not told."""
    wanted = words.posts["owned"].get(head)
    if wanted is None:
        return None
    body = _last_body(scan, set(wanted), core)
    if body is None:
        return Reading(end, fields=[("unit",)]) if head in words.posts["owned_by_nobody"] else None
    classes, hit = body
    reading = Reading(hit.end)
    owner = scan.at(hit.start, "force", "ministry", "seat")
    if owner and owner.end == hit.end:
        reading.states.append(str(owner.value[0]))
    while state_adjective(reading, scan, scan.skip(reading.position)) or of_state(reading, scan):
        pass
    return Reading(end, fields=[classes], states=reading.states)


def _last_body(scan: Scan, wanted: set[str], before: int) -> tuple[tuple[str, ...], Hit] | None:
    """The last body of one of the classes, in this sentence or the one before, nobody being named since."""
    hits = [hit for label in ("field", "noun") for hit in scan.all(label) if before - REACH < hit.start < before]
    for hit in sorted(hits, key=lambda one: (-one.end, one.start)):
        classes = (str(hit.value),) if isinstance(hit.value, str) else tuple(hit.value)
        between = scan.text[hit.end : before]
        if hit.end > before or sum(between.count(sign) for sign in STOPS) > 1:
            continue
        if wanted.intersection(classes):
            named = any(hit.end <= one.start < before - 1 for label in ("head", "rank") for one in scan.all(label))
            return None if named else (tuple(one for one in classes if one in wanted), hit)
    return None
