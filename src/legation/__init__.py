"""Legation reads press reports about the defence relations of states and keeps the file on them."""

__version__ = "0.1.0"
