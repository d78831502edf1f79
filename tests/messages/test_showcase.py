"""The picture of the README: of conversations as they are, and all of them on it."""

from __future__ import annotations

import struct

from messages.showcase import ANSWERED, ASKED, TOLD, Turn, conversation, picture


def words(chat: list[Turn]) -> str:
    return "\n".join("".join(run.text for run in line) for turn in chat for line in turn.lines)


def test_it_goes_from_what_was_told_to_the_score_and_what_would_raise_it() -> None:
    told = conversation("en", TOLD)
    assert "This is what I understood" in words(told[-2:-1])
    assert "What is still missing" in words(told[-1:])
    scored = conversation("en", (*TOLD, *ANSWERED))
    assert "Your CRS score: " in words(scored[-1:])
    asked = conversation("fr", (*TOLD, *ANSWERED, *ASKED))
    assert [turn.own for turn in asked[-4:]] == [True, False, True, False]
    assert "Et si" in words(asked[-3:-2])
    assert "désignation" in words(asked[-1:])


def test_a_card_that_was_answered_turns_into_the_next_one() -> None:
    chat = conversation("en", TOLD)
    assert sum("marital status" in words([turn]) for turn in chat) == 1


def test_it_is_one_picture() -> None:
    drawn = picture()
    width, height = struct.unpack(">II", drawn[16:24])
    assert drawn.startswith(b"\x89PNG")
    assert width > height > 400
