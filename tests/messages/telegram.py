"""Telegram's HTML as its Bot API reads it, for the tests of screens."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import NamedTuple

TAGS = {"b", "i", "u", "s", "a", "code", "pre", "blockquote", "tg-spoiler"}
_ENTITY = re.compile(r"&(?:#\d+|#x[0-9a-fA-F]+|\w+);")
_NAMED = {"&lt;", "&gt;", "&amp;", "&quot;"}


class Read(NamedTuple):
    """What a person would see, and what was wrong with the HTML."""

    text: str
    faults: list[str]


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.text = ""
        self.faults: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in TAGS:
            self.faults.append(f"<{tag}> is not a tag of Telegram")
        if [name for name, _ in attrs] != (["href"] if tag == "a" else []):
            self.faults.append(f"<{tag}> has attributes {attrs}")
        self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.faults.append(f"</{tag}> closes nothing, or the wrong tag")

    def handle_data(self, data: str) -> None:
        self.text += data

    def handle_comment(self, data: str) -> None:
        self.faults.append(f"a comment: {data}")


def read(html: str) -> Read:
    """The text of a message and its faults."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    faults = [*reader.faults, *(f"<{tag}> is never closed" for tag in reader.open)]
    bare = re.sub(r"<[^<>]*>", "", html)
    faults += [f"{sign} is not escaped" for sign in "<>" if sign in bare]
    entities = _ENTITY.findall(html)
    if html.count("&") != len(entities):
        faults.append("& is not escaped")
    faults += [each for each in entities if not each.startswith("&#") and each not in _NAMED]
    return Read(reader.text, faults)


def utf16_length(text: str) -> int:
    """How long Telegram finds a text."""
    return len(text.encode("utf-16-le")) // 2
