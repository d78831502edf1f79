"""The running bot's threads share one heap, where the C library is the one that would give many."""

from __future__ import annotations

import ctypes
import platform
import subprocess
import sys

import pytest

from bot.heap import share_one_heap

_MANY = platform.libc_ver()[0] == "glibc"
"""No other C library has a heap for each thread."""
_HEAPS = """
import ctypes, sys, threading
from bot.heap import share_one_heap
if sys.argv[1] == "shared":
    share_one_heap()
ready, end = threading.Barrier(5), threading.Event()
def take():
    kept = [bytearray(4_000) for _ in range(10)]
    ready.wait(10)
    end.wait(10)
threads = [threading.Thread(target=take) for _ in range(4)]
for thread in threads:
    thread.start()
ready.wait(10)
getattr(ctypes.CDLL(None), "malloc_stats", lambda: None)()
end.set()
"""


@pytest.mark.parametrize(("kind", "many"), [("shared", False), ("own", _MANY)])
def test_threads_share_one_heap(kind: str, many: bool) -> None:
    call = [sys.executable, "-c", _HEAPS, kind]
    told = subprocess.run(call, check=True, capture_output=True, text=True).stderr
    assert ("Arena 1:" in told) is many


def test_another_c_library_is_left_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ctypes, "CDLL", lambda _: object())
    share_one_heap()


def test_without_ctypes_it_goes_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "ctypes", None)
    share_one_heap()
