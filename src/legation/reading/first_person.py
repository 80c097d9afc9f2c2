"""Who tells of himself: pronouns of the first person that are subjects, where the words as such could be objects too."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from legation.reading.grammar import Grammar
from legation.reading.tokens import Token

SUBJECT = "@"  # stands for a subject that no verb group takes in


def told_of_oneself(row: Sequence[Token], forms: Collection[str], known: Grammar) -> list[Token]:
    """The tokens with « nous » marked as a subject (« nous souhaitons »), and what follows it or « je » as reflexive.

    « Nous nous félicitons », « je m'engage » are read as « se »; « il nous a dit » stays what it is.
    """
    out = list(row)
    for index, token in enumerate(row):
        reflexive = index + 1 < len(row) and row[index + 1].lower in known.first_person_objects
        if token.lower in known.we and out[index].lower == token.lower and _ours(row, index + 1, forms, known):
            out[index] = token._replace(lower=SUBJECT)
        elif token.lower not in known.first_person_subjects:
            continue
        if reflexive:
            out[index + 1] = row[index + 1]._replace(lower=known.reflexive)
    return out


def _ours(row: Sequence[Token], index: int, forms: Collection[str], known: Grammar) -> bool:
    """Whether the verb that follows, over clitics and negation, is of the first person plural."""
    while index < len(row) and (row[index].lower in known.clitics or row[index].lower in known.negation_first):
        index += 1
    word = row[index].lower if index < len(row) else ""
    return word in known.we_forms or (word in forms and word.endswith(known.we_endings))
