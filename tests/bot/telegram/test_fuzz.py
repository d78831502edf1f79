"""Made-up updates of every kind through the real dispatcher: all calls are valid."""

from __future__ import annotations

import asyncio
import io
import json
import re
import time
from collections import Counter
from contextlib import closing
from random import Random
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl

import pytest
from lo_bot_api_emulator import ApiRefusal
from telegram import Bot
from telegram.request import BaseRequest

from bot import log
from bot.flood import FloodLimit
from bot.operators import Operators
from bot.service import Service
from bot.storage.sqlite import SqliteStorage
from bot.telegram.api import Api
from bot.telegram.broadcaster import Broadcaster
from bot.telegram.courier import Courier
from bot.telegram.delivery import Messenger
from bot.telegram.events import person_of
from bot.telegram.intake import Intake
from bot.telegram.pace import Pace
from dialogs.headcount import SinceStart
from tests.bot.telegram.anything import SIGNED, Anything
from tests.e2e.telegram import Telegram
from tests.figures import figure

if TYPE_CHECKING:
    from pathlib import Path

    from telegram.request import RequestData

COUNTED = re.compile("(people|person) stored|personnes? gardée")
STALE = ("message to edit not found", "message is not modified")
"""What even a valid call may meet, on a message that is made up or pressed twice."""


class Checked(BaseRequest):
    """Every call goes to the emulator, which knows what Telegram takes."""

    def __init__(self, world: Telegram) -> None:
        self._world = world
        self.calls: Counter[str] = Counter()
        self.invalid: list[str] = []
        self.sent: Counter[str] = Counter()
        """How often a text of each beginning was sent by whom it was asked for."""
        self.operators: set[int] = set()
        self.not_for_them: list[str] = []
        """What only operators may see or have sent, where it was another."""

    @property
    def read_timeout(self) -> float | None:
        return 1.0

    async def initialize(self) -> None:
        pass

    async def shutdown(self) -> None:
        pass

    async def do_request(
        self, url: str, method: str, request_data: RequestData | None = None, *_: Any, **__: Any
    ) -> tuple[int, bytes]:
        name = url.rpartition("/")[2]
        self.calls[name] += 1
        fields, files = _read(request_data)
        self._look(fields)
        uploads = {
            key: {"filename": file[0], "data": file[1], "size": 1} for key, file in files.items()
        }
        try:
            result = self._world.validate(name, fields, uploads)
        except ApiRefusal as error:
            if not any(reason in error.description for reason in STALE):
                self.invalid.append(f"{name}: {error.description}: {fields}")
            refusal = {"ok": False, "error_code": 400, "description": error.description}
            return 400, json.dumps(refusal).encode()
        self._world.calls.clear()
        return 200, json.dumps({"ok": True, "result": result}).encode()

    def _look(self, fields: dict[str, str]) -> None:
        text = fields.get("text", "")
        to_operator = int(fields.get("chat_id", 0)) in self.operators
        if found := re.search(rf"{SIGNED}(\d+)", text):
            self.sent["broadcast"] += 1
            if int(found[1]) not in self.operators:
                self.not_for_them.append(text)
        if COUNTED.search(text):
            self.sent["stats"] += 1
            if not to_operator:
                self.not_for_them.append(text)


def _read(data: RequestData | None) -> tuple[dict[str, str], dict[str, Any]]:
    """The parameters and the files of a call."""
    if data is None:
        return {}, {}
    if data.contains_files:
        return dict(data.json_parameters), dict(data.multipart_data)
    form = data.url_encoded_parameters()
    return dict(parse_qsl(form, keep_blank_values=True, errors="strict")), {}


@pytest.mark.parametrize("updates", [10_000, pytest.param(100_000, marks=pytest.mark.soak)])
async def test_nothing_escapes_and_every_call_is_valid(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, updates: int
) -> None:
    printed = io.StringIO()
    monkeypatch.setattr("sys.stderr", printed)
    log.configure()
    world = Telegram()
    request = Checked(world)
    anything = Anything(Random(updates), world, people=40)
    kinds: Counter[str] = Counter()
    began = time.monotonic()
    with closing(SqliteStorage(tmp_path / "bot.sqlite3")) as storage:
        bot = Bot("42:SECRET", request=request)
        api, service = Api(bot), Service(storage, further=storage.titles)
        courier = Courier(Messenger(api), storage, service.unreachable)
        request.operators = set(anything.operators)
        keys = [person_of(number) for number in anything.operators]
        broadcaster = Broadcaster(api, service, courier, keys, Pace(10_000))
        operators = Operators(keys, service, lambda: SinceStart(updates, 0), broadcaster.wake)
        intake = Intake(service, courier, FloodLimit(0), operators)
        sending = asyncio.create_task(broadcaster.keep())
        batch = 50
        for _ in range(updates // batch):
            made = [anything.update() for _ in range(batch)]
            kinds.update(kind for update in made for kind in update if kind != "update_id")
            await intake.take(made)
            await asyncio.sleep(0)
            world.forget_files()
            for chat in world.chats.values():
                del chat[:-20]
        sending.cancel()
        await courier.close(60)
        assert storage.pending().result() == ()
    assert '"level": "error"' not in printed.getvalue(), printed.getvalue()
    assert request.invalid == []
    assert request.not_for_them == []
    assert min(request.sent["stats"], request.sent["broadcast"]) >= updates // 2_000
    assert len(kinds) >= 16
    figure(
        "made-up updates",
        updates=updates,
        kinds=len(kinds),
        calls=sum(request.calls.values()),
        escaped=printed.getvalue().count('"level": "error"'),
        invalid_calls=len(request.invalid),
        of_broadcasts=request.sent["broadcast"],
        seconds=round(time.monotonic() - began),
    )
