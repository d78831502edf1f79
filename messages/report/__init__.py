"""A report of one or two pages to take to a consultant."""

from messages.fonts.press import PressError
from messages.report.facts import Given, ReportFacts, report_facts
from messages.report.report import report
from messages.report.told import drawing_of, facts_of

__all__ = ["Given", "PressError", "ReportFacts", "drawing_of", "facts_of", "report", "report_facts"]
