"""What the first stage of reading finds in the mended text: things named, each with its span.

All offsets are of the mended text. A mention never reaches over the edge of a zone.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

StateForm = Literal["name", "adjective", "people", "capital", "force", "ministry", "compound", "epithet"]
Gender = Literal["m", "f"]


@dataclass(frozen=True, slots=True)
class StateMention:
    """Words that stand for a state (or two: « nippo-vietnamien »).

    `states` are ISO 3166-1 alpha-3 codes, or short English names of organisations that act as parties (ASEAN, UN, EU,
    NATO). `form`: name « le Japon », adjective « japonais », people « les Japonais », capital « Tokyo », force « les
    forces d'autodéfense », ministry « le ministère japonais de la Défense », compound « nippo-vietnamien », epithet
    « l'archipel ».
    """

    start: int
    end: int
    states: tuple[str, ...]
    form: StateForm


@dataclass(frozen=True, slots=True)
class Post:
    """A post as the words give it: codebook value, state if the words tell it, span of the words, former or acting.

    `counterpart` marks « son homologue japonais »: the post is that of somebody else, found by reference.
    """

    post: str
    country: str | None
    start: int
    end: int
    former: bool = False
    counterpart: bool = False


@dataclass(frozen=True, slots=True)
class PersonMention:
    """A person named, the whole noun group with rank and apposed posts in start:end, the bare name in name_start:name_end.

    `name` is the name as written, without rank or courtesy; a bare family or given name (« Giang », « M. Kihara ») is a
    mention too, with `name` that one word. `posts` are those that the group itself states. `state` is what the group
    says of nationality, else None. `level` is a rank class: "officer" for any military rank, else None.
    """

    start: int
    end: int
    name_start: int
    name_end: int
    name: str
    posts: tuple[Post, ...] = ()
    state: str | None = None
    rank: str | None = None
    courtesy: str | None = None
    gender: Gender | None = None


@dataclass(frozen=True, slots=True)
class RoleMention:
    """A person or group told by a role without a name: « le ministre japonais », « les deux vice-ministres », « son hôte ».

    `role` is a word class of the language file: minister, vice_minister, officer, admiral, host, guest, visitor,
    counterpart, leader, diplomat, president, official, spokesperson, ambassador, delegation, party, ministry, …
    `posts` where the words tell which post. `number` is how many (1, 2, 3; 0 for an open plural). `state` if told.
    `states` are all states of a group that has several (« les ministres grec et norvégien »), else empty.
    `possessive` marks « son », « leur »; `ordinal` marks « le premier » (1), « le second » (2), « ce dernier » (-1).
    """

    start: int
    end: int
    role: str
    number: int = 1
    state: str | None = None
    posts: tuple[Post, ...] = ()
    gender: Gender | None = None
    possessive: bool = False
    ordinal: int = 0
    indefinite: bool = False
    states: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class BodyMention:
    """A body, forum, firm or agency: `name` is canonical (ADMM+, JICA), `type` of the codebook's mechanism types, or
    organisation, firm, agency, mission, court, party, company. `parties` are states that the words name; `session` the
    ordinal before it (« la 17e Réunion »), `chairs` is left to the frames.
    """

    start: int
    end: int
    name: str
    type: str
    parties: tuple[str, ...] = ()
    session: int | None = None


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A city, province, base, airport, port or building: `name` as written, `country` where the gazetteer or words tell."""

    start: int
    end: int
    name: str
    country: str | None = None
    kind: str = "city"


@dataclass(frozen=True, slots=True)
class DateMention:
    """Words that tell a time, taken apart, not yet resolved. What the words do not say is None.

    Absolute parts: year, month, day, and until_* for the last day of a range. `weekday` 0 is Monday. `relation` says to
    what the words are relative: "report" (hier, mardi dernier, cette année), "context" (le même jour, la veille, deux
    mois plus tard), None (absolute). `shift` is a signed count of `unit` ("day", "week", "month", "year") from there.
    `part` narrows: "start", "middle", "end", "all" of a week, month or year, a season ("spring" …), "quarter1" …, "half2".
    A `shift` without a unit is a direction: « mardi dernier » -1, « mars prochain » 1.
    `kind`: date, range, duration (« de trois jours », `shift` units long), since (« depuis 2009 »), deadline (« d'ici à
    2026 », « avant la fin de l'année »), until (« jusqu'au 15 avril »), anniversary (« le 40e anniversaire », `shift` is
    40), decade (« les années 1990 »), offset (« dix mois après leur dialogue »: how far what follows lies away), vague
    (« il y a quelques années »: a time that no date can be given for). `tense` is what the nearest verb says, where a date
    needs it: past, earlier (pluperfect), present, future.
    """

    start: int
    end: int
    kind: str
    rule: str
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    until_year: int | None = None
    until_month: int | None = None
    until_day: int | None = None
    relation: str | None = None
    shift: int = 0
    unit: str | None = None
    part: str | None = None
    until_weekday: int | None = None
    tense: str | None = None


@dataclass(frozen=True, slots=True)
class SumMention:
    """Money: `amount` in full units of `currency` (ISO 4217), `qualifier` of the codebook.

    `equivalent` marks a sum that tells another one in a second currency (« (environ 3,3 millions de dollars) »), `elided`
    one whose currency stands only in a sum before it (« et 4 millions pour Ha Tinh »), `shared` one whose word for the
    currency several states use (« couronnes », « francs CFA »), so that `currency` is the likeliest.
    """

    start: int
    end: int
    amount: float
    currency: str
    qualifier: str
    equivalent: bool = False
    elided: bool = False
    shared: bool = False


@dataclass(frozen=True, slots=True)
class UnitMention:
    """A ship, brigade or other unit: `name` as written, `state` if the words tell, `kind` ship or unit."""

    start: int
    end: int
    name: str
    state: str | None = None
    kind: str = "ship"


Mention = (
    StateMention | PersonMention | RoleMention | BodyMention | PlaceMention | DateMention | SumMention | UnitMention
)
