"""Telegram takes texts up to a length; what is longer goes on in the next message.

No screen is meant to be so long, and few ever are; then it is better read in two than not at all.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from messages.message import Message

MOST_UNITS = 4_096
"""Of a message; see ``sendMessage`` in the Bot API, which leaves out the tags. Here they count."""
_ROOM = 96
"""For the tags that have to be closed where a text is parted."""
_SEAMS = ("\n\n", "\n", " ")
"""Where a text is best parted, the best first."""
_ATOM = re.compile(r"<(?P<end>/?)(?P<tag>[\w-]+)[^>]*>|&#?\w+;|.", re.DOTALL)
"""What cannot be parted: a tag, a character in its own or in other signs."""


def units(text: str) -> int:
    """Length as Telegram counts it, in UTF-16 units."""
    return len(text.encode("utf-16-le")) // 2


def in_parts(message: Message) -> tuple[Message, ...]:
    """The message, or several: a file stands with the first of them, the buttons with the last."""
    if len(message.text) <= MOST_UNITS // 2 or units(message.text) <= MOST_UNITS:
        return (message,)
    first, *others = _parts(message.text)
    bare = replace(message, edits=False, photo=None, document=None, drawing=None)
    parts = [
        replace(message, text=first, buttons=()),
        *(replace(bare, text=text, buttons=()) for text in others),
    ]
    return (*parts[:-1], replace(parts[-1], buttons=message.buttons))


def _parts(text: str) -> Iterator[str]:
    while units(text) > MOST_UNITS:
        cut = _cut(text)
        open_tags = _open_tags(text[:cut])
        yield text[:cut].rstrip() + "".join(f"</{name}>" for name, _ in reversed(open_tags))
        text = "".join(tag for _, tag in open_tags) + text[cut:].lstrip()
    yield text


def _cut(text: str) -> int:
    """Where to part: between paragraphs, lines or words, if that leaves no short rest before it."""
    most = _most_atoms(text)
    for seam in _SEAMS:
        at = text.rfind(seam, most // 2, most)
        if at > text.rfind("<", 0, at) <= text.rfind(">", 0, at):  # not within a tag
            return at
    return most


def _most_atoms(text: str) -> int:
    """How far there is room."""
    used = 0
    for atom in _ATOM.finditer(text):
        used += units(atom[0])
        if used > MOST_UNITS - _ROOM:
            return atom.start()
    return len(text)


def _open_tags(text: str) -> list[tuple[str, str]]:
    """The names and the tags of what is begun and not ended."""
    stack: list[tuple[str, str]] = []
    for atom in _ATOM.finditer(text):
        if atom["end"]:
            stack.pop()
        elif atom["tag"]:
            stack.append((atom["tag"], atom[0]))
    return stack
