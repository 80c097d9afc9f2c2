"""Things by filter, page by page."""

from __future__ import annotations

import pytest

from legation.errors import NotInRegister
from legation.register.queries import EVENTS, Filter, Queries
from tests.register.queries.material import PAIR


def told(queries: Queries, **options: object) -> list[tuple[str, str | None]]:
    return [(one.kind, one.day) for one in queries.things(Filter(**options))]  # type: ignore[arg-type]


VISIT, TALKS, COURSE, PARIS = (
    ("visit", "2018-06-11"), ("meeting", "2018-06-12"), ("activity", "2019-03"), ("meeting", "2020-01-07")
)  # fmt: skip


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ({"states": PAIR, "kinds": EVENTS}, [VISIT, TALKS, COURSE]),
        ({"states": ("PRT", "MAR"), "kinds": ("visit",)}, [VISIT]),
        ({"states": ("FRA",), "kinds": EVENTS}, [PARIS]),
        ({"kinds": EVENTS, "since": "2018-06-12"}, [TALKS, COURSE, PARIS]),
        ({"kinds": EVENTS, "since": "2019", "until": "2019"}, [COURSE]),
        ({"kinds": EVENTS, "since": "2019-03-20"}, [COURSE, PARIS]),
        ({"kinds": EVENTS, "until": "2018-06"}, [VISIT, TALKS]),
        ({"topic": "demining_uxo"}, [COURSE, ("statement", None)]),
        ({"topic": "demining"}, []),
        ({"act": "REQUEST"}, [("statement", None)] * 2),
        ({"act": "REQUEST", "since": "2018-06-13"}, [("statement", None)]),
        ({"words": '"déminage portugais"'}, [COURSE]),
        ({"states": ("BRA",)}, []),
    ],
)
def test_a_filter_asks_for_what_it_names(queries: Queries, options: dict[str, object], expected: list[object]) -> None:
    assert told(queries, **options) == expected


def test_by_person_and_place(queries: Queries) -> None:
    (person,) = queries.named("Benali")
    assert told(queries, entity=person.entry.id, kinds=EVENTS) == [TALKS]
    (place,) = queries.named("Agadir", kinds=("place",))
    assert told(queries, entity=place.entry.id) == [COURSE]


@pytest.mark.parametrize("limit", [1, 7, 100])
@pytest.mark.parametrize(
    "where", [Filter(), Filter(kinds=("statement",)), Filter(states=("FRA",)), Filter(since="2010")]
)
def test_pages_give_everything_once_and_in_order(larger: Queries, where: Filter, limit: int) -> None:
    every = larger.page(where, limit=100_000)
    assert every.next is None
    paged = [one for page in larger.pages(where, limit=limit) for one in page.entries]
    assert paged == list(every.entries)
    if where != Filter():
        keys = [(one.day is None, one.when, one.id) for one in paged]
        assert keys == sorted(keys)


def test_a_thing_by_the_beginning_of_its_id(queries: Queries) -> None:
    (visit,) = queries.things(Filter(kinds=("visit",)))
    assert queries.thing(visit.id[:8]).id == visit.id
    with pytest.raises(NotInRegister):
        queries.thing("V-nothing")


def test_who_tells_it(queries: Queries) -> None:
    visits = list(queries.things(Filter(kinds=("visit",))))
    (told_by,) = queries.tellings(visits).values()
    assert [(one.file, one.outlet, one.quote) for one in told_by] == [
        ("a.txt", "Lusa", "Le ministre portugais João Pereira est arrivé à Rabat"),
        ("b.txt", "MAP", "Joao Pereira a effectué une visite au Maroc"),
    ]
