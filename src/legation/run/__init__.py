"""Reading many reports on one machine."""

from legation.run.local import read_all
from legation.run.worker import Outcome, attempt

__all__ = ["Outcome", "attempt", "read_all"]
