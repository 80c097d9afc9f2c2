"""Who is meant: pronouns, roles and groups resolved to persons and states, in the order of the text.

Preferences as in centering (Grosz, Joshi & Weinstein 1995): a pronoun takes up the last subject; a role takes the last
person heard who fits it; host and guest follow from where the scene is set.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from legation.model.mentions import BodyMention, PersonMention, PlaceMention, RoleMention, StateMention
from legation.reading.cast import Cast, Person
from legation.reading.fitting import could_hold, fits_gender, guest_of, is_counterpart, one_a_state
from legation.reading.phrases import Chunk

MINISTERS = frozenset({"defence_minister", "foreign_minister", "public_security_minister", "other"})
DEPUTIES = frozenset({"deputy_defence_minister", "deputy_foreign_minister"})
ROLE_POSTS: dict[str, frozenset[str]] = {
    "minister": MINISTERS,
    "vice_minister": DEPUTIES,
    "president": frozenset({"head_of_state", "legislature_head", "other"}),
    "prime_minister": frozenset({"head_of_government"}),
    "head_of_state": frozenset({"head_of_state"}),
    "head_of_government": frozenset({"head_of_government"}),
    "party_leader": frozenset({"party_leader"}),
    "secretary_general": frozenset({"party_leader", "other"}),
    "ambassador": frozenset({"ambassador"}),
    "attache": frozenset({"defence_attache"}),
    "diplomat": frozenset({"ambassador", "foreign_minister", "deputy_foreign_minister", "other"}),
    "spokesperson": frozenset({"other"}),
    "chief_of_staff": frozenset({"chief_of_defence", "service_chief", "deputy_chief_of_defence"}),
    "chief": frozenset(
        {"chief_of_defence", "service_chief", "head_of_government", "head_of_state", "foreign_minister"}
    ),
    "commander": frozenset({"commander", "service_chief", "other"}),
    "adviser": frozenset({"national_security_adviser", "other"}),
    "director": frozenset({"agency_head", "department_head", "other"}),
    "secretary": frozenset({"defence_minister", "deputy_defence_minister", "foreign_minister", "other"}),
    "monarch": frozenset({"head_of_state"}),
    "prince": frozenset({"head_of_state", "defence_minister", "other"}),
    "vice_president": frozenset({"other"}),
    "vice_prime_minister": frozenset({"deputy_head_of_government"}),
}
VAGUE = frozenset({"other", "counterpart"})  # posts that tell too little to prefer their holder
MILITARY_ROLES = frozenset({"officer", "general", "admiral", "sailor", "airman", "commander", "chief_of_staff"})
SIDES = frozenset({"party", "side", "country", "delegation", "government", "ministry", "embassy", "force", "media",
                   "parliament", "source"})  # fmt: skip
OWN_SIDES = frozenset({"country", "ministry", "government", "force", "side"})
HOSTS = frozenset({"host"})
GUESTS = frozenset({"guest", "visitor"})
OTHERS = frozenset({"counterpart", "interlocutor", "signatory"})
LINE = frozenset({"successor", "predecessor", "deputy"})  # of the same state as whose they are
ANYBODY = frozenset(
    {"man", "national", "official", "leader", "participant", "successor", "predecessor", "group", "demonstrative"}
)


class Referent(NamedTuple):
    """Who is meant: persons, or states where a side speaks; `side` are the states of all."""

    persons: tuple[Person, ...] = ()
    states: tuple[str, ...] = ()

    @property
    def side(self) -> tuple[str, ...]:
        if not self.persons and len(self.states) < 2:
            return self.states
        return tuple(dict.fromkeys([*[one.state for one in self.persons if one.state], *self.states]))

    @property
    def speakers(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys([*[one.name for one in self.persons], *self.states]))

    def __bool__(self) -> bool:
        return bool(self.persons or self.states)


@dataclass(frozen=True, slots=True)
class Scene:
    """Where the report is set: the host country, and the states that meet, weightiest first."""

    host: str | None
    states: tuple[str, ...]

    @property
    def pair(self) -> tuple[str, ...]:
        return self.states[:2]

    @property
    def guest(self) -> str | None:
        """The state of the visitors, where two states meet in the country of one."""
        others = [state for state in self.pair if state != self.host]
        return others[0] if len(others) == 1 else None


FADING = 0.75  # how much of a person's salience is left after a sentence
# what a clause's subject, any mention, and one behind « of » add to it
AS_SUBJECT, AS_MENTION, AS_OWNER = 2.0, 1.0, 0.4


@dataclass(slots=True)
class Discourse:
    """What a reader keeps in mind: who was heard of, most recent last, how salient each is, the last subject and group."""

    cast: Cast
    scene: Scene
    heard: list[Person] = field(default_factory=list)
    last_subject: Referent | None = None
    last_group: Referent | None = None
    last_speaker: Referent | None = None
    memo: dict[int, Referent] = field(default_factory=dict)
    salience: dict[Person, float] = field(default_factory=dict)
    named: list[Person] = field(default_factory=list)
    several: list[Person] = field(default_factory=list)
    since_group: bool = False  # whether those several were named in a later sentence than the last group
    own: Mapping[int, Person] = field(
        default_factory=dict
    )  # words of the first person in an interview, with who speaks

    def next_sentence(self) -> None:
        """Let what was said before fade."""
        if len(self.named) > 1:
            self.several = self.named
            self.since_group = True
        self.named = []
        self.salience = {person: heat * FADING for person, heat in self.salience.items()}

    def hear(self, person: Person, weight: float = AS_MENTION) -> None:
        """Make a person the most recently heard of, and more salient."""
        if person in self.heard:
            self.heard.remove(person)
        self.heard.append(person)
        self.salience[person] = self.salience.get(person, 0.0) + weight

    def _likely(self, pool: Sequence[Person], *, feminine: bool = False) -> list[Person]:
        """Persons by salience, the most salient first, of equals the one heard of last; known women first for « la »."""
        order = {person: number for number, person in enumerate(self.heard)}
        return sorted(
            pool,
            key=lambda one: (
                feminine and one.gender != "f", -round(self.salience.get(one, 0.0), 3), -order.get(one, 0)
            ),
        )  # fmt: skip

    def note_subject(self, referent: Referent) -> None:
        """Remember the subject of a clause: pronouns take it up, but for one who speaks of himself."""
        if any(person in referent.persons for person in self.own.values()):
            return
        if len(referent.persons) > 1 or len(referent.states) > 1:
            self.last_group = referent
            self.since_group = False
        else:
            self.last_subject = referent
            self.last_speaker = referent if referent.persons else self.last_speaker
        for person in referent.persons:
            self.hear(person, AS_SUBJECT)

    def resolve(self, chunk: Chunk, subject: Referent | None = None, *, owner: bool = False) -> Referent:
        """Who a chunk means, `subject` being the subject of its clause; an empty Referent where it cannot be told.

        `owner`: the chunk only stands behind « of », so that it is less on the reader's mind.
        """
        if chunk.start in self.memo:
            return self.memo[chunk.start]
        speaking = self.own.get(chunk.start)
        if speaking is not None:
            subject = Referent((speaking,))
        found = self._mention(chunk, subject) if chunk.mention else Referent()
        if speaking is not None and isinstance(chunk.mention, RoleMention) and chunk.mention.role == "pronoun":
            self.memo[chunk.start] = found = Referent((speaking,))
            return found
        for person in found.persons:
            self.hear(person, AS_OWNER if owner else AS_MENTION)
            if person not in self.named:
                self.named.append(person)
        self.memo[chunk.start] = found
        return found

    def pronoun(self, *, plural: bool, gender: str | None, speaks: bool = False) -> Referent:
        """Who « il », « elle », « ils » means; who `speaks` (« a-t-il ajouté ») is a person."""
        if plural:
            return self._pair_since() or self.last_group or self._group(2, Referent(), frozenset(), None)
        last = (self.last_speaker or self.last_subject) if speaks else self.last_subject
        women = [one for one in self.heard if one.gender == "f"] if gender == "f" else []
        if (
            last
            and last.persons
            and fits_gender(last.persons[0], gender)
            and not (women and last.persons[0] not in women)
        ):
            return last
        person = next((one for one in reversed(women or self.heard) if fits_gender(one, gender)), None)
        if person is not None and (last is None or last.persons):
            return Referent((person,))
        return last or (Referent((person,)) if person else Referent())

    def _pair_since(self) -> Referent | None:
        """Two persons of two states that a sentence named since a group was last spoken of."""
        pair = self.several if self.last_group and self.since_group and not self.named else []
        states = {one.state for one in pair}
        return Referent(tuple(pair)) if len(pair) == len(states) == 2 and None not in states else None

    def _mention(self, chunk: Chunk, subject: Referent | None) -> Referent:
        mention = chunk.mention
        if isinstance(mention, RoleMention) and mention.role in HOSTS and guest_of(mention, chunk):
            mention = replace(mention, role="guest", state=None)
        if isinstance(mention, PersonMention):
            person = self.cast.of(mention)
            return Referent((person,)) if person else Referent()
        if isinstance(mention, StateMention):
            return self._state(mention, chunk)
        if isinstance(mention, RoleMention):
            return self._role(mention, subject or Referent())
        if isinstance(mention, BodyMention):
            return Referent(states=mention.parties)
        if isinstance(mention, PlaceMention):
            capitals = [one for one in chunk.also if isinstance(one, StateMention)]
            return Referent(states=capitals[0].states if capitals else ())
        return Referent()

    def _state(self, mention: StateMention, chunk: Chunk) -> Referent:
        """A state, or both of a pair that a hyphen joins (« le sommet Chine-Japon »)."""
        paired = [one for one in chunk.also if isinstance(one, StateMention) and one.start >= mention.end]
        if paired:
            return Referent(states=tuple(dict.fromkeys([*mention.states, *paired[0].states])))
        if mention.form == "epithet" and len(mention.states) != 1:
            known = [state for state in self.scene.states if state in mention.states]
            return Referent(states=tuple(known[:1]))
        return Referent(states=mention.states)

    def _role(self, mention: RoleMention, subject: Referent) -> Referent:
        if mention.states:
            return self._of_each(mention, subject)
        if mention.role in SIDES:
            return self._side(mention, subject)
        if mention.role == "pronoun" and not mention.ordinal:
            return self.pronoun(plural=mention.number != 1, gender=mention.gender)
        if mention.indefinite:
            state = mention.state or next(iter(self._unnamed(subject)), None)
            return Referent(states=(state,) if state else ())
        if mention.role == "participant":
            return Referent(states=self.scene.pair)
        if mention.role == "group" and mention.number == 2 and (two := self._both()):
            return two
        if mention.number != 1:
            group = self._group(
                mention.number, subject, self._posts(mention), mention.state, possessive=mention.possessive
            )
            few = mention.state and 0 < len(group.persons) < mention.number
            return Referent(states=(mention.state,)) if few and mention.state else group
        found = self._single(mention, subject)
        if found:
            return found
        return Referent(
            states=tuple(state for state in (mention.state or self._role_state(mention, subject),) if state)
        )

    def _of_each(self, mention: RoleMention, subject: Referent) -> Referent:
        """« Les ministres grec et norvégien »: a person of each state, or the states."""
        if mention.role in SIDES:
            return Referent(states=mention.states)
        each = [self._single(replace(mention, state=state, states=(), number=1), subject) for state in mention.states]
        return Referent(tuple(one.persons[0] for one in each)) if all(each) else Referent(states=mention.states)

    def _both(self) -> Referent | None:
        """« Tous deux »: the subject of the last sentence and whoever of another state was named in it last."""
        first = self.last_subject.persons[0] if self.last_subject and len(self.last_subject.persons) == 1 else None
        around = self.named if len(self.named) > 1 else self.several
        if first is None or first not in around:
            return None
        other = next((one for one in reversed(around) if one.state != first.state), None)
        return Referent((first, other)) if other else None

    def _unnamed(self, subject: Referent) -> tuple[str, ...]:
        """The side of somebody unnamed: that of the last subject."""
        return self.last_subject.side[:1] if self.last_subject else ()

    def _role_state(self, mention: RoleMention, subject: Referent) -> str | None:
        if mention.role in HOSTS and not mention.possessive:
            return self.scene.host
        if mention.role in GUESTS and not mention.possessive:
            return self.scene.guest
        if mention.possessive or mention.role in OTHERS:
            others = [state for state in self.scene.pair if state not in subject.side]
            return others[0] if len(others) == 1 else None
        return None

    def _side(self, mention: RoleMention, subject: Referent) -> Referent:
        if mention.state:
            return Referent(states=(mention.state,))
        if mention.number != 1:
            return Referent(states=self.scene.pair)
        if mention.possessive:
            return Referent(states=(subject or self.last_subject or Referent()).side[:1])
        others = [state for state in self.scene.pair if state not in subject.side]
        if mention.role == "country" and subject and len(others) == 1:
            return Referent(states=tuple(others))
        if mention.role == "delegation" and self.scene.guest:
            return Referent(states=(self.scene.guest,))
        if mention.role in OWN_SIDES and self.last_subject:
            return Referent(states=self.last_subject.side[:1])
        return Referent()

    def _posts(self, mention: RoleMention) -> frozenset[str]:
        told = frozenset(post.post for post in mention.posts if post.post)
        return told or ROLE_POSTS.get(mention.role, frozenset())

    def _single(self, mention: RoleMention, subject: Referent) -> Referent:
        if mention.ordinal:
            return self._ordinal(mention, subject)
        if mention.role == "demonstrative":
            return self._ordinal(replace(mention, ordinal=-1), subject)
        if mention.possessive and not subject and self.last_subject:
            subject = self.last_subject
        fitting = [one for one in self.heard if self._fits(one, mention, subject)]
        pool = self._likely(fitting, feminine=mention.gender == "f")
        named = self._posts(mention) - VAGUE
        exact = [one for one in pool if any(post.post in named for post in one.posts)] if named else []
        if not pool and mention.state and (mention.posts or mention.role == "minister"):
            pool = self._likely([one for one in self.heard if one.state == mention.state and could_hold(one, mention)])
        return Referent(((exact or pool)[0],)) if pool else Referent()

    def _ordinal(self, mention: RoleMention, subject: Referent) -> Referent:
        pool = [one for one in self.heard if fits_gender(one, mention.gender)]
        if mention.ordinal < 0:
            rest = [one for one in pool if one not in subject.persons]
            return Referent((rest[-1],)) if rest else Referent()
        pair = [one for one in (self.named if len(self.named) > 1 else self.several) if one in pool] or list(pool[-2:])
        pair = pair[-2:] if 0 < mention.ordinal < 3 else pair
        return Referent((pair[mention.ordinal - 1],)) if len(pair) >= mention.ordinal else Referent()

    def _fits(self, person: Person, mention: RoleMention, subject: Referent) -> bool:
        if mention.state and person.state and person.state != mention.state:
            return False
        if not fits_gender(person, mention.gender):
            return False
        if mention.role in LINE and mention.possessive and subject.persons:
            return person not in subject.persons and person.state in subject.side
        if mention.role in HOSTS | GUESTS | OTHERS:
            return self._fits_scene(person, mention, subject)
        if mention.role in MILITARY_ROLES and person.rank is None:
            return False
        posts = self._posts(mention)
        if posts and mention.role not in MILITARY_ROLES:
            return any(post.post in posts for post in person.posts)
        return bool(person.posts or person.rank or mention.role in ANYBODY)

    def _fits_scene(self, person: Person, mention: RoleMention, subject: Referent) -> bool:
        if mention.possessive or mention.role in OTHERS:
            return person not in subject.persons and person.state not in subject.side
        if mention.role in HOSTS:
            if mention.state:
                return person.state == mention.state
            return person.state == self.scene.host if self.scene.host else person not in subject.persons
        return person.state != self.scene.host

    def _group(
        self, number: int, subject: Referent, posts: frozenset[str], state: str | None, *, possessive: bool = False
    ) -> Referent:
        """The persons last heard of who fit, one a state where several meet."""
        pool = self._likely([one for one in self.heard if not state or one.state == state])
        if possessive:
            pool = [one for one in pool if one not in subject.persons and one.state not in subject.side]
        fitting = [
            one for one in pool if not posts or any(post.post in posts or is_counterpart(post) for post in one.posts)
        ]
        chosen = (
            fitting[:number] if state and number and len(fitting) >= number else one_a_state(fitting or pool, number)
        )
        if len(chosen) < 2 and fitting is not pool:
            chosen = one_a_state(pool, number)
        if not chosen:
            return Referent(states=(state,) if state else self.scene.pair)
        return Referent(tuple(sorted(chosen, key=lambda one: one.first)))
