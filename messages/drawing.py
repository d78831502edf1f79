"""Drawing what a message carries as facts: a picture becomes its photo, a PDF its document.

It takes tens of milliseconds, so it is done on the way to the person and not while the
conversation is decided, where everybody else would wait.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from messages.fonts.press import print_png
from messages.message import Document
from messages.report.printing import print_report

if TYPE_CHECKING:
    from messages.message import Message


def drawn(message: Message) -> Message:
    """The message with its file.

    Raises:
        PressError: nothing could be drawn; ``undrawn`` still says it in words.
    """
    drawing = message.drawing
    if drawing is None:
        return message
    if drawing.name is None:
        return replace(message, photo=print_png(drawing.layout, drawing.facts), drawing=None)
    document = Document(drawing.name, content=print_report(drawing.layout, drawing.facts))
    return replace(message, document=document, drawing=None)


def undrawn(message: Message) -> Message:
    """The message in words alone."""
    if message.drawing is None:
        return message
    return replace(message, text=message.drawing.otherwise or message.text, drawing=None)
