"""When: every date resolved against the report's day; the report's day told or inferred, with the reason in words."""

from legation.dating.narration import resolve_all, story_day
from legation.dating.report_day import ReportDay, report_day
from legation.dating.resolve import Resolved, Tense, days_between, last_day, resolve

__all__ = [
    "ReportDay", "Resolved", "Tense", "days_between", "last_day", "report_day", "resolve", "resolve_all", "story_day",
]  # fmt: skip
