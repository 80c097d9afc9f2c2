"""Which language a text is in."""

from __future__ import annotations

import subprocess
import sys

import pytest

from legation.layout import identify_language

TEXTS = {
    "fr": "Le ministre de la Défense a reçu jeudi son homologue, avec qui il a parlé de la formation des officiers.",
    "en": "The defence minister received his counterpart on Thursday and said that the training would go on.",
    "es": "El ministro de Defensa recibió el jueves a su homólogo, con quien habló de la formación de los oficiales.",
    "pt": "O ministro da Defesa recebeu na quinta-feira o seu homólogo, com quem falou da formação dos oficiais.",
    "it": "Il ministro della Difesa ha ricevuto giovedì il suo omologo, con il quale ha parlato della formazione.",
    "de": "Der Verteidigungsminister hat am Donnerstag seinen Kollegen empfangen und darüber gesprochen.",
    "nl": "De minister van Defensie heeft donderdag zijn collega ontvangen en met hem over de opleiding gesproken.",
    "ro": "Ministrul Apărării l-a primit joi pe omologul său, cu care a discutat despre formarea ofițerilor.",
    "vi": "Bộ trưởng Quốc phòng đã tiếp người đồng cấp vào thứ năm và trao đổi về việc đào tạo sĩ quan của hai nước.",
    "pl": "Minister obrony przyjął w czwartek swojego odpowiednika, z którym rozmawiał o szkoleniu oficerów.",
    "ru": "Министр обороны принял в четверг своего коллегу, с которым обсудил подготовку офицеров двух стран.",
    "ja": "防衛大臣は木曜日、相手国の大臣と会談し、両国の士官の訓練について話し合いました。",
    "zh": "国防部长星期四会见了对方部长，双方就军官培训问题交换了意见，并同意继续合作。",
}


@pytest.mark.parametrize(("code", "text"), TEXTS.items())
def test_language(code: str, text: str) -> None:
    assert identify_language(text) == code


@pytest.mark.parametrize("text", ["", "12 : 3", "— — —"])
def test_too_little(text: str) -> None:
    assert identify_language(text) is None


def test_names_of_other_tongues_do_not_mislead() -> None:
    text = (
        "Le général Phùng Sĩ Tân, chef d'état-major adjoint, a reçu Mme Matsuzawa Tomoko et le colonel Nguyễn Như Cảnh."
    )
    assert identify_language(text) == "fr"


def test_no_detector_where_none_is_needed() -> None:
    program = (
        "import sys; from legation.layout import identify_language as i; i(sys.argv[1]); print('lingua' in sys.modules)"
    )
    told = subprocess.run([sys.executable, "-c", program, TEXTS["fr"]], capture_output=True, text=True, check=True)
    assert "lingua" not in told.stdout.split()
