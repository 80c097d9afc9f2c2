"""The codebook: which kinds of record there are, their slots and vocabularies, as data."""

from legation.codebook.loader import codebook
from legation.codebook.values import Codebook, Kind, SchemeMapping, Slot

__all__ = ["Codebook", "Kind", "SchemeMapping", "Slot", "codebook"]
