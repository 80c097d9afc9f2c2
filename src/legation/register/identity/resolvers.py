"""The resolvers of persons, offices, bodies and places."""

from __future__ import annotations

from legation.register.identity.named import NamedResolver, bodies_in, places_in
from legation.register.identity.offices import OfficeResolver
from legation.register.identity.persons import PersonResolver

BODIES = NamedResolver("bodies", "B-", "body", bodies_in)
PLACES = NamedResolver("places", "Q-", "place", places_in)
RESOLVERS = (PersonResolver(), OfficeResolver(), BODIES, PLACES)
