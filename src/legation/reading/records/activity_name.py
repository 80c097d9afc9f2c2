"""What a thing done together is called: a name behind the noun, before it, or in the sentence before."""

from __future__ import annotations

from dataclasses import replace

from legation.model.mentions import BodyMention, DateMention, PlaceMention, UnitMention
from legation.reading.phrases import Chunk, Sentence
from legation.reading.records.activity_telling import Telling, dangles, telling
from legation.reading.records.activity_words import ActivityWords
from legation.reading.records.moods import HARD, mood_of
from legation.reading.understanding import Understanding

NAME_REACH = 11  # chunks after a noun within which its name stands
OPENERS, CLOSERS = frozenset('«"“('), frozenset('»"”)')


def title_of(page: Understanding, one: Telling) -> str | None:
    """The noun group as written, for what has no other name (« le Salon international de la défense »)."""
    chunks, end = one.sentence.chunks, one.hit.last
    for at in range(one.hit.last + 1, one.last + 1):
        chunk = chunks[at]
        if (
            chunk.verb is not None
            or chunk.word in {",", "("}
            or isinstance(chunk.mention, DateMention)
            or chunk.code in page.known.prepositions_of["a"]
        ):
            break
        end = at
    while end > one.hit.last and dangles(page, one.sentence, end):
        end -= 1
    return " ".join(page.text[chunks[one.hit.index].start : chunks[end].end].split())


def name_of(page: Understanding, sentence: Sentence, index: int, words: ActivityWords) -> tuple[str, int] | None:
    """The proper name after a noun, and its chunk: marked as a unit, in quotation marks, in capitals or in brackets."""
    bare = True
    for at in range(index + 1, min(len(sentence.chunks), index + 1 + NAME_REACH)):
        chunk = sentence.chunks[at]
        if isinstance(chunk.mention, UnitMention) and chunk.mention.kind in {"exercise", "operation"}:
            return chunk.mention.name, at
        if chunk.word in OPENERS:
            named = _enclosed(page, sentence, at)
            if named is not None:
                return named
        if (chunk.verb is not None and chunk.verb.tense != "pp") or chunk.code in HARD:
            return None
        if bare and _capital(page, sentence, at, words):
            return _run(page, sentence, at), at
        bare = bare and (
            chunk.code == "@S"
            or (chunk.verb is not None and words.has("baptising", chunk.verb.lemma))
            or (bool(chunk.word) and chunk.word.isalpha() and not _joins(page, chunk.word))
        )
    return None


def named_before(page: Understanding, one: Telling, words: ActivityWords) -> Telling | None:
    """The telling that « cet exercice » takes up, where the sentence before gives the thing's name but not its kind."""
    earlier = next((each for each in page.body() if each.number == one.sentence.number - 1), None)
    for at, chunk in enumerate(earlier.chunks if earlier else ()):
        found = _enclosed(page, earlier, at) if earlier and chunk.word in OPENERS else None
        if found is not None and earlier is not None:
            hit = replace(one.hit, index=found[1], last=found[1])
            return replace(telling(page, earlier, hit, mood_of(page, earlier, found[1], words)), named=found[0])
    return None


def name_before(page: Understanding, sentence: Sentence, index: int, words: ActivityWords) -> tuple[str, int] | None:
    """The name before the noun: given by a participle (« Baptisé « X », l'exercice … »), or with the noun beside it."""
    apposed = _apposed(page, sentence, index, words)
    if apposed is not None:
        return apposed
    for at in range(max(0, index - NAME_REACH), index):
        verb = sentence.chunks[at].verb
        if verb is not None and words.has("baptising", verb.lemma):
            return next((found for near in range(at + 1, index) if sentence.chunks[near].word in OPENERS
                         and (found := _enclosed(page, sentence, near)) is not None), None)  # fmt: skip
    return None


def _apposed(page: Understanding, sentence: Sentence, index: int, words: ActivityWords) -> tuple[str, int] | None:
    """« à Trident Juncture, vaste manœuvre de »: capitalised words, a comma, and the noun with at most an adjective."""
    chunks = sentence.chunks
    comma = next((at for at in range(index - 1, max(0, index - 4), -1) if chunks[at].word == ","), None)
    if comma is None or any(chunk.mention is not None or chunk.verb is not None for chunk in chunks[comma:index]):
        return None
    at = comma - 1
    place = isinstance(chunks[at].mention, PlaceMention) and " " in page.text[chunks[at].start : chunks[at].end]
    if not place and not (chunks[at].mention is None and _capital(page, sentence, at, words)):
        return None
    begin = at
    while begin > 0 and chunks[begin - 1].mention is None and page.text[chunks[begin - 1].start].isupper():
        begin -= 1
    known = isinstance(chunks[at].mention, PlaceMention) and getattr(chunks[at].mention, "country", None)
    return None if known or begin == 0 else (page.text[chunks[begin].start : chunks[at].end], begin)


def _joins(page: Understanding, word: str) -> bool:
    return word in page.known.prepositions or word in page.known.coordinate


def _capital(page: Understanding, sentence: Sentence, at: int, words: ActivityWords) -> bool:
    chunk = sentence.chunks[at]
    written = page.text[chunk.start : chunk.end]
    body = isinstance(chunk.mention, BodyMention) and chunk.mention.type not in {"agency", "organisation", "media"}
    return (bool(chunk.word) or body) and written[:1].isupper() and not words.has("not_names", written)


def _run(page: Understanding, sentence: Sentence, at: int) -> str:
    end = at
    while end + 1 < len(sentence.chunks):
        following = sentence.chunks[end + 1]
        written = page.text[following.start : following.end]
        if not (following.word and (written[:1].isupper() or written.isdigit())):
            if not _numbered(page, sentence, end + 1):
                break
            end += 1
        end += 1
    return " ".join(page.text[sentence.chunks[at].start : sentence.chunks[end].end].split())


def _numbered(page: Understanding, sentence: Sentence, at: int) -> bool:
    """Whether a small word, a noun and a number go on with a name (« Dragon d'or 2025 »)."""
    chunks = sentence.chunks[at : at + 3]
    numbered = len(chunks) == 3 and page.text[chunks[2].start : chunks[2].end].isdigit()
    return numbered and chunks[0].code in page.known.prepositions_of["de"] and chunks[1].word.isalpha()


def _verb_inside(page: Understanding, chunk: Chunk) -> bool:
    """Whether a chunk of a quotation is a verb; a capitalised form is part of a name."""
    return chunk.verb is not None and not page.text[chunk.start].isupper()


def _enclosed(page: Understanding, sentence: Sentence, at: int) -> tuple[str, int] | None:
    """A name between quotation marks, or an acronym in brackets."""
    chunks = sentence.chunks
    for end in range(at + 1, min(len(chunks), at + 8)):
        if chunks[end].word in CLOSERS and end > at + 1:
            inside = " ".join(page.text[chunks[at + 1].start : chunks[end - 1].end].split())
            acronym = (
                inside.replace(" ", "").replace("-", "").isalnum() and inside.upper() == inside and len(inside) > 2
            )
            if any(_verb_inside(page, chunk) for chunk in chunks[at + 1 : end]) or not inside[:1].isupper():
                return None
            return (inside, at + 1) if acronym or chunks[at].word != "(" else None
    return None
