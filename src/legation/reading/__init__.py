"""Zones in, records out: mentions, phrases, clauses, reference, frames.

tokens        words and sentences
mentions/     names, posts, states, bodies, places, dates, sums
phrases       verb groups and chunks, with the stream on which frames match
clauses       the subject of each verb
after_verbs   its objects and complement
cast          who appears, under which names, from which state, in which posts
reference     who « il », « son hôte », « les deux ministres » are
understanding all of that for one report
frames        the language's data on how acts are told; matching finds them
records/      one module a kind: from an understanding to records
"""

from legation.reading.reader import read_records
from legation.reading.understanding import Clock, Draft, Understanding, understand

__all__ = ["Clock", "Draft", "Understanding", "read_records", "understand"]
