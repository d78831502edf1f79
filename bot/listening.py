"""Ports to listen on: whether one can be had, the line for one that cannot, and the end of it."""

from __future__ import annotations

import os
import socket

from bot.errors import OperatorError

FINISH_SECONDS = 0.5
"""How long a stop waits for calls that are being answered; Telegram repeats what was cut off."""


def place(listen: str) -> tuple[str, int]:
    """Host and port of a setting such as ``127.0.0.1:8080`` or ``[::1]:8080``."""
    host, _, port = listen.rpartition(":")
    return host.strip("[]"), int(port)


def refusal(setting: str, listen: str, error: OSError) -> OperatorError:
    """The line for a place that cannot be listened on."""
    number = error.errno or 0  # what is wrong with names of hosts has numbers below 0
    reason = os.strerror(number) if number > 0 else error.strerror
    return OperatorError(
        f"cannot listen on {setting}={listen} ({reason}): stop what listens there, "
        "or choose an address of this machine and a free port"
    )


def try_out(setting: str, listen: str) -> None:
    """Listen for a moment; raises ``OperatorError`` where that cannot be."""
    try:
        found = socket.getaddrinfo(*place(listen), type=socket.SOCK_STREAM)
        for family, kind, protocol, _, address in found:
            with socket.socket(family, kind, protocol) as tried:
                tried.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
                if family == socket.AF_INET6:
                    tried.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)
                tried.bind(address)
                tried.listen()
    except OSError as error:
        raise refusal(setting, listen, error) from None
