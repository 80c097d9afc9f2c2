"""Noun groups whose words no lexicon knows, behind a noun that one does."""

from __future__ import annotations

from legation.reading.mentions.lexicon import Scan
from legation.reading.mentions.vocabulary import Vocabulary

FREE_WORDS = 9


def free_end(scan: Scan, words: Vocabulary, end: int, states: list[str]) -> int:
    """The end of a noun group of unknown words: adjectives, and complements with « de », « à », « contre »."""
    for _ in range(FREE_WORDS):
        at = scan.skip(end)
        adjective = scan.at(at, "adjective")
        if adjective and at > end:
            states.append(adjective.value[0][0])
            end = adjective.end
            continue
        link = scan.at(at, "link_of", "link_inner")
        if link and at > end:
            inside = scan.skip(link.end)
            state = scan.at(inside, "state")
            stop = state.end if state else scan.word_end(inside)
            if stop > inside and not scan.at(inside, "capital", "head", "rank", "courtesy"):
                if state:
                    states.append(str(state.value))
                end = stop
                continue
        stop = scan.word_end(at)
        if at == end or stop == at or not qualifies(scan, words, at, stop):
            break
        end = stop
    return end


def qualifies(scan: Scan, words: Vocabulary, start: int, end: int) -> bool:
    """Whether an unknown word behind a noun looks like its adjective."""
    word = scan.part(start, end)
    if word in words.posts["directions"]:
        return True
    return scan.text[start].islower() and len(word) > 4 and word.endswith(words.adjective_endings)
