"""What somebody can be told of without having asked just then; each by consent of its own."""

from __future__ import annotations

from typing import Literal, TypeAlias, get_args

Subject: TypeAlias = Literal["invited", "close", "kinds", "rules"]
"""New rounds that would have invited the person; those with a cut-off near their total; all of the
kinds that are open to them; rules and lists of occupations that change something for them."""

SUBJECTS: tuple[Subject, ...] = get_args(Subject)
SUBJECT_NAMED: dict[str, Subject] = {subject: subject for subject in SUBJECTS}
"""Each by its name."""

DAYS = "days"
"""Beside these: the person's own days on which something is lost, the reminders."""
