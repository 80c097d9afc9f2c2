"""How well the program reads: its records against those that people coded."""

from legation.evaluation.gold import GoldReport, load_gold
from legation.evaluation.score import Score, score_all

__all__ = ["GoldReport", "Score", "load_gold", "score_all"]
