"""The frames of statements as data, and the sentences that each must accept and reject.

A sentence is read as the last paragraph of a report in which an Italian minister meets his Norwegian counterpart. It is
accepted when it yields a statement of the frame's act; it is rejected when the frame itself makes no statement of it.
"""

from __future__ import annotations

from collections import Counter
from functools import cache

import pytest

from legation.codebook import codebook
from legation.languages.loader import language
from legation.model.report import RawReport
from legation.pipeline import trace_raw
from legation.reading import verb_forms

FRENCH = language("fr")
FILES = [FRENCH.data(name) for name in FRENCH.names("frames/statements")]
FRAMES = [(data["act"], frame) for data in FILES for frame in data["frames"]]
SILENT = {frame["rule"] for _, frame in FRAMES if frame.get("topic_only")}
LEAD = (
    "OSLO, 3 mai 2024 (AFP) - Le ministre italien de la Défense, Guido Rossi, a rencontré vendredi à Oslo "
    "son homologue norvégien, Lars Berg.\n\n"
)
ACCEPTED = [(act, frame["rule"], sentence) for act, frame in FRAMES for sentence in frame["accept"]]
REJECTED = [(act, frame["rule"], sentence) for act, frame in FRAMES for sentence in frame["reject"]]
ACTS = set(codebook().kinds["statement"].slots["act"].vocabulary)


@cache
def statements(sentence: str) -> tuple[tuple[str, str], ...]:
    """The (rule, act) pairs of the statements that the sentence yields."""
    report = trace_raw(RawReport("example", f"{LEAD}{sentence}\n")).report
    return tuple(
        (record.rule, str(record.slots["act"]))
        for record in report.records
        if record.kind == "statement" and record.end > len(LEAD)
    )


def test_one_file_an_act() -> None:
    assert {data["act"] for data in FILES} == ACTS
    assert len(FILES) == len(ACTS)


def test_rules_have_names_of_their_own_and_examples() -> None:
    assert not [rule for rule, count in Counter(frame["rule"] for _, frame in FRAMES).items() if count > 1]
    assert not [frame["rule"] for _, frame in FRAMES if len(frame["accept"]) < 2 or not frame["reject"]]


def test_frames_name_verbs_that_are_conjugated() -> None:
    known = verb_forms.verbs("fr")
    named = [verb for _, frame in FRAMES for verb in (*frame.get("verbs", ()), *frame.get("infinitive", ()))]
    assert not [verb for verb in named if verb.removeprefix("se_") not in known]


@pytest.mark.parametrize(("act", "rule", "sentence"), ACCEPTED)
def test_a_frame_takes_its_sentences(act: str, rule: str, sentence: str) -> None:
    found = [found for _, found in statements(sentence)]
    assert (not found) if rule in SILENT else (act in found), rule


@pytest.mark.parametrize(("act", "rule", "sentence"), REJECTED)
def test_a_frame_leaves_near_misses(act: str, rule: str, sentence: str) -> None:
    assert rule not in [name for name, _ in statements(sentence)]
