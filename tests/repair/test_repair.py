"""What repair mends, and what it leaves alone."""

from __future__ import annotations

import pytest

from legation.repair import repair

DAMAGED_CONTEXT = (
    " Le chef dela mission a été reçupar les deux ministres, qui ont salué lesprogrès accomplis etla confiance"
    " mutuelle, avant derappeler l'importance desmécanismes existants. Les deuxparties ont décidéde poursuivre."
)
"""A report that lost line breaks elsewhere, too."""

RUN_TOGETHER = {
    "la délégation a évoqué lacompréhension mutuelle": "la compréhension",
    "le vice-ministrede la Défense": "vice-ministre de",
    "les chefs d'état-majordes deux armées": "d'état-major des",
    "le ministre Hiroshi Tanakaa informé ses hôtes ; Tanaka repart lundi": "Tanaka a informé",
    "les deux ministres dela Défense": "ministres de la",
    "grâce àla coopération": "à la coopération",
    "la République deCorée": "de Corée",
    "l'hôte et l'invitéont convenu": "l'invité ont",
    "le Japona fourni une aide": "Japon a fourni",
    "Tokyo a prisl'engagement de": "pris l'engagement",
    "a-t-ilreconnu devant la presse": "a-t-il reconnu",
    "il a reçu leministre japonais": "le ministre",
    "entre leVietnam et le Japon": "le Vietnam",
    "entre le Vietnamet le Japon": "Vietnam et le",
    "M. TakeshiMorita est arrivé": "Takeshi Morita est",
    "le programmed'amélioration des capacités": "programme d'amélioration",
    "la réunion de l'ASEANélargie": "l'ASEAN élargie",
}


@pytest.mark.parametrize(("damaged", "expected"), RUN_TOGETHER.items())
def test_words_run_together_are_cut(damaged: str, expected: str) -> None:
    assert expected in repair(damaged + "." + DAMAGED_CONTEXT, "fr").text


@pytest.mark.parametrize(
    "clean",
    [
        "La base de Kisarazu, le professeur Chenming, l'île de Phu Quoc et M. Andolong",
        "L'opération REASSURANCE, le général McDonald, VOVWORLD, YouTube et le général MacArthur",
        "Le ministre Lecornu, M. Lavrov, Mme Lambrecht et M. Delacroix au palais de Malacanang",
        "Les sous-mariniers du porte-hélicoptères, la cybercriminalité et les cosignataires",
        "Depuis lors, aujourd'hui, quelqu'un, presqu'île, entrouvert, davantage, desquels, auxquelles",
        "N'Djamena, Balikatan, Setogiri, Inazuma, Zhanjiang, les FAMa, O'Brien, Guinée-Bissau",
        "Le surarmement, l'interopérabilité, la dénucléarisation et le multilatéralisme",
    ],
)
def test_names_and_rare_words_stay_whole(clean: str) -> None:
    assert clean in repair(clean + "." + DAMAGED_CONTEXT, "fr").text
    assert repair(clean, "fr").text == clean


MARKS = {
    "trois ans.Le ministre": "trois ans. Le ministre",
    "le ministre,le général": "le ministre, le général",
    "(MDN).Les deux": "(MDN). Les deux",
    "un communiqué du MDN.Le chef": "du MDN. Le chef",
    "« notre force ».Elle a dit": "force ». Elle",
    "(ADMM)et le forum": "(ADMM) et le",
    "le ministère(MDN) a": "ministère (MDN)",
    "M.Kihara a salué": "M. Kihara",
    "le 4mars à Tokyo": "4 mars",
    "en octobre2011": "octobre 2011",
    "la 15 e édition": "15e édition",
    "le 1 er mars": "1er mars",
    "Une 2 e phase": "2e phase",
    "l' accord": "l'accord",
    "hình ảnh 1Le chef de la délégation": "ảnh 1\nLe chef",
    "hinh anh 1Photo : VNA": "anh 1\nPhoto : VNA",
    "à Dakar. (S. Kamara / AFP)Le drapeau a été amené": "AFP)\nLe drapeau",
    "Hanoi, 2 mai (VNA) -Le ministre": "(VNA) - Le ministre",
    "Conférence élargie (ADMM ) ayant": "(ADMM+) ayant",
    "dans le cadre de l'ADMM .": "l'ADMM+.",
    "la réunion (ADMM +) de": "(ADMM+) de",
    "réunion élargie des ministres (ADMM) à": "(ADMM+) à",
}


@pytest.mark.parametrize(("damaged", "expected"), MARKS.items())
def test_marks_are_put_back(damaged: str, expected: str) -> None:
    assert expected in repair(damaged, "fr").text


@pytest.mark.parametrize(
    "clean",
    [
        "5,5 millions de dollars, 1.200 soldats, 14:32 (GMT+7), 20h30",
        "Selon l'U.S. Navy, R.N. a écrit à www.exemple.vn, redaction@exemple.fr et https://exemple.com/Le-ministre",
        "le(s) ministre(s), la 43e brigade, 10km, la 13ème session, le 1er juin, le G7, 3D",
        "l'ADMM a adopté une déclaration, ADMM-17, ADMM Plus",
        "une rencontre « 2+2 », un F-35, le Mi-171, DD-109, l'A400M",
        "Gilberto Teodoro Jr. lui a dit",
    ],
)
def test_right_marks_stay(clean: str) -> None:
    assert repair(clean, "fr").text == clean


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("l\u2019hôte\u00a0: la\u202fpaix", "l'hôte : la paix"),
        ("e\u0301te\u0301 a\u0300 Hanoi\u0308", "été à Hanoï"),
        ("\ufeffLa coopé\u00adration\u200b", "La coopération"),
        ("l\u02bcaccord, d`accord", "l'accord, d'accord"),
        ("la coop\u00c3\u00a9ration", "la coopération"),
        ("l&#39;accord &amp; la paix", "l'accord & la paix"),
        ("un\r\ndeux", "un\ndeux"),
        ("l\u2019 accord", "l'accord"),
    ],
)
def test_characters_take_one_form(raw: str, text: str) -> None:
    assert repair(raw, "fr").text == text
