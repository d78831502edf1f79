"""Which calls a message takes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any
from unittest.mock import AsyncMock

import pytest
from telegram import Message as Sent
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)

from bot.storage.protocol import Delivery
from bot.telegram import retry
from bot.telegram.delivery import NO_CARD, Messenger
from messages.message import Button, Document, Drawing, Message
from messages.pictures import TimelineFacts, timeline_drawing, timeline_picture

QUESTION = Message("How old?", ((Button("Why?", "why:birth_date:2"),),))
TURNED = Message("How old?", QUESTION.buttons, edits=True)
SCORE = Message("469", ((Button("Improve", "cmd:improve"),),))
PLAIN = Message("Hello <b>you</b>")


class FakeBot:
    """Notes the calls; every new message gets the number 90."""

    def __init__(self) -> None:
        self.calls: list[tuple[str, dict[str, Any]]] = []
        self.errors: dict[str, list[Exception]] = {}

    def __getattr__(self, method: str) -> Any:
        async def call(*positional: Any, **named: Any) -> Any:
            self.calls.append((method, named | {"args": positional}))
            if self.errors.get(method):
                raise self.errors[method].pop(0)
            return 90 if method == "send_message" else AsyncMock(spec=Sent, message_id=90)

        return call

    @property
    def bot(self) -> FakeBot:
        """The library's own calls come here, too."""
        return self

    @property
    def methods(self) -> list[str]:
        return [method for method, _ in self.calls]


@pytest.fixture
def bot() -> FakeBot:
    return FakeBot()


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> AsyncMock:
    sleep = AsyncMock()
    monkeypatch.setattr("bot.telegram.retry.asyncio.sleep", sleep)
    return sleep


def messenger(bot: Any) -> Messenger:
    return Messenger(bot)


async def deliver(
    bot: FakeBot, message: Message, *, origin: int | None = None, card: int | None = None
) -> int | None:
    return await messenger(bot).deliver(Delivery("telegram:5", message, 1, origin), card)


async def test_a_first_question_is_sent(bot: FakeBot) -> None:
    assert await deliver(bot, QUESTION) == 90
    assert bot.methods == ["send_message"]
    call = bot.calls[0][1]
    assert call["args"] == (5, "How old?", QUESTION.buttons)


async def test_a_tapped_card_turns_into_the_next_in_one_call(bot: FakeBot) -> None:
    assert await deliver(bot, TURNED, origin=60, card=60) == 60
    assert bot.methods == ["edit_message_text"]
    assert bot.calls[0][1]["args"] == (5, 60, TURNED.text, TURNED.buttons)


async def test_after_typed_text_the_old_card_loses_its_buttons(bot: FakeBot) -> None:
    assert await deliver(bot, QUESTION, card=60) == 90
    assert bot.methods == ["send_message", "strip"]
    assert bot.calls[1][1]["args"] == (5, 60)


async def test_a_second_tap_on_the_live_card_changes_it_in_place(bot: FakeBot) -> None:
    assert await deliver(bot, QUESTION, origin=60, card=60) == 60
    assert bot.methods == ["edit_message_text"]


async def test_a_tap_on_an_old_card_shows_the_question_anew(bot: FakeBot) -> None:
    assert await deliver(bot, QUESTION, origin=40, card=60) == 90
    assert bot.methods == ["send_message", "strip"]
    assert bot.calls[1][1]["args"] == (5, 60)


async def test_a_message_below_the_card_becomes_the_card(bot: FakeBot) -> None:
    assert await deliver(bot, TURNED, origin=70, card=60) == 70
    assert bot.methods == ["edit_message_text", "strip"]


async def test_a_card_that_becomes_the_score_is_no_card_any_more(bot: FakeBot) -> None:
    turned = Message(SCORE.text, SCORE.buttons, edits=True)
    assert await deliver(bot, turned, origin=60, card=60) == NO_CARD
    assert await deliver(bot, QUESTION, origin=60, card=NO_CARD) == 90
    assert bot.methods == ["edit_message_text", "send_message"]


async def test_what_is_no_card_leaves_the_card_alone(bot: FakeBot) -> None:
    assert await deliver(bot, SCORE, card=60) is None
    assert await deliver(bot, PLAIN, origin=60, card=60) is None
    assert bot.methods == ["send_message", "send_message"]
    assert bot.calls[1][1]["args"] == (5, PLAIN.text, ())


async def test_nothing_new_is_fine(bot: FakeBot) -> None:
    bot.errors["edit_message_text"] = [BadRequest("Message is not modified: same content")]
    assert await deliver(bot, TURNED, origin=60, card=60) == 60
    assert bot.methods == ["edit_message_text"]


async def test_a_card_that_was_deleted_is_sent_anew(bot: FakeBot) -> None:
    bot.errors["edit_message_text"] = [BadRequest("Message to edit not found")]
    bot.errors["strip"] = [BadRequest("Message to edit not found")]
    assert await deliver(bot, TURNED, origin=60, card=60) == 90
    assert bot.methods == ["edit_message_text", "send_message", "strip"]


async def test_a_document_and_a_picture_carry_their_text(bot: FakeBot) -> None:
    document = Message("Yours", document=Document("export.json", "{é}"))
    await deliver(bot, document)
    await deliver(bot, Message("469", SCORE.buttons, photo=b"png"))
    assert bot.methods == ["send_document", "send_photo"]
    assert bot.calls[0][1]["args"] == (5, "{é}".encode())
    assert bot.calls[0][1]["filename"] == "export.json"
    assert bot.calls[1][1]["caption"] == "469"
    assert bot.calls[1][1]["reply_markup"] is not None


async def test_a_drawing_is_made_on_the_way(bot: FakeBot) -> None:
    words = "The words alone"
    facts = TimelineFacts(date(2026, 11, 23), 469, (), date(2028, 11, 23))
    await deliver(bot, Message("469", SCORE.buttons, drawing=timeline_drawing(facts, "en")))
    broken = Drawing("pictures/none.typ", {}, "a.pdf", words)
    await deliver(bot, Message("469", SCORE.buttons, drawing=replace(broken, name=None)))
    assert bot.methods == ["send_photo", "send_message"]
    assert bot.calls[0][1]["args"] == (5, timeline_picture(facts, "en").png)
    assert bot.calls[1][1]["args"] == (5, words, SCORE.buttons)


async def test_a_file_of_bytes_is_sent_as_it_is(bot: FakeBot) -> None:
    await deliver(bot, Message("Yours", document=Document("a.pdf", content=b"%PDF\xff")))
    assert bot.calls[0][1]["args"] == (5, b"%PDF\xff")
    assert bot.calls[0][1]["filename"] == "a.pdf"


async def test_a_text_too_long_for_a_caption_comes_below(bot: FakeBot) -> None:
    await deliver(bot, Message("🍁" * 600, SCORE.buttons, photo=b"png"))
    assert bot.methods == ["send_photo", "send_message"]
    assert bot.calls[0][1]["caption"] is None
    assert bot.calls[0][1]["reply_markup"] is None
    assert bot.calls[1][1]["args"][2] == SCORE.buttons


async def test_a_picture_never_replaces_a_message(bot: FakeBot) -> None:
    await deliver(bot, Message("469", edits=True, photo=b"png"), origin=60, card=60)
    assert bot.methods == ["send_photo"]


async def test_somebody_of_another_front_end_is_left_to_it(bot: FakeBot) -> None:
    assert await messenger(bot).deliver(Delivery("terminal:me", PLAIN), None) is None
    assert bot.methods == []


async def test_trouble_that_passes_is_waited_for(bot: FakeBot, quick: AsyncMock) -> None:
    bot.errors["send_message"] = [RetryAfter(3), TimedOut(), TimedOut()]
    await deliver(bot, PLAIN)
    assert bot.methods == ["send_message"] * 4
    waited = [call.args[0] for call in quick.await_args_list]
    assert waited[0] == pytest.approx(3.1)
    assert waited[1] < waited[2]


async def test_trouble_is_waited_for_however_long_it_lasts(bot: FakeBot) -> None:
    away: list[Exception] = [
        NetworkError("away"),
        TimedOut(),
        TelegramError("Invalid server response"),
    ]
    bot.errors["send_message"] = away * 700
    await deliver(bot, PLAIN)
    assert len(bot.calls) == len(away * 700) + 1


async def test_trouble_is_raised_after_the_last_attempt_if_there_is_one() -> None:
    call = AsyncMock(side_effect=TimedOut())
    with pytest.raises(TimedOut):
        await retry.persist(call, 4)
    assert call.await_count == 4


@pytest.mark.parametrize(
    "error",
    [BadRequest("chat not found"), Forbidden("blocked"), ChatMigrated(-9), InvalidToken("no")],
)
async def test_a_refusal_is_raised_at_once(error: TelegramError, bot: FakeBot) -> None:
    bot.errors["send_message"] = [error]
    with pytest.raises(type(error)):
        await deliver(bot, PLAIN)
    assert len(bot.calls) == 1


async def test_a_press_acknowledged_too_late_is_no_harm(bot: FakeBot) -> None:
    bot.errors["answer_callback_query"] = [BadRequest("query is too old")]
    await messenger(bot).acknowledge("1")


def test_pauses_grow_to_a_bound() -> None:
    pauses = [retry.pause_before(n) for n in range(1, 2000)]
    assert pauses == sorted(pauses)
    assert pauses[0] <= 1
    assert pauses[-1] == 30
