"""Works through what was added, in four steps, each in small transactions: killed anywhere, it goes on where it was.

1. copies      which reports are copies of one dispatch (`copies`)
2. items       what each report tells, put beside what is told already, and judged (`itemising`)
3. groups      which tellings are one thing, and what that is (`clustering`, `things`)
4. dates       which undated reports others date, whose items are then made anew (`dating_anew`)

Nothing here depends on the order in which reports came.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from legation.register.copies import link
from legation.register.dating_anew import BASIS, date_anew
from legation.register.itemising import Itemiser
from legation.register.resolver import Resolver
from legation.register.resolvers import resolvers
from legation.register.rows import Items
from legation.register.store import Register
from legation.register.things import Grouper
from legation.register.versions import resolver_version

BY = "resolved by"
DERIVED = ("item", "node", "variant", "block", "revived", "judgement", "thing", "involved", "dirty", "changed")
REPORTS, NODES = 500, 5000  # worked on in one transaction
MANY = 40_000  # dirty nodes from which on they are grouped beside adding
Tell = Callable[[str, int], None]


def resolve(
    register: Register,
    *,
    using: Sequence[Resolver] | None = None,
    tell: Tell = lambda step, count: None,
    reports: int = REPORTS,
) -> None:
    """Bring everything that is told into line with what was added and decided. `tell` is told step and number done."""
    Resolving(register, using=using, tell=tell, reports=reports).finish()


class Resolving:
    """The work of resolving, to be done at once or little by little beside adding."""

    def __init__(
        self,
        register: Register,
        *,
        using: Sequence[Resolver] | None = None,
        tell: Tell = lambda step, count: None,
        reports: int = REPORTS,
    ) -> None:
        if using is None:
            begin_anew_if_other(register)
        chosen = resolvers() if using is None else using
        self._register, self._tell, self._reports = register, tell, reports
        self._items = Items(register)
        self._itemiser = Itemiser(register, chosen, self._items)
        self._grouper = Grouper(register, chosen, self._items)

    def step(self) -> None:
        """Do a part of the work: some reports, and once many nodes are dirty, some of these."""
        self._link()
        self._judge()
        if int(self._register.value("SELECT count(*) FROM dirty")) >= MANY:
            self._group()

    def finish(self) -> None:
        """Do all that is left."""
        while self._link():
            pass
        dated = 1
        while dated:
            while self._judge():
                pass
            while self._group():
                pass
            dated = self._told("dates", date_anew(self._register, self._items))

    def _link(self) -> int:
        return self._told("copies", link(self._register, limit=self._reports))

    def _judge(self) -> int:
        return self._told("items", self._itemiser.take(self._reports))

    def _group(self) -> int:
        return self._told("groups", self._grouper.take(NODES))

    def _told(self, step: str, done: int) -> int:
        if done:
            self._tell(step, done)
        return done


def begin_anew_if_other(register: Register) -> None:
    """Drop all that was derived from the readings, where another version of this program derived it."""
    if register.setting(BY) == resolver_version():
        return
    with register.writing() as db:
        if register.setting(BY) is not None:
            for table in DERIVED:
                db.execute(f"DELETE FROM {table}")
            db.execute("UPDATE anchor SET node = NULL")
            db.execute("UPDATE report SET day = NULL, basis = NULL, because = NULL WHERE basis = ?", (BASIS,))
            db.execute("UPDATE report SET stage = 1 WHERE stage > 1")
        register.set(BY, resolver_version())


def unresolved(register: Register) -> int:
    """How many reports are stored but not yet worked through."""
    return int(register.value("SELECT count(*) FROM report WHERE stage < 2"))
