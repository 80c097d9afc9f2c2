"""Where a document's name ends, what it is about, and the documents that a count of them lists."""

from __future__ import annotations

from legation.reading.grammar import Grammar
from legation.reading.phrases import Sentence
from legation.reading.records.document_words import Lexicon

YEAR = 4  # figures of a year
CLAUSE = 3  # chunks from a document's name to the subject of the clause that it stands before
NO_CONTENT = frozenset({"@L", "@D", "@A"})  # what opens no subject after a weak link: « l'accord de Paris »
NAME_LIMIT = 28  # chunks of a document's name at most
LISTED = 40  # chunks after « deux mémorandums » within which its members stand
LINKS = 4  # chunks (adjectives, « de Jakarta ») between a document's head and the link to its subject


def name_end(sentence: Sentence, head: int, known: Grammar, words: Lexicon) -> int:
    """The last chunk of the document's name: up to a verb, a stop, or a comma that no list explains."""
    chunks = sentence.chunks
    depth = 0
    last = head
    for at in range(head + 1, min(len(chunks), head + 1 + NAME_LIMIT)):
        chunk = chunks[at]
        depth += (chunk.word == "(") - (chunk.word == ")")
        if chunk.word == ")":
            last = at
            continue
        parts = depth <= 0 and (_ends(sentence, at, known, words) or _next_document(sentence, at, known, words))
        if parts and words.treaties.at(sentence, at - 1) is None:
            break
        if chunk.word not in known.prepositions and chunk.word not in known.coordinate and chunk.code != "@D":
            last = at
    return last


def _ends(sentence: Sentence, at: int, known: Grammar, words: Lexicon) -> bool:
    chunk = sentence.chunks[at]
    if chunk.verb is not None:
        return chunk.verb.tense not in {"inf", "prespart"}
    if chunk.word == ",":
        return not _lists(sentence, at, known)
    if chunk.code in words.ends:
        return True
    return chunk.word in {";", ":", ".", "!", "?", "…"} or chunk.word in known.relative or chunk.word in known.that


def _next_document(sentence: Sentence, at: int, known: Grammar, words: Lexicon) -> bool:
    """Whether a phrase of content starts here (« porte sur »), or « et » joins another document."""
    if words.about_phrases.at(sentence, at) is not None:
        return True
    joins = sentence.chunks[at].word in known.coordinate or sentence.chunks[at].word in known.agent_prepositions
    return joins and names_document(sentence, at + 1, words)


def names_document(sentence: Sentence, at: int, words: Lexicon) -> bool:
    """Whether a document's head stands at a chunk index."""
    if at >= len(sentence.chunks):
        return False
    return any(sentence.says(phrase, at) for phrase, _ in words.heads.get(sentence.chunks[at].code, ()))


def _lists(sentence: Sentence, at: int, known: Grammar) -> bool:
    """Whether a comma parts members of a list that « et » closes soon (« la paix, la prospérité et la sécurité »)."""
    for near in range(at + 1, min(len(sentence.chunks), at + 5)):
        chunk = sentence.chunks[near]
        if chunk.mention is not None or chunk.verb is not None or chunk.word in known.relative:
            return False
        if chunk.word in known.coordinate:
            return near > at + 1
    return False


def treaty_subject(text: str, sentence: Sentence, head: int, last: int, known: Lexicon) -> str | None:
    """What a treaty of the law of nations is about: the words after « sur » or the like, wherever in the name."""
    chunks = sentence.chunks
    for begin in range(head + 1, last):
        for words in known.strong:
            if begin + len(words) <= last and sentence.says(words, begin):
                return text[chunks[begin + len(words)].start : chunks[last].end]
    return None


def subject_of(text: str, sentence: Sentence, head: int, last: int, known: Lexicon, grammar: Grammar) -> str | None:
    """The words after the head and its link (« sur », « relatif à », « de »), or None."""
    chunks = sentence.chunks
    for begin in range(head + 1, min(last, head + 1 + LINKS) + 1):
        after = _linked(sentence, begin, last, known)
        strong = after is not None and any(sentence.says(words, begin) for words in known.strong)
        if after is not None and (chunks[after].code not in NO_CONTENT or (strong and chunks[after].code != "@D")):
            if any(chunk.code in known.measures for chunk in chunks[after : after + 3]):
                return None
            words = text[chunks[after].start : chunks[_content_end(sentence, after, last, known, grammar)].end]
            opening, _, rest = words.partition(" ")
            if opening.lower() in known.definite:
                return rest if strong and rest else None
            return words if words[0].isalpha() else None
        if chunks[begin].word in known.partners or chunks[begin].verb is not None:
            return None
    return None


def _content_end(sentence: Sentence, after: int, last: int, known: Lexicon, grammar: Grammar) -> int:
    """The last chunk of what a document is about: up to its parties (« avec la France ») or the years that it covers."""
    chunks = sentence.chunks
    for at in range(after + 1, last):
        parties = chunks[at].word in known.between and chunks[at + 1].code in {"@A", "@S"}
        links = chunks[at].word in grammar.prepositions or chunks[at].code in grammar.linking
        year = at + 1 == last and chunks[last].word.isdigit() and len(chunks[last].word) == YEAR
        if parties or (links and (year or chunks[at + 1].code == "@D")) or chunks[at].code == "@D":
            return at - 1
    return last


def told_subject(sentence: Sentence, last: int, known: Lexicon, grammar: Grammar) -> tuple[int, int] | None:
    """Where a verb after the document's name says what it is about (« porte sur », « qui encadre »), as offsets."""
    chunks = sentence.chunks
    for at in range(last + 1, min(len(chunks), last + 1 + PREDICATE)):
        if _other_subject(sentence, last, at):
            return None
        verb = chunks[at].verb
        about = verb is not None and verb.lemma in known.about and verb.voice == "act" and verb.tense != "pp"
        if about or known.about_phrases.at(sentence, at) is not None:
            return _content(sentence, at + 1, grammar)
        if _closes(sentence, last, at, known, grammar):
            return None
    return None


def _other_subject(sentence: Sentence, last: int, at: int) -> bool:
    """Whether somebody else opens a clause here: « en vertu du protocole, l'Égypte organise … »."""
    before = sentence.chunks[last + 1 : at]
    return bool(before) and sentence.chunks[at].code == "@A" and before[-1].word == "," and len(before) < CLAUSE


def _closes(sentence: Sentence, last: int, at: int, known: Lexicon, grammar: Grammar) -> bool:
    """Whether a finite verb ends the search: none of a relative clause about the document, nor one that signs it."""
    verb = sentence.chunks[at].verb
    if verb is None or not verb.finite or verb.lemma in known.verbs:
        return False
    return not any(chunk.word in grammar.relative | grammar.that for chunk in sentence.chunks[last + 1 : at])


PREDICATE = 9  # chunks after a document's name within which a verb tells what it is about


def _content(sentence: Sentence, begin: int, grammar: Grammar) -> tuple[int, int] | None:
    chunks = sentence.chunks
    while begin < len(chunks) and _leads(sentence, begin, grammar):
        begin += 1
    end = begin
    while end < len(chunks) and chunks[end].word not in {",", ";", ":", "."} and not chunks[end].finite:
        end += 1
    return (chunks[begin].start, chunks[end - 1].end) if end > begin else None


def _leads(sentence: Sentence, at: int, grammar: Grammar) -> bool:
    """Whether a chunk stands before the content of a document: a preposition, or a date."""
    chunk = sentence.chunks[at]
    return chunk.word in grammar.prepositions or chunk.code in grammar.linking or chunk.code == "@D"


def _linked(sentence: Sentence, begin: int, last: int, known: Lexicon) -> int | None:
    """The chunk after a link to the subject that starts here, or None."""
    for words in known.subject:
        if begin + len(words) <= last and sentence.says(words, begin):
            return begin + len(words)
    return None


def member_names(
    text: str, sentence: Sentence, first: int, head: int, known: Lexicon, grammar: Grammar
) -> list[tuple[int, int, int]]:
    """(first chunk, first chunk of content, last chunk) of each member that a plural head lists; empty if it lists none."""
    chunks = sentence.chunks
    opened = [at for at in range(head + 1, min(len(chunks), head + LISTED)) if _opens_member(text, sentence, at, known)]
    if len(opened) < 2 or not text[chunks[first].start : chunks[first].end].endswith(("s", "x")):
        return []
    found = []
    for number, at in enumerate(opened):
        stop = opened[number + 1] if number + 1 < len(opened) else len(chunks)
        content = next((near for near in range(at + 1, stop) if _links(sentence, near, grammar)), at)
        last = content
        for near in range(content + 1, stop):
            if chunks[near].word in {",", ";", ".", ":"}:
                break
            last = near
        if last > content:
            found.append((at, content + 1, last))
    return found


def _opens_member(text: str, sentence: Sentence, at: int, known: Lexicon) -> bool:
    chunk = sentence.chunks[at]
    before = sentence.chunks[at - 1].word
    words = text[chunk.start : chunk.end].lower().replace("'", " ").split()
    return bool(words) and words[-1] in known.members and (before in {",", ":", ";"} or len(words) > 1)


def _links(sentence: Sentence, at: int, grammar: Grammar) -> bool:
    chunk = sentence.chunks[at]
    if chunk.verb is not None:
        following = sentence.chunks[at + 1] if at + 1 < len(sentence.chunks) else chunk
        return following.word not in grammar.prepositions and following.code not in grammar.linking
    return chunk.word in grammar.prepositions or chunk.code in grammar.linking
