"""Leaving out what libraries would load for features that are not used here.

python-telegram-bot takes ``cryptography``, which decrypts passports, wherever it is installed, and
structlog and httpx take ``rich`` and ``pygments``; all go without. In the memory of the running bot
that is 11 MB.
"""

from __future__ import annotations

import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    from collections.abc import Iterator

OPTIONAL = ("cryptography", "pygments", "rich")


@contextmanager
def unseen(*names: str) -> Iterator[None]:
    """While this lasts, packages are not to be found, unless they are loaded already."""
    modules = cast("dict[str, Any]", sys.modules)
    left_out = [name for name in names if name not in modules]
    modules |= dict.fromkeys(left_out)
    try:
        yield
    finally:
        for name in left_out:
            del modules[name]
