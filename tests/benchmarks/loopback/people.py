"""People who do the next thing as soon as the bot has answered the last."""

from __future__ import annotations

import asyncio
from itertools import count
from random import Random
from time import monotonic
from typing import TYPE_CHECKING, Any

from tests.benchmarks.loopback.api import LoopbackApi, message

if TYPE_CHECKING:
    from collections.abc import Iterator

_MARKS = ("6", "6.5", "7", "7.5", "8")
_OCCUPATIONS = ("21231", "21232", "31301", "41220", "12200", "72310", "63200")
_EVERY = 1_640_531
_NUMBERS = 7_000_000_007
"""People come from all over the numbers there are, as their accounts are old or new."""
_LAST = "settling_in_quebec"


def answers(person: int) -> dict[str, str]:
    """What somebody answers, and no two alike; "no" to all else."""
    chance = Random(person)
    years = chance.choice(("12", "24", "36"))
    return {
        "marital_status": chance.choice(("single", "divorced", "widowed")),
        "birth_date": f"{chance.randint(1, 28)} March {chance.randint(1980, 2003)}",
        "education": chance.choice(("bachelor", "two_or_more", "master", "doctoral")),
        "canadian_study": "none",
        "has_eca": "yes",
        "first_language_test": "ielts",
        "first_language_scores": " ".join(chance.choice(_MARKS) for _ in range(4)),
        "second_language_test": "none",
        "canadian_experience": years,
        "recent_canadian_experience": "12",
        "foreign_experience": chance.choice(("0", "12", "24", "36", "48")),
        "occupation": chance.choice(_OCCUPATIONS),
        "continuous_experience": "yes",
        "job_offer": "none",
        "family_size": "1",
        "settlement_funds": f"{chance.randint(20, 60)},000 $",
    }


class Crowd:
    """So many people at once; whoever has finished makes room for somebody new."""

    def __init__(self, api: LoopbackApi, people: int) -> None:
        self._api = api
        self._people = people
        self._numbers: Iterator[int] = map(_number, count(1))
        self._answers: dict[int, dict[str, str]] = {}
        self._sent_at: dict[int, float] = {}
        """When each person sent what is not answered yet."""
        self._parked: list[tuple[int, dict[str, Any]]] = []
        """What people will do when the crowd goes on."""
        self._going = False
        self.waits: list[float] = []
        """Seconds from each update to its answer."""
        self._enough = 0
        self._answered = asyncio.Event()
        api.on_message = self._see

    def start(self) -> None:
        """Everybody comes."""
        for _ in range(self._people):
            self._join()

    def go_on(self) -> None:
        """Everybody does what comes next, from now on."""
        self._going = True
        parked, self._parked = self._parked, []
        for person, update in parked:
            self._do(person, update)

    def pause(self) -> None:
        """Nobody does anything more; what is under way is still answered."""
        self._going = False

    async def answered(self, updates: int) -> None:
        """Wait until so many updates were answered in all."""
        self._enough = updates
        self._answered.clear()
        if len(self.waits) < updates:
            await self._answered.wait()

    def _join(self) -> None:
        person = next(self._numbers)
        self._do(person, self._says(person, "/start"))

    def _do(self, person: int, update: dict[str, Any]) -> None:
        if not self._going:
            self._parked.append((person, update))
            return
        self._sent_at[person] = monotonic()
        self._api.send(update)

    def _see(self, person: int, number: int, text: str, buttons: list[tuple[str, str]]) -> None:
        following = self._next(person, number, buttons)
        if following is None:
            return
        sent = self._sent_at.pop(person, None)
        if sent is not None:
            self.waits.append(monotonic() - sent)
            if len(self.waits) >= self._enough:
                self._answered.set()
            self._do(*following)

    def _next(
        self, person: int, number: int, buttons: list[tuple[str, str]]
    ) -> tuple[int, dict[str, Any]] | None:
        """Who does what after this message; None to wait for another."""
        question = next((data.split(":")[1] for _, data in buttons if data[:4] == "why:"), None)
        if question is None:
            return None
        if question == _LAST:
            self._answers.pop(person, None)
            person = next(self._numbers)
            return person, self._says(person, "/start")
        if person not in self._answers:
            self._answers[person] = answers(person)
        answer = self._answers[person].get(question, "no")
        wanted = f"a:{question}:{answer}"
        data = next((data for _, data in buttons if f"{data}:".startswith(f"{wanted}:")), None)
        if data is None:
            return person, self._says(person, answer)
        return person, self._presses(person, data, number)

    def _says(self, person: int, text: str) -> dict[str, Any]:
        said = message(person, self._api.message_number(), text)
        return {"message": {**said, "from": _user(person)}}

    def _presses(self, person: int, data: str, number: int) -> dict[str, Any]:
        return {
            "callback_query": {
                "id": str(self._api.message_number()),
                "from": _user(person),
                "chat_instance": "1",
                "data": data,
                "message": {**message(person, number, "…"), "from": {**_BOT}},
            }
        }


class Chatterers(Crowd):
    """People who say something as soon as they are answered, whatever the answer is."""

    def _next(
        self, person: int, number: int, buttons: list[tuple[str, str]]
    ) -> tuple[int, dict[str, Any]] | None:
        return person, self._says(person, "good morning")


def _number(nth: int) -> int:
    """The number of the nth person to come."""
    return 1_000_000 + nth * _EVERY % _NUMBERS


_BOT = {"id": 424242, "is_bot": True, "first_name": "Bench"}


def _user(person: int) -> dict[str, Any]:
    return {"id": person, "is_bot": False, "first_name": "Zoë", "language_code": "en"}
