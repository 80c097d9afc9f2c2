"""People's decisions on things and their tellings: what `merge`, `split`, `correct` and `withdraw` do.

Each is noted in the ledger in one transaction and carried out by `resolving`, which may be broken off and taken up.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from legation.codebook import codebook
from legation.errors import NotInRegister, WrongUse
from legation.register import ledger
from legation.register.ledger import Ref
from legation.register.lookup import Thing, thing
from legation.register.store import Register

TELLING = "SELECT i.report, i.key, i.kind, i.start, i.end, i.node FROM item i"


@dataclass(frozen=True, slots=True)
class Signature:
    """Who decided, when (UTC, ISO 8601), and why."""

    who: str
    at: str
    why: str = ""


def merge(register: Register, ids: Sequence[str], signature: Signature) -> str:
    """Decide that several things are one; gives the decision's id. Raises NotInRegister, WrongUse."""
    with register.writing():
        things = {found.row: found for found in (thing(register, name) for name in ids)}
        if len(things) < 2:
            raise WrongUse("give two things or more to merge")
        resolvers = {_resolver(register, row) for row in things}
        if len(resolvers) > 1:
            kinds = ", ".join(sorted({found.kind for found in things.values()}))
            raise WrongUse(f"things of unlike kinds cannot be one: {kinds}")
        sides = [[_naming(register, row)] for row in sorted(things)]
        return _decide(register, "merge", sides, None, signature)


def split(register: Register, name: str, keys: Sequence[str], signature: Signature) -> str:
    """Decide that these tellings of a thing are of another; gives the decision's id. Raises as `merge`."""
    with register.writing():
        found = thing(register, name)
        own, rest = _parted(register, found, keys)
        return _decide(register, "split", [own, rest], None, signature)


def correct(register: Register, name: str, slots: Mapping[str, Any], signature: Signature) -> str:
    """Decide what slots of a thing are (None: not known); gives the decision's id. Raises NotInRegister, WrongUse."""
    with register.writing():
        found = thing(register, name)
        faults = _faults(found.kind, slots)
        if faults:
            raise WrongUse("; ".join(faults))
        return _decide(register, "correct", [[_naming(register, found.row)]], dict(slots), signature)


def withdraw(register: Register, decision: str, signature: Signature) -> None:
    """Take a decision back. Raises NotInRegister."""
    with register.writing():
        ledger.withdraw(register, decision, who=signature.who, at=signature.at)


def slots_of(kind: str, given: Sequence[str]) -> dict[str, Any]:
    """The slots that `name=value` words give, by the codebook: sets by commas, nothing after = for not known.

    Raises WrongUse for words without =.
    """
    known = codebook().kinds.get(kind)
    found: dict[str, Any] = {}
    for word in given:
        name, equals, text = word.partition("=")
        if not equals:
            raise WrongUse(f"{word!r}: write SLOT=VALUE")
        slot = known.slots.get(name) if known else None
        many = slot.many if slot else "," in text
        found[name] = None if not text else [one.strip() for one in text.split(",")] if many else _value(slot, text)
    return found


def _value(slot: Any, text: str) -> Any:
    if slot is None or slot.type not in ("number", "amount", "year"):
        return text
    try:
        return json.loads(text)
    except ValueError as error:
        raise WrongUse(f"{slot.name} must be a number, not {text!r}") from error


def _decide(register: Register, what: str, sides: Sequence[Sequence[Ref]], value: Any, by: Signature) -> str:
    return ledger.decide(register, what, sides, value=value, who=by.who, at=by.at, why=by.why)


def _resolver(register: Register, row: int) -> str:
    return str(register.value("SELECT resolver FROM thing WHERE id = ?", row))


def _naming(register: Register, row: int) -> Ref:
    """The telling that gives a thing its id: that of the smallest key."""
    found = register.rows(f"{TELLING} JOIN node n ON n.id = i.node WHERE n.thing = ? ORDER BY i.key LIMIT 1", row)[0]
    return (found[0], found[1], found[2], found[3], found[4])


def _parted(register: Register, found: Thing, keys: Sequence[str]) -> tuple[list[Ref], list[Ref]]:
    """The tellings to be taken out of a thing, and one of each node that stays."""
    rows = register.rows(f"{TELLING} JOIN node n ON n.id = i.node WHERE n.thing = ? ORDER BY i.key", found.row)
    own = [row for row in rows if row[1] in keys]
    missing = sorted(set(keys) - {row[1] for row in own})
    if missing:
        raise NotInRegister(missing[0], f"no telling of {found.id}", f"`legation show {found.id}` lists them")
    stay = [row for row in rows if row[1] not in keys]
    if not own or not stay:
        raise WrongUse("give some of the tellings, not none and not all")
    standing: dict[int, Any] = {}
    for row in stay:
        standing.setdefault(row[5], row)
    return [row[:5] for row in own], [row[:5] for row in standing.values()]


def _faults(kind: str, slots: Mapping[str, Any]) -> list[str]:
    if kind not in codebook().kinds:
        return []
    return [
        fault for name, value in slots.items() if value is not None for fault in codebook().faults(kind, {name: value})
    ]
