"""States by code and by name, in the languages in which users are likely to write them.

Names are CLDR's (through babel), compared without case, diacritics, spaces and punctuation.
"""

from __future__ import annotations

from functools import lru_cache

from babel import Locale
from babel.core import get_global

from legation.errors import WrongUse
from legation.world import place_key, states

TONGUES = ("en", "fr", "vi", "es", "pt", "de", "it", "id", "nl", "pl", "ru", "ja", "zh", "ko", "ar")
PROMPT = "give an ISO 3166-1 alpha-3 code (VNM) or the name in English, French, Vietnamese or another large language"


@lru_cache(maxsize=1)
def alpha2() -> dict[str, str]:
    """The two-letter code of each three-letter one, by CLDR's aliases of territories."""
    named = Locale.parse("en").territories
    one = {long: short[0] for long, short in get_global("territory_aliases").items() if len(short) == 1}
    return {long: short for long, short in one.items() if len(long) == 3 and long.isalpha() and short in named}


def country_name(code: str, *, language: str = "en") -> str:
    """The name of a state or organisation for readers; the code itself where it has none."""
    short = alpha2().get(code)
    name = Locale.parse(language).territories.get(short) if short else None
    return str(name) if name else code


def find_country(text: str) -> str | None:
    """The code of the state or organisation that a code or name stands for; None where it is none that is known."""
    code = text.strip().upper()
    if code in alpha2() or any(code == one.iso.upper() for one in states()):
        return next((one.iso for one in states() if one.iso.upper() == code), code)
    wanted = _key(text)
    long = {short: code for code, short in alpha2().items()}
    short_code = get_global("territory_aliases").get(code, [code])[0]
    if short_code in long:
        return long[short_code]
    for tongue in TONGUES:
        for short, name in Locale.parse(tongue).territories.items():
            if short in long and _key(str(name)) == wanted:
                return long[short]
    return next((one.iso for one in states() if _key(one.name) == wanted), None)


def the_country(text: str) -> str:
    """The code of a state or organisation. Raises WrongUse where it is none that is known."""
    code = find_country(text)
    if code is None:
        raise WrongUse(f"{text!r} is neither a country nor a file; {PROMPT}")
    return code


def _key(name: str) -> str:
    return place_key(name) or "".join(name.casefold().split())
