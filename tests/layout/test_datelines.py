"""Datelines: what is one, what it says, and what only looks like one."""

from __future__ import annotations

import pytest

from legation.languages import language
from legation.layout.datelines import read_dateline
from legation.layout.knowledge import cues_of

LEAD = "Le ministre a reçu une délégation venue préparer les prochaines manœuvres communes des deux marines en mer."

# dateline, place, agency, day
SAID = [
    ("Tokyo, 4 mars (VNA)- ", "Tokyo", "VNA", "4 mars"),
    ("Port-Clair, 4 mars (VNA) -", "Port-Clair", "VNA", "4 mars"),
    ("HANOÏ, 17 sept 2018 (AFP) - ", "Hanoï", "AFP", "17 sept 2018"),
    ("HO CHI MINH-VILLE, 1er avril (VNA) – ", "Ho Chi Minh-Ville", "VNA", "1er avril"),
    ("Hanoï, (VNA) - ", "Hanoï", "VNA", None),
    ("Hanoï (VNA) – ", "Hanoï", "VNA", None),
    ("Boulsa, 07 fév. 2019 (AIB)-", "Boulsa", "AIB", "07 fév. 2019"),
    ("Niamey, 2 Sept (ANP) – ", "Niamey", "ANP", "2 Sept"),
    ("Cotonou, 2 juin 2023 (ABP) – ", "Cotonou", "ABP", "2 juin 2023"),
    ("Kinshasa, 12 mars 2024 (ACP).- ", "Kinshasa", "ACP", "12 mars 2024"),
    ("BEIJING, 3 juin (Xinhua) -- ", "Beijing", "Xinhua", "3 juin"),
    ("SEOUL, 14 fév. (Yonhap) -- ", "Seoul", "Yonhap", "14 fév."),
    ("KINDU (RDC) 12/02 (BELGA) = ", "Kindu", "Belga", "12/02"),
    ("MOSCOU, 11 mars. /TASS/. ", "Moscou", "TASS", "11 mars."),
    ("Doha, le 12 mars /QNA/ ", "Doha", "QNA", "12 mars"),
    ("Madrid, 12 mar (EFE).- ", "Madrid", "EFE", "12 mar"),
    ("(ANSA) - ROME, 4 MAR - ", "Rome", "Ansa", "4 MAR"),
    ("AKP Phnom Penh, le 12 mars 2019 -- ", "Phnom Penh", "AKP", "12 mars 2019"),
    ("EREVAN, 12 MARS, ARMENPRESS. ", "Erevan", "Armenpress", "12 MARS"),
    ("Khanh Hoa, 12 avril 2016 – ", "Khanh Hoa", None, "12 avril 2016"),
    ("Berne, 07.07.2023 - ", "Berne", None, "07.07.2023"),
    ("Jakarta, le 15 novembre 2023. – ", "Jakarta", None, "15 novembre 2023"),
    ("Hanoï, le 14 juillet 2022. ", "Hanoï", None, "14 juillet 2022"),
    ("Bamako, mardi 9 avril 2019 : ", "Bamako", None, "mardi 9 avril 2019"),
    ("DONG HOI, mars 2015 - ", "Dong Hoi", None, "mars 2015"),
    ("Samedi 12 mars 2022 – ", None, None, "Samedi 12 mars 2022"),
    ("12 mars 2022, Bamako – ", "Bamako", None, "12 mars 2022"),
    ("Alger, APS - ", "Alger", "APS", None),
    ("ALGER- ", "Alger", None, None),
    ("ALGER (APS) - ", "Alger", "APS", None),
    ("Rabat- (MAP) ", "Rabat", "MAP", None),
    ("Rabat — ", "Rabat", None, None),
    ("PARIS (Reuters) - ", "Paris", "Reuters", None),
    ("Damas-SANA ", "Damas", "SANA", None),
    ("TRIPOLI, Libye (PANA) - ", "Tripoli", "PANA", None),
    ("Kandahar, Afghanistan — ", "Kandahar", None, None),
    ("New Delhi. ", "New Delhi", None, None),
    ("(Adazi) ", "Adazi", None, None),
    ("(La Havane) ", "La Havane", None, None),
    ("(VOVWORLD) – ", None, "VOVWORLD", None),
    ("(Belga) ", None, "Belga", None),
    ("(Le Fil de l'Estuaire) ", None, "Le Fil de l'Estuaire", None),
    ("(Agence Ecofin) - ", None, "Agence Ecofin", None),
    ("PORT-AU-PRINCE, 3 mai (AHP) – ", "Port-au-Prince", "AHP", "3 mai"),
    ("N'DJAMENA, 3 mai (ATPE) - ", "N'Djamena", "ATPE", "3 mai"),
]
NOT = [
    "Hanoï et Tokyo ont signé mardi un accord sur la formation des plongeurs démineurs des deux marines nationales.",
    "Samedi, le ministre a reçu une délégation venue préparer les prochaines manœuvres communes des deux marines.",
    "Première visite, premiers compliments. La ministre est arrivée jeudi pour un séjour de deux jours dans le pays.",
    "Surprise. Le ministre a reçu une délégation venue préparer les prochaines manœuvres communes des deux marines.",
    "Le 4 mars, le ministre a reçu une délégation venue préparer les prochaines manœuvres communes des deux marines.",
    "Paris, le 4 mars, avait pourtant promis de ne rien signer sans l'accord des deux autres capitales concernées.",
    "Vietnam - Japon : les deux ministres de la Défense se sont entretenus jeudi au téléphone, a dit un porte-parole.",
    "(…) Le ministre a reçu une délégation venue préparer les prochaines manœuvres communes des deux marines.",
    "- Un coup de main pour décontaminer la base, saturée de produits chimiques depuis la fin de la dernière guerre.",
]
LATER = ["New Delhi. ", "(Adazi) ", "Rabat — "]


@pytest.mark.parametrize(("words", "place", "agency", "day"), SAID)
def test_says(words: str, place: str | None, agency: str | None, day: str | None) -> None:
    text = words + LEAD
    found = read_dateline(text, 0, len(text), cues_of(language("fr")))
    assert found is not None
    assert (found.place, found.agency) == (place, agency)
    assert (text[slice(*found.day)] if found.day else None) == day
    assert text[found.end :] == LEAD


@pytest.mark.parametrize("text", NOT)
def test_is_none(text: str) -> None:
    assert read_dateline(text, 0, len(text), cues_of(language("fr"))) is None


@pytest.mark.parametrize("words", LATER)
def test_opens_a_report_only(words: str) -> None:
    text = words + LEAD
    assert read_dateline(text, 0, len(text), cues_of(language("fr")), opening=False) is None


@pytest.mark.parametrize(
    ("line", "place", "agency"),
    [
        ("AA / Ankara", "Ankara", "AA"),
        ("AA/Istanbul/Jean Martin", "Istanbul", "AA"),
        ("Paris, le 12 mars 2024", "Paris", None),
    ],
)
def test_stands_alone(line: str, place: str, agency: str | None) -> None:
    found = read_dateline(line, 0, len(line), cues_of(language("fr")), opening=False)
    assert found is not None
    assert (found.place, found.agency, found.end) == (place, agency, len(line))
