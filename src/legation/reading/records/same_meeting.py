"""Is this the same meeting? Tellings of one report brought together, by one policy.

Two tellings are of different meetings where anything that both say clashes: day, session, people of one state, manner
(telephone or not, ahead or past). Where nothing clashes, they are of the same one if they share a link: people, a
session, or that one of them is a noun that takes up what was told (« l'entretien »).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from legation.model.mentions import DateMention, RoleMention
from legation.reading.circumstances import country_of, days_between, merged
from legation.reading.records.around import people_before
from legation.reading.records.cues import cues
from legation.reading.records.tellings import NOBODY, Telling, over, persons_by_state, status_of
from legation.reading.reference import Referent
from legation.reading.understanding import Day, Understanding

EARLIER = frozenset({"pqp", None})
TALKS, COURTESY = "talks", "courtesy_call"
PLUPERFECT = "pqp"
HEAD, SAME_DAY = 3, (0, "day")
ALONE = frozenset({"phone_video", "own_mission", "summit", "conference"})
RANK = {
    "dialogue_session": 6,
    "conference": 6,
    "summit": 6,
    "sideline": 5,
    "courtesy_call": 4,
    "phone_video": 4,
    "own_mission": 4,
    "talks": 2,
    "reception": 3,
}
SESSIONS = frozenset({"dialogue_session", "conference", "summit"})
MANY = frozenset({"summit", "conference"})
BODY = "@B"
DAY, RUN = 10, 4  # length of a full date; days that a conference lasts
AHEAD = frozenset({"planned", "proposed"})


@dataclass(slots=True)
class Gathering:
    """One meeting as all its tellings give it."""

    tellings: list[Telling] = field(default_factory=list)
    who: Referent = NOBODY
    status: str | None = None

    @property
    def also(self) -> Referent:
        """Those told to have been there as well."""
        who = Referent()
        for one in self.tellings:
            who = merged(who, merged(one.also, one.who) if one.join and one.type not in SESSIONS else one.also)
        return who

    @property
    def best(self) -> Telling:
        """The fullest telling: of the body, with most said; of equals the first."""
        return max(self.tellings, key=lambda one: (one.fullness, -one.start))

    @property
    def ordered(self) -> list[Telling]:
        """The tellings, fullest first."""
        return sorted(self.tellings, key=_fullest_first) if len(self.tellings) > 1 else self.tellings

    @property
    def type(self) -> str:
        """The most telling of the types that the tellings give, of equals that of the fullest."""
        firm = [one for one in self.ordered if not one.back] or self.ordered
        return max(firm, key=lambda one: RANK.get(one.type, 1)).type

    @property
    def day(self) -> Day | None:
        """The day that the fullest telling gives that gives one; of a single meeting never a span of days."""
        told = [one for one in self.ordered if not one.back] or self.ordered
        days = [(one, one.day) for one in told if one.day is not None and one.day.date]
        many = self.type in SESSIONS
        return next((day for one, day in days if not day.until or many or _at_once(one, day)), None)

    @property
    def date(self) -> str | None:
        return self.day.date if self.day is not None else None

    @property
    def until(self) -> str | None:
        return self.day.until if self.day is not None else None

    @property
    def place(self) -> str | None:
        return next((one.spot.place for one in self.ordered if one.spot is not None and one.spot.place), None)

    @property
    def country(self) -> str | None:
        told = next((one.spot.country for one in self.ordered if one.spot is not None and one.spot.country), None)
        return told or country_of(self.place)

    @property
    def host(self) -> str | None:
        return next((one.host for one in self.ordered if one.host), None)

    @property
    def tense(self) -> str | None:
        return next((one.tense for one in self.ordered if one.tense and not one.back), None)

    @property
    def session(self) -> int | None:
        return next((one.session for one in self.ordered if one.session is not None), None)

    @property
    def name(self) -> str | None:
        return next((one.name for one in self.ordered if one.name), None)

    @property
    def level(self) -> str | None:
        return next((one.level for one in self.ordered if one.level), None)

    @property
    def roles(self) -> tuple[RoleMention, ...]:
        return tuple(role for one in self.tellings for role in one.roles)


def _at_once(telling: Telling, day: Day) -> bool:
    """Whether a span of days stands at once behind the verb: « se sont rencontrés du 7 au 9 mai »."""
    return 0 <= day.mention.start - telling.sentence.chunks[telling.index].end <= 1


def _fullest_first(telling: Telling) -> tuple[bool, int, int]:
    in_body, told = telling.fullness
    return not in_body, -told, telling.start


def gather(page: Understanding, tellings: Sequence[Telling]) -> list[Gathering]:
    """The meetings of a report: tellings of the body first, then those of headline and captions, which only add."""
    found: list[Gathering] = []
    for telling in sorted(tellings, key=lambda one: (one.sentence.zone != "body", one.back or one.join, one.start)):
        home = _home(page, telling, found)
        if home is not None:
            home.tellings.append(telling)
            if not telling.join or telling.type in SESSIONS:
                home.who = merged(home.who, telling.who)
        elif not telling.join and telling.sentence.zone == "body":
            alone = _alone(page, telling, found)
            if alone is not None:
                found.append(Gathering([alone], alone.who, alone.status))
    return sorted(found, key=lambda one: one.best.start)


def _alone(page: Understanding, telling: Telling, found: Sequence[Gathering]) -> Telling | None:
    """A telling that makes a meeting of its own; a noun that only takes one up does so where nothing else tells it."""
    if telling.bare:
        counted = telling.session is not None and _body_before(page, telling)
        return telling if counted or any(one.type in SESSIONS for one in found) else None
    if not telling.back or len(telling.who.side) > 1:
        return telling
    current = [one for one in found if status_of(page, one.tense, one.date, one.status) is None]
    people = people_before(page, telling.sentence)
    if current or telling.type != TALKS or len(people.side) < 2 or telling.tense is None:
        return None
    return replace(telling, who=people)


def _body_before(page: Understanding, telling: Telling) -> bool:
    """Whether the sentence before names a body: « un comité mixte suivra. Il siégera pour la première fois … »."""
    number = telling.sentence.number
    before = page.sentences[number - 1].chunks if number else ()
    return any(chunk.code == BODY for chunk in before)


def _home(page: Understanding, telling: Telling, found: Sequence[Gathering]) -> Gathering | None:
    """The meeting that a telling is of: the last before it that fits, else the first after it."""
    fitting = [one for one in found if not _clash(page, telling, one) and _linked(telling, one)]
    if not fitting:
        return None
    if telling.join and telling.type not in SESSIONS:
        fitting = [one for one in fitting if one.type not in SESSIONS] or fitting
    before = [one for one in fitting if one.best.start <= telling.start]
    return max(before, key=lambda one: one.best.start) if before else fitting[0]


def _clash(page: Understanding, telling: Telling, other: Gathering) -> bool:
    return (
        _manner_clash(page, telling, other)
        or _day_clash(page, telling, other)
        or _people_clash(telling, other)
        or _further(page, telling, other)
        or (telling.session is not None and other.session is not None and telling.session != other.session)
        or (telling.alone and len(other.who.persons) > 2)
        or (telling.turn in {-1, 1})
        or any(one.turn in {-1, 1} for one in other.tellings)
        or _name_clash(telling.name, other.name)
        or _place_clash(telling, other)
    )


def _place_clash(telling: Telling, other: Gathering) -> bool:
    """Whether two conferences or summits go by different places."""
    mine = telling.spot.place if telling.spot is not None else None
    return telling.type in MANY and bool(mine and other.place and mine != other.place)


def _name_clash(mine: str | None, theirs: str | None) -> bool:
    """Whether two names are of different bodies: none holds all words of the other."""
    if not mine or not theirs:
        return False
    left, right = set(mine.lower().split()), set(theirs.lower().split())
    return not (left <= right or right <= left)


def _manner_clash(page: Understanding, telling: Telling, other: Gathering) -> bool:
    if (telling.type in ALONE or other.type in ALONE) and telling.type != other.type:
        return True
    if (telling.type in SESSIONS) != (other.type in SESSIONS) and not telling.back and not telling.join:
        return not _one_breath(telling, other)
    if {telling.type, other.type} == {TALKS, COURTESY} and not (telling.back or telling.join):
        return not _one_breath(telling, other) and not _alike(telling, other)
    if telling.join:
        return telling.type in SESSIONS and other.type not in SESSIONS
    if telling.back:
        return False
    ahead = status_of(page, telling.tense, telling.day.date if telling.day else None, telling.status) in AHEAD
    return ahead != (status_of(page, other.tense, other.date, other.status) in AHEAD)


def _alike(telling: Telling, other: Gathering) -> bool:
    """Whether both name the same two persons, or the telling stands outside the body."""
    mine, theirs = ({one.name for one in who.persons} for who in (telling.who, other.who))
    return telling.sentence.zone != "body" or len(mine & theirs) > 1


def _one_breath(telling: Telling, other: Gathering) -> bool:
    """Whether one sentence tells both, of the same people (« a accueilli ses homologues pour la rencontre
    annuelle »)."""
    mine = {one.name for one in telling.who.persons}
    for one in other.tellings:
        if one.sentence is not telling.sentence:
            continue
        if _nameless(telling) or _nameless(one):
            return True
        if len(mine & {person.name for person in one.who.persons}) > 1 or set(one.who.side) == set(telling.who.side):
            return True
    return False


def _nameless(telling: Telling) -> bool:
    """Whether a session names nobody and no number: « pour une réunion au format 2+2 »."""
    return telling.type in SESSIONS and not telling.who.side and telling.session is None and not telling.turn


def _earlier(page: Understanding, telling: Telling) -> str | None:
    """For a pluperfect without a date, that of something long past before it in its sentence."""
    today = page.clock.report_day
    if telling.tense != PLUPERFECT or not today:
        return None
    days = [day.date for day in page.days_within(telling.sentence.start, telling.start) if day.date]
    return days[-1] if days and over(days[-1], today) else None


def _day_clash(page: Understanding, telling: Telling, other: Gathering) -> bool:
    mine = telling.day.date if telling.day is not None else _earlier(page, telling)
    theirs = other.date
    if mine and not theirs and not telling.back and other.tense not in EARLIER:
        today = page.clock.report_day
        return bool(today and over(mine, today))
    if not mine or not theirs or telling.back:
        return False
    until = other.until or theirs
    if telling.type in MANY and len(mine) == len(theirs) == DAY and abs(days_between(mine, theirs)) < RUN:
        return False
    return not (mine.startswith(theirs) or theirs.startswith(mine) or theirs <= mine <= until)


def _people_clash(telling: Telling, other: Gathering) -> bool:
    """Whether both name people of one state, and none is the same."""
    if telling.join:
        return False
    mine, theirs = persons_by_state(telling.who.persons), persons_by_state(other.who.persons)
    return any(mine[state].isdisjoint(theirs[state]) for state in mine if state in theirs)


def _further(page: Understanding, telling: Telling, other: Gathering) -> bool:
    """Whether a sentence opens as one that tells a further meeting (« le même jour, elle a vu X »), with others."""
    chunks = telling.sentence.chunks
    if telling.back or telling.join or not other.who.persons or telling.type == other.type:
        return False
    if any(one.sentence is telling.sentence for one in other.tellings):
        return False
    head = chunks[: min(HEAD, telling.index)]
    codes = [one.code for one in head]
    again = cues(page.language).phrases["again"]
    said = any(tuple(codes[at : at + len(words)]) == words for words in again for at in range(len(codes)))
    same_day = (
        bool(head)
        and isinstance(head[0].mention, DateMention)
        and (head[0].mention.shift, head[0].mention.unit) == SAME_DAY
    )
    names = {person.name for person in telling.who.persons} - {person.name for person in other.who.persons}
    return bool(names) and (said or same_day)


def _linked(telling: Telling, other: Gathering) -> bool:
    """Whether something ties the telling to the meeting."""
    if telling.back or telling.join:
        return True
    if telling.session is not None and telling.session == other.session:
        return True
    if telling.type in MANY and telling.type == other.type and not (telling.name and other.name):
        return True
    shared = {one.name for one in telling.who.persons} & {one.name for one in other.who.persons}
    states = set(telling.who.side) & set(other.who.side)
    if shared and (len(states) > 1 or len(telling.who.side) < 2 or len(other.who.side) < 2):
        return True
    return len(states) > 1 and (not telling.who.persons or not other.who.persons)
