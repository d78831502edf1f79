"""One heap for all threads of the running bot.

GNU's C library sets a heap of its own aside for each thread, so that many can allocate at once.
Here one thread works at a time, and the others' heaps are 2 MB for nothing.
"""

from __future__ import annotations

from contextlib import suppress
from importlib import import_module

_M_ARENA_MAX = -8
"""The number of the setting in ``malloc.h``; see ``mallopt(3)``."""


def share_one_heap() -> None:
    """To be called before other threads are; does nothing where the C library is another.

    Nor where ``ctypes`` cannot be loaded, as under a kernel that forbids memory to be made code.
    """
    with suppress(ImportError, MemoryError, OSError, AttributeError):
        import_module("ctypes").CDLL(None).mallopt(_M_ARENA_MAX, 1)
