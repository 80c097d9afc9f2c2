"""Zones in, records out: mentions, phrases, clauses, reference, frames."""
