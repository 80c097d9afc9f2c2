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
Tell = Callable[[str, int], None]


def resolve(
    register: Register,
    *,
    using: Sequence[Resolver] | None = None,
    tell: Tell = lambda step, count: None,
    reports: int = REPORTS,
) -> None:
    """Bring everything that is told into line with what was added and decided. `tell` is told step and number done."""
    if using is None:
        begin_anew_if_other(register)
    chosen = resolvers() if using is None else using
    items = Items(register)
    while done := link(register, limit=reports):
        tell("copies", done)
    itemiser, grouper = Itemiser(register, chosen, items), Grouper(register, chosen, items)
    dated = 1
    while dated:
        while done := itemiser.take(reports):
            tell("items", done)
        while done := grouper.take(NODES):
            tell("groups", done)
        dated = date_anew(register, items)
        if dated:
            tell("dates", dated)


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
