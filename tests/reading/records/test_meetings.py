"""Meetings: the frames as data, the sentences that each must accept and reject, and what whole tellings yield.

A sentence is read as the last paragraph of a report from Oslo that names a Greek minister, a Norwegian general and a
Portuguese admiral.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from functools import cache
from typing import Any

import pytest

from legation.codebook import codebook
from legation.languages.loader import language
from legation.model.report import RawReport
from legation.pipeline import trace_raw
from legation.reading import verb_forms

FRENCH = language("fr")
FOLDERS = ("frames/meetings", "frames/meeting_nouns")
FRAMES = [frame for folder in FOLDERS for name in FRENCH.names(folder) for frame in FRENCH.data(name)["frames"]]
LEAD = (
    "OSLO, 14 mai 2024 (AFP) - Le ministre grec de la Défense, Nikos Pappas, a prononcé mardi un discours à Oslo. "
    "Le général Erik Berg, commandant de l'armée norvégienne, et l'amiral portugais Rui Duval ont aussi pris la parole."
    "\n\n"
)
ALONE = [frame for frame in FRAMES if not frame["slots"].get("join")]
ACCEPTED = [(frame["slots"]["type"], sentence) for frame in ALONE for sentence in frame["accept"]]
REJECTED = [(frame["rule"], sentence) for frame in FRAMES for sentence in frame["reject"]]
TYPES = set(codebook().kinds["meeting"].slots["type"].vocabulary)
BERG, DUVAL, PAPPAS = "Erik Berg", "Rui Duval", "Nikos Pappas"
TOLD = [
    (
        "L'amiral Duval s'est entretenu lundi à Bergen avec le général Berg.",
        [{"type": "talks", "date": "2024-05-13", "place": "Bergen", "country": "NOR", "persons": (DUVAL, BERG)}],
    ),
    (
        "Avant de s'envoler, l'amiral Duval a été reçu par le ministre grec, puis par le général Berg.",
        [{"persons": (DUVAL, PAPPAS)}, {"persons": (DUVAL, BERG)}],
    ),
    (
        "La veille, le général Berg avait eu un tête-à-tête avec le ministre grec.",
        [{"type": "talks", "date": "2024-05-13", "parties": ("NOR", "GRC")}],
    ),
    (
        "Le général Berg recevra en juin à Oslo le ministre grec.",
        [{"type": "reception", "status": "planned", "date": "2024-06", "country": "NOR"}],
    ),
    ("Le ministre grec a joint par téléphone l'amiral Duval.", [{"type": "phone_video", "parties": ("GRC", "PRT")}]),
    (
        "Le troisième dialogue de défense entre la Grèce et la Norvège s'est tenu à Oslo. Le deuxième avait eu lieu à "
        "Athènes en mai 2022.",
        [
            {"type": "dialogue_session", "session": 3, "place": "Oslo"},
            {"type": "dialogue_session", "session": 2, "status": "cited", "date": "2022-05", "place": "Athènes"},
        ],
    ),
    (
        "L'amiral Duval a rencontré mardi le général Berg. À l'issue de leur entretien, le général Berg a salué l'amitié "
        "de leurs pays.",
        [{"type": "talks", "date": "2024-05-14", "persons": (DUVAL, BERG)}],
    ),
    (
        "L'entretien prévu entre l'amiral Duval et le ministre grec a été annulé.",
        [{"status": "cancelled", "parties": ("PRT", "GRC")}],
    ),
    (
        "Un échange téléphonique a eu lieu lundi entre l'amiral Duval et le ministre grec.",
        [{"type": "phone_video", "date": "2024-05-13", "parties": ("PRT", "GRC")}],
    ),
    (
        "Au cours de l'audience, qui s'est déroulée lundi à Bergen, l'amiral Duval a remis un message au général Berg.",
        [{"type": "reception", "date": "2024-05-13", "place": "Bergen", "persons": (DUVAL, BERG)}],
    ),
    (
        "L'amiral Duval sera jeudi à Bergen pour y rencontrer le général Berg.",
        [{"status": "planned", "date": "2024-05-16", "place": "Bergen"}],
    ),
    (
        "Il est prévu que l'amiral Duval s'entretienne jeudi avec le général Berg.",
        [{"status": "planned", "date": "2024-05-16"}],
    ),
    (
        "Au programme de l'amiral Duval figure un entretien avec le général Berg.",
        [{"status": "planned", "persons": (DUVAL, BERG)}],
    ),
    (
        "L'amiral Duval a annulé l'entretien qu'il devait avoir à Bergen avec le général Berg.",
        [{"status": "cancelled", "parties": ("PRT", "NOR")}],
    ),
    (
        "L'amiral Duval avait rencontré en marge du Salon, à Rome, en mars 2022, le ministre grec.",
        [{"status": "cited", "date": "2022-03", "place": "Rome", "persons": (DUVAL, PAPPAS)}],
    ),
    (
        "Première rencontre officielle, lundi à Bergen, entre l'amiral Duval et le général Berg.",
        [{"type": "talks", "date": "2024-05-13", "persons": (DUVAL, BERG)}],
    ),
    (
        "L'amiral Duval a eu des entretiens séparés avec le général Berg et le ministre grec.",
        [{"persons": (DUVAL, BERG)}, {"persons": (DUVAL, PAPPAS)}],
    ),
    (
        "Les ministres de la Défense de l'Otan se réuniront jeudi à Bergen.",
        [{"type": "conference", "status": "planned", "date": "2024-05-16", "place": "Bergen", "parties": ("NATO",)}],
    ),
    (
        "Réunis lundi à Bergen, les chefs d'état-major de la Grèce, du Portugal et de la Norvège ont pris la parole.",
        [{"type": "talks", "date": "2024-05-13", "place": "Bergen", "parties": ("GRC", "PRT", "NOR")}],
    ),
    (
        "Des experts grecs et portugais se sont rencontrés du 6 au 8 mai à Rome.",
        [{"date": "2024-05-06", "until": "2024-05-08", "place": "Rome", "parties": ("GRC", "PRT")}],
    ),
    ("L'armée grecque et l'armée portugaise se rencontrent chaque année en mer.", []),
    (
        "L'amiral Duval va s'entretenir vendredi avec le général Berg.",
        [{"status": "planned", "date": "2024-05-17", "persons": (DUVAL, BERG)}],
    ),
    ("Le ministre grec vient de s'entretenir avec le général Berg.", [{"type": "talks", "persons": (PAPPAS, BERG)}]),
    ("L'amiral Duval, que flanquait Paul Kone, s'est isolé avec le général Berg.", [{"persons": (DUVAL, BERG)}]),
    ("L'amiral Duval l'a dit : le général Berg le verrait volontiers.", []),
    ("L'amiral Duval a rencontré lundi au Caire le général Berg.", [{"place": "Le Caire", "country": "EGY"}]),
    ("L'amiral Duval a regretté l'absence de toute rencontre avec le général Berg.", []),
    ("L'amiral Duval et le général Berg ont décidé de se concerter plus étroitement.", []),
    ("L'amiral Duval a tout fait pour rencontrer le général Berg.", []),
    ("L'amiral Duval s'est rendu à Bergen, où il a rencontré la presse.", []),
    ("Le ministre grec a salué la qualité du dialogue entre les deux pays.", []),
    ("Le projet a rencontré des obstacles.", []),
]


@cache
def meetings(sentence: str) -> tuple[tuple[str, Mapping[str, Any]], ...]:
    """The rules and slots of the meetings that the sentence yields."""
    records = trace_raw(RawReport("example", f"{LEAD}{sentence}\n")).report.records
    return tuple((one.rule, one.slots) for one in records if one.kind == "meeting" and one.end > len(LEAD))


def test_rules_have_names_of_their_own() -> None:
    assert not [rule for rule, count in Counter(frame["rule"] for frame in FRAMES).items() if count > 1]


def test_types_are_those_of_the_codebook() -> None:
    assert {frame["slots"]["type"] for frame in FRAMES} <= TYPES


def test_frames_name_verbs_that_are_conjugated() -> None:
    known = verb_forms.verbs("fr")
    assert not [verb for frame in FRAMES for verb in frame.get("verbs", ()) if verb.removeprefix("se_") not in known]


@pytest.mark.parametrize(("kind", "sentence"), ACCEPTED)
def test_a_frame_takes_its_sentences(kind: str, sentence: str) -> None:
    assert kind in {slots["type"] for _, slots in meetings(sentence)}


@pytest.mark.parametrize(("rule", "sentence"), REJECTED)
def test_a_frame_leaves_other_sentences(rule: str, sentence: str) -> None:
    assert rule not in {found for found, _ in meetings(sentence)}


@pytest.mark.parametrize(("sentence", "expected"), TOLD)
def test_tellings_fill_their_slots(sentence: str, expected: list[dict[str, Any]]) -> None:
    found = [slots for _, slots in meetings(sentence)]
    assert len(found) == len(expected)
    for slots, wanted in zip(found, expected, strict=True):
        assert {name: slots.get(name) for name in wanted} == wanted


LIMA = (
    "Varsovie et Lima resserrent leurs liens\n\n"
    "LIMA, 12 mars 2021 (AFP) - Il pleuvait sur Lima, jeudi, quand l'avion du ministre polonais de la Défense, Mariusz "
    "Zaleski, s'est posé sur la piste de Callao. Une heure plus tard, il prenait place face à son homologue péruvienne, "
    "Rosa Quispe, dans le salon d'honneur du ministère.\n\n"
    "De ce premier tête-à-tête entre les deux ministres, il ressort que Varsovie formera dix pilotes péruviens.\n\n"
    "Le président Manuel Rojas a ensuite ouvert les portes du palais à M. Zaleski. M. Zaleski, dont la visite s'achève "
    "samedi, doit encore se rendre vendredi à Arequipa, où l'attend le général Luis Paz.\n\n"
    "Mme Quispe, elle, s'était rendue à Varsovie en octobre 2019 ; elle y avait été l'hôte du Premier ministre. Les deux "
    "responsables se reverront en juin à Singapour.\n"
)


def test_a_report_gives_each_meeting_once() -> None:
    records = trace_raw(RawReport("example", LIMA)).report.records
    found = [one.slots for one in records if one.kind == "meeting"]
    told = [(slots["type"], slots.get("status"), slots.get("date"), slots.get("persons")) for slots in found]
    assert told == [
        ("talks", None, "2021-03-11", ("Mariusz Zaleski", "Rosa Quispe")),
        ("reception", None, "2021-03-11", ("Manuel Rojas", "Mariusz Zaleski")),
        ("reception", "planned", None, ("Luis Paz", "Mariusz Zaleski")),
        ("reception", "cited", "2019-10", ("Rosa Quispe",)),
        ("talks", "planned", "2021-06", ("Mariusz Zaleski", "Rosa Quispe")),
    ]


def test_words_that_break_off_behind_the_verb_of_a_meeting_are_read() -> None:
    assert meetings("Le ministre grec a rappelé l'échange qu'a eu le général Berg et l'échange qui a") is not None
