"""Instruments: documents between states, and what is done with them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from legation.reading.circumstances import days_between, first_day
from legation.reading.phrases import Sentence
from legation.reading.records.document_action import action_of, governing_noun
from legation.reading.records.document_name import (
    member_names,
    name_end,
    names_document,
    subject_of,
    told_subject,
    treaty_subject,
)
from legation.reading.records.document_parties import parties_of
from legation.reading.records.document_words import Lexicon, Words, lexicon
from legation.reading.topics import find_topics
from legation.reading.understanding import Day, Draft, Understanding

RECENT = 8  # days before the report's day within which a signing is this report's
DAY = 10  # letters of a date to the day
NEAR = 5  # chunks back to the participle whose agent a document is
ARTICLE = 8  # characters in which the article stands before a noun that opens a sentence
DONE = frozenset({"signed", "adopted", "renewed"})


@dataclass(frozen=True, slots=True)
class Document:
    """A document named in a sentence: chunks first..last are its name; what could be told of it."""

    sentence: Sentence
    first: int
    last: int
    form: str
    vague: bool
    action: str
    date: str | None
    parties: tuple[str, ...]
    subject: str | None
    topics: tuple[str, ...]
    definite: bool


def instrument_drafts(page: Understanding) -> Iterator[Draft]:
    """The instruments of the body, each once, the telling with most in it first."""
    known = lexicon(page.language)
    found = [document for sentence in page.body() for document in _documents(page, sentence, known)]
    for document in _merged(found, known):
        yield _draft(page, document)


def _documents(page: Understanding, sentence: Sentence, known: Lexicon) -> Iterator[Document]:
    if not sentence.keys & known.heads.keys():
        return
    if any((verb := sentence.chunks[at].verb) is not None and verb.lemma in known.denying for at in sentence.verbs):
        return
    begin = 0
    for index in sorted(at for head in known.heads.keys() & sentence.names for at in sentence.places[head]):
        match = _head(page, sentence, index, known) if index >= begin else None
        if match is None:
            continue
        words, form = match
        head = index + len(words) - 1
        if (
            words[0] in known.empty
            and sentence.chunks[head + 1 : head + 2]
            and names_document(sentence, head + 2, known)
        ):
            begin = head + 2
            continue
        documents = _document(page, sentence, index, head, form, words in known.vague, known)
        yield from documents
        begin = max(head, documents[-1].last) + 1


def _head(page: Understanding, sentence: Sentence, index: int, known: Lexicon) -> tuple[Words, str] | None:
    """The document named from a chunk on; not the noun of an idiom without an article (« d'accord »)."""
    chunk = sentence.chunks[index]
    for words, form in known.heads.get(chunk.code, ()):
        if sentence.says(words, index):
            if known.idioms.at(sentence, index) is not None:
                return None
            return None if _bare(page, sentence, index, known) else (words, form)
    return None


def _bare(page: Understanding, sentence: Sentence, index: int, known: Lexicon) -> bool:
    """Whether the noun stands after « de » without article or number: an idiom, or documents in general."""
    before = sentence.chunks[index - 1] if index else None
    if before is None or before.code not in page.known.linking or before.word not in page.known.bare_links:
        return False
    if index > 1 and sentence.chunks[index - 2].code in known.nouns:
        return False
    return not page.text[before.end : sentence.chunks[index].start].strip()


def _document(
    page: Understanding, sentence: Sentence, first: int, head: int, form: str, vague: bool, known: Lexicon
) -> list[Document]:
    """The document whose head stands at first..head, or those that a count of documents lists after it."""
    last = name_end(sentence, head, page.known, known)
    action, verb_at = action_of(sentence, first, last, known, page.known)
    span = (sentence.chunks[first].start, sentence.chunks[last].end)
    of_nations = any(known.treaties.at(sentence, at) for at in range(first, last + 1))
    form = "treaty" if of_nations else form
    date = _date(page, sentence, first, head, last, verb_at, known, done=action in DONE)
    subject = (
        treaty_subject(page.text, sentence, head, last, known)
        if of_nations
        else subject_of(page.text, sentence, head, last, known, page.known)
    )
    topics = find_topics(page.text, *span, page.language)
    told = told_subject(sentence, last, known, page.known) if subject is None else None
    if told is not None:
        subject = page.text[slice(*told)]
        topics = topics or find_topics(page.text, *told, page.language)
    definite = _definite(page, sentence, first, known)
    if (
        action == "cited"
        and not (definite or of_nations)
        and not any(chunk.verb is not None for chunk in sentence.chunks)
    ):
        action, date = "signed", date or page.clock.report_day
    if action == "cited" and date is None and not definite and sentence.chunks[first].code in known.declared:
        action = "adopted"
    if of_nations and action in DONE and date is None:
        action = "cited"
    if _heads_a_list(sentence, last, known) and subject is None and _plural(page, sentence, first):
        action = "generic"
    if definite and date is None and subject is None and _plural(page, sentence, first):
        action = "generic"
    earlier = verb_at is not None and _before_then(sentence, verb_at)
    if earlier:
        day = first_day(page, sentence.start, sentence.chunks[first].start) if date is None else None
        date = day.date if day else date
        action = "cited" if action in DONE and (date is None or len(date) < DAY) else action
    elif date is None and action in DONE:
        date = page.clock.report_day
    one = Document(
        sentence, first, last, form, vague, _dated(page, action, date), date,
        () if of_nations else parties_of(page, sentence, first, last, verb_at, known), subject, topics, definite,
    )  # fmt: skip
    return _members(page, one, head, known) or _partners(page, one, verb_at, known) or [one]


def _heads_a_list(sentence: Sentence, last: int, known: Lexicon) -> bool:
    """« onze accords, dont un protocole sur … »: the documents are told one by one."""
    at = last + 2 if sentence.chunks[last + 1 : last + 2] and sentence.chunks[last + 1].word == "," else last + 1
    chunks = sentence.chunks
    return at < len(chunks) and chunks[at].word in known.among and names_document(sentence, at + 1, known)


def _members(page: Understanding, one: Document, head: int, known: Lexicon) -> list[Document]:
    """« deux mémorandums, l'un sur …, l'autre sur … »: one document for each."""
    chunks = one.sentence.chunks
    return [
        replace(
            one,
            first=one.first if number == 0 else begin,
            last=end,
            subject=page.text[chunks[content].start : chunks[end].end],
            topics=find_topics(page.text, chunks[content].start, chunks[end].end, page.language),
            vague=False,
        )
        for number, (begin, content, end) in enumerate(
            member_names(page.text, one.sentence, one.first, head, known, page.known)
        )
    ]


def _partners(page: Understanding, one: Document, verb_at: int | None, known: Lexicon) -> list[Document]:
    """« des accords avec Oslo en mai 2019 et avec Riga en juin »: one document for each partner that has a date."""
    chunks = one.sentence.chunks
    pairs = [
        (at, page.who(chunks[at].start).side, page.days.get(chunks[at + 1].start))
        for at in range(one.first + 1, len(chunks) - 1)
        if chunks[at - 1].word in known.partners and chunks[at].code in {"@A", "@L"} and chunks[at + 1].code == "@D"
    ]
    told = page.verb(one.sentence, verb_at) if verb_at is not None else None
    own = told.who.side if told else ()
    if len(pairs) < 2 or len(own) != 1:
        return []
    made = [(at, side, day) for at, side, day in pairs if side and day is not None and day.date]
    return [
        replace(
            one,
            first=one.first if number == 0 else at,
            last=at + 1,
            parties=(*own, *side),
            date=day.date,
            subject=None,
            action=_dated(page, one.action, day.date),
        )
        for number, (at, side, day) in enumerate(made)
        if day is not None
    ]


def _date(
    page: Understanding,
    sentence: Sentence,
    first: int,
    head: int,
    last: int,
    verb_at: int | None,
    known: Lexicon,
    *,
    done: bool,
) -> str | None:
    """The day that the words tie to the document: in or after its name, else between its verb and the name; what
    is done has no day ahead."""
    chunks = sentence.chunks
    end = max(last, verb_at or 0)
    while end + 1 < len(chunks) and _goes_on(sentence, end + 1):
        end += 1
    for at in range(first + 1, min(end, len(chunks) - 1) + 1):
        opening = page.text[chunks[at].start : chunks[at].end].split()[0].lower()
        aside = chunks[at].code == "@D" and (chunks[at - 1].word in known.aside or opening in known.covering)
        if aside or (at > head and names_document(sentence, at, known)):
            end = at - 1
            break
    content = next((at for at in range(head + 1, last + 1) if chunks[at].verb is not None), None)
    apart = content is not None or any(one.word in page.known.relative for one in chunks[last + 1 : last + 3])
    begin = verb_at if verb_at is not None and verb_at > last and apart else last
    day = first_day(page, chunks[first].start, chunks[min(end, last) if content is None else content].end)
    if day is None and end > last:
        day = first_day(page, chunks[begin].start, chunks[min(end, len(chunks) - 1)].end)
    if day is not None and done and _ahead(day.date, page.clock.report_day):
        day = None
    if day is None and verb_at is not None and verb_at < first:
        day = first_day(page, chunks[verb_at].start, chunks[first].end) or _since(page, sentence, verb_at, first)
    if day is None and verb_at is None and (agent := _agent_of(page, sentence, first)) is not None:
        day = first_day(page, chunks[agent].start, chunks[first].start) or _since(page, sentence, agent, first)
    if day is None and first and (noun := governing_noun(sentence, first, known)) is not None:
        day = first_day(page, chunks[noun].start, chunks[first].start)
    return day.date if day else None


def _ahead(date: str | None, today: str | None) -> bool:
    """Whether a year or month lies ahead, so that it is no day of signing but what the document covers."""
    return bool(date and today) and len(str(date)) < DAY and str(date) > str(today)[: len(str(date))]


def _since(page: Understanding, sentence: Sentence, verb_at: int, first: int) -> Day | None:
    """« liés depuis 2021 par un pacte »: since when the verb of binding holds."""
    begin, end = sentence.chunks[verb_at].start, sentence.chunks[first].end
    return next((day for day in page.days_within(begin, end) if day.mention.kind == "since" and day.date), None)


def _agent_of(page: Understanding, sentence: Sentence, first: int) -> int | None:
    """The participle whose agent the document is: « complété en 2013 par un mémorandum »."""
    chunks = sentence.chunks
    if not first or chunks[first - 1].word not in page.known.agent_prepositions:
        return None
    near = range(first - 2, max(-1, first - 2 - NEAR), -1)
    at = next((at for at in near if chunks[at].verb is not None), None)
    return at if at is not None and (verb := chunks[at].verb) is not None and verb.tense == "pp" else None


def _goes_on(sentence: Sentence, at: int) -> bool:
    """Whether the words that date a document go on: no verb, no stop, and a comma only before a date."""
    chunk = sentence.chunks[at]
    if chunk.word == ",":
        return at + 1 < len(sentence.chunks) and sentence.chunks[at + 1].code == "@D"
    return chunk.verb is None and chunk.word not in {";", ":"}


def _before_then(sentence: Sentence, at: int) -> bool:
    """Whether the verb tells of a time before the report's story (« avaient signé »)."""
    verb = sentence.chunks[at].verb
    return verb is not None and verb.tense == "pqp"


def _dated(page: Understanding, action: str, date: str | None) -> str:
    """A signing long before the report's day, or on a day that is not told, is only cited."""
    today = page.clock.report_day
    if action not in DONE or not date:
        return action
    if today and date != today and (len(date) < 10 or days_between(date, today) > RECENT):
        return "cited"
    return action


def _definite(page: Understanding, sentence: Sentence, first: int, known: Lexicon) -> bool:
    """Whether the determiner before the head points back to a document already spoken of."""
    if not first:
        opening = page.text[max(0, sentence.chunks[0].start - ARTICLE) : sentence.chunks[0].start].split()
        return bool(opening) and opening[-1].lower() in known.definite
    before = sentence.chunks[first - 1].end
    between = page.text[before : sentence.chunks[first].start].strip().lower()
    return between in known.definite or sentence.chunks[first - 1].word in known.definite


def _plural(page: Understanding, sentence: Sentence, first: int) -> bool:
    """Whether the head is a plural: « les accords signés » are no single document."""
    chunk = sentence.chunks[first]
    return page.text[chunk.start : chunk.end].lower() != chunk.code


def _told(document: Document, found: list[Document]) -> bool:
    """Whether a bare definite mention points to a document of its form that the report tells more of."""
    return document.definite and any(
        one.form == document.form and one is not document and (one.subject or one.date) for one in found
    )


def _points(document: Document, before: Document, known: Lexicon) -> bool:
    """« Le texte institue … »: a general head with « le » that means the document told just before."""
    if not document.definite or _head_word(document) not in known.pointing:
        return False
    if document.first != document.last and document.form == before.form:
        return False
    if document.date and len(document.date) < DAY and document.first != document.last:
        return False
    dated = document.date and before.date and not document.date.startswith(before.date)
    return not dated and not (document.subject and before.subject)


def _head_word(document: Document) -> str:
    return document.sentence.chunks[document.first].code


def _merged(found: list[Document], known: Lexicon) -> list[Document]:
    """Each document once: a bare definite mention is one told before; the telling with more in it stays."""
    kept: list[Document] = []
    for document in found:
        if document.action == "generic":
            continue
        if kept and _points(document, kept[-1], known):
            kept[-1] = _richer(kept[-1], document)
            continue
        if _head_word(document) in known.empty and (document.subject is None or document.definite):
            continue
        bare = document.subject is None and document.date is None
        if (
            bare
            and not kept
            and document.definite
            and document.action == "cited"
            and _head_word(document) in known.pointing
        ):
            continue
        if bare and ((document.vague and document.action == "cited") or _told(document, found)):
            continue
        twin = next((at for at, one in enumerate(kept) if _same(one, document)), None)
        if twin is None:
            kept.append(document)
        else:
            kept[twin] = _richer(kept[twin], document)
    return kept


def _same(one: Document, other: Document) -> bool:
    if one.form != other.form or set(one.parties) != set(other.parties):
        return False
    if {one.action, other.action} == {"signed", "to_sign"}:
        return False
    if one.date and other.date and not (one.date.startswith(other.date) or other.date.startswith(one.date)):
        return False
    if one.subject and other.subject:
        shared = set(one.subject.lower().split()) & set(other.subject.lower().split())
        return len(shared) * 2 >= min(len(one.subject.split()), len(other.subject.split()))
    return one.sentence is not other.sentence


def _richer(one: Document, other: Document) -> Document:
    action = one.action if one.action != "cited" else other.action
    return replace(
        one,
        date=one.date or other.date,
        subject=one.subject or other.subject,
        topics=one.topics or other.topics,
        action=action,
    )


def _draft(page: Understanding, document: Document) -> Draft:
    chunks = document.sentence.chunks
    slots = {
        "form": document.form,
        "action": document.action,
        "subject": document.subject,
        "parties": document.parties,
        "date": document.date,
        "topics": document.topics,
    }
    start, end = chunks[document.first].start, chunks[document.last].end
    return Draft("instrument", start, end, f"{page.language.code}.instrument.{document.form}", slots)
