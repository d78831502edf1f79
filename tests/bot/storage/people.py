"""Two people in the tests of storages, and what is decided for them."""

from __future__ import annotations

from datetime import date

from bot.storage.protocol import Decide, Decision, Storage
from dialogs.conversation import Conversation
from messages.message import Message

TODAY = date(2026, 11, 23)
ANNA, BORIS = "telegram:1001", "telegram:1002"


def answers(question: str, answer: str) -> Decide:
    def decide(stored: Conversation | None) -> Decision:
        before = stored or Conversation(language="fr")
        after = before.answered(question, answer)
        return Decision(after, (Message(f"{question}: {answer}"), Message("next?")))

    return decide


def reads(seen: list[Conversation | None]) -> Decide:
    def decide(stored: Conversation | None) -> Decision:
        seen.append(stored)
        return Decision(stored or Conversation(), ())

    return decide


def stored(storage: Storage, person: str) -> Conversation | None:
    seen: list[Conversation | None] = []
    storage.handle(person, reads(seen), on=TODAY).result()
    return seen[0]


def leave(_: Conversation | None) -> Decision:
    return Decision(None, (Message("goodbye"),))


def fail(_: Conversation | None) -> Decision:
    raise LookupError("a bug")
