"""Finds the encoding of a text file's bytes and decodes them."""

from __future__ import annotations

import codecs

from legation.errors import NotText

_SIGNATURES = (
    (b"%PDF-", "a PDF document", "take its text out first, for instance with pdftotext"),
    (b"PK\x03\x04", "a ZIP archive or an office document", "unpack it, or save the document as plain text"),
    (b"\x1f\x8b", "a compressed file", "unpack it"),
    (b"BZh", "a compressed file", "unpack it"),
    (b"\xfd7zXZ\x00", "a compressed file", "unpack it"),
    (b"\x28\xb5\x2f\xfd", "a compressed file", "unpack it"),
    (b"\xd0\xcf\x11\xe0", "an old office document", "save it as plain text"),
    (b"{\\rtf", "an RTF document", "save it as plain text"),
    (b"\x89PNG", "a picture", "give its text"),
    (b"\xff\xd8\xff", "a picture", "give its text"),
    (b"GIF8", "a picture", "give its text"),
    (b"SQLite format 3\x00", "a database", "give a text file"),
    (b"\x7fELF", "a program", "give a text file"),
    (b"MZ\x90\x00", "a program", "give a text file"),
)
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\v\f\r\x1a\x1b")) + b"\x7f"
_SAMPLE = 65_536
_MOST_CONTROLS = 0.005
_UNDEFINED_IN_CP1252 = frozenset(b"\x81\x8d\x8f\x90\x9d")


def decode(content: bytes, name: str) -> str:
    """The text of these bytes, newlines as they are.

    Tried in turn: a byte order mark, UTF-16 told by its zero bytes, UTF-8, UTF-8 with a few broken bytes (each read as
    U+FFFD), Windows-1252, Latin-1. Raises NotText if the bytes are of a known binary format or full of control bytes.
    """
    for signature, what, remedy in _SIGNATURES:
        if content.startswith(signature):
            raise NotText(name, f"this is {what}, not text", remedy)
    encoding = detect(content)
    if encoding is None:
        raise NotText(name, "binary data, not text", "save it as plain text in UTF-8")
    try:
        return content.decode(encoding, errors="replace" if encoding == "utf-8" else "strict")
    except UnicodeDecodeError as error:
        raise NotText(name, f"broken {encoding} at byte {error.start}", "save it as UTF-8") from error


def detect(content: bytes) -> str | None:
    """The name of the encoding, as Python's codecs know it; None if the bytes look like no text at all."""
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return encoding
    sample = content[:_SAMPLE]
    if b"\x00" in sample:
        return _wide(sample)
    if len(sample) - len(sample.translate(None, _CONTROLS)) > _MOST_CONTROLS * len(sample):
        return None
    if b"\x00" in content:
        return None
    return _narrow(content)


def _wide(sample: bytes) -> str | None:
    """UTF-16 without a mark: in western text every second byte is mostly zero, and on one side only."""
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if odd > 0.4 * len(sample) / 2 and even < 0.05 * len(sample) / 2:
        return "utf-16-le"
    if even > 0.4 * len(sample) / 2 and odd < 0.05 * len(sample) / 2:
        return "utf-16-be"
    return None


def _narrow(content: bytes) -> str:
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        if _mostly_utf8(content):
            return "utf-8"
        return "latin-1" if _UNDEFINED_IN_CP1252 & set(content) else "cp1252"
    return "utf-8"


def _mostly_utf8(content: bytes) -> bool:
    text = content.decode("utf-8", errors="replace")
    broken = text.count("\ufffd")
    whole = sum(character > "\x7f" for character in text) - broken
    return whole > 4 * broken
