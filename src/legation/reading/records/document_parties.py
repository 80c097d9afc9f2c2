"""Between whom a document is: the sides that its name gives, those whom its verb binds, firms and bodies among them."""

from __future__ import annotations

from legation.model.mentions import BodyMention
from legation.reading.circumstances import country_of, participants
from legation.reading.phrases import Sentence
from legation.reading.records.document_words import Lexicon
from legation.reading.understanding import Understanding, Verb

FIRMS = frozenset({"firm", "company", "ngo"})
NOT_STATES = FIRMS | {"organisation", "agency"}
NAME_LENGTH = 5  # words of a firm's name at most


def parties_of(
    page: Understanding, sentence: Sentence, first: int, last: int, verb_at: int | None, known: Lexicon
) -> tuple[str, ...]:
    """The sides named in the document's name, or those whom its verb binds, else the two that the report is about."""
    named = _named(page, sentence, first, last, known)
    if len(named) > 1:
        return named
    sides = list(named)
    told = page.verb(sentence, verb_at) if verb_at is not None else None
    if told is not None and verb_at is not None:
        sides = [*_acting(page, sentence, verb_at, told), *sides, *_bound(page, sentence, verb_at, known)]
    sides = list(dict.fromkeys(sides))
    wanted = 3 if any(chunk.code in known.trilateral for chunk in sentence.chunks[first : last + 1]) else 2
    if len(sides) >= wanted:
        return tuple(sides)
    home = country_of(page.layout.place)
    pool = dict.fromkeys([*page.scene.states[:wanted], *([home] if home and len(page.scene.states) < wanted else [])])
    others = [state for state in pool if state not in sides]
    return (*sides, *others[: wanted - len(sides)])


def _named(page: Understanding, sentence: Sentence, first: int, last: int, known: Lexicon) -> tuple[str, ...]:
    """The sides that the document's own name gives, those after « contre », « sur » and the like, and in what it is
    about, left out."""
    sides: list[str] = []
    content = False
    for at in range(first, last + 1):
        content = content or any(sentence.says(words, at) for words in known.strong)
        content = content and sentence.chunks[at].word not in known.between
        if content:
            continue
        if at and sentence.chunks[at - 1].word in known.aside:
            continue
        mention = sentence.chunks[at].mention
        if isinstance(mention, BodyMention):
            sides.extend(_of_body(mention))
        else:
            sides.extend(participants(page, sentence, at, at).side)
    return tuple(dict.fromkeys(sides))


def _bound(page: Understanding, sentence: Sentence, verb_at: int, known: Lexicon) -> list[str]:
    """The sides after a verb of signing that « avec », « entre », « à » bring in, and bodies that sign."""
    chunks = sentence.chunks
    sides: list[str] = []
    verb = chunks[verb_at].verb
    passive = verb is not None and (verb.voice == "pas" or verb.tense == "pp")
    links = known.partners | (page.known.agent_prepositions if passive else frozenset())
    outright = known.between | page.known.agent_prepositions
    for at in range(verb_at + 1, len(chunks)):
        if chunks[at].finite:
            break
        if chunks[at - 1].word in links or chunks[at - 1].code in links:
            mention = chunks[at].mention
            if isinstance(mention, BodyMention) and chunks[at - 1].code not in page.known.linking:
                outside = not mention.parties and mention.type in NOT_STATES
                sides.extend([mention.name] if outside else _of_body(mention))
            elif (
                mention is None and chunks[at - 1].word in outright and (name := _unknown_name(page, sentence, at, +1))
            ):
                sides.append(name)
            elif chunks[at].code in {"@A", "@L"}:
                sides.extend(page.who(chunks[at].start).side)
    return sides


def _of_body(mention: BodyMention) -> tuple[str, ...]:
    """Whom a body stands for: a firm for itself, another for its states."""
    return (mention.name,) if mention.type in FIRMS else mention.parties


def _acting(page: Understanding, sentence: Sentence, verb_at: int, told: Verb) -> list[str]:
    """The sides of the verb's subject: states and persons, and the firms named with them (« Nexter et la Grèce ont
    signé »)."""
    at = verb_at - 1
    while at >= 0 and (sentence.chunks[at].code == "@D" or sentence.chunks[at].word in page.known.adverbs):
        at -= 1
    firms: list[str] = []
    listed = False
    while at >= 0:
        chunk = sentence.chunks[at]
        name = _unknown_name(page, sentence, at, -1) if chunk.mention is None else None
        if isinstance(chunk.mention, BodyMention):
            firms.extend(one for one in _of_body(chunk.mention) if one not in told.who.side)
        elif name:
            firms.append(name)
            at -= len(name.split()) - 1
        elif chunk.word in page.known.coordinate:
            listed = True
        elif chunk.code not in {"@A", "@S"} and not (listed and chunk.word == ","):
            break
        at -= 1
    return list(dict.fromkeys([*firms[::-1], *told.who.side]))


def _unknown_name(page: Understanding, sentence: Sentence, at: int, step: int) -> str | None:
    """A name in capitals that no table knows, as firms have them (« Hyundai Rotem »): the words from a chunk on, one way;
    a single word at the head of a sentence may be any noun."""
    words: list[str] = []
    cursor = at
    while 0 <= cursor < len(sentence.chunks) and len(words) < NAME_LENGTH:
        chunk = sentence.chunks[cursor]
        text = page.text[chunk.start : chunk.end]
        if chunk.mention is not None or chunk.verb is not None or not text[:1].isupper():
            break
        words.append(text)
        cursor += step
    opens = cursor < 0 and step < 0
    if not words or (opens and len(words) == 1 and not words[0].isupper()):
        return None
    return " ".join(words if step > 0 else words[::-1])
