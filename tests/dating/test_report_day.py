"""The report's own day: told, completed or inferred, and the reason given. The world is a small one made here."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from legation.dating import ReportDay, report_day
from legation.languages import language
from legation.model.mentions import BodyMention, PersonMention, Post
from legation.model.zones import Layout, Zone
from legation.reading.mentions.dates import find_dates

FRENCH = language("fr")


@dataclass(frozen=True)
class Term:
    person: str
    post: str
    state: str
    since: str
    until: str | None

    @property
    def first(self) -> str:
        return self.since

    @property
    def last(self) -> str:
        return self.until or "9999-12-31"


@dataclass(frozen=True)
class Event:
    name: str
    date: str
    states: tuple[str, ...] = ()
    kind: str = "summit"
    number: int | None = None


@dataclass(frozen=True)
class Series:
    id: str
    kind: str
    parties: tuple[str, ...]
    editions: tuple[Event, ...]


@dataclass(frozen=True)
class Tie:
    label: str
    date: str


@dataclass(frozen=True)
class SmallWorld:
    terms: tuple[Term, ...] = ()
    known: tuple[Event, ...] = ()
    runs: tuple[Series, ...] = ()
    bonds: tuple[tuple[frozenset[str], tuple[Tie, ...]], ...] = ()

    def terms_of(self, name: str, *, loose: bool = False) -> Sequence[Term]:
        return [term for term in self.terms if term.person == name]

    def family_terms(self, word: str) -> Sequence[Term]:
        return [term for term in self.terms if word in term.person.split()]

    def fold(self, text: str) -> str:
        return text.lower()

    def series(self, name: str, parties: frozenset[str] = frozenset()) -> Any:
        return next((one for one in self.runs if one.id == name), None)

    def all_series(self) -> Sequence[Series]:
        return self.runs

    def events(self, *, state: str | None = None) -> Sequence[Event]:
        return [event for event in self.known if state in event.states]

    def event_names(self, language: str = "fr") -> Mapping[str, Sequence[Event]]:
        return {event.name: [event] for event in self.known}

    def ties(self, parties: frozenset[str], label: str | None = None) -> Sequence[Tie]:
        return dict(self.bonds).get(parties, ())


EDITIONS = (Event("Dialogue 4", "2018-03-05", number=4), Event("Dialogue 6", "2020-05-05", number=6))
WORLD = SmallWorld(
    terms=(
        Term("Ada Moreau", "defence_minister", "FRA", "2018-10-02", "2019-09-11"),
        Term("Jean Sall", "chief_of_defence", "SEN", "2014-10-14", "2019-04-01"),
        Term("Luc Ba", "defence_minister", "SEN", "2016-01-01", None),
    ),
    known=(
        Event("accord de Gorée", "2018-03-05", ("FRA", "SEN"), "agreement"),
        Event("putsch de juin", "2022-06-04", (), "coup"),
    ),
    runs=(Series("fra-sen-dialogue", "policy_dialogue", ("FRA", "SEN"), EDITIONS),),
    bonds=((frozenset({"FRA", "SEN"}), (Tie("diplomatic_relations", "1960-06-20"),)),),
)


@dataclass
class Page:
    """A report put together from its parts, with what the earlier stages would have found in it."""

    text: str = ""
    zones: list[Zone] = field(default_factory=list)
    people: list[PersonMention] = field(default_factory=list)
    bodies: list[BodyMention] = field(default_factory=list)

    def add(self, kind: Any, words: str) -> Page:
        self.zones.append(Zone(kind, len(self.text), len(self.text) + len(words), "test"))
        self.text += words + "\n\n"
        return self

    def person(self, name: str, post: str | None, country: str | None = None, *, former: bool = False) -> Page:
        start = self.text.index(name)
        posts = (Post(post, country, start, start, former),) if post else ()
        self.people.append(PersonMention(start, start + len(name), start, start + len(name), name, posts))
        return self

    def body(self, name: str, type: str, session: int, *parties: str) -> Page:
        start = self.text.index(name)
        self.bodies.append(BodyMention(start, start + len(name), name, type, parties, session))
        return self

    def day(self, world: SmallWorld = WORLD, metadata: Mapping[str, str] | None = None) -> ReportDay:
        dates, spans = [], {"dateline": None, "stamp": None}
        for zone in self.zones:
            stamp = zone.kind == "stamp"
            found = find_dates(self.text, zone.start, zone.end, FRENCH, stamp=stamp)
            dates += found
            if zone.kind in spans and found:
                spans[zone.kind] = (found[0].start, found[0].end)  # type: ignore[assignment]
        stamps = (spans["stamp"],) if spans["stamp"] else ()
        layout = Layout(tuple(self.zones), day=spans["dateline"], stamps=stamps)
        return report_day(
            text=self.text, layout=layout, dates=dates, people=self.people, bodies=self.bodies,
            metadata=metadata or {}, world=world,
        )  # fmt: skip


def told(page: Page, **more: Any) -> tuple[str | None, str | None]:
    found = page.day(**more)
    assert found.because
    return found.date, found.basis


def test_the_dateline_tells_the_day() -> None:
    page = Page().add("dateline", "Dakar, 12 avril 2016 (APS)").add("body", "Ils se sont vus lundi.")
    assert told(page) == ("2016-04-12", "stated")


def test_the_dateline_goes_before_the_date_line() -> None:
    page = (
        Page().add("stamp", "13/04/2016 08:00").add("dateline", "Dakar, 12 avril 2016").add("body", "Ils se sont vus.")
    )
    assert told(page) == ("2016-04-12", "stated")


def test_a_month_is_all_that_a_dateline_may_tell() -> None:
    page = Page().add("dateline", "DAKAR, mars 2015").add("body", "Un contrat signé mardi.")
    assert told(page) == ("2015-03", "stated")


def test_a_weekday_to_come_is_not_that_of_the_dateline() -> None:
    page = Page().add("dateline", "Dakar, 12 février (APS)")
    page.add("body", "Luc Ba a visité samedi le camp; il repartira dimanche.").person(
        "Luc Ba", "defence_minister", "SEN"
    )
    assert told(page) == ("2022-02-12", "inferred")  # in 2017 and 2023 it was a Sunday
    assert "no Sunday, which is told as to come" in (page.day().because or "")


def test_a_weekday_also_told_as_to_come_is_not_over() -> None:
    page = Page().add("body", "Arrivé jeudi 1er juin 2017, il repartira vendredi. Vendredi, il a promis de revenir.")
    assert told(page) == ("2017-06-01", "stated")


def test_a_date_line_tells_the_day() -> None:
    page = (
        Page()
        .add("stamp", "11/12/2018 14:32")
        .add("body", "Il a donné audience ce matin. Il était là lundi 10 décembre.")
    )
    assert told(page) == ("2018-12-11", "metadata")


def test_a_date_line_lends_its_year_to_the_dateline() -> None:
    page = Page().add("stamp", "02/01/2019").add("dateline", "Dakar, 30 décembre (APS)").add("body", "Ils se sont vus.")
    assert told(page) == ("2018-12-30", "metadata")


def test_a_date_line_of_a_month_is_completed_by_the_lead() -> None:
    page = Page().add("stamp", "2022-03").add("body", "Le ministre a reçu vendredi 11 mars son homologue.")
    assert told(page) == ("2022-03-11", "metadata")


def test_a_weekday_before_a_day_to_come_completes_a_month() -> None:
    page = (
        Page()
        .add("stamp", "2023-07")
        .add("body", "Elle a annoncé lundi un renfort avant le sommet des 11 et 12 juillet.")
    )
    page.text = page.text.replace("des 11", "les 11")
    assert told(page) == ("2023-07-10", "metadata")


def test_the_container_tells_the_day() -> None:
    page = Page().add("body", "Ils se sont vus mardi.")
    assert told(page, metadata={"date": "2021-05-04T10:00:00Z"}) == ("2021-05-04", "metadata")


def test_the_lead_tells_the_day() -> None:
    page = Page().add("body", "Les deux ministres ont signé, lundi 8 juillet 2024 à Dakar, un accord.")
    assert told(page) == ("2024-07-08", "stated")


def test_what_was_done_after_the_lead_s_day_moves_the_report_on() -> None:
    page = Page().add("body", "Arrivée jeudi 1er juin 2023, elle a vu le ministre.")
    page.add("body", "Vendredi, elle a suivi une démonstration.")
    assert told(page) == ("2023-06-02", "stated")


def test_weekdays_say_how_far_a_stay_has_come() -> None:
    page = Page().add("body", "Jean Sall effectue une visite officielle du 2 au 5 juillet à Paris.")
    page.add("body", "Vendredi, il a vu la ministre. Samedi, il a visité un port. Il repartira lundi.")
    page.person("Jean Sall", "chief_of_defence", "SEN")
    assert told(page) == ("2015-07-04", "inferred")


def test_half_a_year_to_come_bounds_the_report() -> None:
    page = Page().add("dateline", "Dakar, 5 déc.").add("body", "Ada Moreau viendra au premier semestre 2019.")
    assert told(page.person("Ada Moreau", "defence_minister", "FRA")) == ("2018-12-05", "inferred")


def test_a_weekday_is_the_dateline_s_own_rather_than_the_day_before_it() -> None:
    page = Page().add("dateline", "Dakar, 2 déc.").add("body", "Jean Sall a reçu samedi la ministre.")
    found = page.person("Jean Sall", "chief_of_defence", "SEN").day()
    assert found.date == "2017-12-02"
    assert "2 December was itself a Saturday" in (found.because or "")


def test_what_is_still_to_come_does_not() -> None:
    page = Page().add("body", "Ils ont signé lundi 8 juillet 2024 un accord. La délégation repartira mardi.")
    assert told(page) == ("2024-07-08", "stated")


def test_hier_with_its_day_is_the_day_before_the_report() -> None:
    page = Page().add("body", "Il s'est entretenu hier, lundi 25 février 2019, avec elle.")
    assert told(page) == ("2019-02-26", "stated")


def test_holders_of_posts_tell_the_year() -> None:
    page = Page().add("dateline", "Paris, 4 mars (AFP)").add("body", "Ada Moreau et Jean Sall se sont vus.")
    page.person("Ada Moreau", "defence_minister", "FRA").person("Jean Sall", "chief_of_defence", "SEN")
    assert told(page) == ("2019-03-04", "inferred")
    assert "Ada Moreau was defence minister of FRA 2018-10-02 to 2019-09-11" in (page.day().because or "")


def test_the_weekday_tells_the_year_among_those_that_holders_leave() -> None:
    page = Page().add("body", "Luc Ba a signé lundi 29 juillet un accord.").person("Luc Ba", "defence_minister", "SEN")
    found = page.day()
    assert (found.date, found.candidates) == (None, (2019, 2024))
    assert "2019, 2024" in (found.because or "")
    page.person("Luc Ba", None).add("body", "Ada Moreau y était.").person("Ada Moreau", "defence_minister", "FRA")
    assert told(page) == ("2019-07-29", "inferred")


def test_a_former_holder_comes_after_the_term() -> None:
    page = Page().add("body", "Luc Ba a vu lundi 29 juillet l'ancienne ministre Ada Moreau.")
    page.person("Luc Ba", "defence_minister", "SEN").person("Ada Moreau", "defence_minister", "FRA", former=True)
    assert told(page) == ("2024-07-29", "inferred")


def test_people_of_another_time_do_not_count() -> None:
    page = Page().add("body", "Luc Ba a reçu lundi 29 juillet une délégation.").add("body", "Il pleuvait.")
    page.add("body", "En mars 2019, Ada Moreau avait visité Dakar.").add("body", "L'accord de 2022 a été salué.")
    page.person("Luc Ba", "defence_minister", "SEN").person("Ada Moreau", "defence_minister", "FRA")
    assert page.day().date != "2019-07-29"


def test_an_edition_tells_the_year() -> None:
    page = Page().add("dateline", "Dakar, 6 mars (APS)").add("body", "Le 4e Dialogue s'est achevé lundi.")
    page.body("Dialogue", "policy_dialogue", 4, "FRA", "SEN")
    assert told(page) == ("2018-03-06", "inferred")


def test_an_edition_lies_between_its_neighbours() -> None:
    page = (
        Page()
        .add("body", "Le 5e Dialogue s'est tenu mercredi 6 mars.")
        .body("Dialogue", "policy_dialogue", 5, "FRA", "SEN")
    )
    assert told(page) == ("2019-03-06", "inferred")


def test_a_known_event_of_the_two_states_on_the_very_day_tells_the_year() -> None:
    page = Page().add("dateline", "Dakar, 5 mars (APS)").add("body", "Luc Ba et Paul Roy ont signé.")
    page.person("Luc Ba", "defence_minister", "SEN").person("Paul Roy", "ambassador", "FRA")
    assert told(page) == ("2018-03-05", "inferred")


def test_an_anniversary_tells_the_year() -> None:
    page = Page().add("body", "Luc Ba et Paul Roy ont fêté mardi 2 juin le 60e anniversaire des relations.")
    page.person("Luc Ba", "defence_minister", "SEN").person("Paul Roy", "ambassador", "FRA")
    assert told(page) == ("2020-06-02", "inferred")


def test_years_told_as_past_bound_the_report() -> None:
    page = Page().add("body", "Le rideau est tombé jeudi 21 septembre sur un cycle (2021-2023).")
    assert told(page) == ("2023-09-21", "inferred")


def test_a_known_coup_comes_before_the_report() -> None:
    page = Page().add("body", "Le rideau est tombé jeudi 21 septembre, un an après le putsch de juin.")
    assert told(page) == ("2023-09-21", "inferred")


def test_a_year_in_the_lead_is_as_good_as_stated() -> None:
    page = Page().add("standfirst", "Ils ont convenu d'avancer en 2019.").add("dateline", "Dakar, 2 mai (APS)")
    page.add("body", "Ada Moreau y était.").person("Ada Moreau", "defence_minister", "FRA")
    assert told(page) == ("2019-05-02", "stated")


def test_holders_who_contradict_one_another_tell_nothing() -> None:
    world = SmallWorld(
        terms=(
            Term("A B", "defence_minister", "FRA", "2001-01-01", "2002-01-01"),
            Term("C D", "ambassador", "SEN", "2009-01-01", "2010-01-01"),
        )
    )
    page = Page().add("dateline", "Dakar, 4 mars").add("body", "A B et C D se sont vus.")
    page.person("A B", "defence_minister", "FRA").person("C D", "ambassador", "SEN")
    assert page.day(world).date is None


def test_a_report_without_any_day_has_none() -> None:
    found = Page().add("body", "Ils se sont vus.").day()
    assert found.date is None
    assert found.because == "no day is told in dateline, date line or lead"
