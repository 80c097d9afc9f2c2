"""Mended text in, zones out."""
