"""Who sits at the terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.incoming import Incoming

if TYPE_CHECKING:
    from dialogs.conversation import Language
    from dialogs.events import Event


class Person:
    """Somebody with a name of their own, and perhaps a wish for a language."""

    def __init__(self, key: str, language: Language, *, insist: bool = False) -> None:
        self.key = key
        self.language = language
        self._insist = insist

    def does(self, event: Event) -> Incoming:
        """The event as this person's; the wish for a language goes with the first one only."""
        insist, self._insist = self._insist, False
        return Incoming(self.key, event, self.language, insist=insist)
