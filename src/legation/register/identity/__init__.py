"""Who is who: persons, and the bodies and places that reports name."""

from __future__ import annotations

from legation.register.identity.persons import PersonResolver

RESOLVERS = (PersonResolver(),)

__all__ = ["RESOLVERS", "PersonResolver"]
