"""Holding an exception instead of letting it fly: one piece of work must not stop the others."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from types import TracebackType


class Capture:
    """``with Capture() as captured: …`` — afterwards ``captured.error`` is what was raised."""

    def __init__(self) -> None:
        self.error: Exception | None = None

    def __enter__(self) -> Capture:
        return self

    def __exit__(
        self,
        _kind: type[BaseException] | None,
        error: BaseException | None,
        _trace: TracebackType | None,
    ) -> bool:
        if isinstance(error, Exception):
            self.error = error
            return True
        return False
