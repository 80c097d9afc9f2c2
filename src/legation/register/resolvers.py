"""The resolvers, in the order in which they are asked; a new one is listed here."""

from __future__ import annotations

from functools import lru_cache

from legation.register.events.resolvers import RESOLVERS as EVENTS
from legation.register.identity.resolvers import RESOLVERS as IDENTITIES
from legation.register.plain import AsTold
from legation.register.resolver import Resolver


@lru_cache(maxsize=1)
def resolvers() -> tuple[Resolver, ...]:
    """All resolvers; the last takes what the others leave."""
    return (*IDENTITIES, *EVENTS, AsTold())
