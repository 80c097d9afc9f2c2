"""What follows the head of a post: modifiers, state adjectives and complements, in whatever order they stand."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from legation.reading.mentions.brackets import acronym_after
from legation.reading.mentions.free_groups import free_end, qualifies
from legation.reading.mentions.lexicon import Hit, Scan
from legation.reading.mentions.paraphrases import paraphrased
from legation.reading.mentions.ship_names import ship_name
from legation.reading.mentions.vocabulary import Vocabulary

LINKS = ("link_of", "link_at", "link_charge", "link_beside")
_ROMAN = re.compile(r"[IVX]{1,5}[a-zè]{1,3}")  # VIIe


@dataclass(slots=True)
class Reading:
    """What has been read so far behind a head."""

    position: int
    modifiers: set[str] = field(default_factory=set)
    fields: list[tuple[str, ...]] = field(default_factory=list)
    states: list[str] = field(default_factory=list)
    beside: bool = False
    complement: bool = False


def read_on(reading: Reading, scan: Scan, words: Vocabulary, head: str, *, plural: bool) -> None:
    """Read on behind the head as long as modifiers, state adjectives and complements follow."""
    while True:
        at = scan.skip(reading.position)
        if at == reading.position and scan.char(at) != "(":
            return
        if _modifier(reading, scan, at) or state_adjective(reading, scan, at):
            continue
        if _complement(reading, scan, words, head, at, plural=plural) or _bracket(reading, scan, at):
            continue
        if _charged(reading, scan, words, head):
            continue
        return


def _modifier(reading: Reading, scan: Scan, at: int) -> bool:
    hit = scan.at(at, "modifier")
    if hit is None:
        return False
    reading.modifiers.add(str(hit.value))
    reading.position = hit.end
    return True


def state_adjective(reading: Reading, scan: Scan, at: int) -> bool:
    """A state adjective; two joined by « et » go each with one of several holders."""
    hit = scan.at(at, "adjective")
    if hit is None or not (_small(scan, hit) or reading.fields):
        shared = scan.at(at, "organisation_adjective")
        if shared is None:
            return False
        reading.position = shared.end
        return True
    reading.states.append(hit.value[0][0])
    reading.position = hit.end
    _another_state(reading, scan)
    return True


def _another_state(reading: Reading, scan: Scan) -> None:
    """« les ministres grec et chypriote »: more adjectives, each the state of one holder."""
    while True:
        at = scan.skip(reading.position)
        joint = scan.at(at, "link_and")
        at = scan.skip(joint.end) if joint else scan.skip(at + 1) if scan.char(at) == "," else -1
        hit = scan.at(at, "adjective")
        if hit is None or not _small(scan, hit) or (not joint and not _another_follows(scan, hit.end)):
            return
        reading.states.append(hit.value[0][0])
        reading.position = hit.end


def _another_follows(scan: Scan, end: int) -> bool:
    """Whether « et » and an adjective stand behind, so that a comma before parts a list."""
    joint = scan.at(scan.skip(end), "link_and")
    return joint is not None and scan.at(scan.skip(joint.end), "adjective") is not None


def _small(scan: Scan, hit: Hit) -> bool:
    return scan.text[hit.start].islower() or scan.text[hit.start : hit.end].isupper()


def _complement(reading: Reading, scan: Scan, words: Vocabulary, head: str, at: int, *, plural: bool) -> bool:
    """« de la Défense », « du Vietnam », « auprès du chef du gouvernement », « à la Défense »."""
    link = scan.at(at, *LINKS)
    if link is None:
        return head in words.posts["unlinked"] and _unlinked(reading, scan, words, at)
    inside = scan.skip(link.end)
    if link.label == "link_of" and head in words.posts["takes"]["serves"] and _served(reading, scan, words, inside):
        return True
    if link.label == "link_of" and _state(reading, scan, inside):
        if plural:
            _more_states(reading, scan)
        return True
    if link.label == "link_of" and scan.all("epithet") and (found := paraphrased(scan, link)):
        reading.states.append(found[0])
        reading.position = found[1]
        return True
    if link.label == "link_beside":
        return _beside(reading, scan, words, inside)
    field = _field(scan, words, inside)
    if field is None and link.label == "link_of" and _firm(reading, scan, inside):
        return True
    if (
        field is None
        and link.label == "link_of"
        and not (head in words.posts["takes"]["local"] and scan.at(inside, "capital"))
    ):
        return _free(reading, scan, words, head, inside)
    if field is None and link.label == "link_charge" and not reading.fields:
        reading.fields.append(("free",))
        reading.position = free_end(scan, words, scan.word_end(inside), reading.states)
        _more_fields(reading, scan, words, plural=False)
        return True
    to_a_field = head in words.posts["takes"]["at"]
    if field is None and link.label == "link_at" and to_a_field and scan.text[inside : inside + 1].isupper():
        return _free(reading, scan, words, head, inside)
    if field is None or (link.label == "link_at" and not to_a_field):
        own = link.label == "link_of"
        return (head in words.posts["takes"]["place"] or own) and _posted(reading, scan, inside, own=own)
    _take(reading, scan, words, field)
    _more_fields(reading, scan, words, plural=plural)
    return True


def _state(reading: Reading, scan: Scan, at: int) -> bool:
    hit = scan.at(at, "state", "organisation") or scan.at(at, "capital")
    field = scan.at(at, "field")
    if hit is None or (field and field.end >= hit.end):
        return False
    if hit.label == "capital":
        return False
    reading.states.append(str(hit.value))
    reading.position = hit.end
    return True


def _more_states(reading: Reading, scan: Scan) -> None:
    """« du Mali, du Niger et du Burkina Faso »: one state for each of several holders."""
    while True:
        at = scan.skip(reading.position)
        joint = scan.at(at, "link_and")
        at = scan.skip(joint.end) if joint else scan.skip(at + 1) if scan.char(at) == "," else -1
        link = scan.at(at, "link_of") if at >= 0 else None
        hit = scan.at(scan.skip(link.end), "state") if link else None
        if hit is None:
            return
        reading.states.append(str(hit.value))
        reading.position = hit.end


def _posted(reading: Reading, scan: Scan, at: int, *, own: bool = False) -> bool:
    """« ambassadeur d'Italie à Alger », « au Vietnam »: where, not whose."""
    hit = scan.at(at, "state", "organisation", "capital")
    if hit is None:
        return False
    reading.position = hit.end
    reading.complement = True
    if own and hit.label == "capital":
        reading.states.append(str(hit.value))
        reading.fields.append(("capital",))
    return True


def _beside(reading: Reading, scan: Scan, words: Vocabulary, at: int) -> bool:
    """« auprès du Chef du gouvernement »: the next head and its complement are passed over."""
    article = scan.at(at, "determiner")
    at = scan.skip(article.end) if article else at
    hit = scan.at(at, "head", "state", "organisation", "capital", "field", "role")
    if hit is None:
        return False
    reading.beside = hit.label != "head" or hit.value[0] not in words.posts["takes"]["delegate"]
    reading.position = hit.end
    if hit.label == "role":
        _owner(reading, scan)
        return True
    link = scan.at(scan.skip(hit.end), "link_of")
    if link:
        inside = scan.at(scan.skip(link.end), "field", "state")
        if inside:
            reading.position = inside.end
            if not reading.beside and inside.label == "field":
                reading.fields.append(tuple(inside.value))
    comma = scan.skip(reading.position)
    if scan.char(comma) == ",":
        charged = scan.at(scan.skip(comma + 1), "link_charge")
        if charged:
            reading.position = comma + 1
    return True


def _owner(reading: Reading, scan: Scan) -> None:
    """« près l'ambassade de France à Hanoï »: whose embassy, and where."""
    link = scan.at(scan.skip(reading.position), "link_of")
    if link and _state(reading, scan, scan.skip(link.end)):
        place = scan.at(scan.skip(reading.position), "link_at")
        if place:
            _posted(reading, scan, scan.skip(place.end))


def _charged(reading: Reading, scan: Scan, words: Vocabulary, head: str) -> bool:
    """« ministre délégué …, chargé de l'Administration de la Défense »: a comma may stand before the charge."""
    at = scan.skip(reading.position)
    if scan.char(at) != ",":
        return False
    link = scan.at(scan.skip(at + 1), "link_charge")
    if link is None or link.end - link.start < 5:
        return False
    inside = scan.skip(link.end)
    field = _field(scan, words, inside)
    if field is None:
        reading.position = free_end(scan, words, scan.word_end(inside), [])
        return reading.position > inside
    _take(reading, scan, words, field)
    return True


def _field(scan: Scan, words: Vocabulary, at: int) -> Hit | None:
    """The field or noun that a complement names; an ordinal may stand before it (« la 7e Région militaire »,
    « la première flottille »)."""
    hit = scan.at(at, "field", "noun")
    if hit is not None and not _halved(scan, hit.end):
        return hit
    after = _ordinal_end(scan, words, at)
    return scan.at(scan.skip(after), "field", "noun") if after is not None else None


def _ordinal_end(scan: Scan, words: Vocabulary, at: int) -> int | None:
    """Where the ordinal that stands here ends (« 7e », « VIIe », « première »)."""
    end = scan.word_end(at)
    if end > at and scan.char(at).isdigit():
        after = scan.skip(end)
        mark = scan.word_end(after)
        return mark if scan.part(after, mark) in words.ordinal_marks else end
    return end if scan.part(at, end) in words.ordinals or _ROMAN.fullmatch(scan.text, at, end) else None


def _halved(scan: Scan, end: int) -> bool:
    """Whether a hyphen leads on behind (« Département d'état-major »)."""
    return scan.char(end) == "-" and scan.char(end + 1).isalpha()


def _take(reading: Reading, scan: Scan, words: Vocabulary, field: Hit) -> None:
    reading.fields.append((str(field.value),) if field.label == "noun" else tuple(field.value))
    owner = scan.at(field.start, "force", "ministry", "seat")
    if owner and owner.end == field.end and len(owner.value) == (2 if owner.label == "force" else 1):
        reading.states.append(str(owner.value[0]))
    shared = scan.at(field.start, "organisation")
    if shared and shared.end == field.end:
        reading.states.append(str(shared.value))
    reading.position = field.end
    if ship := ship_name(scan, words, field):
        reading.position = ship.end
        reading.states.extend(filter(None, [ship.state]))
    elif field.label == "noun":
        reading.position = free_end(scan, words, field.end, reading.states)
    elif "state" in field.value:
        at = scan.skip(field.end)
        stop = scan.word_end(at)
        if at > field.end and not scan.at(at, "adjective") and qualifies(scan, words, at, stop):
            reading.position = stop


def _more_fields(reading: Reading, scan: Scan, words: Vocabulary, *, plural: bool) -> None:
    """« de la Défense et des Anciens combattants »; a plural head has one post for each field."""
    while True:
        end = _joined(reading, scan, words, plural=plural)
        if end is None:
            return
        reading.position = end


def _joined(reading: Reading, scan: Scan, words: Vocabulary, *, plural: bool) -> int | None:
    at = scan.skip(reading.position)
    comma = scan.char(at) == ","
    joint = scan.at(at, "link_and")
    if not comma and joint is None:
        return None
    after = scan.skip(at + 1 if comma else joint.end if joint else at)
    link = scan.at(after, "link_of", "link_at") or _article(scan, after)
    if link is None:
        return None
    inside = scan.skip(link.end)
    if scan.at(inside, "head", "state", "rank") or (scan.at(inside, "capital") and not scan.at(inside, "field")):
        return None
    field = scan.at(inside, "field")
    end = field.end if field else free_end(scan, words, scan.word_end(inside), [])
    likely = field is not None or scan.text[inside].isupper() or link.end - link.start > 2
    if comma and not (likely and _enumerates(scan, words, end)):
        return None
    if not field and not scan.text[inside].isupper() and not comma and not reading.complement:
        return None
    if field and plural:
        reading.fields.append(tuple(field.value))
    reading.complement = comma
    return end


def _article(scan: Scan, at: int) -> Hit | None:
    """The article of « à l'Asile et la Migration », before a capital."""
    hit = scan.at(at, "determiner")
    capital = hit is not None and scan.text[scan.skip(hit.end) : scan.skip(hit.end) + 1].isupper()
    return hit if hit and hit.value[0] == "definite" and capital else None


def _enumerates(scan: Scan, words: Vocabulary, end: int) -> bool:
    """Whether a list with commas ends with « et » and another complement soon after."""
    at = scan.skip(end)
    joint = scan.at(at, "link_and")
    if joint:
        return scan.at(scan.skip(joint.end), "link_of") is not None
    if scan.char(at) != ",":
        return False
    link = scan.at(scan.skip(at + 1), "link_of")
    return link is not None and _enumerates(scan, words, free_end(scan, words, scan.word_end(scan.skip(link.end)), []))


def _firm(reading: Reading, scan: Scan, at: int) -> bool:
    """« le PDG de Naval Group »."""
    hit = scan.at(at, "body")
    if hit is None or hit.value[1] != "firm":
        return False
    reading.fields.append(("other",))
    reading.states.extend(hit.value[2][:1])
    reading.position = hit.end
    return True


def _free(reading: Reading, scan: Scan, words: Vocabulary, head: str, at: int) -> bool:
    """A complement that no lexicon knows: taken where it is capitalised (« ministre du Territoire ») and no name."""
    if head not in words.posts["takes"]["free"] or not scan.text[at : at + 1].isupper():
        return False
    end = scan.word_end(at)
    of_somebody = head in words.posts["takes"]["sent"] and scan.part(at, end) in words.shapes.given
    if of_somebody or scan.at(at, "capital", "state", "head", "rank", "courtesy"):
        return False
    acronym = end - at > 2 and scan.text[at:end].isupper()
    reading.fields.append(("agency",) if acronym else ("free",))
    reading.position = free_end(scan, words, scan.word_end(at), reading.states)
    _more_fields(reading, scan, words, plural=False)
    return True


def _unlinked(reading: Reading, scan: Scan, words: Vocabulary, at: int) -> bool:
    """« Commandant la Zone Sud »."""
    article = scan.at(at, "determiner")
    if article is None or article.value[0] != "definite":
        return False
    field = _field(scan, words, scan.skip(article.end))
    if field is None:
        return False
    _take(reading, scan, words, field)
    return True


def _bracket(reading: Reading, scan: Scan, at: int) -> bool:
    """An acronym after the body it shortens (« (VNMAC) »)."""
    end = acronym_after(scan, at) if reading.fields else None
    reading.position = end or reading.position
    return end is not None


def _served(reading: Reading, scan: Scan, words: Vocabulary, inside: int) -> bool:
    """« le porte-parole du ministre japonais de la Défense »: whom somebody serves is no post of theirs."""
    head = scan.at(inside, "head")
    if head is None:
        return False
    nested = Reading(head.end, set(head.value[2]))
    read_on(nested, scan, words, head.value[0], plural=False)
    reading.fields.append(("free",))
    reading.states.extend(nested.states[:1])
    reading.position = nested.position
    return True


def of_state(reading: Reading, scan: Scan) -> bool:
    at = scan.skip(reading.position)
    link = scan.at(at, "link_of")
    return link is not None and _state(reading, scan, scan.skip(link.end))
