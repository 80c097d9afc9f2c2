"""One resolved thing as lines of text: what it is, who tells it, where they disagree, why they are taken to be one."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from legation.register.ledger import Decision
from legation.register.lookup import Link, Member, Thing
from legation.views.standing import decision_line

MOST = 40  # tellings or links shown


def thing_lines(thing: Thing, members: Sequence[Member], decisions: Sequence[Decision]) -> list[str]:
    """What a thing is, slot by slot, its contradictions, its tellings with their words, the decisions about it."""
    told = [f"{thing.id}  {thing.kind}, told {thing.told} times"]
    told += [f"  {name:12} {_value(value)}" for name, value in thing.slots.items()]
    told += [line for name, conflict in thing.conflicts.items() for line in _conflict(name, conflict)]
    told += ["  told by"]
    told += [line for member in members[:MOST] for line in _member(member)]
    if len(members) > MOST:
        told.append(f"    and {len(members) - MOST} more")
    return told + [f"  decision     {decision_line(one)}" for one in decisions]


def merge_lines(
    thing: Thing, links: Sequence[Link], twins: Sequence[Sequence[str]], decisions: Sequence[Decision]
) -> list[str]:
    """Why the tellings of a thing are taken to be one: each judgement with its rule, its features, both values."""
    told = [f"{thing.id}  {thing.kind}, told {thing.told} times"]
    if not links and not twins:
        told.append("  told once: nothing was merged" if thing.told == 1 else "  merged by decision alone")
    for keys in twins:
        told += [f"  {len(keys)} tellings say the very same:", *(f"    {key}" for key in keys[:MOST])]
        told += [f"    and {len(keys) - MOST} more"] if len(keys) > MOST else []
    told += [line for link in links[:MOST] for line in _link(link)]
    if len(links) > MOST:
        told.append(f"  and {len(links) - MOST} more judgements")
    return told + [f"  decision {decision_line(one)}" for one in decisions]


def _link(link: Link) -> list[str]:
    head = f"  {link.verdict} by {link.rule}, {link.score:g}: {link.left} = {link.right}"
    return [head, *(f"    {weight:+6.2f} {name:28} {left} | {right}" for name, weight, left, right in link.features)]


def _member(member: Member) -> list[str]:
    words = " ".join(member.quote.split())
    return [
        f"    {member.day or 'no day'}  {member.outlet or member.source}  {member.file}:{member.start}-{member.end}",
        f"      « {words} »  [{member.key}]",
    ]


def _conflict(name: str, conflict: Any) -> list[str]:
    values = conflict.get("values", ()) if isinstance(conflict, Mapping) else ()
    because = conflict.get("because", "") if isinstance(conflict, Mapping) else conflict
    told = [f"  ! {name}: {because}"]
    for value in values:
        mark = "*" if value.get("shown") else " "
        told.append(f"    {mark} {_value(value.get('value'))}: {value.get('sources')} independent, "
                    f"{', '.join(value.get('members', ()))}")  # fmt: skip
    return told


def _value(value: Any) -> str:
    if isinstance(value, list) and all(isinstance(one, str | int | float) for one in value):
        return ", ".join(map(str, value))
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
