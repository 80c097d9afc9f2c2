"""Lets test modules import the helpers that stand beside them; no test is timed, since machines differ."""

import sys
from pathlib import Path

from hypothesis import settings

sys.path.insert(0, str(Path(__file__).parent / "reading"))
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")
