"""Logging: structured, without ids, answers or the token.

Our own lines and those of the libraries go through the same chain. The last step before a line
is written takes the secrets out of it, wherever in the text they stand.
"""

from __future__ import annotations

import hashlib
import logging
import secrets
import sys
import traceback
from typing import TYPE_CHECKING, Any

import structlog

if TYPE_CHECKING:
    from collections.abc import Iterable, MutableMapping

_SALT = secrets.token_bytes(16)


def alias(person: str) -> str:
    """A name for a person in the log: the same within this process, meaningless outside it."""
    return hashlib.blake2b(person.encode(), key=_SALT, digest_size=6).hexdigest()


def where(error: BaseException) -> str:
    """Kind and place of an error; its message is left out, for it may quote an answer."""
    frames = traceback.extract_tb(error.__traceback__)
    kind = type(error).__name__
    if not frames:
        return kind
    return f"{kind} in {frames[-1].name}, {frames[-1].filename}:{frames[-1].lineno}"


class Errors(logging.Handler):
    """Counts the lines that tell of an error."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.count = 0

    def emit(self, _record: logging.LogRecord) -> None:
        """One more."""
        self.count += 1


errors = Errors()
"""Those of this process."""


class Redactor:
    """Replaces every secret in a finished line."""

    def __init__(self, words: Iterable[str]) -> None:
        self._words = tuple(word for word in words if word)

    def __call__(self, _logger: object, _method: str, line: Any) -> str:
        text = str(line)
        for word in self._words:
            text = text.replace(word, "[secret]")
        return text


def _without_traceback(
    _logger: object, _method: str, entry: MutableMapping[str, Any]
) -> MutableMapping[str, Any]:
    """A library's exception by kind and place only."""
    information = entry.pop("exc_info", None)
    if information is True:
        information = sys.exc_info()
    error = information[1] if isinstance(information, tuple) else information
    if isinstance(error, BaseException):
        entry["error"] = where(error)
    return entry


def configure(*, hide: Iterable[str] = (), level: int = logging.INFO) -> None:
    """Send every log line to standard error: JSON, or coloured text on a terminal."""
    chain: list[structlog.typing.Processor] = [
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        _without_traceback,
    ]
    renderer: structlog.typing.Processor = (
        structlog.dev.ConsoleRenderer()
        if sys.stderr.isatty()
        else structlog.processors.JSONRenderer(ensure_ascii=False)
    )
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=chain,
            processors=[
                structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                renderer,
                Redactor(hide),
            ],
        )
    )
    root = logging.getLogger()
    root.handlers[:] = [handler, errors]
    root.setLevel(logging.WARNING)
    logging.getLogger("bot").setLevel(level)
    # The library quotes whole updates when it cannot read them.
    logging.getLogger("telegram").setLevel(logging.CRITICAL + 1)
    structlog.configure(
        processors=[*chain, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=True,
    )
