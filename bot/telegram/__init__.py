"""The bot in Telegram. The library's types stay inside this package."""

import os

# The library's way to the durations that its next releases have; whole seconds are deprecated.
os.environ.setdefault("PTB_TIMEDELTA", "true")
