"""The export holds whatever is stored of a conversation."""

from __future__ import annotations

import json
from dataclasses import fields, replace
from datetime import date
from typing import Any

from dialogs.conversation import Conversation
from dialogs.exporting import export
from dialogs.questionnaire import walk
from dialogs.reading.outcome import Ambiguous
from tests.figures import figure

TODAY = date(2026, 11, 23)
OTHERWISE: dict[str, Any] = {
    "language": "fr",
    "answers": {"education": "master"},
    "card": 7,
    "revisiting": "education",
    "confirming": "delete",
    "topics": ("time",),
    "wish": "timeline",
    "facts": {"education": "master"},
    "facts_in_doubt": {"canadian_experience": Ambiguous(("0", "48"), "which")},
    "doubts": {"canadian_experience": Ambiguous(("0", "48"), "which")},
    "supposed": {"education": "doctorate"},
    "aim": 505,
    "aim_kind": "cec",
    "alerts": True,
    "warned": ("2027-01-05",),
    "told_of": ("rules",),
    "news": False,
    "unreachable": True,
    "started": True,
    "heard_on": "2026-11-20",
    "erasure_told_on": "2026-10-20",
}
"""Another value than a newcomer's, for each thing that is stored."""


def exported(conversation: Conversation) -> str:
    return json.dumps(export(conversation, walk(conversation.answers, TODAY)))


def test_everything_stored_is_in_it() -> None:
    stored = [field.name for field in fields(Conversation)]
    changed = (replace(Conversation(), **{name: OTHERWISE[name]}) for name in stored)
    told = [exported(known) != exported(Conversation()) for known in changed]
    figure("in an export", parts_of_the_state=sum(told), of=len(stored))
    assert [name for name, is_told in zip(stored, told, strict=True) if not is_told] == []


def test_what_words_could_mean_is_in_it() -> None:
    doubts = OTHERWISE["doubts"]
    told = json.loads(exported(Conversation(doubts=doubts, facts_in_doubt=doubts)))
    expected = {"canadian_experience": ["0", "48"]}
    assert told["asked_back"] == told["unconfirmed_asked_back"] == expected
