"""A report of one or two pages to take to a consultant."""

from messages.fonts.press import PressError
from messages.report.facts import Given, ReportFacts, report_facts
from messages.report.report import report

__all__ = ["Given", "PressError", "ReportFacts", "report", "report_facts"]
