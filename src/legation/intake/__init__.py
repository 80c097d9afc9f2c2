"""Bytes in, raw reports out: one file a format."""
