"""What those who write to people by themselves send through."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

import pytest
import pytest_asyncio

from bot.telegram.courier import Courier
from bot.telegram.delivery import Messenger
from tests.bot.telegram.fake_api import FakeApi

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from bot.service import Service


@pytest.fixture
def api() -> FakeApi:
    return FakeApi()


@pytest_asyncio.fixture
async def courier(api: FakeApi, service: Service) -> AsyncIterator[Courier]:
    opened = Courier(Messenger(cast("Any", api)), service.storage, service.unreachable)
    yield opened
    await opened.close(1)
