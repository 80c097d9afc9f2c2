"""A made-up world and the reports of it: as many as are asked for, each with its own text, always the same ones.

People hold posts in forty states and meet; what they do is told by one to eight reports each, of which some disagree about
day, place or sum, misspell a name, come late, leave out the year, are damaged, or are copies of one dispatch. `arrivals`
gives the reports as if they had been read, so that the register can be measured alone; `texts` gives them as they are.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from legation.model.report import Record, ReportHead
from legation.register.adding import Arrival, file_digest
from legation.register.copies import minhash

BEGIN, DAYS = date(2006, 1, 1), 7000
MONTHS = [
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
]
WEEKDAYS = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"]
TERM = 1100  # days that somebody holds a post
TOLD = (1, 1, 1, 2, 2, 3, 4, 6, 8)  # reports that tell of an event


@lru_cache(maxsize=1)
def parts() -> dict[str, Any]:
    """What reports are made of."""
    loaded: dict[str, Any] = yaml.safe_load(Path(__file__).with_suffix(".yaml").read_text(encoding="utf-8"))
    return loaded


@dataclass(frozen=True)
class Person:
    name: str
    post: str
    state: str


@dataclass(frozen=True)
class Event:
    """What happened: one meeting with all that goes with it."""

    number: int
    host: str
    guest: str
    day: date
    place: str
    left: Person
    right: Person
    topics: tuple[str, ...]
    sum: int
    ship: str
    signs: bool
    sails: bool
    pays: bool


@dataclass
class Page:
    """A report while it is written."""

    chance: random.Random
    damage: float
    text: str = ""
    records: list[Record] = field(default_factory=list)

    def put(self, sentence: str, *told: tuple[str, str, dict[str, Any]]) -> None:
        """Write a sentence, and note what it tells: kind, rule and slots each."""
        sentence = damaged(sentence, self.chance, self.damage)
        sentence = sentence[:1].upper() + sentence[1:]
        start = len(self.text)
        for kind, rule, slots in told:
            self.records.append(Record(kind, sentence, start, start + len(sentence), rule, slots))
        self.text += sentence + ". "

    def end_paragraph(self) -> None:
        self.text = self.text.rstrip() + "\n\n"


def damaged(sentence: str, chance: random.Random, share: float) -> str:
    """The sentence with some words run together, letters lost or lines broken."""
    if chance.random() >= share:
        return sentence
    words = sentence.split(" ")
    place = chance.randrange(max(1, len(words) - 1))
    if chance.random() < 0.5:
        words[place : place + 2] = ["".join(words[place : place + 2])]
    else:
        words[place] += "\n"
    return " ".join(words).replace("\n ", "\n")


def person(state: str, post: str, day: date) -> Person:
    """Who holds a post on a day."""
    term = ((day - BEGIN).days + sum(map(ord, state + post)) * 37) // TERM
    chance = random.Random(f"{state} {post} {term}")
    return Person(f"{chance.choice(parts()['given'])} {chance.choice(parts()['family'])}", post, state)


def event(number: int, count: int) -> Event:
    """One of so many events."""
    chance = random.Random(number)
    host, guest = chance.sample(sorted(parts()["states"]), 2)
    day = BEGIN + timedelta(days=number * DAYS // max(count, 1))
    post = chance.choice(("defence_minister", "defence_minister", *parts()["posts"]))
    state = parts()["states"][host]
    return Event(
        number, host, guest, day, chance.choice([state["capital"]] * 3 + state["cities"]),
        person(host, post, day), person(guest, post, day), tuple(chance.sample(sorted(parts()["topics"]), 5)),
        chance.randrange(1, 400) * 100_000, chance.choice(parts()["ships"]),
        chance.random() < 0.4, chance.random() < 0.3, chance.random() < 0.3,
    )  # fmt: skip


def arrivals(count: int, *, first: int = 0, of: int | None = None, other: int = 0) -> Iterator[Arrival]:
    """So many reports, from a number on, as if they had been read; `of` is how many the whole world has.

    `other` gives other reports of the same events.
    """
    for number, page, head, file in _pages(count, first, of or count, other):
        text = page.text
        yield Arrival(file, file_digest(f"{number} {text}".encode()), text, head, tuple(page.records), minhash(text))


def texts(count: int, *, first: int = 0, of: int | None = None) -> Iterator[tuple[str, str]]:
    """File names and texts of so many reports, from a number on."""
    for _, page, _, file in _pages(count, first, of or count, 0):
        yield file, page.text


def _pages(count: int, first: int, of: int, other: int) -> Iterator[tuple[int, Page, ReportHead, str]]:
    for number in range(first, first + count):
        chance = random.Random(number + 10_000_019 + other)
        copied = chance.random() < 0.1 and number > 20
        origin = number - chance.randrange(1, 20) if copied else number
        page, head, day = _report(origin, of, damage=0.25 if copied else None, again=number, other=other)
        if copied:
            page.text = page.text.rstrip() + f"\n\n{parts()['related'][number % len(parts()['related'])]} ({number})\n"
        yield number, page, head, f"{day:%Y/%m}/{number:07d}{'b' * bool(other)}.txt"


@lru_cache(maxsize=200_000)
def _told_in(number: int) -> tuple[int, int]:
    """The event that a report tells of, and as its how manieth."""
    place, turn = divmod(number, sum(TOLD))
    for offset, reports in enumerate(TOLD):
        if turn < reports:
            return place * len(TOLD) + offset, turn
        turn -= reports
    raise AssertionError


def _report(number: int, of: int, *, damage: float | None, again: int, other: int) -> tuple[Page, ReportHead, date]:
    chance = random.Random(number + other)
    at, turn = _told_in(number)
    what = event(at, max(1, of * len(TOLD) // sum(TOLD)))
    told = _as_told(what, chance)
    late = chance.choice((0, 0, 1, 1, 2, 30, 200)) if turn else 0
    day = what.day + timedelta(days=late)
    outlet = chance.choices(list(parts()["outlets"]), list(parts()["outlets"].values()))[0]
    share = damage if damage is not None else chance.choice((0, 0, 0, 0.05, 0.3))
    page = Page(random.Random(again + 20_000_003), share)
    undated = chance.random() < 0.04
    _write(page, told, day, outlet, undated=undated, chance=chance)
    head = ReportHead(
        None if undated else day.isoformat(), None if undated else "stated", None, told["place"], outlet or None, "fr"
    )
    return page, head, day


def _as_told(what: Event, chance: random.Random) -> dict[str, Any]:
    """The event as one report has it: mostly right."""
    names = [one.name if chance.random() > 0.03 else _slip(one.name, chance) for one in (what.left, what.right)]
    state = parts()["states"][what.host]
    return {
        "event": what, "day": what.day + timedelta(days=chance.random() < 0.04),
        "place": what.place if chance.random() > 0.05 else chance.choice([state["capital"], *state["cities"]]),
        "names": names, "sum": what.sum if chance.random() > 0.1 else what.sum + 500_000,
    }  # fmt: skip


def _slip(name: str, chance: random.Random) -> str:
    place = chance.randrange(1, len(name) - 2)
    return name[:place] + name[place + 1] + name[place] + name[place + 2 :]


def _write(page: Page, told: dict[str, Any], day: date, outlet: str, *, undated: bool, chance: random.Random) -> None:
    what: Event = told["event"]
    words = _words(told, what, chance)
    page.text = chance.choice(parts()["headlines"]).format(**words) + "\n\n"
    page.text = page.text[:1].upper() + page.text[1:]
    if not undated:
        page.text += f"{told['place']}, {day.day} {MONTHS[day.month - 1]} {day.year} ({outlet or 'correspondance'}) - "
    left, right = told["names"]
    meeting = {
        "type": "talks", "date": told["day"].isoformat(), "place": told["place"], "country": what.host,
        "parties": sorted((what.host, what.guest)), "persons": sorted(told["names"]),
        "level": "minister" if what.left.post == "defence_minister" else "officer",
    }  # fmt: skip
    offices = [
        ("office", "made_up.office", {"person": name, "post": one.post, "country": one.state})
        for name, one in ((left, what.left), (right, what.right))
    ]
    page.put(chance.choice(parts()["leads"]).format(**words), ("meeting", "made_up.talks", meeting), *offices)
    _filler(page, chance, 2)
    page.end_paragraph()
    _write_visit(page, told, words, chance)
    for turn in range(chance.randrange(9, 15)):
        _write_statement(page, told, _words(told, what, chance), chance)
        if turn % 3 == 2:
            _filler(page, chance, chance.randrange(2, 5))
            page.end_paragraph()
    _write_rest(page, told, words, chance)
    _filler(page, chance, 3)


def _write_visit(page: Page, told: dict[str, Any], words: dict[str, str], chance: random.Random) -> None:
    what: Event = told["event"]
    visit = {"type": "official", "visitor": what.guest, "host": what.host, "lead": told["names"][1],
             "date": told["day"].isoformat()}  # fmt: skip
    page.put(chance.choice(parts()["visits"]).format(**words), ("visit", "made_up.visit", visit))


def _write_statement(page: Page, told: dict[str, Any], words: dict[str, str], chance: random.Random) -> None:
    what: Event = told["event"]
    act = chance.choice(sorted(parts()["statements"]))
    sentence = chance.choice(parts()["statements"][act])
    topics = [parts()["topics"][words["topic"]]]
    both = ("{an}" in sentence and "{bn}" in sentence) or "parties" in sentence
    first = "{an}" in sentence
    speakers = list(told["names"]) if both else [told["names"][0 if first else 1]]
    side = sorted((what.host, what.guest)) if both else [what.host if first else what.guest]
    slots = {"act": act, "speakers": speakers, "side": side, "topics": topics}
    if act in ("REQUEST", "THANK", "OFFER", "PROPOSE"):
        slots["addressee"] = [what.guest if first else what.host]
    page.put(sentence.format(**words), ("statement", f"made_up.{act.lower()}", slots))


def _write_rest(page: Page, told: dict[str, Any], words: dict[str, str], chance: random.Random) -> None:
    what: Event = told["event"]
    pair, day, topic = sorted((what.host, what.guest)), told["day"].isoformat(), parts()["topics"][what.topics[0]]
    fixed = {**words, "topic": what.topics[0]}
    if what.signs:
        slots = {
            "form": "mou",
            "subject": what.topics[0],
            "parties": pair,
            "date": day,
            "action": "signed",
            "topics": [topic],
        }
        page.put(chance.choice(parts()["signings"]).format(**fixed), ("instrument", "made_up.sign", slots))
    if what.pays:
        programme = {"type": "aid", "funder": what.guest, "beneficiary": what.host, "amount": told["sum"],
                     "currency": "USD", "topics": [topic]}  # fmt: skip
        page.put(chance.choice(parts()["programmes"]).format(**fixed), ("programme", "made_up.fund", programme))
    if what.sails:
        call = {"type": "port_call", "parties": pair, "date": day, "place": told["place"], "country": what.host,
                "units": [what.ship]}  # fmt: skip
        page.put(chance.choice(parts()["exercises"]).format(**fixed), ("activity", "made_up.call", call))
    if chance.random() < 0.2:
        bond = {"label": "strategic_partnership", "parties": pair}
        page.put(chance.choice(parts()["relations"]).format(**fixed), ("relation", "made_up.bond", bond))
    page.end_paragraph()


def _filler(page: Page, chance: random.Random, count: int) -> None:
    filler = parts()["filler"]
    for _ in range(count):
        page.put(" ".join(chance.choice(filler[part]) for part in ("who", "does", "what", "how", "place"))
                 + f", {chance.choice(filler['how'])}")  # fmt: skip


def _words(told: dict[str, Any], what: Event, chance: random.Random) -> dict[str, str]:
    x, y = parts()["states"][what.host], parts()["states"][what.guest]
    posts = parts()["posts"][what.left.post]
    a, b = (chance.choice(posts).format(of=state["of"], adj=state["m"]) for state in (x, y))
    day: date = told["day"]
    written = f"{WEEKDAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]}" + (
        f" {day.year}" if chance.random() < 0.5 else ""
    )
    return {
        "a": a, "b": b, "A": a[:1].upper() + a[1:], "B": b[:1].upper() + b[1:], "an": told["names"][0],
        "bn": told["names"][1], "x": x["the"], "y": y["the"], "of_x": x["of"], "of_y": y["of"], "adj_x": x["f"],
        "adj_y": y["f"], "in_x": "à " + x["capital"], "place": told["place"], "date": written,
        "topic": chance.choice(what.topics), "sum": f"{told['sum'] / 1_000_000:.1f}".replace(".", ",") + " millions de dollars",
        "ship": what.ship,
    }  # fmt: skip
