"""Bytes in, raw reports out: finds files, chooses the format of each by its content, reads it.

A format is one file of this room that makes a `Format`; it joins in by standing in FORMATS of `intake.door`.
"""

from legation.intake.door import discover, read_report

__all__ = ["discover", "read_report"]
