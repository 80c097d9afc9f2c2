"""Interviews told as questions and answers: who says « je » and « nous » there."""

from __future__ import annotations

from typing import Any

from legation.languages import language
from legation.model.mentions import Mention
from legation.model.text import MendedText
from legation.model.zones import Layout, Zone
from legation.pipeline import ReportClock
from legation.reading import read_records, understand
from legation.reading.mentions import report_mentions

FRENCH = language("fr")
OPENING = [
    ("headline", "Aminata Sarr : « La piraterie recule »"),
    (
        "body",
        "La ministre sénégalaise des Armées, Aminata Sarr, revient sur la visite de son homologue portugais, Rui Tavares.",
    ),
]  # fmt: skip


def told(*answers: str, questions: bool = True) -> list[dict[str, Any]]:
    """The statements and visits in answers to questions, a question before each."""
    zones: list[Zone] = []
    text = ""
    asked = [("body", "Qu'attendez-vous de Lisbonne ?")] if questions else []
    for kind, words in OPENING + [one for answer in answers for one in [*asked, ("body", answer)]]:
        zones.append(Zone(kind, len(text), len(text) + len(words), "test"))  # type: ignore[arg-type]
        text += words + "\n\n"
    mentions: tuple[Mention, ...] = tuple(report_mentions(text, [(one.start, one.end) for one in zones], "fr"))
    page = understand(
        text=text, layout=Layout(tuple(zones)), mentions=mentions, language=FRENCH, clock=ReportClock("2024-05-14"),
        home=None,
    )  # fmt: skip
    found = read_records(page, MendedText(text, text))
    return [{"quote": one.quote, **one.slots} for one in found if one.kind == "statement" or "lead" in one.slots]


def acts(*answers: str, questions: bool = True) -> list[tuple[str, tuple[str, ...]]]:
    found = told(*answers, questions=questions)
    return [(one["act"], one["speakers"]) for one in found if "act" in one]


def test_who_is_asked_speaks() -> None:
    answers = (
        "J'ai remercié mon homologue pour les deux vedettes livrées en mars. Nous condamnons les coups d'État.",
        "Nous souhaitons que le Portugal forme nos plongeurs. Nous sommes prêts à l'accueillir.",
    )
    by = ("Aminata Sarr",)
    assert acts(*answers) == [("THANK", by), ("OBJECT", by), ("REQUEST", by), ("OFFER", by)]


def test_wishes_in_the_conditional_and_reflexive_verbs_are_heard() -> None:
    answers = (
        "Nous nous félicitons de cette coopération. Je m'engage à revenir.",
        "Nous voudrions que Lisbonne nous aide à réformer notre marine. Je souhaiterais que le Portugal forme nos marins.",
    )
    by = ("Aminata Sarr",)
    assert acts(*answers) == [("PRAISE", by), ("COMMIT", by), ("REQUEST", by), ("REQUEST", by)]


def test_he_is_never_who_says_i() -> None:
    answers = ("J'ai vu mon collègue. Il s'est engagé à revenir.", "Nous rejetons ces accusations.")
    assert acts(*answers) == [("COMMIT", ("Rui Tavares",)), ("REFUSE", ("Aminata Sarr",))]


def test_who_is_asked_travels() -> None:
    found = told("Je me rendrai à Bissau le mois prochain.", "Nous verrons.")
    assert ("Aminata Sarr", "GNB") in [(one["lead"], one["host"]) for one in found]


def test_without_questions_it_is_no_interview() -> None:
    assert acts("Nous condamnons les coups d'État.", "Nous sommes prêts à l'accueillir.", questions=False) == []
