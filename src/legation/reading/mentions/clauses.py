"""Posts told by a clause or a prepositional phrase: « à la tête du Centre », « qui commande le 15e escadron »."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from legation.reading.mentions.complements import Reading, of_state, state_adjective
from legation.reading.mentions.free_groups import free_end
from legation.reading.mentions.lexicon import Hit, Scan
from legation.reading.mentions.posts import PostPhrase
from legation.reading.mentions.vocabulary import Vocabulary


def find_clauses(scan: Scan, words: Vocabulary) -> list[PostPhrase]:
    """The posts that clauses tell, in order; none where the field makes no post."""
    found = (_clause(hit, scan, words) for hit in scan.longest("clause"))
    return [phrase for phrase in found if phrase]


def _clause(hit: Hit, scan: Scan, words: Vocabulary) -> PostPhrase | None:
    inside = scan.skip(hit.end)
    determiner = scan.at(inside, "determiner")
    if determiner and determiner.value[0] == "definite":
        inside = scan.skip(determiner.end)
    field = _object(inside, scan, words)
    if field is None:
        return None
    classes = {field.value} if isinstance(field.value, str) else set(field.value)
    for number in hit.value:
        rule = words.posts["clauses"][number]
        if classes.intersection(rule["takes"]):
            return _phrase(hit.start, field, rule["post"], scan, words)
    return None


def _object(at: int, scan: Scan, words: Vocabulary) -> Hit | None:
    """The field that the clause is about; an ordinal may stand before it."""
    field = scan.at(at, "field", "noun")
    if field is None and scan.char(at).isdigit():
        after = scan.skip(scan.word_end(at))
        field = scan.at(after, "field", "noun")
        if field is None and scan.part(after, scan.word_end(after)) in words.ordinal_marks:
            field = scan.at(scan.skip(scan.word_end(after)), "field", "noun")
    return field


def _phrase(at: int, field: Hit, post: str, scan: Scan, words: Vocabulary) -> PostPhrase:
    reading = Reading(field.end)
    owner = scan.at(field.start, "force", "ministry", "seat")
    if owner and owner.end == field.end:
        reading.states.append(str(owner.value[0]))
    shared = scan.at(field.start, "organisation")
    if shared and shared.end == field.end:
        reading.states.append(str(shared.value))
    if field.label == "noun":
        reading.position = free_end(scan, words, field.end, reading.states)
    while state_adjective(reading, scan, scan.skip(reading.position)) or of_state(reading, scan):
        pass
    end = reading.position
    close = scan.folded.find(")", end - scan.start, end - scan.start + 14)
    opening = scan.skip(end)
    if scan.char(opening) == "(" and close > 0 and scan.text[opening + 1 : close + scan.start].isupper():
        end = close + scan.start + 1
    start = at
    if pronoun := scan.ending(scan.back(at), "that_of"):
        start = pronoun.start
    return PostPhrase(start, at, end, "clause", (post,), tuple(reading.states))


def same_post(at: int, scan: Scan, posts: Sequence[PostPhrase]) -> PostPhrase | None:
    """« qui exerce les mêmes fonctions à Hanoi »: the post told last, in the state of the capital named."""
    states: tuple[str, ...] = ()
    hit = scan.at(at, "same")
    if hit is None and (opened := scan.at(at, "same_open")):
        link = scan.at(scan.skip(opened.end), "link_at")
        place = scan.at(scan.skip(link.end), "capital", "state") if link else None
        states = (str(place.value),) if place else ()
        hit = scan.at(scan.skip(place.end if place else opened.end), "same_close")
    if hit is None:
        return None
    earlier = next((one for one in reversed(posts) if one.end <= at and one.posts and not one.counterpart), None)
    if earlier is None:
        return None
    end = hit.end
    link = scan.at(scan.skip(end), "link_at")
    if link:
        place = scan.at(scan.skip(link.end), "capital", "state")
        if place:
            states, end = (str(place.value),), place.end
    return replace(earlier, start=at, core=at, end=end, states=states, determiner="none", number=1, former=False)
