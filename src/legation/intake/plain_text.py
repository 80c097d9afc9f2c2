"""Plain text: one report a file, in whatever encoding and with whatever newlines it was saved.

`raw` is, character for character, what Python's `path.read_text(encoding=…)` gives for the encoding found: newlines
are "\\n" whatever they were in the file, a byte order mark of UTF-8 stays as U+FEFF (that of UTF-16 is consumed by its
codec), decomposed letters stay decomposed. Records cite the code points of this text.
"""

from __future__ import annotations

import re
import unicodedata

from legation.errors import NotAReport, NotText
from legation.intake.encoding import decode
from legation.intake.format import Format
from legation.model.report import RawReport

_MARKUP = re.compile(
    r"\s*(?:<!--.*?-->\s*)*<(?:!doctype|html|head|body|div|p|article|meta|\?xml|rss|feed)\b", re.I | re.S
)
_TAG = re.compile(r"</?(?:p|div|span|a|br|li|ul|td|tr|h[1-6]|script|img|section|article)\b[^<>]*>", re.I)
_SAMPLE = 20_000
_MANY_TAGS = 8


def claims(content: bytes) -> bool:
    """Whether this may be plain text: always, as the last format asked."""
    return True


def read(content: bytes, name: str) -> RawReport:
    """The report that these bytes hold.

    Raises NotText if they are empty or binary, NotAReport if they are the source of a web page, or hold no words.
    """
    if not content.strip(b"\x00 \t\r\n\xef\xbb\xbf\xff\xfe"):
        raise NotText(name, "the file is empty", "check that the download or export went through")
    raw = decode(content, name).replace("\r\n", "\n").replace("\r", "\n")
    _check(raw, name)
    return RawReport(name, raw)


def _check(raw: str, name: str) -> None:
    sample = raw[:_SAMPLE].lstrip("\ufeff")
    if _MARKUP.match(sample) or len(_TAG.findall(sample)) >= _MANY_TAGS:
        raise NotAReport(name, "this is the source of a web page, not its text", "save the page as plain text")
    letters = sum(map(str.isalpha, sample))
    if letters == 0:
        raise NotAReport(name, "there are no words in it", "check that this is the file that was meant")
    if 10 * sum(unicodedata.category(c) in ("Cn", "Co") for c in sample) > letters:
        raise NotText(name, "the characters make no text", "save it as UTF-8")


FORMAT = Format("plain text", frozenset({".txt", ".text"}), claims, read)
