"""The real process of the bot: started, stopped, killed."""

from __future__ import annotations

import asyncio
import os
import re
import resource
import signal
import subprocess
import sys
import time
from pathlib import Path

from tests.e2e.telegram import PATIENCE, TOKEN

ROOT = Path(__file__).parents[2]
HASTY = """
from bot.cli import main
from bot.telegram import request
request.READ_SECONDS = 1.0
main()
"""


class Bot:
    """The real process, `run`."""

    def __init__(self, folder: Path, url: str, hasty: bool = False, /, **settings: str) -> None:
        """``hasty``: it waits a second for an answer of Telegram's, where it else waits twenty."""
        self._call = ("-c", HASTY) if hasty else ("-m", "bot")
        self.folder = folder
        self.database = folder / "bot.sqlite3"
        self._settings = {
            "TELEGRAM_TOKEN": TOKEN,
            "TELEGRAM_API_URL": url,
            "DATABASE": str(self.database),
            **settings,
        }
        self._process: subprocess.Popen[bytes] | None = None
        self.log = folder / "log.txt"

    def run_as(self, program: str) -> None:
        """Run it by these lines, which change something of it first."""
        self._call = ("-c", program)

    def start(self) -> None:
        """Start it; what it prints goes to the log."""
        environment = {k: v for k, v in os.environ.items() if not k.startswith("TELEGRAM")}
        with self.log.open("ab") as log:
            self._process = subprocess.Popen(
                [sys.executable, *self._call, "run"],
                cwd=self.folder,
                env={**environment, "PYTHONPATH": str(ROOT), **self._settings},
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
            )

    def limit_files(self, size: int) -> None:
        """No file that it writes may grow beyond so many bytes; the limit can be lifted again."""
        assert self._process is not None
        hard = resource.getrlimit(resource.RLIMIT_FSIZE)[1]
        resource.prlimit(self._process.pid, resource.RLIMIT_FSIZE, (size, hard))

    def largest_core(self) -> int:
        """How many bytes of its memory the system may write down should it crash."""
        assert self._process is not None
        return resource.prlimit(self._process.pid, resource.RLIMIT_CORE)[1]

    def catches(self, number: signal.Signals) -> None:
        """Wait until a signal no longer ends it by itself."""
        assert self._process is not None
        status, ends = Path(f"/proc/{self._process.pid}/status"), time.monotonic() + PATIENCE
        while not _caught(status.read_text()) >> (number - 1) & 1:
            assert time.monotonic() < ends
            time.sleep(0.01)

    async def stop(self, number: signal.Signals = signal.SIGTERM) -> int:
        """Send the signal and wait; the exit status."""
        assert self._process is not None
        process, self._process = self._process, None
        process.send_signal(number)
        return await asyncio.to_thread(process.wait, PATIENCE)

    async def kill(self) -> None:
        """`kill -9`."""
        await self.stop(signal.SIGKILL)

    async def ended(self) -> int:
        """Wait until it leaves by itself; the exit status."""
        assert self._process is not None
        status = await asyncio.to_thread(self._process.wait, PATIENCE * 2)
        self._process = None
        return status

    async def close(self) -> None:
        """End it if it still runs."""
        if self._process is not None:
            await self.kill()

    def printed(self) -> str:
        """Everything it ever printed."""
        return self.log.read_text()

    def stored(self, word: str) -> bool:
        """Whether the word stands anywhere in the database files."""
        return any(word.encode() in file.read_bytes() for file in self._files())

    def sizes(self) -> list[int]:
        """The bytes of each of the database files."""
        return [file.stat().st_size for file in self._files()]

    def _files(self) -> list[Path]:
        return [*self.folder.glob(f"{self.database.name}*")]


def _caught(status: str) -> int:
    """The signals with handlers of their own, one bit each; see ``proc(5)``."""
    (mask,) = re.findall(r"^SigCgt:\s*(\w+)$", status, re.MULTILINE)
    return int(mask, 16)
