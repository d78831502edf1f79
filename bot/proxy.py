"""Whether a call goes by the proxy that the environment names."""

from __future__ import annotations

from urllib.parse import urlsplit
from urllib.request import getproxies


def by_proxy(address: str) -> bool:
    """Whether calls to an address do; those to this very machine never."""
    host = urlsplit(address).hostname
    return bool(getproxies()) and host not in ("127.0.0.1", "::1", "localhost")
