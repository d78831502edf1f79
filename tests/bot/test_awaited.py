"""Waiting in the event loop for another thread."""

from __future__ import annotations

import asyncio
from concurrent.futures import Future
from threading import Thread

import pytest

from bot.awaited import awaited


async def test_what_was_done_before_is_known() -> None:
    future: Future[int] = Future()
    future.set_result(7)
    assert await awaited(future) == 7


async def test_thousands_of_another_thread_arrive_in_their_order() -> None:
    futures: list[Future[int]] = [Future() for _ in range(5_000)]
    arrived: list[int] = []

    async def wait(future: Future[int]) -> None:
        arrived.append(await awaited(future))

    def finish() -> None:
        for number, future in enumerate(futures):
            future.set_result(number)

    waiting = [asyncio.create_task(wait(future)) for future in futures]
    await asyncio.sleep(0)
    thread = Thread(target=finish)
    thread.start()
    async with asyncio.timeout(10):
        await asyncio.gather(*waiting)
    thread.join()
    assert arrived == list(range(5_000))


async def test_an_error_is_raised_where_it_is_waited_for() -> None:
    future: Future[int] = Future()
    waiting = awaited(future)
    Thread(target=future.set_exception, args=(OSError("no disk"),)).start()
    with pytest.raises(OSError, match="no disk"):
        await waiting


async def test_whoever_gives_up_stops_nobody_else() -> None:
    first: Future[int] = Future()
    second: Future[int] = Future()
    given_up, waiting = awaited(first), awaited(second)
    given_up.cancel()
    first.set_result(1)
    second.set_result(2)
    assert await waiting == 2
    assert not first.cancelled()


def test_a_loop_that_is_closed_is_left_alone() -> None:
    future: Future[int] = Future()

    async def wait() -> None:
        awaited(future)

    asyncio.run(wait())
    future.set_result(1)
