"""The one door through which views and desk read the register: typed answers, nothing written, beside any writer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from legation.errors import NotInRegister
from legation.register import lookup
from legation.register.links import Link
from legation.register.lookup import Standing, standing
from legation.register.queries.coverage import coverage
from legation.register.queries.dyads import dyad, links_near
from legation.register.queries.fulltext import find
from legation.register.queries.names import named
from legation.register.queries.people import latest
from legation.register.queries.selecting import entries, select
from legation.register.queries.tellings import tellings_of_things
from legation.register.queries.values import Coverage, Cursor, Dyad, Entry, Filter, Hits, Match, Page, Person, Telling
from legation.register.store import DEFAULT, Register

PAGE = 100  # things asked for at once
NOTHING = Filter()


class Queries:
    """What can be asked of a register. Each answer is of one moment; `moment` makes several of the same."""

    def __init__(self, register: Register) -> None:
        self._register = register

    @classmethod
    @contextmanager
    def open(cls, path: Path = DEFAULT) -> Iterator[Queries]:
        """The queries on the register in a file, opened for reading only. Raises NoRegister, RegisterTooNew."""
        with Register.open(path, read_only=True) as register:
            yield cls(register)

    @contextmanager
    def moment(self) -> Iterator[Queries]:
        """All that is asked within sees the register as it was at the first question, whoever writes meanwhile."""
        with self._register.snapshot():
            yield self

    def page(self, where: Filter = NOTHING, *, after: Cursor | None = None, limit: int = PAGE) -> Page:
        """A page of things: the dated ones by day, then those without a day by their first report; `after` goes on."""
        return select(self._register, where, after=after, limit=limit)

    def pages(self, where: Filter = NOTHING, *, limit: int = PAGE) -> Iterator[Page]:
        """All that a filter asks for, in the same order, page by page."""
        page = self.page(where, limit=limit)
        yield page
        while page.next:
            page = self.page(where, after=page.next, limit=limit)
            yield page

    def things(self, where: Filter = NOTHING) -> Iterator[Entry]:
        """All things that a filter asks for, in the same order."""
        for page in self.pages(where):
            yield from page.entries

    def thing(self, id_: str) -> Entry:
        """The thing of an id, or of the beginning of one. Raises NotInRegister where there is none, or are several."""
        return entries(self._register, [lookup.thing(self._register, id_).row], told_on=True)[0]

    def tellings(self, things: Sequence[Entry]) -> dict[str, tuple[Telling, ...]]:
        """Who tells each thing, by its id: reports, files and words, in the order of days."""
        told = tellings_of_things(self._register, [one.row for one in things])
        return {one.id: told[one.row] for one in things}

    def named(
        self, name: str, *, kinds: Sequence[str] = ("person",), country: str | None = None, limit: int = 20
    ) -> list[Match]:
        """Whom or what (`body`, `place`, `mechanism`) a name may mean, the likeliest first."""
        return named(self._register, name, kinds=kinds, country=country, limit=limit)

    def person(self, entity: Entry, *, limit: int = 5) -> Person:
        """A person, body or place with the latest events that reports name it in."""
        return Person(entity, latest(self._register, entity, limit=limit))

    def find(self, words: str, where: Filter = NOTHING, *, limit: int = 20) -> Hits:
        """The quotes with these words and the things that they tell, the best match first."""
        return find(self._register, words, where, limit=limit)

    def dyad(self, first: str, second: str) -> Dyad:
        """All that is told of a pair of states, with links, the life of undertakings, and persons in posts.

        Raises NotInRegister where nothing is told of the two.
        """
        found = dyad(self._register, first, second)
        if not found.entries:
            raise NotInRegister(
                f"{first} {second}", "nothing is told of these two", "`legation status` lists the pairs"
            )
        return found

    def links(self, pair: Sequence[str], shown: Sequence[Entry]) -> dict[str, tuple[Link, ...]]:
        """What each of some things of a pair of states hangs on, by its id: the visit, the meeting, the dialogue."""
        found: dict[str, tuple[Link, ...]] = {}
        for link in links_near(self._register, pair, shown):
            found[link.left] = (*found.get(link.left, ()), link)
        return found

    def coverage(self, *, limit: int | None = None) -> list[Coverage]:
        """The pairs of states with what is told of each, by year; those with most first."""
        return coverage(self._register, limit=limit)

    def standing(self) -> Standing:
        """What the register holds: counts, days covered, outlets, decisions. Not within `moment`: it makes its own."""
        return standing(self._register)
