"""What is warm when the first message comes, and that nothing of it can be seen."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from structlog.testing import capture_logs

from bot import warming
from dialogs.conversation import LANGUAGES, Conversation
from dialogs.events import Said
from dialogs.machine import handle
from dialogs.replies_guide import GuideEntry
from dialogs.turn import Outside
from messages.guide import ranking
from messages.guide.ranking import guide_ranking

if TYPE_CHECKING:
    import pytest

    from dialogs.conversation import Language
    from dialogs.replies import Reply

MOMENT = datetime(2026, 11, 23, 12, tzinfo=UTC)


def replies(language: Language, text: str) -> tuple[Reply, ...]:
    conversation = Conversation(language=language, started=True, answers={"birth_date": "29"})
    return handle(conversation, Said(text), MOMENT.date(), Outside(guide_ranking())).replies


def test_a_question_builds_nothing_any_more(monkeypatch: pytest.MonkeyPatch) -> None:
    warming.warm(lambda: MOMENT).join(60)
    monkeypatch.setattr(ranking, "_Search", None)  # whoever builds an index fails
    asked = {"en": "what is the crs", "fr": "c'est quoi le scg"}
    for language in LANGUAGES:
        assert any(isinstance(reply, GuideEntry) for reply in replies(language, asked[language]))


def test_every_rehearsed_message_is_understood() -> None:
    shown = {language: set[str]() for language in LANGUAGES}
    for language, texts in warming.REHEARSED.items():
        for text in texts:
            shown[language].update(type(reply).__name__ for reply in replies(language, text))
    assert shown["en"] == shown["fr"]
    assert {"GuideEntry", "FactsRead"} <= shown["en"]


def test_trouble_is_logged_and_harms_nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError

    monkeypatch.setattr(warming, "handle", fail)
    with capture_logs() as lines:
        warming.warm(lambda: MOMENT).join(60)
    assert [line["event"] for line in lines] == ["warming_failed"]
