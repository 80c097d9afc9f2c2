"""Raw text in, mended text out, with the way back."""

from legation.repair.mender import repair

__all__ = ["repair"]
