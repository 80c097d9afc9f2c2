"""The brief from a register: each thing once, disputes with both values, what hangs together, what became of words."""

from __future__ import annotations

from pathlib import Path

import pytest

from legation.register.deciding import Signature, correct
from legation.register.queries import Dyad, Filter, Queries
from legation.register.resolving import resolve
from legation.register.store import Register
from legation.views.brief import Brief, Line
from legation.views.page import brief_page
from legation.views.register_brief import register_brief
from legation.world import fold
from tests.register.material import add, filled
from tests.register.queries.material import PAIR, reports, small
from tests.views.test_brief import Page


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Dyad:
    path = tmp_path_factory.mktemp("register") / "r.db"
    small(path).close()
    with Queries.open(path) as queries:
        return queries.dyad(*PAIR)


@pytest.fixture(scope="module")
def brief(file: Dyad) -> Brief:
    return register_brief(file, beside=Path("out"))


def lines(brief: Brief, name: str) -> list[Line]:
    section = next(section for section in brief.sections if section.name == name)
    return [*section.lines, *(line for _, some in section.parts for line in some)]


def test_a_thing_stands_once_with_all_its_sources(brief: Brief) -> None:
    (visit,) = lines(brief, "visits")
    assert [quote.source.file for quote in visit.quotes] == ["a.txt", "b.txt"]
    assert visit.when == "11–13 June 2018"
    assert [source.number for source in brief.sources] == [1, 2, 3]


def test_a_contradiction_shows_every_value_its_sources_and_why(brief: Brief) -> None:
    (meeting,) = lines(brief, "meetings")
    (dispute,) = meeting.disputes
    assert dispute.slot == "place"
    assert {(value, tuple(source.file for source in sources), shown) for value, sources, shown in dispute.values} == {
        ("Rabat", ("a.txt",), True),
        ("Salé", ("b.txt",), False),
    }
    assert dispute.because


def test_a_meeting_says_which_visit_it_belongs_to(brief: Brief) -> None:
    (visit,), (meeting,) = lines(brief, "visits"), lines(brief, "meetings")
    assert visit.id in meeting.notes[0]
    assert meeting.notes[0].startswith("Within: Official visit")


def test_undertakings_are_open_or_have_an_outcome(brief: Brief) -> None:
    (still,), (closed,) = lines(brief, "open"), lines(brief, "undertakings")
    assert (still.topics, still.notes) == (("maritime security",), ())
    assert closed.notes[0].startswith("Fulfilled by activity training_course")


def test_posts_show_when_they_were_seen(brief: Brief) -> None:
    assert [(line.text, line.when) for line in lines(brief, "offices")] == [
        ("Karim Benali, defence minister of Morocco", "12 June 2018"),
        ("João Pereira, defence minister of Portugal", "12 June 2018"),
    ]


def test_the_page_stands_alone_and_its_links_hold(brief: Brief) -> None:
    text = brief_page(brief, version="1.2")
    page = Page(text)
    assert (page.open, page.fetched) == ([], [])
    assert len(page.ids) == len(set(page.ids))
    assert {link[1:] for link in page.links if link.startswith("#")} <= set(page.ids)
    assert "sources disagree: place" in text
    assert "nothing is merged" not in text


def test_a_persons_correction_stands_with_what_was_told(tmp_path: Path) -> None:
    path = tmp_path / "r.db"
    with filled(path, reports()) as register, Queries.open(path) as queries:
        (visit,) = queries.things(Filter(kinds=("visit",)))
        correct(
            register, visit.id, {"lead": "Ana Costa"}, signature=Signature("me", "2024-05-01T00:00:00Z", "seen there")
        )
        resolve(register)
        (line,) = lines(register_brief(queries.dyad(*PAIR), beside=tmp_path), "visits")
    (dispute,) = line.disputes
    assert [(fold(value), shown) for value, _, shown in dispute.values] == [
        ("ana costa", True),
        ("joao pereira", False),
    ]
    assert "decided by a person" in dispute.because


def test_days_dated_by_the_register_keep_their_reason(tmp_path: Path) -> None:
    path = tmp_path / "r.db"
    with Register.open(path, create=True) as register:
        first, again, *_ = reports()
        add(register, [first, again])
        register.db.execute("UPDATE report SET basis = 'inferred', because = 'he was minister then'")
    with Queries.open(path) as queries:
        brief = register_brief(queries.dyad(*PAIR), beside=tmp_path)
    assert {source.inferred for source in brief.sources} == {"he was minister then"}
