"""Date lines outside the article."""

from __future__ import annotations

import pytest

from legation.languages import language
from legation.layout.knowledge import cues_of
from legation.layout.stamps import read_stamp

CUES = cues_of(language("fr"))

STAMPS = [
    ("QĐND - 11/12/2025 14:32 (GMT+7)", ["11/12/2025"], "QĐND"),
    ("PUBLIE LE : 26-02 | 0:00", ["26-02"], None),
    ("Publié le 12 mars 2019 à 10h", ["12 mars 2019"], None),
    ("Publié le : 12/03/2019 - 10:45 Modifié le : 13/03/2019 - 08:12", ["12/03/2019"], None),
    ("23 février 2024 à 13:35, mis à jour le 30 avril 2024 à 06:23", ["23 février 2024"], None),
    ("Mis à jour le 13 mars 2019", ["13 mars 2019"], None),
    ("Dernière mise à jour à 08h34 le 25/11", ["25/11"], None),
    ("Lundi 4 mars 2019", ["Lundi 4 mars 2019"], None),
    ("Le 05/03/19", ["05/03/19"], None),
    ("mercredi, avril 2, 2025", ["avril 2, 2025"], None),
    ("24 Novembre 2021 À 13:03", ["24 Novembre 2021"], None),
    ("French.news.cn | 2022-05-14 à 02:42", ["2022-05-14"], None),
    ("Xinhua 18.09.2024 08h24", ["18.09.2024"], "Xinhua"),
    ("2023-12-19T06:41+0100", ["2023-12-19"], None),
    ("Posté le : 2022-12-07 11:58:21", ["2022-12-07"], None),
    ("samedi 3 septembre 2022 par RFI", ["samedi 3 septembre 2022"], "RFI"),
    ("Par Jean Martin | 12 mars 2019", ["12 mars 2019"], None),
    ("10 octobre 2014, Jean Martin - LeSoir.be", ["10 octobre 2014"], None),
    ("• 08/05/2014", ["08/05/2014"], None),
    ("Date de publication : novembre 2022", ["novembre 2022"], None),
]
NONE = [
    "Vietnam-Japon : une rencontre le 4 mars 2019",
    "Le 4 mars 2019, les deux ministres ont signé un accord.",
    "2,6 milliards de dollars en trois ans",
    "Deux ministres à Hanoï",
]


@pytest.mark.parametrize(("text", "days", "agency"), STAMPS)
def test_is_a_stamp(text: str, days: list[str], agency: str | None) -> None:
    stamp = read_stamp(text, 0, len(text), CUES)
    assert stamp is not None
    assert [text[slice(*day)] for day in stamp.days] == days
    assert (stamp.end, stamp.agency) == (len(text), agency)


@pytest.mark.parametrize("text", NONE)
def test_is_none(text: str) -> None:
    assert read_stamp(text, 0, len(text), CUES) is None


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("date 2023-07 Nordie : la mise est doublée", "Nordie : la mise est doublée"),
        ("Publié le 12 mars 2019 à 10h - Le ministre en visite", "Le ministre en visite"),
    ],
)
def test_is_glued(text: str, rest: str) -> None:
    stamp = read_stamp(text, 0, len(text), CUES)
    assert stamp is not None
    assert text[stamp.end :].strip(" -") == rest
