"""A Telegram on loopback, and people in it who read buttons and answer questions."""

from __future__ import annotations

import asyncio
import json
import os
import signal
import subprocess
import sys
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from aiohttp import web
from lo_bot_api_emulator import ApiRefusal, LoBotApiEmulator

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Mapping

TOKEN = "424242:SECRET-token-of-the-test_bot"
PATIENCE = 15.0
ROOT = Path(__file__).parents[2]

Update = dict[str, Any]


@dataclass
class Shown:
    """One message in a chat, as it looks now."""

    number: int
    text: str
    buttons: list[tuple[str, str]] = field(default_factory=list)
    """Labels and data."""
    document: bytes | None = None

    @property
    def question(self) -> str | None:
        """The question that this card asks, while it has its buttons."""
        for _, data in self.buttons:
            if data.startswith("why:"):
                return data.split(":")[1]
        return None

    def button(self, prefix: str) -> str | None:
        """The data of the first button that begins so, as a whole part of it."""
        fits = (data for _, data in self.buttons if f"{data}:".startswith(f"{prefix}:"))
        return next(fits, None)


class Telegram:
    """The emulator, and beside it what every chat shows."""

    def __init__(self) -> None:
        self._server: Any = LoBotApiEmulator(allow_insecure_loopback_webhooks=True)
        self._validate, self._server.validate = self._server.validate, self.validate
        self._handle, self._server.handle = self._server.handle, self.handle
        self.chats: dict[int, list[Shown]] = {}
        self.calls: list[tuple[str, dict[str, Any]]] = []
        self.token = TOKEN
        self.changed = asyncio.Condition()
        self._updates = 100

    def validate(self, method: str, fields: dict[str, Any], uploads: dict[str, Any]) -> Any:
        """Check the call as the emulator does, and let it show in the chat."""
        result = self._validate(method, fields, uploads)
        if method == "getMe":
            return {**result, "username": "fixture_bot"}
        if method != "getUpdates":
            self.calls.append((method, dict(fields)))
        if "chat_id" in fields:
            self._show(method, fields, uploads, result)
        return result

    async def handle(self, request: web.Request) -> web.StreamResponse:
        """Refuse other tokens, as Telegram does."""
        if request.match_info["token"] != self.token:
            refusal = {"ok": False, "error_code": 401, "description": "Unauthorized"}
            return web.json_response(refusal, status=401)
        response: web.StreamResponse = await self._handle(request)
        async with self.changed:
            self.changed.notify_all()
        return response

    def _show(
        self, method: str, fields: dict[str, Any], uploads: dict[str, Any], result: Any
    ) -> None:
        chat = self.chats.setdefault(int(fields["chat_id"]), [])
        markup = json.loads(fields.get("reply_markup") or "{}")
        buttons = [
            (button["text"], button["callback_data"])
            for row in markup.get("inline_keyboard", [])
            for button in row
        ]
        text = fields.get("text") or fields.get("caption") or ""
        if method.startswith("send"):
            document = uploads.get("document", {}).get("data")
            chat.append(Shown(result["message_id"], text, buttons, document))
            return
        shown = next((m for m in chat if m.number == int(fields.get("message_id", 0))), None)
        if shown is None:
            raise ApiRefusal("Bad Request: message to edit not found")
        if method == "editMessageText":
            if (shown.text, shown.buttons) == (text, buttons):
                raise ApiRefusal("Bad Request: message is not modified")
            shown.text = text
        shown.buttons = buttons

    async def until(self, condition: Callable[[], bool], what: str) -> None:
        """Wait until the chats look as they should."""
        try:
            async with asyncio.timeout(PATIENCE), self.changed:
                await self.changed.wait_for(condition)
        except TimeoutError:
            raise AssertionError(f"in vain: {what}; chats: {self.chats}") from None

    def app(self) -> web.Application:
        """The server."""
        app: web.Application = self._server.app()
        return app

    async def send(self, update: Update) -> None:
        """Queue an update for the bot."""
        self._updates += 1
        await self._server.enqueue_update({"update_id": self._updates, **update}, token=self.token)

    async def wake(self, token: str) -> None:
        """End a long poll that is under way."""
        inbox = self._server._update_queues._state(token)
        async with inbox.condition:
            inbox.url = "http://127.0.0.1:9/"
            inbox.condition.notify_all()

    async def repeat_last(self, times: int) -> None:
        """Queue the last update again, as Telegram does after an unclean stop."""
        inbox = self._server._update_queues._state(self.token)
        async with inbox.condition:
            inbox.updates.extend([inbox.updates[-1]] * times)
            inbox.condition.notify_all()


class Person:
    """Somebody with a chat, who answers what is asked."""

    def __init__(self, world: Telegram, number: int, language: str = "en") -> None:
        self.world = world
        self.number = number
        self._user = {
            "id": number,
            "is_bot": False,
            "first_name": "Zoë",
            "language_code": language,
        }
        self._chat = {"id": number, "type": "private", "first_name": "Zoë"}
        self._said = 50_000

    @property
    def chat(self) -> list[Shown]:
        """What the chat shows, oldest first."""
        return self.world.chats.setdefault(self.number, [])

    @property
    def card(self) -> Shown:
        """The newest question card that has buttons."""
        return next(shown for shown in reversed(self.chat) if shown.question)

    def look(self) -> str:
        """A picture of the end of the chat, to see whether it changed."""
        return repr(self.chat[-1:])

    def says(self, text: str) -> Update:
        """The update of a typed message."""
        self._said += 1
        return {
            "message": {
                "message_id": self._said,
                "date": 1_790_000_000,
                "chat": self._chat,
                "from": self._user,
                "text": text,
            }
        }

    def presses(self, data: str, message: int) -> Update:
        """The update of a pressed button."""
        self._said += 1
        return {
            "callback_query": {
                "id": str(self._said),
                "from": self._user,
                "chat_instance": "1",
                "data": data,
                "message": {
                    "message_id": message,
                    "date": 1_790_000_000,
                    "chat": self._chat,
                    "text": "…",
                },
            }
        }

    async def say(self, text: str) -> None:
        """Type something and wait for the answer."""
        await self._do(self.says(text), text)

    async def press(self, prefix: str) -> None:
        """Press the newest button whose data begin so, and wait for the answer."""
        for shown in reversed(self.chat):
            data = shown.button(prefix)
            if data is not None:
                await self._do(self.presses(data, shown.number), data)
                return
        raise AssertionError(f"no button {prefix} in {self.chat}")

    async def _do(self, update: Update, what: str) -> None:
        before = self.look()
        await self.world.send(update)
        await self.world.until(lambda: self.look() != before, f"an answer to {what}")

    async def answer(self, answers: Mapping[str, str], at_most: int = 60) -> list[str]:
        """Answer what is asked, by button where there is one; the questions in their order."""
        asked: list[str] = []
        while len(asked) < at_most and (question := await self._asked()):
            asked.append(question)
            card = self.chat[-1]
            answer = answers.get(question, "no")
            data = card.button(f"a:{question}:{answer}")
            await self._do(self.presses(data, card.number) if data else self.says(answer), answer)
            if self.chat[-1].question == question:
                raise AssertionError(f"{answer!r} was no answer to {question}: {self.chat[-1]}")
        return asked

    async def _asked(self) -> str | None:
        """The open question; after a score card the next one may follow by itself."""
        with suppress(TimeoutError):
            async with asyncio.timeout(0.5), self.world.changed:
                await self.world.changed.wait_for(lambda: self.chat[-1].question is not None)
        return self.chat[-1].question


class Bot:
    """The real process, `run`."""

    def __init__(self, folder: Path, url: str, **settings: str) -> None:
        self.folder = folder
        self.database = folder / "bot.sqlite3"
        self._settings = {
            "TELEGRAM_TOKEN": TOKEN,
            "TELEGRAM_API_URL": url,
            "DATABASE": str(self.database),
            **settings,
        }
        self._process: subprocess.Popen[bytes] | None = None
        self.log = folder / "log.txt"

    def start(self) -> None:
        """Start it; what it prints goes to the log."""
        environment = {k: v for k, v in os.environ.items() if not k.startswith("TELEGRAM")}
        with self.log.open("ab") as log:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "bot", "run"],
                cwd=self.folder,
                env={**environment, "PYTHONPATH": str(ROOT), **self._settings},
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
            )

    async def stop(self, number: signal.Signals = signal.SIGTERM) -> int:
        """Send the signal and wait; the exit status."""
        assert self._process is not None
        process, self._process = self._process, None
        process.send_signal(number)
        return await asyncio.to_thread(process.wait, PATIENCE)

    async def kill(self) -> None:
        """`kill -9`."""
        await self.stop(signal.SIGKILL)

    async def ended(self) -> int:
        """Wait until it leaves by itself; the exit status."""
        assert self._process is not None
        status = await asyncio.to_thread(self._process.wait, PATIENCE * 2)
        self._process = None
        return status

    async def close(self) -> None:
        """End it if it still runs."""
        if self._process is not None:
            await self.kill()

    def printed(self) -> str:
        """Everything it ever printed."""
        return self.log.read_text()

    def stored(self, word: str) -> bool:
        """Whether the word stands anywhere in the database files."""
        files = self.folder.glob(f"{self.database.name}*")
        return any(word.encode() in file.read_bytes() for file in files)


@asynccontextmanager
async def telegram() -> AsyncIterator[tuple[Telegram, str]]:
    """The emulator on a free port of loopback, and its address."""
    world = Telegram()
    runner = web.AppRunner(world.app(), access_log=None, shutdown_timeout=0.5)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    port = runner.addresses[0][1]
    try:
        yield world, f"http://127.0.0.1:{port}"
    finally:
        await runner.cleanup()
