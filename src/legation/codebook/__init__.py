"""The codebook as data: kinds, slots and vocabularies."""
