"""Writing down what the bot sends as a file."""

from __future__ import annotations

import os
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from messages.message import Document

_OWNER_ONLY = 0o600


def save(document: Document, folder: Path) -> Path:
    """A new file in the folder, for its owner only; one that is there already stays as it is.

    Raises ``OSError`` when nothing can be written there.
    """
    name = Path(Path(document.name).name)
    for number in count(1):
        file = folder / (name if number == 1 else f"{name.stem}-{number}{name.suffix}")
        try:
            descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _OWNER_ONLY)
        except FileExistsError:
            continue
        with os.fdopen(descriptor, "wb") as out:
            out.write(document.data)
        break
    return file
