"""What is known of the world: states, posts and their holders, forums, dated events, places.

Facts stand in YAML and CSV beside this file, each under a header that explains its fields and says where it is from;
`python -m legation.world.build` compiles them. Everything is read on first use.
"""

from legation.world.atlas import capital_of, donor_rank, place, places, state, state_of_capital, states
from legation.world.chronicle import (
    all_events,
    all_foundings,
    all_series,
    all_ties,
    anniversary,
    anniversary_of,
    edition,
    edition_in,
    event_names,
    events,
    events_named,
    founding,
    series,
    ties,
)
from legation.world.names import fold, name_keys, place_key, sound_key
from legation.world.offices import family_terms, holder_on, holders, terms_of
from legation.world.values import Event, Founding, Holder, Place, Series, State, Tie, first_day, last_day

__all__ = [
    "Event",
    "Founding",
    "Holder",
    "Place",
    "Series",
    "State",
    "Tie",
    "all_events",
    "all_foundings",
    "all_series",
    "all_ties",
    "anniversary",
    "anniversary_of",
    "capital_of",
    "donor_rank",
    "edition",
    "edition_in",
    "event_names",
    "events",
    "events_named",
    "family_terms",
    "first_day",
    "fold",
    "founding",
    "holder_on",
    "holders",
    "last_day",
    "name_keys",
    "place",
    "place_key",
    "places",
    "series",
    "sound_key",
    "state",
    "state_of_capital",
    "states",
    "terms_of",
    "ties",
]
