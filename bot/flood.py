"""How much one person may send: a token bucket each, so that a flood delays nobody else."""

from __future__ import annotations

import time
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

BURST = 120
"""What may come at once: several times the whole questionnaire."""
PER_SECOND = 2.0
"""What may come steadily: more than anybody reads."""
_MOST_REMEMBERED = 10_000
"""Buckets before those that are full again are forgotten; more where so many are not."""


class Verdict(Enum):
    """What to do with something that came."""

    TAKE = "take"
    REFUSE_AND_TELL = "refuse and tell"
    """The first one too many: say so."""
    REFUSE = "refuse"


@dataclass(slots=True)
class _Bucket:
    left: float
    at: float
    told: bool = False


class FloodLimit:
    """One bucket a person. A burst of 0 lets everything pass."""

    def __init__(
        self,
        burst: int = BURST,
        per_second: float = PER_SECOND,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._burst = burst
        self._per_second = per_second
        self._clock = clock
        self._buckets: dict[str, _Bucket] = {}
        self._room = 0

    def judge(self, person: str) -> Verdict:
        """Something came from the person."""
        if not self._burst:
            return Verdict.TAKE
        bucket = self._filled(person)
        if bucket.left >= 1:
            bucket.left -= 1
            return Verdict.TAKE
        if bucket.told:
            return Verdict.REFUSE
        bucket.told = True
        return Verdict.REFUSE_AND_TELL

    def give_back(self, person: str) -> None:
        """What was taken will come again, or had come before: it does not count."""
        if person in self._buckets:
            self._filled(person).left += 1

    def _filled(self, person: str) -> _Bucket:
        """The person's bucket as it is by now."""
        now = self._clock()
        bucket = self._buckets.get(person)
        if bucket is None:
            self._forget_the_quiet(now)
            bucket = self._buckets[person] = _Bucket(self._burst, now)
        bucket.left = self._level(bucket, now)
        bucket.at = now
        # Not before it is half full: in a flood that goes on every drop is taken at once.
        bucket.told = bucket.told and bucket.left < self._burst / 2
        return bucket

    def _level(self, bucket: _Bucket, now: float) -> float:
        return min(self._burst, bucket.left + (now - bucket.at) * self._per_second)

    def _forget_the_quiet(self, now: float) -> None:
        if len(self._buckets) >= max(_MOST_REMEMBERED, self._room):
            kept = self._buckets.items()
            self._buckets = {who: b for who, b in kept if self._level(b, now) < self._burst}
            # Or everybody who comes in a crowd would have all others looked through.
            self._room = 2 * len(self._buckets)
