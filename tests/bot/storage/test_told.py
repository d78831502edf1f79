"""Whatever is stored of a person is told by /privacy: each column, and each part of their state."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import fields
from datetime import date
from html import unescape
from typing import TYPE_CHECKING

from bot.storage.sqlite import SqliteStorage
from dialogs.conversation import Conversation
from dialogs.events import Said
from dialogs.replies import Privacy
from messages.present import present
from tests.bot.storage.people import TODAY
from tests.figures import figure

if TYPE_CHECKING:
    from pathlib import Path

WHO = "a mark of this conversation, so that the answers find their way back to you"
LANGUAGE = "your language"
ANSWERS = "the answers you give here"
READ = "those I read in your words until you confirm or drop them"
SUPPOSED = "the last “what if” you asked for"
AIM = "the total or the kind of round you aim at"
WANTED = "if you turned reminders or alerts on: what you want to be told of"
TOLD = "of which days you have been told, and how far the news that you were told of goes"
NEWS = "whether you want no more news from those who run the bot"
BLOCKED = "whether messages came back because you blocked it"
UNDER_WAY = "a reply, an alert or news on its way to you, until it is delivered"
PLACE = "where you are in the conversation"
LAST_WORD = "the day you last wrote or pressed something and that of the last change"
SILENCE = "whether you have been told that a long silence ends in erasure"
CARD = "the number of your newest question card"
LOOK = "when to look next whether there is something to tell you"
FINGERPRINT = "a fingerprint of each message received, which names nobody, for three days"

COLUMNS = {
    "people": {
        "key": WHO,
        "conversation": ANSWERS,
        "card": CARD,
        "updated_on": LAST_WORD,
        "due_at": LOOK,
        "progress": PLACE,
        "language": LANGUAGE,
        "alerts": WANTED,
        "heard_on": LAST_WORD,
        "news": NEWS,
        "watches": WANTED,
        "heard_of": TOLD,
        "alert_at": LOOK,
    },
    "outbox": dict.fromkeys(("number", "person", "message", "origin", "update_key"), UNDER_WAY),
    "recipients": dict.fromkeys(("person", "after"), UNDER_WAY),
    "alerts_begun": dict.fromkeys(("person", "after", "until"), UNDER_WAY),
    "updates": dict.fromkeys(("key", "seen_on"), FINGERPRINT),
}
OF_NOBODY = {
    "answer_keys",
    "broadcasts",
    "developments",
    "headcount",
    "last_message",
    "rounds",
}
"""What is known of the world, of the operators' texts and of how many people there are."""

STATE = {
    "language": LANGUAGE,
    "answers": ANSWERS,
    "card": CARD,
    "revisiting": PLACE,
    "confirming": PLACE,
    "topics": PLACE,
    "wish": PLACE,
    "facts": READ,
    "facts_in_doubt": READ,
    "doubts": READ,
    "supposed": SUPPOSED,
    "aim": AIM,
    "aim_kind": AIM,
    "alerts": WANTED,
    "warned": TOLD,
    "told_of": WANTED,
    "news": NEWS,
    "unreachable": BLOCKED,
    "started": PLACE,
    "heard_on": LAST_WORD,
    "erasure_told_on": SILENCE,
}


def told() -> str:
    """What /privacy says, in one line."""
    (message,) = present([Privacy(12)], Said("/privacy"), "en", date(2026, 11, 23))
    return " ".join(unescape(message.text).split())


def test_every_column_is_told_of(tmp_path: Path) -> None:
    path = tmp_path / "bot.sqlite3"
    SqliteStorage(path).close()
    with closing(sqlite3.connect(path)) as db:
        tables = [
            name
            for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
            if not name.startswith(("sqlite_", "_sqlite_", "occupation_titles"))
        ]
        stored = {
            table: {row[1] for row in db.execute(f"PRAGMA table_info({table})")}
            for table in tables
            if table not in OF_NOBODY
        }
    assert stored == {table: set(columns) for table, columns in COLUMNS.items()}
    text = told()
    figure(
        "told by /privacy",
        columns=sum(map(len, stored.values())),
        parts_of_the_state=len(STATE),
    )
    assert [
        way for columns in COLUMNS.values() for way in columns.values() if way not in text
    ] == []


def test_every_part_of_the_state_is_told_of() -> None:
    assert {field.name for field in fields(Conversation)} == set(STATE)
    text = told()
    assert [way for way in STATE.values() if way not in text] == []


def test_what_is_told_is_told_of_every_language() -> None:
    """As many points in French as in English."""
    points = [
        present([Privacy(12)], Said("/privacy"), language, TODAY)[0].text.count("•")
        for language in ("en", "fr")
    ]
    assert points[0] == points[1] > 5
