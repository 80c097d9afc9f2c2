"""Bodies, forums, missions, agencies, firms: those known by name, and those that grammar tells.

A body of unknown name is called in English where the tables render its noun and its topic (« groupe de travail conjoint
sur l'industrie de défense »: Joint Working Group on Defence Industry), else by the words of the report.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from legation.model.mentions import BodyMention, StateMention
from legation.reading.mentions.free_groups import free_end
from legation.reading.mentions.lexicon import Hit, Scan
from legation.reading.mentions.vocabulary import Vocabulary

PLAIN = frozenset({"organisation", "agency", "firm"})
MANY = frozenset({"Joint", "Trilateral", "Quadrilateral"})
GENERIC = frozenset(
    {"Committee", "Commission", "Working Group", "Council", "Consultation Mechanism", "Ministerial Meeting"}
)
TALK = frozenset({"Dialogue", "Consultations", "Exchange"})
LEVELS = ("Ministers'", "Directors'", "Ministerial")
NAMES = frozenset({"2+2 Dialogue", "Staff Talks", "Hotline"})
LONGEST_ACRONYM = 12


def find_bodies(
    scan: Scan, states: Sequence[StateMention], sessions: Mapping[int, int], words: Vocabulary
) -> list[BodyMention]:
    """The bodies of a scanned text in order, none inside another; `sessions`: the ordinal that ends at an offset."""
    by_start = {one.start: one for one in states}
    found = [
        *_expert_groups(scan, sessions, words), *_known(scan, sessions), *_by_grammar(scan, by_start, sessions, words),
        *_institutions(scan, words), *_firms(scan, words),
    ]  # fmt: skip
    found.sort(key=lambda one: (one.start, one.type in PLAIN, -one.end))
    kept: list[BodyMention] = []
    for one in found:
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return kept


def _session(scan: Scan, start: int, sessions: Mapping[int, int]) -> int | None:
    """The ordinal right before a body (« la 17e Réunion »)."""
    return sessions.get(scan.back(start))


def _known(scan: Scan, sessions: Mapping[int, int]) -> Iterator[BodyMention]:
    for hit in scan.longest("body"):
        name, kind, parties = hit.value
        session = _session(scan, hit.start, sessions)
        end = hit.end
        if scan.char(end) == "-" and scan.char(end + 1).isdecimal():
            stop = end + 1
            while scan.char(stop).isdecimal():
                stop += 1
            session, end = session or int(scan.part(end + 1, stop)), stop
        end, fuller = _bracketed(scan, end, kind)
        name = fuller or name
        yield BodyMention(hit.start, end, name, kind, parties, session)


def _bracketed(scan: Scan, end: int, kind: str) -> tuple[int, str | None]:
    """(end, name) behind « (ADMM Plus) » after the name in words; the longer of two names of one forum counts."""
    at = scan.skip(end)
    if scan.char(at) != "(":
        return end, None
    close = scan.folded.find(")", at - scan.start, at - scan.start + LONGEST_ACRONYM + 4)
    inner = scan.at(scan.skip(at + 1), "body")
    if close < 0 or (inner is None and not scan.text[at + 1 : scan.start + close].strip().isupper()):
        return end, None
    name = inner.value[0] if inner and inner.value[1] == kind and inner.value[0].endswith("+") else None
    return scan.start + close + 1, name


def _expert_groups(scan: Scan, sessions: Mapping[int, int], words: Vocabulary) -> Iterator[BodyMention]:
    """« groupe de travail d'experts de l'ADMM+ sur les opérations de maintien de la paix »."""
    for hit in scan.longest("expert_head"):
        end, topic, forum = hit.end, None, False
        for _ in range(3):
            link = scan.at(scan.skip(end), "link_of", "body_inside", "link_at")
            inside = scan.skip(link.end) if link else -1
            article = scan.at(inside, "determiner") if link else None
            inside = scan.skip(article.end) if article else inside
            part = scan.at(inside, "expert_topic", "forum") if link else None
            if part is None:
                break
            topic, forum = (part.value, forum) if part.label == "expert_topic" else (topic, True)
            end = part.end
            if part.label == "forum":
                end, _ = _bracketed(scan, end, "")
        if topic and (forum or hit.value):
            name = f"{words.bodies['expert_name']} {topic}"
            yield BodyMention(hit.start, end, name, "working_group", (), _session(scan, hit.start, sessions))


@dataclass(slots=True)
class _Parts:
    """What has been read behind the head of a body."""

    end: int
    joint: list[str] = field(default_factory=list)
    topic: str | None = None
    loose: bool = False
    parties: list[str] = field(default_factory=list)
    kept: list[tuple[int, int]] = field(default_factory=list)
    acronym: str | None = None


def _by_grammar(
    scan: Scan, states: Mapping[int, StateMention], sessions: Mapping[int, int], words: Vocabulary
) -> Iterator[BodyMention]:
    for hit in scan.longest("body_head"):
        kind, noun = hit.value
        if scan.char(hit.start - 1) == "-":
            continue
        parts = _Parts(hit.end, kept=[(hit.start, hit.end)])
        while _adjective(parts, scan, words, states) or _pair(parts, scan, states) or _topic(parts, scan, words):
            pass
        _acronym(parts, scan)
        while parts.acronym and _adjective(parts, scan, words, states):
            pass
        if not parts.topic and (
            noun not in words.bodies["strict"] or kind == "working_group" or scan.text[hit.start].isupper()
        ):
            _loose_topic(parts, scan, words, states)
        start = _with_noun(scan, hit) if kind == "two_plus_two" else hit.start
        session = _session(scan, start, sessions)
        if noun in words.bodies["strict"] and not _standing(parts, scan, hit, session):
            continue
        name = _title(scan, noun, parts)
        if kind == "policy_dialogue" or noun.endswith("Mechanism"):
            kind = words.bodies["levels"].get(parts.topic, kind)
        yield BodyMention(start, parts.end, name, kind, tuple(dict.fromkeys(parts.parties)), session)


def _with_noun(scan: Scan, hit: Hit) -> int:
    """Where « le dialogue dit « 2+2 » » begins: the nouns before the figures belong to it."""
    start = hit.start
    while before := scan.ending(scan.back(start), "before_two"):
        start = before.start
    return start


def _standing(parts: _Parts, scan: Scan, hit: Hit, session: int | None) -> bool:
    """Whether what follows makes a common noun the name of a body."""
    if parts.topic or parts.acronym or (parts.joint and parts.parties) or MANY.intersection(parts.joint):
        return True
    at = scan.skip(parts.end)
    if scan.at(scan.skip(at + 1) if scan.char(at) == "," else at, "standing_cue") and hit.value[1] not in TALK:
        return True
    if parts.loose and hit.value[0] == "working_group":
        return True
    capital = scan.text[hit.start].isupper() and hit.start > scan.start
    formal = capital or session is not None or hit.value[1] not in TALK
    return bool((len(parts.parties) > 1 and formal) or (capital and session))


def _adjective(parts: _Parts, scan: Scan, words: Vocabulary, states: Mapping[int, StateMention]) -> bool:
    at = scan.skip(parts.end)
    mention = states.get(at)
    if mention and mention.form in ("adjective", "compound"):
        parts.parties.extend(mention.states)
        parts.end = mention.end
        return True
    joint = scan.at(at, "joint")
    if joint is None:
        return False
    if joint.value:
        parts.joint.append(str(joint.value))
    parts.kept.append((joint.start, joint.end))
    parts.end = joint.end
    return True


def _pair(parts: _Parts, scan: Scan, states: Mapping[int, StateMention]) -> bool:
    """« Vietnam - Japon », « entre le Vietnam et le Japon »."""
    at = scan.skip(parts.end)
    between = scan.at(at, "between")
    if between:
        at = _past_article(scan, scan.skip(between.end))
    first = states.get(at)
    if first is None or first.form not in ("name", "capital"):
        return False
    while between and (more := _listed(scan, states, first)):
        parts.parties.extend(first.states)
        first = more
    after = scan.skip(first.end)
    joint = scan.at(after, "link_and")
    if joint:
        after = joint.end
    elif scan.char(after) in "-–/":
        after += 1
    else:
        return False
    second = states.get(_past_article(scan, scan.skip(after)))
    if second is None:
        return False
    parts.parties.extend([*first.states, *second.states])
    parts.end = second.end
    return True


def _listed(scan: Scan, states: Mapping[int, StateMention], one: StateMention) -> StateMention | None:
    """The state behind a comma, in « entre A, B et C »."""
    comma = scan.skip(one.end)
    return states.get(_past_article(scan, scan.skip(comma + 1))) if scan.char(comma) == "," else None


def _past_article(scan: Scan, at: int) -> int:
    article = scan.at(at, "determiner")
    return scan.skip(article.end) if article else at


def _topic(parts: _Parts, scan: Scan, words: Vocabulary) -> bool:
    """« sur la politique de défense », « pour l'industrie de défense »; other words with « sur » and « de » in part."""
    if parts.topic:
        return False
    at = scan.skip(parts.end)
    link = scan.at(at, "body_inside")
    if link is None:
        return False
    inside = scan.skip(link.end)
    article = scan.at(inside, "determiner")
    inside = scan.skip(article.end) if article else inside
    topic = scan.at(inside, "body_topic")
    if topic is None:
        return False
    parts.topic = str(topic.value)
    parts.kept.append((at, topic.end))
    parts.end = topic.end
    return True


def _loose_topic(parts: _Parts, scan: Scan, words: Vocabulary, states: Mapping[int, StateMention]) -> None:
    """Words with « sur », « de » and the like that no table renders; they stay as the report has them."""
    at = scan.skip(parts.end)
    link = scan.at(at, "body_inside")
    inside = scan.skip(link.end) if link else -1
    article = scan.at(inside, "determiner") if link else None
    inside = scan.skip(article.end) if article else inside
    if link is None or scan.at(at, "between") or inside in states or scan.text[inside : inside + 1].isupper():
        return
    end = free_end(scan, words, scan.word_end(inside), [])
    named = min((start for start in states if inside < start < end), default=end)
    end = end if named == end else scan.back(named)
    parts.kept.append((at, end))
    parts.end, parts.loose = end, True
    while _adjective(parts, scan, words, states) or _pair(parts, scan, states):
        pass


def _acronym(parts: _Parts, scan: Scan) -> None:
    at = scan.skip(parts.end)
    if scan.char(at) != "(":
        return
    close = scan.text.find(")", at, at + LONGEST_ACRONYM)
    if close > 0 and scan.text[at + 1 : close].isalnum() and scan.text[at + 1 : close].isupper():
        parts.acronym = scan.text[at + 1 : close]
        parts.end = close + 1


def _title(scan: Scan, noun: str, parts: _Parts) -> str:
    """The English name where topic or adjectives render it, else the words of the report without the states."""
    topic = parts.topic
    if (noun.endswith("Dialogue") or noun in ("Consultations",)) and not parts.loose:
        if topic or parts.joint:
            return " ".join([*(one for one in parts.joint if one != "Joint"), *([topic] if topic else []), noun])
        return noun
    joint = [one for one in parts.joint if not noun.startswith(one)]
    if topic and noun.startswith("Consultative"):
        return " ".join([*joint, topic, noun])
    if noun.startswith("Joint "):
        joint, noun = ["Joint", *joint], noun.removeprefix("Joint ")
    if "Joint" in joint:
        joint = ["Joint", *(one for one in joint if one != "Joint")]
    if topic:
        level = topic.endswith(LEVELS)
        return " ".join([*joint, topic, noun]) if level else f"{' '.join([*joint, noun])} on {topic}"
    if parts.loose:
        return _words(scan, parts)
    if noun in NAMES or noun not in GENERIC or (joint and not parts.acronym):
        return " ".join([*joint, noun])
    return _words(scan, parts)


def _words(scan: Scan, parts: _Parts) -> str:
    return " ".join(" ".join(scan.text[start:end].split()) for start, end in parts.kept)


def _institutions(scan: Scan, words: Vocabulary) -> Iterator[BodyMention]:
    """« l'Institut Humpty Dumpty », « le Fonds … (ACRONYM) »: a capitalised noun with what follows."""
    for hit in scan.longest("institution"):
        if scan.at(hit.start, "organisation", "state", "shield", "body"):
            continue
        states: list[str] = []
        end = free_end(scan, words, hit.end, states)
        run = words.shapes.run.match(scan.text, scan.skip(end), scan.end)
        if run and scan.at(run.start(), "state", "capital") is None:
            end = run.end()
        if end == hit.end:
            continue
        name = " ".join(scan.text[hit.start : end].split())
        parts = _Parts(end)
        _acronym(parts, scan)
        yield BodyMention(hit.start, parts.end, parts.acronym or name, str(hit.value), tuple(dict.fromkeys(states)))


def _firms(scan: Scan, words: Vocabulary) -> Iterator[BodyMention]:
    """« la société japonaise Shimizu », « l'ONG belge APOPO »."""
    for hit in scan.longest("firm_noun"):
        at, states = scan.skip(hit.end), tuple[str, ...]()
        adjective = scan.at(at, "adjective")
        if adjective and scan.text[at].islower():
            at, states = scan.skip(adjective.end), (adjective.value[0][0],)
        known = scan.at(at, "body")
        if known:
            name, kind, parties = known.value
            yield BodyMention(at, known.end, name, kind, parties or states)
            continue
        run = words.shapes.run.match(scan.text, at, scan.end)
        if run and scan.at(at, "state", "capital", "rank", "courtesy", "never", "head") is None:
            yield BodyMention(at, run.end(), " ".join(run.group().split()), str(hit.value), states)
