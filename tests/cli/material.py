"""Reports of our own writing, and what the tests of commands pass around."""

from __future__ import annotations

import subprocess
from collections.abc import Callable

REPORT = """Les deux ministres de la Défense affichent leur entente

Lisbonne, 12 juin 2018 (LUSA) - Le ministre portugais de la Défense, João Pereira, a reçu mardi à Lisbonne son homologue
marocain, Karim Benali.

Les deux ministres ont convenu de multiplier les exercices conjoints en mer. M. Benali a remercié le Portugal de son
aide au déminage, et l'a invité à Rabat avant la fin de l'année.

À l'issue de leur entretien, ils ont signé un mémorandum d'entente sur la formation des officiers.
"""
ENGLISH = """Ministers agree to hold more exercises

LISBON, June 12 - The Portuguese defence minister received his Moroccan counterpart in Lisbon on Tuesday. The two
ministers agreed to hold more joint exercises at sea, and signed a memorandum of understanding on officer training.
"""
Run = Callable[..., "subprocess.CompletedProcess[str]"]
