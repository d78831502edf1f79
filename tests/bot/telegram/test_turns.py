"""However much one person sends, everybody has their turn, and nothing is lost or reordered."""

from __future__ import annotations

import asyncio
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from bot.telegram.turns import AT_ONCE, Batches, Turnstile, sender
from tests.bot.telegram.updates import message, pressed, said, update

MOST = 20
FLOODER, OTHER = 1, 2


def sent(number: int, chat: int) -> dict[str, Any]:
    return update(number, message=message(chat=chat, text=f"{number}"))


def numbers(updates: list[Any]) -> list[int]:
    return [each["update_id"] for each in updates]


def test_one_person_is_heard_a_few_times_then_the_others() -> None:
    batches = Batches(MOST)
    came = [sent(number, FLOODER) for number in range(1, 11)] + [sent(11, OTHER)]
    chosen = batches.choose(came)
    assert numbers(chosen) == [*range(1, AT_ONCE + 1), 11]
    batches.taken(chosen, came)
    assert batches.offset == AT_ONCE + 1
    again = batches.choose([*came[AT_ONCE:], sent(12, OTHER)])
    assert numbers(again) == [*range(AT_ONCE + 1, 2 * AT_ONCE + 1), 12], "11 is not taken twice"


def test_a_full_batch_is_taken_whole_as_others_wait_behind_it() -> None:
    batches = Batches(MOST)
    came = [sent(number, FLOODER) for number in range(1, MOST + 1)]
    assert batches.choose(came) == came


def test_a_flood_that_comes_faster_than_its_turns_is_taken_in_time() -> None:
    batches, taken = Batches(MOST), list[int]()
    for first in range(1, 20 * MOST, MOST - 1):
        came = [sent(number, FLOODER) for number in range(first, first + MOST - 1)]
        chosen = batches.choose(came)
        batches.taken(chosen, came)
        taken += numbers(chosen)
        assert first + MOST - 1 - batches.offset < MOST
    assert taken == list(range(1, taken[-1] + 1))


def test_what_telegram_forgot_meanwhile_is_taken_all_the_same() -> None:
    batches = Batches(MOST)
    came = [*(sent(number, FLOODER) for number in range(1, 7)), sent(7, OTHER)]
    batches.taken(batches.choose(came), came)
    assert (batches.offset, batches.waiting) == (AT_ONCE + 1, True)
    left = batches.choose([])
    assert numbers(left) == [4, 5, 6]
    batches.taken(left, [])
    assert (batches.offset, batches.waiting) == (8, False)
    assert numbers(batches.choose([sent(8, OTHER)])) == [8]


def test_nothing_that_could_not_be_stored_is_confirmed() -> None:
    batches = Batches(MOST)
    came = [sent(number, FLOODER) for number in range(1, 7)]
    batches.choose(came)  # and the disk is full
    assert (batches.offset, batches.waiting) == (0, False)
    batches.taken(batches.choose(came), came)
    batches.choose([*came[3:], sent(7, OTHER)])  # once more
    assert batches.offset == AT_ONCE + 1
    assert numbers(batches.choose([*came[3:], sent(7, OTHER)])) == [4, 5, 6, 7]


def test_updates_out_of_order_are_confirmed_to_the_last() -> None:
    batches = Batches(MOST)
    came = [sent(9, OTHER), sent(8, FLOODER)]
    batches.taken(batches.choose(came), came)
    assert batches.offset == 10


@given(
    chats=st.lists(st.sampled_from([FLOODER, FLOODER, FLOODER, OTHER, 3]), max_size=80),
    arriving=st.lists(st.integers(0, 15), min_size=1, max_size=10),
    failing=st.sets(st.integers(0, 8)),
    forgetful=st.booleans(),
)
def test_everything_is_taken_once_and_in_each_persons_order(
    chats: list[int], arriving: list[int], failing: set[int], forgetful: bool
) -> None:
    """Telegram gives what is not confirmed yet, or once only; the storage fails now and then."""
    coming = [sent(number, chat) for number, chat in enumerate(chats, 1)]
    batches, waiting, taken = Batches(MOST), list[Any](), list[Any]()
    for turn in range(10 + 2 * len(chats)):
        some = arriving[turn % len(arriving)] if turn < 10 else len(coming)
        waiting += coming[:some]
        del coming[:some]
        waiting = [each for each in waiting if each["update_id"] >= batches.offset]
        came = waiting[:MOST]
        chosen = batches.choose(came)
        assert bool(chosen) is (bool(came) or batches.waiting)
        if chosen and (forgetful or turn not in failing):
            taken += chosen
            batches.taken(chosen, came)
        waiting = waiting[MOST:] if forgetful else waiting
    assert sorted(numbers(taken)) == list(range(1, len(chats) + 1))
    for chat in set(chats):
        own = [each for each in numbers(taken) if chats[each - 1] == chat]
        assert own == sorted(own)


async def test_few_of_one_person_are_under_way_at_once_in_their_order() -> None:
    turnstile, inside, came = Turnstile(), list[str](), list[str]()
    end = asyncio.Event()

    async def pass_through(number: int, chat: int) -> None:
        async with turnstile.turn(sent(number, chat)):
            inside.append(f"{chat}:{number}")
            await end.wait()
        came.append(f"{chat}:{number}")

    flood = [pass_through(number, FLOODER) for number in range(10)]
    tasks = [asyncio.create_task(each) for each in (*flood, pass_through(10, OTHER))]
    await asyncio.sleep(0)
    assert inside == [*(f"{FLOODER}:{number}" for number in range(AT_ONCE)), f"{OTHER}:10"]
    end.set()
    await asyncio.gather(*tasks)
    assert [each for each in inside if each.startswith("1:")] == [f"1:{n}" for n in range(10)]
    assert len(came) == 11


async def test_a_turn_that_fails_or_is_given_up_holds_up_nobody() -> None:
    turnstile, end = Turnstile(), asyncio.Event()

    async def fail() -> None:
        async with turnstile.turn(sent(1, FLOODER)):
            await end.wait()
            raise ValueError

    tasks = [asyncio.create_task(fail()) for _ in range(3 * AT_ONCE)]
    await asyncio.sleep(0)
    tasks[-1].cancel()
    end.set()
    ends = await asyncio.gather(*tasks, return_exceptions=True)
    assert [type(each) for each in ends] == [ValueError] * 8 + [asyncio.CancelledError]
    async with asyncio.timeout(5), turnstile.turn(sent(2, FLOODER)):
        pass


def test_whose_an_update_is() -> None:
    assert sender(said("hello", 1)) == sender(pressed("x", 2)) is not None
    assert sender(update(edited_message=message(chat=7))) == 7
    for odd in ({}, {"message": "words"}, {"callback_query": "words"}, {"message": {"chat": 7}}):
        assert sender({"update_id": 1, **odd}) is None
    assert sender({"update_id": 1, "message": {"chat": {"id": [7]}}}) is None
