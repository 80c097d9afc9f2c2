"""How a policy is read: bars that rule sameness out, then lines whose weights add up."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from legation.register.resolver import Feature, Judgement

Facts = TypeVar("Facts")


@dataclass(frozen=True, slots=True)
class Bar(Generic[Facts]):
    """What two tellings of one thing never show. `shown` gives the value that a judgement keeps."""

    name: str
    holds: Callable[[Facts, Facts], bool]
    shown: Callable[[Facts], str]


@dataclass(frozen=True, slots=True)
class Line(Generic[Facts]):
    """What speaks for sameness (or, where `share` is below zero, against it), up to `weight`; 0 where it is silent."""

    name: str
    weight: float
    share: Callable[[Facts, Facts], float]
    shown: Callable[[Facts], str]


@dataclass(frozen=True, slots=True)
class Policy(Generic[Facts]):
    """A weighted list: the same where no bar holds and the weights reach `enough`."""

    name: str
    enough: float
    bars: tuple[Bar[Facts], ...]
    lines: tuple[Line[Facts], ...]


def weigh(policy: Policy[Facts], left: Facts, right: Facts) -> Judgement:
    """What a policy makes of two tellings, with every line that spoke and both values."""
    for bar in policy.bars:
        if bar.holds(left, right):
            return Judgement("never", 0.0, f"{policy.name}.{bar.name}", (_feature(bar, 0.0, left, right),))
    spoke = [(line, line.share(left, right)) for line in policy.lines]
    features = tuple(_feature(line, line.weight * share, left, right) for line, share in spoke if share)
    score = round(sum(feature.weight for feature in features), 3)
    if score >= policy.enough:
        return Judgement("same", score, f"{policy.name}.same", features)
    return Judgement("different", score, f"{policy.name}.too_little", features)


def _feature(line: Bar[Facts] | Line[Facts], weight: float, left: Facts, right: Facts) -> Feature:
    return Feature(line.name, round(weight, 3), line.shown(left), line.shown(right))
