"""What is known of each language, as data; the engine knows grammar roles, not words."""

from legation.languages.loader import Language, known_languages, language

__all__ = ["Language", "known_languages", "language"]
