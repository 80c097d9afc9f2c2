"""What is done with a document: signed, adopted, negotiated, put into practice, or only cited."""

from __future__ import annotations

from legation.reading.grammar import Grammar
from legation.reading.phrases import Sentence
from legation.reading.records.document_words import Lexicon

NOUN_REACH = 6  # chunks back to the noun that governs a document
BEFORE, AFTER = 30, 9  # chunks within which the verb that acts on a document stands
DONE = frozenset({"signed", "adopted"})
UNDONE = "generic"  # « aucun accord n'a été signé »: no document
BOUND = "bound"  # « lie les deux pays »: signed if the words tell since when, else only cited


def action_of(sentence: Sentence, first: int, last: int, known: Lexicon, grammar: Grammar) -> tuple[str, int | None]:
    """The action on the document named in chunks first..last, and the chunk of the verb that tells it (None for a noun)."""
    if _undone(sentence, last, known):
        return UNDONE, None
    noun = governing_noun(sentence, first, known)
    if noun is None and (due := _due(sentence, last, known)) is not None:
        return "to_sign", due
    noun = _noun_behind(sentence, last, known) if noun is None else noun
    if noun is not None:
        action = known.nouns[sentence.chunks[noun].code]
        if action in DONE and (_planned(sentence, noun, known) or _pending(sentence, last, known) is not None):
            action = "to_sign"
        pending = _pending(sentence, last, known) if action == "to_sign" else None
        after = _participle_after(sentence, last, known, grammar) if pending is None else pending
        return action, after if after is not None else _any_verb(sentence, first)
    awaited = _awaited(sentence, last, known)
    if awaited is not None:
        return "to_sign", awaited
    for at in (_participle_after(sentence, last, known, grammar), _verb_before(sentence, first, known)):
        if at is None:
            continue
        verb = sentence.chunks[at].verb
        assert verb is not None
        action = known.verbs[verb.lemma]
        if action == BOUND:
            return ("signed" if _has_date(sentence, at) else "cited"), at
        if action in DONE and (verb.tense in {"fut", "cond"} or _planned(sentence, at, known)):
            return "to_sign", at
        return action, at
    return "cited", None


def _awaited(sentence: Sentence, last: int, known: Lexicon) -> int | None:
    """Where the verb stands that puts a document off of which it is the subject: « le contrat est attendu au
    printemps »."""
    for at in range(last + 1, min(len(sentence.chunks), last + 3)):
        verb = sentence.chunks[at].verb
        if verb is not None and verb.lemma in known.pending and (verb.voice == "pas" or verb.tense == "pp"):
            return at
    return None


def _pending(sentence: Sentence, last: int, known: Lexicon) -> int | None:
    """Where the verb stands that puts the signing off (« la signature d'un accord a été reportée »)."""
    for at in range(last + 1, min(len(sentence.chunks), last + AFTER)):
        verb = sentence.chunks[at].verb
        if verb is not None and verb.lemma in known.pending:
            return at
    return None


def _has_date(sentence: Sentence, at: int) -> bool:
    """Whether a date stands within a few chunks of the verb."""
    return any(chunk.code == "@D" for chunk in sentence.chunks[max(0, at - 3) : at + 5])


def governing_noun(sentence: Sentence, first: int, known: Lexicon) -> int | None:
    """« la signature de », « l'échange des »: the noun just before the document, over « de »."""
    for at in range(first - 1, max(-1, first - NOUN_REACH), -1):
        chunk = sentence.chunks[at]
        if chunk.code in known.nouns:
            return at
        if chunk.verb is not None or chunk.word == ";" or (chunk.word == "," and not _aside(sentence, at)):
            return None
    return None


def _aside(sentence: Sentence, at: int) -> bool:
    """Whether a comma opens or closes a date between commas (« l'adoption, la veille, du procès-verbal »)."""
    return any(sentence.chunks[near].code == "@D" for near in (at - 1, at + 1) if 0 <= near < len(sentence.chunks))


def _undone(sentence: Sentence, last: int, known: Lexicon) -> bool:
    """Whether the next verb says that nothing was signed."""
    near = sentence.chunks[last + 1 : last + AFTER]
    verb = next((one.verb for one in near if one.verb is not None), None)
    return verb is not None and verb.polarity == "neg" and verb.voice == "pas" and known.verbs.get(verb.lemma) in DONE


def _due(sentence: Sentence, last: int, known: Lexicon) -> int | None:
    """The verb of « …, dont la signature pourrait intervenir cet été », which puts the signing ahead."""
    chunks = sentence.chunks
    for at in range(last + 1, min(len(chunks) - 1, last + 4)):
        if known.nouns.get(chunks[at].code) in DONE:
            verb = chunks[at + 1].verb
            if verb is None or not (verb.tense in {"fut", "cond"} or verb.lemma in known.modals | known.pending):
                return None
            return at + 2 if at + 2 < len(chunks) and chunks[at + 2].verb is not None else at + 1
    return None


def _noun_behind(sentence: Sentence, last: int, known: Lexicon) -> int | None:
    """« …, dont la négociation s'ouvre »: the noun just after the document's name."""
    for at in range(last + 1, min(len(sentence.chunks), last + 4)):
        if known.nouns.get(sentence.chunks[at].code) == "negotiating":
            return at
    return None


def _any_verb(sentence: Sentence, first: int) -> int | None:
    """The nearest verb before, whose subject may be a party."""
    return next((at for at in range(first - 1, -1, -1) if sentence.chunks[at].verb is not None), None)


def _participle_after(sentence: Sentence, last: int, known: Lexicon, grammar: Grammar) -> int | None:
    """« signé en 2011 », « … a été signé », « …, conclue en avril »: the next verb, if it says what is done; those of a
    relative clause and participles that say something else are passed over."""
    relative, limit = False, last + AFTER
    for at in range(last + 1, len(sentence.chunks)):
        if at >= limit:
            return None
        chunk = sentence.chunks[at]
        verb = chunk.verb
        if verb is None:
            if chunk.word in grammar.relative_subject and at <= last + 2:
                relative, limit = True, limit + AFTER
            continue
        if verb.lemma in known.modals or (verb.tense == "pp" and verb.lemma not in known.verbs):
            continue
        if relative and verb.finite and not (verb.lemma in known.verbs and verb.voice == "pas"):
            relative = False
            continue
        passive = (
            verb.tense == "pp"
            or verb.voice == "pas"
            or verb.lemma.startswith("se_")
            or _object_relative(sentence, last, known)
        )
        binds = known.verbs.get(verb.lemma) == BOUND and at == last + 1
        return at if verb.lemma in known.verbs and (passive or binds) else None
    return None


def _object_relative(sentence: Sentence, last: int, known: Lexicon) -> bool:
    """« le mémorandum que les deux ministres ont signé », « l'échange auquel ils ont procédé »: the document is the
    object of the clause after it."""
    after = sentence.chunks[last + 1 : last + 2]
    return bool(after) and bool({after[0].code, after[0].word} & known.object_relatives)


def _verb_before(sentence: Sentence, first: int, known: Lexicon) -> int | None:
    """The verb of which the document is the object, over other documents that it has as well."""
    for at in range(first - 1, max(-1, first - BEFORE), -1):
        chunk = sentence.chunks[at]
        if chunk.word in {";", ":"}:
            return None
        verb = chunk.verb
        if verb is None or verb.tense == "pp":
            continue
        if verb.lemma in known.verbs:
            return at
        if verb.finite:
            return None
    return None


def _planned(sentence: Sentence, at: int, known: Lexicon) -> bool:
    """Whether an infinitive or noun of signing depends on a plan (« ont décidé de conclure »)."""
    verb = sentence.chunks[at].verb
    if verb is not None and verb.tense != "inf":
        return False
    for before in range(at - 1, max(-1, at - 6), -1):
        governor = sentence.chunks[before].verb
        if governor is not None:
            return governor.lemma in known.planners or governor.lemma in known.modals
    return False
