"""Updates per second of the whole bot beside a bare echo bot, in one run and on one machine."""

from __future__ import annotations

from statistics import median
from typing import TYPE_CHECKING

import psutil
import pytest

from tests.benchmarks.loopback.running import echo_bot, this_bot
from tests.figures import note

if TYPE_CHECKING:
    from pathlib import Path

LEAST_RATIO = 1.5
LEAST_ON_A_CROWDED_MACHINE = 1.0
WHILES = 5
SECONDS = 1.0
WARM_ANSWERS = 1_000
"""So many updates take a hundred people well into the questionnaire."""


@pytest.mark.parametrize("webhook", [False, True], ids=["polling", "webhook"])
async def test_the_whole_bot_answers_more_updates_than_a_bare_echo(
    webhook: bool, tmp_path: Path
) -> None:
    way = "webhook" if webhook else "polling"
    crowded = psutil.getloadavg()[0] > (psutil.cpu_count() or 1)
    async with (
        echo_bot(tmp_path, webhook=webhook) as echo,
        this_bot(tmp_path, webhook=webhook) as whole,
    ):
        for bot in (echo, whole):
            await bot.warm_up(WARM_ANSWERS)
        for _ in range(WHILES):
            await echo.measure(SECONDS)
            await whole.measure(SECONDS)
    faster = median(w / e for w, e in zip(whole.rates, echo.rates, strict=True))
    cheaper = median(e / w for w, e in zip(whole.costs, echo.costs, strict=True))
    note(
        f"by {way}: {whole.figures()}; {echo.figures()}; "
        f"{faster:.2f} times as many, {cheaper:.2f} times by processor time"
        f"{', on a crowded machine' if crowded else ''}"
    )
    # Where others use the machine, the processor's time tells more than the clock's, and neither
    # tells much where they use more than all of it.
    least = LEAST_ON_A_CROWDED_MACHINE if crowded else LEAST_RATIO
    assert max(faster, cheaper) >= least
