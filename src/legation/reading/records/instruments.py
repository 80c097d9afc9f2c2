"""Instruments: documents between states, and what is done with them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from legation.languages import Language
from legation.reading.circumstances import days_between, first_day, participants
from legation.reading.phrase_patterns import singular, stream_words
from legation.reading.phrases import Chunk, Sentence
from legation.reading.reference import Referent
from legation.reading.topics import find_topics
from legation.reading.understanding import Draft, Understanding

NAME_LIMIT = 26  # chunks of a document's name at most
RECENT = 8  # days before the report's day within which a signing is this report's


@dataclass(frozen=True, slots=True)
class Lexicon:
    """How a language names documents and what is done with them; the fields of its instruments.yaml."""

    heads: Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]
    vague: frozenset[tuple[str, ...]]
    subject: tuple[tuple[str, ...], ...]
    verbs: Mapping[str, str]
    nouns: Mapping[str, str]
    planners: frozenset[str]
    definite: frozenset[str]
    counts: frozenset[str]
    members: frozenset[str]
    conform: frozenset[str]


@lru_cache(maxsize=4)
def lexicon(language: Language) -> Lexicon:
    """The document lexicon of a language."""
    data: dict[str, Any] = language.data("instruments")
    heads: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for form, phrases in data["forms"].items():
        for phrase in phrases:
            words = stream_words(phrase, language)
            heads.setdefault(words[0], []).append((words, form))
    actions = data["actions"]
    return Lexicon(
        {first: tuple(sorted(many, key=lambda one: -len(one[0]))) for first, many in heads.items()},
        frozenset(stream_words(phrase, language) for phrase in data["vague"]),
        tuple(stream_words(phrase, language) for phrase in data["subject"]),
        {verb: action for action, how in actions.items() for verb in how["verbs"]},
        {singular(noun): action for action, how in actions.items() for noun in how["nouns"]},
        *(frozenset(data[name]) for name in ("planners", "definite", "counts", "members", "conform")),
    )


@dataclass(frozen=True, slots=True)
class Document:
    """A document named in a sentence: chunks first..last are its name, `head` ends its head; what could be told of it."""

    sentence: Sentence
    first: int
    head: int
    last: int
    form: str
    vague: bool
    action: str
    signed: bool
    date: str | None
    parties: tuple[str, ...]
    subject: str | None
    topics: tuple[str, ...]
    definite: bool


def instrument_drafts(page: Understanding) -> Iterator[Draft]:
    """The instruments of the body, each once, with the fullest telling as evidence."""
    known = lexicon(page.language)
    found = [document for sentence in page.body() for document in _documents(page, sentence, known)]
    for document in _merged(found):
        yield _draft(page, document)


def _documents(page: Understanding, sentence: Sentence, known: Lexicon) -> Iterator[Document]:
    index = 0
    while index < len(sentence.chunks):
        match = _head(sentence, index, known)
        if match is None:
            index += 1
            continue
        words, form = match
        document = _document(page, sentence, index, index + len(words) - 1, form, words in known.vague, known)
        yield document
        index = document.last + 1


def _head(sentence: Sentence, index: int, known: Lexicon) -> tuple[tuple[str, ...], str] | None:
    for words, form in known.heads.get(sentence.chunks[index].code, ()):
        if sentence.says(words, index):
            return words, form
    return None


def _document(
    page: Understanding, sentence: Sentence, first: int, head: int, form: str, vague: bool, known: Lexicon
) -> Document:
    last = _name_end(sentence, head, page)
    action, signed, verb_at = _action(page, sentence, first, last, known)
    subject = _subject(page, sentence, head, last, known)
    date = _date(page, sentence, first, last, verb_at)
    start, end = sentence.chunks[first].start, sentence.chunks[last].end
    return Document(
        sentence, first, head, last, form, vague, _dated_action(page, action, date, signed), signed, date,
        _parties(page, sentence, first, last, verb_at), subject,
        find_topics(page.text, start, end, page.language), _definite(page, sentence, first, known),
    )  # fmt: skip


def _name_end(sentence: Sentence, head: int, page: Understanding) -> int:
    """The last chunk of the document's name: up to a verb, a stop, or a comma outside parentheses."""
    chunks = sentence.chunks
    depth = 0
    last = head
    for at in range(head + 1, min(len(chunks), head + 1 + NAME_LIMIT)):
        chunk = chunks[at]
        if chunk.word == "(":
            depth += 1
        elif chunk.word == ")":
            depth -= 1
            last = at
            continue
        if depth <= 0 and _ends_name(chunks, at, page):
            break
        if chunk.word not in page.known.prepositions and chunk.word not in page.known.coordinate and chunk.code != "@D":
            last = at
    return last


def _ends_name(chunks: tuple[Chunk, ...], at: int, page: Understanding) -> bool:
    chunk = chunks[at]
    if chunk.verb is not None:
        return chunk.verb.tense != "inf" and not (chunk.verb.tense == "prespart" and at - 1 >= 0)
    if chunk.word in {",", ";", ":", ".", "!", "?", "…"} or chunk.word in page.known.relative:
        return True
    return chunk.word in page.known.that


def _action(
    page: Understanding, sentence: Sentence, first: int, last: int, known: Lexicon
) -> tuple[str, bool, int | None]:
    """What is done with the document, whether a word of signing says so, and the chunk of the verb that says it."""
    chunks = sentence.chunks
    noun = _governing_noun(chunks, first, known)
    if noun is not None:
        return known.nouns[chunks[noun].code], known.nouns[chunks[noun].code] in {"signed", "adopted"}, None
    after = _participle_after(sentence, last, known)
    before = _verb_before(sentence, first, known)
    for at in (after, before):
        if at is None:
            continue
        verb = chunks[at].verb
        assert verb is not None
        action = known.verbs[verb.lemma]
        if action in {"signed", "adopted"} and (verb.tense in {"fut", "cond"} or _planned(sentence, at, known)):
            return "to_sign", False, at
        return action, action in {"signed", "adopted"}, at
    return "cited", False, None


def _governing_noun(chunks: tuple[Chunk, ...], first: int, known: Lexicon) -> int | None:
    """« la signature de », « l'échange des »: the noun just before the document, over « de »."""
    for at in range(first - 1, max(-1, first - 4), -1):
        if chunks[at].code in known.nouns:
            return at
        if chunks[at].verb is not None or chunks[at].word in {",", ";"}:
            return None
    return None


def _participle_after(sentence: Sentence, last: int, known: Lexicon) -> int | None:
    """« signé en 2011 », « … a été signé », « …, conclue en avril »: the next verb, if it says what is done."""
    for at in range(last + 1, min(len(sentence.chunks), last + 9)):
        verb = sentence.chunks[at].verb
        if verb is None:
            continue
        passive = verb.tense == "pp" or verb.voice == "pas" or verb.lemma.startswith("se_")
        return at if verb.lemma in known.verbs and passive else None
    return None


def _verb_before(sentence: Sentence, first: int, known: Lexicon) -> int | None:
    """The verb of which the document is the object."""
    for at in range(first - 1, max(-1, first - 16), -1):
        chunk = sentence.chunks[at]
        if chunk.word in {";", ":"}:
            return None
        verb = chunk.verb
        if verb is not None:
            return at if verb.lemma in known.verbs and verb.voice == "act" and verb.tense != "pp" else None
    return None


def _planned(sentence: Sentence, at: int, known: Lexicon) -> bool:
    """Whether an infinitive of signing depends on a plan (« ont décidé de conclure »)."""
    verb = sentence.chunks[at].verb
    if verb is None or verb.tense != "inf":
        return False
    for before in range(at - 1, max(-1, at - 6), -1):
        governor = sentence.chunks[before].verb
        if governor is not None:
            return governor.lemma in known.planners
    return False


def _subject(page: Understanding, sentence: Sentence, head: int, last: int, known: Lexicon) -> str | None:
    """The words after the head and its link, without the states that are its parties."""
    chunks = sentence.chunks
    begin = head + 1
    if begin > last:
        return None
    for words in known.subject:
        if tuple(chunk.code for chunk in chunks[begin : begin + len(words)]) == words and begin + len(words) <= last:
            return page.text[chunks[begin + len(words)].start : chunks[last].end]
    return page.text[chunks[begin].start : chunks[last].end] if chunks[begin].code not in {"@A", "@D"} else None


def _date(page: Understanding, sentence: Sentence, first: int, last: int, verb_at: int | None) -> str | None:
    chunks = sentence.chunks
    begin = min(first, verb_at) if verb_at is not None else first
    end = max(last, verb_at or 0)
    while end + 1 < len(chunks) and chunks[end + 1].verb is None and chunks[end + 1].word not in {",", ";", ":"}:
        end += 1
    day = first_day(page, chunks[begin].start, chunks[min(end, len(chunks) - 1)].end)
    return day.date if day else None


def _dated_action(page: Understanding, action: str, date: str | None, signed: bool) -> str:
    """A signing long before the report's day is only cited."""
    today = page.clock.report_day
    if signed and date and today and days_between(date, today) > RECENT:
        return "cited"
    return action


def _parties(page: Understanding, sentence: Sentence, first: int, last: int, verb_at: int | None) -> tuple[str, ...]:
    named = participants(page, sentence, first, last).side
    if len(named) > 1:
        return named
    told = page.verb(sentence, verb_at) if verb_at is not None else None
    who: Referent = told.who if told else Referent()
    sides = tuple(dict.fromkeys([*who.side, *named]))
    return sides if len(sides) > 1 else page.scene.pair


def _definite(page: Understanding, sentence: Sentence, first: int, known: Lexicon) -> bool:
    """Whether the determiner before the head points back to a document already spoken of."""
    before = sentence.chunks[first - 1].end if first else sentence.start
    between = page.text[before : sentence.chunks[first].start].strip().lower()
    word = sentence.chunks[first - 1].word if first else ""
    return between in known.definite or word in known.definite


def _merged(found: list[Document]) -> list[Document]:
    """Each document once: a bare definite mention is one told before; the telling with more in it stays."""
    kept: list[Document] = []
    for document in found:
        empty = document.subject is None and document.date is None and not document.signed
        if empty and (document.definite or document.vague):
            continue
        twin = next((at for at, one in enumerate(kept) if _same(one, document)), None)
        if twin is None:
            if not (document.vague and document.subject is None and not document.signed):
                kept.append(document)
            continue
        kept[twin] = _richer(kept[twin], document)
    return kept


def _same(one: Document, other: Document) -> bool:
    if one.form != other.form or set(one.parties) != set(other.parties):
        return False
    if one.date and other.date and one.date != other.date and not one.date.startswith(other.date):
        return False
    if one.subject and other.subject:
        shared = set(one.subject.lower().split()) & set(other.subject.lower().split())
        return len(shared) * 2 >= min(len(one.subject.split()), len(other.subject.split()))
    return one.definite or other.definite


def _richer(one: Document, other: Document) -> Document:
    action = one.action if one.action != "cited" else other.action
    return replace(
        one, date=one.date or other.date, subject=one.subject or other.subject, topics=one.topics or other.topics, action=action
    )


def _draft(page: Understanding, document: Document) -> Draft:
    chunks = document.sentence.chunks
    date = document.date
    if date is None and document.signed and document.action in {"signed", "adopted"}:
        date = page.clock.report_day
    slots = {
        "form": document.form,
        "action": document.action,
        "subject": document.subject,
        "parties": document.parties,
        "date": date,
        "topics": document.topics,
    }
    start, end = chunks[document.first].start, chunks[document.last].end
    return Draft("instrument", start, end, f"{page.language.code}.instrument.{document.form}", slots)
