"""Telegram's HTML as text with styles for a terminal."""

from __future__ import annotations

from html.parser import HTMLParser

from rich.text import Text

_STYLES = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strike",
    "del": "strike",
    "code": "cyan",
    "pre": "cyan",
    "blockquote": "dim",
    "a": "underline blue",
}


def styled(html: str) -> Text:
    """The message as rich text; a link shows its address behind its words."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.text


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.text = Text()
        self._open: list[tuple[str, str | None]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._open.append((tag, dict(attrs).get("href")))

    def handle_endtag(self, tag: str) -> None:
        if self._open and self._open[-1][0] == tag:
            _, address = self._open.pop()
            if address and not self.text.plain.endswith(address):
                self.text.append(f" ({address})", style="dim")

    def handle_data(self, data: str) -> None:
        styles = [_STYLES[tag] for tag, _ in self._open if tag in _STYLES]
        self.text.append(data, style=" ".join(styles))
